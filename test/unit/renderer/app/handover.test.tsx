// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { foldDrills } from '#shared/domain/drill/drill.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import type { FileToSave } from '#shared/ipc/contract.ts';
import { useDrafts } from '../../../../src/renderer/db/drafts.ts';
import { useLive } from '../../../../src/renderer/db/live.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

const open = async (): Promise<HTMLElement> => {
  await userEvent.click(await screen.findByRole('button', { name: 'Hand over' }));
  return screen.findByRole('dialog', { name: 'Hand over' });
};

it('writes one document of what is open, is copied and saved, recorded, and read again', async () => {
  const main = openWindow(({ log }) => {
    log.run({ type: 'acknowledge', pageIds: [receivePage(log, { title: 'Checkout is down' })] });
    receivePage(log, { title: 'Disk full' });
    receivePage(log, { title: 'A test', test: true });
  });
  let dialog = await open();
  const preview = within(dialog).getByRole('region', { name: 'The document' });
  await waitFor(() =>
    expect(preview.textContent).toMatch(/Open incidents \(1\)\n- SEV-1 Checkout is down, detected/),
  );
  expect(preview.textContent).toMatch(/Pages nobody has taken \(1\)\n- SEV-1 Disk full/);
  expect(preview.textContent).not.toContain('A test');
  expect(preview.textContent).toContain('\nSilenced alerts\nNone in Tplus.\n\nSet elsewhere');
  await userEvent.type(within(dialog).getByLabelText('Notes for the next person'), 'Call the provider');
  await userEvent.type(within(dialog).getByLabelText('Alerts silenced elsewhere'), 'NoisyDisk');
  // Put away by mistake: what was typed is still there.
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  dialog = await open();
  expect(within(dialog).getByDisplayValue('Call the provider')).toBeDefined();
  expect(within(dialog).getByDisplayValue('NoisyDisk')).toBeDefined();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Copy for Slack' }));
  await waitFor(() =>
    expect(main.copied.at(-1)?.text).toContain('*Notes for the next person*\nCall the provider'),
  );
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save as Markdown' }));
  const saved = () =>
    main.asked.findLast(({ name }) => name === 'file.save')?.input as FileToSave | undefined;
  await waitFor(() => expect(saved()?.name).toMatch(/^hand-over-\d{4}-\d\d-\d\d\.md$/));
  expect(JSON.stringify(saved())).toContain(String.raw`## Notes for the next person\nCall the provider\n`);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Record hand-over' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const written = main.log.events.findLast(({ type }) => type === 'handover.written');
  expect(JSON.stringify(written?.payload)).toContain('Call the provider');
  expect(JSON.stringify(written?.payload)).toContain('does not see them:\\nNoisyDisk');
  dialog = await open();
  expect(within(dialog).getByLabelText('Notes for the next person')).toHaveProperty('value', '');
  expect(within(dialog).getByLabelText('Alerts silenced elsewhere')).toHaveProperty('value', '');
  const past = await within(dialog).findByRole('region', { name: 'Earlier hand-overs' });
  expect(past.textContent).toContain('Call the provider');
  expect(within(dialog).getByRole('option', { name: /^Since the last hand-over/ })).toHaveProperty(
    'selected',
    true,
  );
});

it('has of a drill only what is to be done after it, marked', async () => {
  openWindow(({ log }) => {
    log.run({ type: 'start-drill', scenario: 'slow-api', language: 'en', everyoneKnows: true });
    const [drill = ''] = foldDrills(log.events).keys();
    for (const [of, description] of [
      [{ drill }, 'Practise more'],
      [{}, 'Alert earlier'],
    ] as const) {
      const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log, of)] });
      log.run({
        type: 'add-action',
        incidentId: answer.ok ? (answer.incidentId ?? '') : '',
        description,
        owner: '',
        dueOn: '2026-01-01',
        status: 'open',
        priority: 'medium',
        category: '',
      });
    }
  });
  const preview = within(await open()).getByRole('region', { name: 'The document' });
  await waitFor(() => expect(preview.textContent).toContain('Alert earlier'));
  expect(preview.textContent).toMatch(/Practise more.*\[DRILL\]/);
  expect(preview.textContent).not.toMatch(/Alert earlier[^·]*·[^·]*\[DRILL\]/);
  expect(preview.textContent?.match(/\[DRILL\]/g)).toHaveLength(1);
});

it('tells earlier hand-overs that could not be read from none', async () => {
  openWindow();
  await waitFor(() => expect(useLive.getState().store).toBeDefined());
  Object.assign(useLive.getState().store ?? {}, { practice: () => Promise.reject(new Error('gone')) });
  const dialog = await open();
  expect(await within(dialog).findByText(/Earlier hand-overs could not be read/)).toBeDefined();
});

it('says that something may be missing where it could not be read', async () => {
  openWindow();
  await waitFor(() => expect(useLive.getState().store).toBeDefined());
  Object.assign(useLive.getState().store ?? {}, { figures: () => Promise.reject(new Error('gone')) });
  const dialog = await open();
  expect(await within(dialog).findByText(/could not be read, so they may be missing/)).toBeDefined();
  expect(within(dialog).getByRole('button', { name: 'Record hand-over' })).toHaveProperty('disabled', false);
});

it('says what keeps alerts from being heard here: a page that waits, notifications that do not show, a drill', async () => {
  openWindow(
    ({ log }) => {
      const pageIds = [receivePage(log, { title: 'Queue is long' })];
      log.run({ type: 'acknowledge', pageIds, recheckAfterMs: 15 * MINUTE_MS });
    },
    {
      health: {
        native: 'refused',
        tray: 'shown',
        degraded: [{ reason: 'notifications-not-shown', detail: '' }],
      },
      drill: {
        id: 'drill-1',
        scenario: 'outage',
        title: 'Outage',
        playbook: { id: 'p', version: '1', editions: {} },
        script: [],
        startedAt: 0,
        startedBy: 'Ada',
        delivered: {},
      },
    },
  );
  const preview = within(await open()).getByRole('region', { name: 'The document' });
  await waitFor(() => expect(preview.textContent).toContain('Queue is long: acknowledged, pages again at'));
  expect(preview.textContent).toContain('Notifications do not show on this computer');
  expect(preview.textContent).toContain('A drill is running: Outage.');
});

it('goes on from where the last one ended, unless another shift is picked', async () => {
  const main = openWindow(({ log }) => {
    for (const until of [2 * HOUR_MS, 3 * HOUR_MS])
      log.run({ type: 'write-handover', text: 'Before', from: HOUR_MS, until });
  });
  const froms = () =>
    main.log.events.flatMap(({ type, payload }) =>
      type === 'handover.written' ? [(payload as { from: number }).from] : [],
    );
  let dialog = within(await open());
  await dialog.findByRole('option', { name: /^Since the last hand-over/, selected: true });
  await userEvent.click(dialog.getByRole('button', { name: 'Record hand-over' }));
  await waitFor(() => expect(froms()).toEqual([HOUR_MS, HOUR_MS, 3 * HOUR_MS]));
  dialog = within(await open());
  await userEvent.selectOptions(dialog.getByLabelText('The shift'), 'The last 8 hours');
  await userEvent.click(dialog.getByRole('button', { name: 'Record hand-over' }));
  await waitFor(() => expect(froms()).toHaveLength(4));
  expect(Date.now() - (froms()[3] ?? 0)).toBeGreaterThanOrEqual(8 * HOUR_MS);
  expect(Date.now() - (froms()[3] ?? 0)).toBeLessThan(9 * HOUR_MS);
});

it('keeps what was typed, and stays, where it could not be recorded', async () => {
  const main = openWindow();
  const dialog = within(await open());
  await userEvent.type(dialog.getByLabelText('Notes for the next person'), 'Call the provider');
  main.failing.set('command.run', { ok: false, code: 'disk-full', detail: '' });
  await userEvent.click(dialog.getByRole('button', { name: 'Record hand-over' }));
  await screen.findByText(/the disk is full/);
  const still = within(screen.getByRole('dialog', { name: 'Hand over' }));
  expect(still.getByDisplayValue('Call the provider')).toBeDefined();
  expect(JSON.stringify(useDrafts.getState().byIncident)).toContain('Call the provider');
});

it('tells what is open from what was: of this shift, and nothing of tests and drills', async () => {
  openWindow(({ log }) => {
    const take = (of: Parameters<typeof receivePage>[1]): string => {
      const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log, of)] });
      return answer.ok ? (answer.incidentId ?? '') : '';
    };
    const end = (incidentId: string, ...milestones: readonly string[]): void => {
      for (const milestone of milestones) log.run({ type: 'meet-milestone', incidentId, milestone });
    };
    const ago = (hours: number): number => Date.now() - hours * HOUR_MS;
    log.run({ type: 'start-drill', scenario: 'slow-api', language: 'en', everyoneKnows: true });
    const [drill = ''] = foldDrills(log.events).keys();
    receivePage(log, { title: 'Waits in a drill', drill });
    take({ title: 'Drilled', drill });
    take({ title: 'Tested', test: true });
    take({ title: 'Open', startedAt: ago(30) });
    end(take({ title: 'Resolved now', startedAt: ago(30) }), 'resolve');
    end(take({ title: 'Closed now', startedAt: ago(2) }), 'resolve', 'close');
  });
  const preview = within(await open()).getByRole('region', { name: 'The document' });
  await waitFor(() => expect(preview.textContent).toContain('Closed now'));
  const part = (from: string, to: string): string =>
    preview.textContent?.slice(preview.textContent.indexOf(from), preview.textContent.indexOf(to)) ?? '';
  const openNow = part('Open incidents', 'Pages nobody');
  expect(openNow).toMatch(/^Open incidents \(2\)\n- .*\n- .*\n\n$/);
  expect(openNow).toContain('SEV-1 Open');
  expect(openNow).toContain('SEV-1 Resolved now');
  const shift = part('In this shift', 'Notes for');
  // What began before the shift and goes on is told above.
  expect(shift.match(/^- /gm)).toHaveLength(2);
  expect(shift).toContain('Resolved now');
  expect(shift).toContain('Closed now');
  expect(preview.textContent).not.toMatch(/Drilled|Tested|Waits in a drill/);
});
