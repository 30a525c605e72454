// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { copiedText } from '#shared/domain/playbook/copied-text.ts';
import { goTo, showPlaybook } from '../../../../src/renderer/bridge/view.ts';
import { builtInYaml } from '../../shared/domain/playbook/built-in.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow, stopTime } from '../screen.tsx';

cleanScreens();

const TEAM = copiedText(builtInYaml('en'), { id: 'team', title: 'Team' }).replace(
  'language: en',
  "language: en\nservices: ['payments-*']",
);
const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }));

function withTeam(main: FakeMain, text = TEAM): void {
  main.library.builtInText = builtInYaml('en');
  main.library.texts.set('team.en.yaml', text);
  main.libraryChanged();
}
async function openLibrary(seed: (main: FakeMain) => void = withTeam): Promise<FakeMain> {
  const main = openWindow(seed);
  await screen.findByRole('main');
  showPlaybook({ kind: 'library' });
  await screen.findByRole('heading', { level: 1, name: 'Playbooks' });
  return main;
}
const row = (title: string) =>
  within(screen.getAllByRole('listitem').find((item) => within(item).queryByText(title)) ?? document.body);

describe('reading one', () => {
  it('never shows another’s content meanwhile, and says when it cannot be fetched', async () => {
    const main = await openLibrary();
    await press('Read Team');
    expect(await screen.findByText(/^Team 1\.0\.0/)).toBeDefined();
    main.failing.set('playbook.read', { ok: false, code: 'failed', detail: 'gone' });
    showPlaybook({ kind: 'read', of: { id: 'talkstudio-incident-response', version: '1.0.0' } });
    await waitFor(() => expect(screen.queryByText(/^Team 1\.0\.0/)).toBeNull());
    expect(await screen.findByText('gone')).toBeDefined();
  });
});

it('goes back to the list from a file that cannot be read, and says why', async () => {
  const main = await openLibrary();
  const { library } = main.snapshot;
  main.change({ library: { ...library, files: library.files.map((file) => ({ ...file, stamp: '1' })) } });
  main.failing.set('playbook.text', { ok: false, code: 'file-too-large', detail: 'team.en.yaml: > 4 MiB' });
  await press('Edit team.en.yaml');
  expect(await screen.findByText('team.en.yaml: > 4 MiB')).toBeDefined();
  expect(await screen.findByRole('heading', { level: 1, name: 'Playbooks' })).toBeDefined();
});

describe('the list of playbooks', () => {
  it('makes another the default, which new incidents then have', async () => {
    const main = await openLibrary();
    expect(row('TalkStudio Incident Response').getByText('Default')).toBeDefined();
    expect(row('Team').getByText('Suggested for: payments-*')).toBeDefined();
    await press('Make default: Team');
    expect(await row('Team').findByText('Default')).toBeDefined();
    expect(main.snapshot.settings.playbook).toBe('team');
    expect(main.snapshot.playbook.ref.id).toBe('team');
  });

  it('reads any, exports a file, shows it, and duplicates', async () => {
    const main = await openLibrary();
    await press('Export team.en.yaml');
    await waitFor(() => expect(main.saved).toEqual([{ name: 'team.en.yaml', text: TEAM }]));
    await press('Show team.en.yaml in its folder');
    await press('Show folder');
    expect(main.revealed).toEqual(['team.en.yaml', undefined]);
    await press('Duplicate Team');
    expect(await screen.findByText('Duplicated as team-copy')).toBeDefined();
    await press('Read Team');
    expect(await screen.findByText(/^Team 1\.0\.0/)).toBeDefined();
  });

  it('deletes only after asking, and never the built-in one', async () => {
    const main = await openLibrary();
    expect(screen.queryByRole('button', { name: /^Delete TalkStudio/ })).toBeNull();
    await press('Delete Team…');
    await press('Cancel');
    expect(main.library.texts.size).toBe(1);
    await press('Delete Team…');
    await press('Move to the trash');
    await waitFor(() => expect(main.library.texts.size).toBe(0));
  });

  it.each([
    ['some of it', ['team.ko.yaml'], 'In the trash: team.ko.yaml. Not moved, and still there: team.en.yaml.'],
    ['none of it', [], 'Not moved to the trash: team.en.yaml. Nothing has changed.'],
  ])('says what is left when %s could be moved to the trash', async (_what, deleted, said) => {
    const main = await openLibrary();
    Object.assign(main.bridge.request, {
      'playbook.delete': () =>
        Promise.resolve({ ok: true, value: { deleted, left: ['team.en.yaml'], detail: 'no trash here' } }),
    });
    await press('Delete Team…');
    await press('Move to the trash');
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain(said);
    expect(notice.textContent).toContain('no trash here');
  });

  it('says what is wrong with a file and what holds meanwhile', async () => {
    await openLibrary((main) => {
      withTeam(main);
      withTeam(main, TEAM.replace('severities:', 'severities: ['));
      main.library.texts.set('fresh.yaml', 'nonsense: 1');
      main.libraryChanged();
    });
    expect(screen.getByText('The last good version is in force.')).toBeDefined();
    expect(screen.getByText('Nothing of it is in force.')).toBeDefined();
    expect(screen.getAllByText(/^Line \d+, column \d+$/).length).toBeGreaterThan(1);
    expect(screen.getByRole('button', { name: 'Edit fresh.yaml' })).toBeDefined();
  });

  it('says it in the language on screen, in the list and in Health', async () => {
    const main = openWindow(undefined, { language: 'ko' });
    main.library.texts.set('team.yaml', 'nonsense: 1\nnonsense: 2');
    main.change({
      health: {
        ...main.snapshot.health,
        degraded: [{ reason: 'playbook-broken', detail: 'team.yaml:2:1 "nonsense" stands here twice' }],
      },
    });
    main.libraryChanged();
    await screen.findByRole('main');
    showPlaybook({ kind: 'library' });
    expect(await screen.findByText('"nonsense" 키가 두 번 나옵니다', { exact: false })).toBeDefined();
    goTo('health');
    expect(await screen.findByText('team.yaml:2:1 "nonsense" 키가 두 번 나옵니다')).toBeDefined();
  });
});

describe('the playbook of an incident', () => {
  it('is offered before it is taken, the one for the service first, and can be another', async () => {
    const main = openWindow((seeded) => {
      withTeam(seeded);
      receivePage(seeded.log, { title: 'Payments down', service: 'payments-api', severity: 'SEV-1' });
    });
    const choice = await screen.findByRole('combobox', { name: 'Playbook of the incident' });
    expect((choice as HTMLSelectElement).value).toBe('team');
    await userEvent.selectOptions(choice, 'talkstudio-incident-response');
    await press(/^Acknowledge/);
    await screen.findByRole('heading', { level: 1, name: 'Payments down' });
    const opened = main.log.events.find(({ type }) => type === 'incident.opened');
    expect(opened?.payload).toMatchObject({ playbook: { id: 'talkstudio-incident-response' } });
  });

  it('shows the page by what is picked: its deadline, whether it is declared, whom to call; and is kept in weighing it', async () => {
    stopTime();
    const main = openWindow((seeded) => {
      withTeam(
        seeded,
        TEAM.replace('acknowledge: 5m', 'acknowledge: 12m').replace(
          /(- id: SEV-2[\s\S]*?declared: )true/,
          '$1false',
        ),
      );
      receivePage(seeded.log, {
        title: 'Search down',
        service: 'search',
        severity: 'SEV-2',
        occurredAt: Date.now(),
      });
    });
    const choice = await screen.findByRole('combobox', { name: 'Playbook of the incident' });
    const deadline = (): string =>
      screen.getByRole('timer', { name: 'To be acknowledged' }).textContent ?? '';
    expect(deadline()).toBe('5:00 left');
    expect(screen.getByRole('button', { name: /^Declare/ })).toBeDefined();
    await userEvent.selectOptions(choice, 'team');
    await waitFor(() => expect(deadline()).toBe('12:00 left'));
    expect(screen.queryByRole('button', { name: /^Declare/ })).toBeNull();
    await userEvent.selectOptions(choice, 'talkstudio-incident-response');
    await waitFor(() => expect(deadline()).toBe('5:00 left'));
    await userEvent.selectOptions(choice, 'team');
    await userEvent.click(screen.getByRole('button', { name: 'Which severity? It is SEV-2' }));
    await screen.findByRole('dialog');
    await userEvent.keyboard('3');
    await waitFor(() => expect(main.log.events.some(({ type }) => type === 'incident.opened')).toBe(true));
    const opened = main.log.events.find(({ type }) => type === 'incident.opened');
    expect(opened?.payload).toMatchObject({ playbook: { id: 'team' } });
  });

  it('is changed from its menu, which the timeline tells', async () => {
    openWindow((main) => {
      withTeam(main);
      const pageId = receivePage(main.log, { title: 'Search down', service: 'search', severity: 'SEV-1' });
      main.log.run({ type: 'acknowledge', pageIds: [pageId] });
    });
    await press('More actions');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Playbook: Team' }));
    expect(await screen.findByText('Playbook changed to Team 1.0.0')).toBeDefined();
  });

  it('is not asked for where there is only one', async () => {
    openWindow((main) => receivePage(main.log, { title: 'Search down', severity: 'SEV-1' }));
    await screen.findByRole('button', { name: /^Acknowledge/ });
    expect(screen.queryByRole('combobox', { name: 'Playbook of the incident' })).toBeNull();
  });
});
