import type { StatusReport } from '#shared/status.ts';
import { expect, test } from '../support/fixtures.ts';
import type { NotifyCall } from '../support/notify-call.ts';
import type { ReceiverClient } from '../support/receiver.ts';
import { waitFor } from '../support/wait-for.ts';
import { count, settle } from './app/rings.ts';
import { hidden, minuteMs, moveClock, raise, statusOf } from './app/view.ts';

/** What is announced of an incident's deadlines, and when. */

test.describe('deadlines of an incident', () => {
  async function openIncident(run: ReceiverClient, severity: string): Promise<string> {
    const id = await raise(run, { title: 'down', severity });
    expect((await run.post(`/v1/pages/${id}/acknowledge`, '')).status).toBe(200);
    const [incident] = (await statusOf(run)).incidents;
    return incident?.detectedAt ?? '';
  }
  const deadlineCalls = (calls: readonly NotifyCall[]): NotifyCall[] =>
    calls.filter(({ summary }) => /due|late/i.test(summary));
  const states = ({ incidents }: StatusReport): Record<string, string> =>
    Object.fromEntries((incidents[0]?.milestones ?? []).map(({ id, state }) => [id, state]));

  test('a milestone is announced before its deadline and when it is late', async ({
    launch,
    notificationService: { calls, open },
  }) => {
    const run = await launch(hidden);
    const at = await openIncident(run, 'SEV-1');
    const time = new Date(Date.parse(at) + 5 * minuteMs).toISOString().slice(11, 16);
    await moveClock(run.app, at, 2.5 * minuteMs);
    await settle(run, calls);
    expect(deadlineCalls(calls())).toEqual([]);
    await moveClock(run.app, at, 3 * minuteMs);
    await waitFor('the notice before', () => count(calls(), `Declare due at ${time}`) === 1);
    expect(states(await statusOf(run))).toMatchObject({ acknowledge: 'met', declare: 'due' });
    await moveClock(run.app, at, 5 * minuteMs);
    await waitFor(
      'the notice of being late',
      () => count(calls(), `Declare is late (was due ${time})`) === 1,
    );
    expect(states(await statusOf(run))).toMatchObject({ declare: 'late', assemble: 'upcoming' });
    expect(deadlineCalls(open()).map(({ summary, urgency, body }) => [summary, urgency, body])).toEqual([
      [`Declare is late (was due ${time})`, 'critical', 'SEV-1 down'],
    ]);
  });

  test('deadlines that passed together are one notice', async ({
    launch,
    notificationService: { calls },
  }) => {
    const run = await launch(hidden);
    const at = await openIncident(run, 'SEV-1');
    await moveClock(run.app, at, 35 * minuteMs);
    await waitFor('the notice', () => deadlineCalls(calls()).length > 0);
    await settle(run, calls);
    expect(deadlineCalls(calls()).map(({ summary }) => summary)).toEqual([
      'Late: Declare, Assemble, Diagnose',
    ]);
  });

  test('a page that comes in long after its deadlines rings once', async ({
    launch,
    notificationService: { calls },
  }) => {
    const run = await launch(hidden);
    await raise(run, {
      title: 'old',
      severity: 'SEV-1',
      startedAt: new Date(Date.now() - 120 * minuteMs).toISOString(),
    });
    await settle(run, calls);
    expect(calls().map(({ summary }) => summary)).toEqual(['SEV-1 old', 'SEV-4 marker 0']);
    expect(calls()[0]?.body).toContain('Acknowledgement is late');
  });

  test('a status update that is due is announced', async ({ launch, notificationService: { calls } }) => {
    const run = await launch();
    const page = await run.page();
    const id = await raise(run, { title: 'down', severity: 'SEV-1' });
    await page.evaluate(
      (pageId) =>
        window.tplus.request['command.run']({ type: 'acknowledge', pageIds: [pageId], declare: true }),
      id,
    );
    const [incident] = (await statusOf(run)).incidents;
    const due = incident?.updateDueAt ?? '';
    expect(Date.parse(due)).toBeGreaterThan(Date.now() + 14 * minuteMs);
    await moveClock(run.app, due, 0);
    const summary = `Status update due (${due.slice(11, 16)})`;
    await waitFor('the notice', () => count(calls(), summary) === 1);
    // Missed for as long again: it says so again.
    await moveClock(run.app, due, 15 * minuteMs);
    await waitFor('the next notice', () => count(calls(), summary) === 2);
  });
});
