// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { copiedText } from '#shared/domain/playbook/copied-text.ts';
import { foldDrills } from '#shared/domain/drill/drill.ts';
import { asIncidentId } from '#shared/domain/ids.ts';
import { select } from '../../../../src/renderer/bridge/view.ts';
import { builtInYaml } from '../../shared/domain/playbook/built-in.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

const START = { type: 'start-drill', scenario: 'slow-api', language: 'en', everyoneKnows: true } as const;

/** A drill with one page. @returns the page's id and the drill's */
function begun({ log }: FakeMain): { drill: string; pageId: ReturnType<typeof receivePage> } {
  log.run(START);
  const drill = [...foldDrills(log.events).keys()].at(-1) ?? '';
  return { drill, pageId: receivePage(log, { title: 'API slow', drill, startedAt: Date.now() }) };
}

it('marks what is of a drill in the list and on its page, and nothing else', async () => {
  openWindow((main) => {
    begun(main);
    receivePage(main.log, { title: 'Checkout down', startedAt: Date.now() });
  });
  const row = await screen.findByRole('button', { name: /API slow/, current: false });
  expect(within(row).getByText('DRILL')).toBeDefined();
  await userEvent.click(row);
  expect(await screen.findByText('Part of a drill: no real service is affected.')).toBeDefined();
  const real = screen.getByRole('button', { name: /Checkout down/ });
  expect(within(real).queryByText('DRILL')).toBeNull();
});

it('acknowledges all, and says before how many incidents that makes', async () => {
  const main = openWindow((seeded) => {
    begun(seeded);
    for (const title of ['Checkout down', 'Search slow'])
      receivePage(seeded.log, { title, startedAt: Date.now() });
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Select pages' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Checkout down' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Search slow' }));
  await userEvent.click(screen.getByRole('button', { name: 'Acknowledge 2' }));
  const real = await screen.findByRole('dialog', { name: 'Acknowledge 2 pages?' });
  expect(real.textContent).toContain('They become one incident.');
  await userEvent.click(within(real).getByRole('button', { name: 'Cancel' }));
  await userEvent.click(screen.getByRole('button', { name: 'Acknowledge all 3' }));
  const all = await screen.findByRole('dialog', { name: 'Acknowledge 3 pages?' });
  expect(all.textContent).toContain('They become 2 incidents: pages of a drill stay apart from real ones.');
  await userEvent.click(within(all).getByRole('button', { name: 'Acknowledge 3' }));
  const openings = () => main.log.events.filter(({ type }) => type === 'incident.opened');
  await waitFor(() => expect(openings()).toHaveLength(2));
});

it('shows an incident that ended with its drill as over: no clock, no next step, its timeline', async () => {
  let incidentId: string | undefined;
  openWindow((main) => {
    const { drill, pageId } = begun(main);
    const answer = main.log.run({ type: 'acknowledge', pageIds: [pageId] });
    incidentId = answer.ok ? answer.incidentId : undefined;
    main.log.run({ type: 'end-drill', drill });
  });
  await screen.findByRole('navigation', { name: 'What is open' });
  select({ kind: 'incident', incidentId: asIncidentId(incidentId ?? '') });
  expect(await screen.findByText('Ended: the drill was aborted', { selector: 'strong' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Incident clock' })).toBeNull();
  // What is learnt of it can be written down.
  expect(screen.getByRole('button', { name: 'No action items yet' })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Post-mortem' })).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'See the debriefs' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Drills and training' })).toBeDefined();
});

/** How main tells of a running drill. */
const RUNNING = {
  id: 'drill-1',
  scenario: 'outage',
  title: 'Outage',
  playbook: { id: 'p', version: '1', editions: {} },
  script: [
    { kind: 'note', at: 0, text: 'Support asks' },
    { kind: 'note', at: 9, text: 'Not yet' },
  ],
  startedAt: 0,
  startedBy: 'Ada',
  delivered: { 0: { at: 0, late: false } },
} as const;
const END = { name: 'command.run', input: { type: 'end-drill', drill: 'drill-1' } } as const;

it('says that a drill runs, tells what everybody was told, and ends it at once', async () => {
  const main = openWindow(undefined, { drill: RUNNING });
  expect(await screen.findByText('Drill running: Outage')).toBeDefined();
  expect(screen.getByText('Told to everyone: Support asks')).toBeDefined();
  expect(screen.queryByText(/Not yet/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Abort drill' }));
  await waitFor(() => expect(main.asked).toContainEqual(END));
});

it('offers the drills and the training of every playbook there is', async () => {
  const main = openWindow((seeded) => {
    const text = copiedText(builtInYaml('en'), { id: 'team', title: 'Team' })
      .replace("title: 'API response delay (500 ms → 5 s)'", 'title: Refunds pile up')
      .replace('text: Understand the incident-response process', 'text: Know the ledger');
    seeded.library.texts.set('team.en.yaml', text);
    seeded.libraryChanged();
  });
  await userEvent.click(await screen.findByRole('button', { name: /Drills and training/ }));
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Playbook' }), 'Team');
  await userEvent.click(await screen.findByRole('button', { name: 'Start drill: Refunds pile up' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('checkbox'));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Start drill' }));
  await waitFor(() => expect([...foldDrills(main.log.events).values()][0]?.playbook.id).toBe('team'));
  await userEvent.click(screen.getByRole('radio', { name: 'Training' }));
  await userEvent.click(await screen.findByRole('button', { name: 'haseong: done today: Know the ledger' }));
  const ticked = { type: 'tick-training', playbook: 'team', person: 'haseong', item: 'know-process' };
  await waitFor(() =>
    expect(main.asked.map(({ input }) => input)).toContainEqual({ ...ticked, course: 'newcomers' }),
  );
});

it('is ended from the palette too', async () => {
  const main = openWindow(undefined, { drill: RUNNING });
  await screen.findByText('Drill running: Outage');
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox'), 'abort');
  await userEvent.click(await screen.findByRole('option', { name: /Abort drill/ }));
  await waitFor(() => expect(main.asked).toContainEqual(END));
});
