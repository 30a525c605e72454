import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECOND_MS } from '#shared/domain/duration.ts';
import { type Arrival, pagesInSummary, STORM_WINDOW_MS } from '#shared/domain/alerting/storm.ts';
import { asPageId } from '#shared/domain/ids.ts';
import type { Severity } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';

function arrivals(...afterMs: (number | [number, Severity])[]): Arrival[] {
  return afterMs.map((each, index) => {
    const [ms, severity] = typeof each === 'number' ? [each, 'SEV-2' as const] : each;
    return { pageId: asPageId(String(index)), receivedAt: T0 + ms, severity };
  });
}
const inSummary = (given: readonly Arrival[]): number[] => [...pagesInSummary(given)].map(Number);
const every = (ms: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => index * ms);
const sev1 = (ms: number): [number, Severity] => [ms, 'SEV-1'];

describe('when it is a storm', () => {
  it.each<[string, Arrival[], number[]]>([
    ['none at all', [], []],
    ['five at once are none', arrivals(0, 0, 0, 0, 0), []],
    ['the sixth of six at once is', arrivals(0, 0, 0, 0, 0, 0), [5]],
    ['six within ten seconds', arrivals(...every(1999, 6)), [5]],
    ['six over ten seconds', arrivals(...every(2000, 6)), []],
    ['a page every two seconds for a minute', arrivals(...every(2000, 30)), []],
    ['seven: from the sixth on', arrivals(0, 1, 2, 3, 4, 5, 6), [5, 6]],
    ['goes on while pages come', arrivals(0, 0, 0, 0, 0, 0, 9999, 19_998), [5, 6, 7]],
    ['ends after ten quiet seconds', arrivals(0, 0, 0, 0, 0, 0, 10_000), [5]],
    ['a second one', arrivals(...every(0, 6), ...every(0, 6).map(() => 60_000)), [5, 11]],
  ])('%s', (_, given, expected) => {
    expect(inSummary(given)).toEqual(expected);
  });
});

describe('the first SEV-1s of a storm still get their own', () => {
  it.each<[string, Arrival[], number[]]>([
    ['three of a storm', arrivals(0, 0, 0, 0, 0, 0, sev1(1), sev1(2), sev1(3), sev1(4)), [5, 9]],
    ['those before it began count', arrivals(sev1(0), sev1(0), 0, 0, 0, 0, sev1(1), sev1(2)), [5, 7]],
    ['the one that begins it is one of them', arrivals(sev1(0), sev1(0), 0, 0, 0, sev1(0), sev1(1)), [6]],
    ['so is the last before it', arrivals(0, 0, 0, 0, sev1(0), 0, sev1(1), sev1(2), sev1(3)), [5, 8]],
    ['all SEV-1', arrivals(...every(0, 8).map(sev1)), [5, 6, 7]],
    [
      'again in the next storm',
      arrivals(...every(0, 6).map(sev1), ...every(0, 7).map((): [number, Severity] => sev1(60_000))),
      [5, 11, 12],
    ],
  ])('%s', (_, given, expected) => {
    expect(inSummary(given)).toEqual(expected);
  });
});

describe('pages somebody took', () => {
  it('are no longer waiting when the next come', () => {
    const taken = arrivals(0, 0, 0).map((each) => ({ ...each, takenAt: T0 + SECOND_MS }));
    const next = arrivals(0, 0, 0, 2000, 2000, 2000).slice(3);
    expect(inSummary([...taken, ...next])).toEqual([]);
  });

  it('at the very moment are waiting no longer', () => {
    const taken = arrivals(0, 0, 0, 0, 0).map((each) => ({ ...each, takenAt: T0 + SECOND_MS }));
    expect(inSummary([...taken, ...arrivals(0, 0, 0, 0, 0, SECOND_MS).slice(5)])).toEqual([]);
  });

  it('later do not move a page from one side to the other', () => {
    const times = fc.array(fc.tuple(fc.nat({ max: 4000 }), fc.option(fc.nat({ max: 60_000 }))), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(times, fc.nat({ max: 60_000 }), (steps, nowMs) => {
        let at = 0;
        const all = steps.map(([gapMs, takenMs], index): Arrival => {
          at += gapMs;
          const taken = takenMs === null ? {} : { takenAt: T0 + at + takenMs };
          return { pageId: asPageId(String(index)), receivedAt: T0 + at, severity: 'SEV-2', ...taken };
        });
        const now = T0 + nowMs;
        const sofar = all
          .filter(({ receivedAt }) => receivedAt <= now)
          .map(
            ({ takenAt, ...arrival }): Arrival =>
              takenAt !== undefined && takenAt <= now ? { ...arrival, takenAt } : arrival,
          );
        const later = inSummary(all);
        expect(inSummary(sofar)).toEqual(later.filter((index) => index < sofar.length));
      }),
    );
  });
});

it('never hides the first five of any stretch, however many come', () => {
  expect(inSummary(arrivals(...every(1, 20_000)))).toHaveLength(20_000 - 5);
  expect(STORM_WINDOW_MS).toBe(10 * SECOND_MS);
});
