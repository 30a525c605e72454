import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '#shared/domain/command/command.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { foldDrills } from '#shared/domain/drill/drill.ts';
import { DrillRunner } from '../../../../src/main/drill/drill-runner.ts';
import type { PaperLog } from '../../shared/domain/command/paper-log.ts';
import {
  deliveredSteps,
  drillLog,
  drillNow,
  drillPages,
  START,
  subjectsOf,
} from '../../shared/domain/drill/drills.ts';
import { T0 } from '../../shared/domain/event/events.ts';

beforeEach(() => void vi.useFakeTimers({ now: T0 }));
afterEach(() => void vi.useRealTimers());

/** A runner over a log on paper. The log fails while `isDown`, after having written or before. */
function runnerOver(log: PaperLog, isDown: () => 'no' | 'before' | 'after' = () => 'no') {
  const reports: string[] = [];
  const runner = new DrillRunner({
    clock: { now: () => Date.now() },
    drills: () => [...foldDrills(log.events).values()].filter(({ ended }) => ended === undefined),
    subjects: () => subjectsOf(log),
    run: async (command: Command) => {
      const down = isDown();
      if (down === 'before') throw new Error('disk full');
      log.now = Date.now();
      const plan = log.run(command);
      await Promise.resolve();
      if (down === 'after') throw new Error('the thread died');
      return plan;
    },
    report: (what) => void reports.push(what),
  });
  return { runner, reports };
}

function started(): PaperLog {
  const log = drillLog();
  log.do(START);
  return log;
}

describe('a running drill', () => {
  it('goes on by itself, each step at its time, and ends', async () => {
    const log = started();
    const { runner } = runnerOver(log);
    runner.look();
    await vi.advanceTimersByTimeAsync(MINUTE_MS - 1);
    expect(deliveredSteps(log.events)).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(deliveredSteps(log.events)).toEqual([0]);
    await vi.advanceTimersByTimeAsync(9 * MINUTE_MS);
    expect(deliveredSteps(log.events)).toEqual([0, 1, 2, 3]);
    expect(drillNow(log).ended?.how).toBe('finished');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits for what is still open when its script is played out', async () => {
    const log = started();
    const { runner } = runnerOver(log);
    runner.look();
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    log.do({ type: 'acknowledge', pageIds: drillPages(log) });
    await vi.advanceTimersByTimeAsync(60 * MINUTE_MS);
    expect(drillNow(log).ended).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('arms nothing once it was aborted', async () => {
    const log = started();
    const { runner } = runnerOver(log);
    runner.look();
    log.do({ type: 'end-drill', drill: drillNow(log).id });
    runner.look();
    await vi.advanceTimersByTimeAsync(60 * MINUTE_MS);
    expect(deliveredSteps(log.events)).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says that the log cannot be written, and goes on once it can', async () => {
    const log = started();
    let down: 'no' | 'before' = 'before';
    const { runner, reports } = runnerOver(log, () => down);
    runner.look();
    await vi.advanceTimersByTimeAsync(MINUTE_MS + 45 * SECOND_MS);
    expect(reports).toHaveLength(2);
    down = 'no';
    await vi.advanceTimersByTimeAsync(30 * SECOND_MS);
    expect(deliveredSteps(log.events)).toEqual([0]);
  });

  it('stops with the app', async () => {
    const log = started();
    const { runner } = runnerOver(log);
    runner.look();
    await vi.advanceTimersByTimeAsync(0);
    runner.stop();
    await vi.advanceTimersByTimeAsync(60 * MINUTE_MS);
    expect(deliveredSteps(log.events)).toEqual([]);
  });
});

/** What happens to the app: time passes, the clock is set, the log fails before or after writing, the app is killed. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 4 * MINUTE_MS }) }),
  fc.record({
    kind: fc.constant('set' as const),
    ms: fc.integer({ min: -9 * MINUTE_MS, max: 9 * MINUTE_MS }),
  }),
  fc.record({
    kind: fc.constantFrom('kill', 'look', 'fail-before', 'fail-after', 'heal'),
    ms: fc.constant(0),
  }),
);

it('delivers each step once and in order, whatever happens to the app', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 15 }), async (story) => {
      vi.setSystemTime(T0);
      const log = started();
      let down: 'no' | 'before' | 'after' = 'no';
      let { runner } = runnerOver(log, () => down);
      for (const { kind, ms } of story) {
        if (kind === 'pass') await vi.advanceTimersByTimeAsync(ms);
        else if (kind === 'set') vi.setSystemTime(Math.max(T0 - 60 * MINUTE_MS, Date.now() + ms));
        else if (kind === 'kill') {
          runner.stop();
          ({ runner } = runnerOver(log, () => down));
        } else down = kind === 'fail-before' ? 'before' : kind === 'fail-after' ? 'after' : 'no';
        runner.look();
        await vi.advanceTimersByTimeAsync(0);
      }
      down = 'no';
      vi.setSystemTime(T0 + 120 * MINUTE_MS);
      runner.look();
      await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
      expect(deliveredSteps(log.events)).toEqual([0, 1, 2, 3]);
      expect(drillPages(log)).toHaveLength(1);
      expect(log.events.filter(({ type }) => type === 'drill.ended')).toHaveLength(1);
      runner.stop();
    }),
    { numRuns: 60 },
  );
});
