// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '#shared/domain/duration.ts';
import { select, useView } from '../../../../src/renderer/bridge/view.ts';
import { KEY_LIST } from '../../../../src/renderer/ui/key-list.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { builtInYaml } from '../../shared/domain/playbook/built-in.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();
beforeEach(() => localStorage.clear());

const typesOf = (main: FakeMain): string[] => main.log.events.map(({ type }) => type);

function withIncident({ log }: FakeMain): void {
  log.run({ type: 'acknowledge', pageIds: [receivePage(log, { startedAt: Date.now() })] });
}

/** Opens the palette on a live incident and types. */
async function find(query: string): Promise<void> {
  await screen.findByRole('region', { name: 'Incident clock' });
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox', { name: /^Action, message/ }), query);
}

const gone = (): Promise<void> =>
  waitFor(() => expect(screen.queryByRole('dialog', { name: 'Find and do' })).toBeNull());

describe('the palette', () => {
  it('carries out an action of the incident', async () => {
    const main = openWindow(withIncident);
    await find('declare');
    expect((await screen.findAllByRole('option'))[0]?.textContent).toContain('Declare incident');
    await userEvent.keyboard('{Enter}');
    await gone();
    await waitFor(() =>
      expect(typesOf(main).filter((type) => type === 'incident.milestone-met')).toHaveLength(2),
    );
  });

  it('offers to declare once: of an incident by its milestone, of a page by its key', async () => {
    const main = openWindow(withIncident);
    await find('declare');
    const declaring = (): string[] =>
      screen
        .getAllByRole('option')
        .flatMap(({ textContent }) => /^Declare(?: the)? incident/.exec(textContent) ?? []);
    await screen.findAllByRole('option');
    expect(declaring()).toEqual(['Declare incident']);
    await userEvent.keyboard('{Escape}');
    await gone();
    const pageId = receivePage(main.log, { title: 'Search slow', startedAt: Date.now() });
    act(() => select({ kind: 'page', pageId }));
    await screen.findByRole('heading', { level: 1, name: 'Search slow' });
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await screen.findByRole('combobox', { name: /^Action, message/ }), 'declare');
    await screen.findAllByRole('option');
    expect(declaring()).toEqual(['Declare the incident']);
  });

  it('changes the severity', async () => {
    const main = openWindow(withIncident);
    await find('severity 3{Enter}');
    await waitFor(() => expect(typesOf(main)).toContain('incident.severity-changed'));
    expect(main.log.events.at(-1)?.payload).toEqual({ from: 'SEV-1', to: 'SEV-3' });
  });

  it('opens a message in the composer, at its first gap', async () => {
    openWindow(withIncident);
    await find('message update{Enter}');
    await screen.findByRole('tab', { name: 'Status update', selected: true });
    await waitFor(() => expect(document.activeElement?.closest('.composer-fields')).not.toBeNull());
  });

  it('copies a contact and a command, says so, and stays', async () => {
    const main = openWindow(withIncident);
    await find('tech lead: @{Enter}');
    await screen.findByText('Copied: Tech Lead: @techlead');
    await userEvent.clear(screen.getByRole('combobox'));
    await userEvent.type(screen.getByRole('combobox'), 'check the service{Enter}');
    await screen.findByText('Copied: Check the service');
    expect(main.copied.map(({ text }) => text)).toEqual([
      '@techlead (Slack/Phone)',
      'curl -I https://talkstudio.app',
    ]);
    await userEvent.keyboard('{Escape}');
    await gone();
  });

  it('opens a command with variables in the reference, ready to be filled in', async () => {
    const main = openWindow(withIncident);
    await find('github cli{Enter}');
    const sheet = await screen.findByRole('dialog', { name: 'Reference' });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await userEvent.keyboard('v9.9.9');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Copy Roll back (GitHub CLI)' }));
    expect(main.copied[0]?.text).toBe('gh workflow run deploy-prod.yml -f version=v9.9.9');
  });

  it('changes a setting, goes to a place, and offers what was used last first', async () => {
    const main = openWindow(withIncident);
    await find('appearance light{Enter}');
    await waitFor(() => expect(main.snapshot.settings.theme).toBe('light'));
    await find('go to health{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Health' });
    await userEvent.keyboard('{Control>}k{/Control}');
    const options = await screen.findAllByRole('option');
    expect(options.slice(0, 1).map(({ textContent }) => textContent)).toEqual(['Go to Health']);
  });

  it('says when nothing is found, and closes with its own key', async () => {
    openWindow(withIncident);
    await find('zzzzz');
    expect((await screen.findAllByText('Nothing is called that.')).length).toBeGreaterThan(0);
    await userEvent.keyboard('{Control>}k{/Control}');
    await gone();
  });

  it('finds a note of an incident closed days ago, and opens it', async () => {
    const longAgo = Date.now() - 5 * DAY_MS;
    openWindow((main) => {
      const { log } = main;
      const answer = log.run({
        type: 'acknowledge',
        pageIds: [receivePage(log, { title: 'Old outage', startedAt: longAgo, occurredAt: longAgo })],
      });
      const incidentId = answer.ok ? (answer.incidentId ?? '') : '';
      log.run({ type: 'add-note', incidentId, text: 'kafka lag, again' });
      const at = { incidentId, occurredAt: longAgo + 60_000 } as const;
      log.run({ type: 'meet-milestone', milestone: 'resolve', ...at });
      log.run({ type: 'meet-milestone', milestone: 'close', ...at });
      withIncident(main);
    });
    await find('kafka lag');
    await screen.findByRole('option', { name: /kafka lag, again.*Old outage/ });
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Old outage' })).toBeDefined();
  });
});

describe('the reference', () => {
  it('is one key away without an incident, from the window’s own copy', async () => {
    const main = openWindow();
    await screen.findByRole('navigation', { name: 'Places' });
    // Main is gone: nothing of the sheet is asked of it.
    for (const name of ['log.read', 'app.snapshot'] as const)
      main.failing.set(name, { ok: false, code: 'failed', detail: '' });
    await userEvent.keyboard('r');
    const sheet = await screen.findByRole('dialog', { name: 'Reference' });
    expect(within(sheet).getByText('Verify the problem and its scope of impact')).toBeDefined();
    expect(within(sheet).getByText('curl -I https://talkstudio.app')).toBeDefined();
    await userEvent.click(within(sheet).getByRole('button', { name: 'Copy Security' }));
    expect(main.copied[0]?.text).toBe('Security Team (security@talkstudio.app)');
    await userEvent.keyboard('r');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('the reference of an incident', () => {
  it('is the playbook’s that it runs by, whatever new ones would', async () => {
    const main = openWindow(withIncident);
    await screen.findByRole('region', { name: 'Incident clock' });
    const { ref, editions } = main.snapshot.playbook;
    const quickReference = { title: 'Short', items: [{ id: 'only', text: 'Call Mina' }] };
    const en = editions.en && { ...editions.en, id: 'other', title: 'Other', quickReference };
    act(() =>
      main.change({ playbook: { ref: { ...ref, id: 'other' }, editions: en === undefined ? {} : { en } } }),
    );
    await userEvent.keyboard('r');
    const sheet = within(await screen.findByRole('dialog', { name: 'Reference' }));
    expect(sheet.getByText(/^TalkStudio Incident Response 1\.0\.0, of this incident$/)).toBeDefined();
    expect(sheet.getByText('Verify the problem and its scope of impact')).toBeDefined();
    expect(sheet.queryByText('Call Mina')).toBeNull();
  });
});

describe('the keys sheet', () => {
  it('names every key of the list, and the shortcut of the desktop', async () => {
    openWindow();
    await screen.findByRole('navigation', { name: 'Places' });
    await userEvent.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(sheet).getAllByRole('term')).toHaveLength(KEY_LIST.length + 1);
    expect(within(sheet).getByText('Ctrl+Alt+Shift+T', { selector: '.visually-hidden' })).toBeDefined();
    useView.setState({ keysOpen: false });
  });
});

describe('the shortcut setting', () => {
  async function openSetting(main: FakeMain): Promise<HTMLElement> {
    await screen.findByRole('navigation', { name: 'Places' });
    expect(main.snapshot.settings.globalShortcut).toBe('CommandOrControl+Alt+Shift+T');
    useView.setState({ place: 'settings' });
    return screen.findByRole('group', { name: 'Key that brings Tplus up from anywhere' });
  }

  it('takes the keys that are pressed', async () => {
    const main = openWindow();
    const group = await openSetting(main);
    await userEvent.click(within(group).getByRole('button', { name: 'Change' }));
    await userEvent.keyboard('u');
    expect(within(group).getByRole('status').textContent).toContain('Together with');
    await userEvent.keyboard('{Control>}{Alt>}[KeyU]{/Alt}{/Control}');
    await within(group).findByText('Ctrl+Alt+U');
    expect(main.snapshot.settings.globalShortcut).toBe('CommandOrControl+Alt+U');
    await userEvent.click(within(group).getByRole('button', { name: 'Remove' }));
    await within(group).findByText('None');
  });

  it('stays as it is with Escape, and says when the system refuses', async () => {
    const main = openWindow(() => {}, { globalShortcut: 'refused' });
    const group = await openSetting(main);
    expect(within(group).getByRole('status').textContent).toContain('did not give');
    await userEvent.click(within(group).getByRole('button', { name: 'Change' }));
    await userEvent.keyboard('{Escape}');
    await within(group).findByText('Ctrl+Alt+Shift+T');
  });
});

describe('playbooks in the palette', () => {
  it('are listed, and the built-in one is duplicated to be edited', async () => {
    const main = openWindow(withIncident);
    main.library.builtInText = builtInYaml('en');
    await find('all playbooks{Enter}');
    await gone();
    expect(useView.getState()).toMatchObject({ place: 'playbook', playbookScreen: { kind: 'library' } });
    await userEvent.keyboard('{Control>}k{/Control}');
    const input = await screen.findByRole('combobox', { name: /^Action, message/ });
    await userEvent.type(input, 'edit the playbook');
    expect((await screen.findAllByRole('option'))[0]?.textContent).toMatch(
      /^Duplicate and edit the playbook/,
    );
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(useView.getState().playbookScreen).toMatchObject({ kind: 'edit' }));
    expect(main.library.texts.size).toBe(1);
  });
});
