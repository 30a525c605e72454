import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { dueSteps, isLate, isPlayedOut } from '#shared/domain/drill/due-steps.ts';
import { T0 } from '../event/events.ts';
import { deliveredSteps, drillLog, drillNow, drillPages, playOn, SCRIPT, START } from './drills.ts';

describe('what is due', () => {
  it.each<[string, number, number[], number | undefined]>([
    ['nothing at the start', 0, [], MINUTE_MS],
    ['the first at its time', MINUTE_MS, [0], 3 * MINUTE_MS],
    ['all that the time has passed, in order', 4 * MINUTE_MS, [0, 1, 2], 10 * MINUTE_MS],
    ['everything in the end', 600 * MINUTE_MS, [0, 1, 2, 3], undefined],
    ['nothing while the clock is behind the start', -MINUTE_MS, [], MINUTE_MS],
  ])('%s', (_name, after, due, next) => {
    const log = drillLog();
    log.do(START);
    const schedule = dueSteps(drillNow(log), T0 + after);
    expect(schedule.due.map(({ step }) => step)).toEqual(due);
    expect(schedule.lookAgainAt).toBe(next === undefined ? undefined : T0 + next);
  });

  it('nothing once the drill has ended', () => {
    const log = drillLog();
    log.do(START);
    log.do({ type: 'end-drill', drill: drillNow(log).id });
    expect(dueSteps(drillNow(log), T0 + 600 * MINUTE_MS)).toEqual({ due: [] });
  });

  it('is late a minute after its time, not before', () => {
    const log = drillLog();
    log.do(START);
    const drill = drillNow(log);
    const [step] = drill.script;
    if (step === undefined) throw new Error('no step');
    expect(isLate(drill, step, T0 + 2 * MINUTE_MS)).toBe(false);
    expect(isLate(drill, step, T0 + 2 * MINUTE_MS + SECOND_MS)).toBe(true);
  });
});

/** A kill between any two moments changes nothing: nothing is kept but the log. So a run is when the app looked. */
const looks = fc.array(fc.integer({ min: -20 * MINUTE_MS, max: 20 * MINUTE_MS }), { maxLength: 12 });

describe('however the app is killed, put to sleep, and its clock set', () => {
  it('each step is delivered exactly once, in order, and none before its time', () => {
    fc.assert(
      fc.property(looks, (jumps) => {
        const log = drillLog();
        log.do(START);
        for (const jump of jumps) {
          log.now = Math.max(T0 - 60 * MINUTE_MS, log.now + jump);
          playOn(log);
          const early = deliveredSteps(log.events).filter(
            (index) => T0 + (SCRIPT[index]?.at ?? 0) > highest(log.events),
          );
          expect(early).toEqual([]);
        }
        log.now = T0 + 600 * MINUTE_MS;
        playOn(log);
        playOn(log);
        expect(deliveredSteps(log.events)).toEqual([0, 1, 2, 3]);
        expect(isPlayedOut(drillNow(log))).toBe(true);
        expect(drillPages(log)).toHaveLength(1);
        expect(log.events.filter(({ type }) => type === 'page.severity-raised')).toHaveLength(1);
        expect(log.events.filter(({ type }) => type === 'page.resolved')).toHaveLength(1);
        expect(drillNow(log).ended?.how).toBe('finished');
      }),
    );
  });

  it('an abort at any moment leaves nothing ringing, open or to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 * MINUTE_MS }), fc.boolean(), (after, taken) => {
        const log = drillLog();
        log.do(START);
        log.now = T0 + after;
        playOn(log);
        const pageIds = drillPages(log);
        if (taken && pageIds.length > 0) log.do({ type: 'acknowledge', pageIds });
        log.do({ type: 'end-drill', drill: drillNow(log).id });
        const before = log.events.length;
        log.now = T0 + 600 * MINUTE_MS;
        playOn(log);
        expect(log.events).toHaveLength(before);
        for (const id of pageIds) expect(log.pageNow(id)?.status).toBe('resolved');
        for (const { incidentId = '' } of log.events)
          if (incidentId !== '') expect(log.incidentNow(incidentId)?.closedAt).toBeDefined();
      }),
    );
  });
});

function highest(events: readonly { readonly recordedAt: number }[]): number {
  return Math.max(...events.map(({ recordedAt }) => recordedAt));
}
