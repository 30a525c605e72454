// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { initialHistory, useHistory } from '../../../../src/renderer/features/history/history-state.ts';
import { useLive } from '../../../../src/renderer/db/live.ts';
import { readCsv } from '../../../support/read-csv.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow, stopTime } from '../screen.tsx';

cleanScreens();
beforeEach(() => {
  useHistory.setState(initialHistory, true);
  stopTime();
});

/** An incident that was acknowledged after 3 minutes and closed after 45. */
function pastIncident(main: FakeMain, title: string, test = false): string {
  const page = receivePage(main.log, { title, test, startedAt: Date.now(), occurredAt: Date.now() });
  vi.setSystemTime(Date.now() + 3 * MINUTE_MS);
  const answer = main.log.run({ type: 'acknowledge', pageIds: [page] });
  const incidentId = answer.ok ? (answer.incidentId ?? '') : '';
  vi.setSystemTime(Date.now() + 42 * MINUTE_MS);
  for (const milestone of ['resolve', 'close'])
    main.log.run({ type: 'meet-milestone', incidentId, milestone });
  return incidentId;
}

async function openHistory(seed: (main: FakeMain) => void = () => {}): Promise<FakeMain> {
  const main = openWindow(seed);
  await userEvent.click(await screen.findByRole('button', { name: 'History and metrics' }));
  await screen.findByRole('heading', { level: 1, name: 'History and metrics' });
  return main;
}

describe('history and metrics', () => {
  it('says that there is nothing yet, and shows sample data on one click, gone on another', async () => {
    const main = await openHistory();
    await screen.findByRole('heading', { name: 'No incident yet' });
    const [show] = screen.getAllByRole('button', { name: 'Show sample data' });
    if (show === undefined) throw new Error('no button');
    const logged = main.log.events.length;
    await userEvent.click(show);
    expect(await screen.findByRole('button', { name: /^MTTR, SEV-1.*45 min.*Meets the goal/ })).toBeDefined();
    expect(screen.getByRole('button', { name: /^Action items.*85%.*Misses the goal/ })).toBeDefined();
    expect(screen.getByText(/None of this happened/)).toBeDefined();
    // Nothing of it is anywhere else.
    expect(main.log.events).toHaveLength(logged);
    expect([...useLive.getState().incidents.keys()]).toEqual([]);
    expect(await useLive.getState().store?.figures()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove sample data' }));
    await screen.findByRole('heading', { name: 'No incident yet' });
    expect(screen.queryByText(/None of this happened/)).toBeNull();
  });

  it('opens what is behind a figure, and from there the incident', async () => {
    await openHistory((main) => {
      pastIncident(main, 'Checkout is down');
      pastIncident(main, 'Only a test', true);
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^MTTA.*3 min.*Meets the goal.*from 1 incident/ }),
    );
    const list = await screen.findByRole('region', { name: 'Past incidents' });
    expect(within(list).getByRole('heading', { name: 'Behind “MTTA”' })).toBeDefined();
    const rows = within(list).getAllByRole('button', { name: /resolved in 45 min/ });
    expect(rows).toHaveLength(1);
    await userEvent.click(within(list).getByRole('button', { name: 'Show all incidents' }));
    const all = await within(list).findAllByRole('button', { name: /resolved in 45 min/ });
    expect(all.map((row) => row.textContent)).toEqual([
      expect.stringContaining('Only a testTest'),
      expect.stringContaining('Checkout is down'),
    ]);
    const [, real] = all;
    if (real === undefined) throw new Error('no row');
    await userEvent.click(real);
    expect(await screen.findByRole('heading', { level: 1, name: 'Checkout is down' })).toBeDefined();
  });

  it('says what a figure left out, and what does not count', async () => {
    const main = await openHistory((fake) => {
      pastIncident(fake, 'Checkout is down');
      pastIncident(fake, 'Only a test', true);
    });
    expect(await screen.findByRole('button', { name: 'Not counted: 1 test.' })).toBeDefined();
    // What happens meanwhile shows.
    act(
      () =>
        void main.log.run({
          type: 'acknowledge',
          pageIds: [receivePage(main.log, { startedAt: Date.now() })],
        }),
    );
    expect(
      await screen.findByRole('button', { name: /^MTTR, SEV-1.*from 1 incident.*Left out: 1 not resolved/ }),
    ).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: /^MTTR, SEV-1/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Left out: 1 not resolved' }));
    expect(await screen.findByRole('heading', { name: /Left out: 1 not resolved/ })).toBeDefined();
  });

  it('shows each chart as a table whose figures open what is behind them', async () => {
    await openHistory((main) => void pastIncident(main, 'Checkout is down'));
    await userEvent.click(await screen.findByRole('button', { name: 'Show “MTTR by severity” as a table' }));
    const row = within(await screen.findByRole('table', { name: 'MTTR by severity' })).getByRole('row', {
      name: /^SEV-1/,
    });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(expect.arrayContaining(['45 min', '–']));
    await userEvent.click(within(row).getByRole('button'));
    expect(await screen.findByRole('heading', { name: 'Behind “MTTR, SEV-1”' })).toBeDefined();
  });

  it('goes through the marks of a chart by arrows, and opens one by a key', async () => {
    await openHistory((main) => void pastIncident(main, 'Checkout is down'));
    const chart = await screen.findByRole('group', { name: 'Milestones kept' });
    const [first, second] = within(chart).getAllByRole('button');
    act(() => first?.focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(second);
    const label = second?.getAttribute('aria-label') ?? '';
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: `Behind “${label}”` })).toBeDefined();
  });

  it('saves what is listed as CSV, and a chart as a picture of the window', async () => {
    const main = await openHistory((fake) => void pastIncident(fake, 'Checkout is down'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Save “Incidents by month” as a picture' }),
    );
    await waitFor(() => expect(main.saved).toEqual([{ name: 'tplus-by-month.png', base64: 'iVBORw0KGgo=' }]));
    await userEvent.click(screen.getByRole('button', { name: 'Save as CSV' }));
    await waitFor(() => expect(main.saved).toHaveLength(2));
    const file = main.saved[1];
    const rows = readCsv(file !== undefined && 'text' in file ? file.text : '');
    expect(rows.map(([, title]) => title)).toEqual(['title', 'Checkout is down']);
  });

  it('waits for incidents that are being folded anew, and says how far they are', async () => {
    await openHistory((main) => void pastIncident(main, 'Checkout is down'));
    act(() => useLive.setState({ refolding: { done: 200, total: 900 } }));
    const bar = await screen.findByRole('progressbar', { name: /Getting past incidents ready/ });
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['200', '900']);
    act(() => useLive.setState({ refolding: undefined }));
    expect(await screen.findByRole('button', { name: /^MTTA/ })).toBeDefined();
  });
});
