import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/command/command.ts';
import { foldIncidentEvents, foldPageEvents } from '#shared/domain/event/fold.ts';
import { T0 } from '../event/events.ts';
import { shuffled } from '../event/histories.ts';
import { PaperLog } from './paper-log.ts';

const PAGES = ['a', 'b', 'c', 'd', 'e'];
const INCIDENTS = ['incident-1', 'incident-2', 'incident-3'];
const page = fc.constantFrom(...PAGES);
const pages = fc.uniqueArray(page, { minLength: 1, maxLength: 3 });
const incident = fc.constantFrom(...INCIDENTS);
const countFromEarliest = fc.boolean();

type Step = Command | { readonly type: 'undo-one'; readonly which: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('acknowledge' as const), pageIds: pages, recheckAfterMs: fc.constant(1000) }),
  fc.record({ type: fc.constant('acknowledge' as const), pageIds: pages, incidentId: incident }),
  fc.record({ type: fc.constant('recheck' as const), pageId: page }),
  fc.record({ type: fc.constant('resolve-page' as const), pageId: page }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('link-pages' as const),
      pageIds: pages,
      incidentId: incident,
      countFromEarliest,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('merge-incidents' as const),
      from: incident,
      into: incident,
      countFromEarliest,
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('undo-one' as const), which: fc.nat({ max: 12 }) }) },
);

function play(steps: readonly Step[]): PaperLog {
  const log = new PaperLog();
  for (const [index, id] of PAGES.entries())
    log.page(id, { startedAt: T0 - index * 1000, severity: 'SEV-1' });
  for (const id of PAGES.slice(0, 3)) log.do({ type: 'acknowledge', pageIds: [id] });
  for (const each of steps) {
    log.now += 1000;
    if (each.type !== 'undo-one') log.run(each);
    else {
      const target = log.events.toReversed()[each.which];
      if (target !== undefined) log.run({ type: 'undo', eventId: target.id });
    }
  }
  return log;
}

const idsIn = (log: PaperLog): string[] => [
  ...new Set(log.events.flatMap(({ incidentId }) => incidentId ?? [])),
];

describe('whatever is linked, moved, merged and undone', () => {
  it('a page is in one incident, and the two say the same', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const log = play(steps);
        const holders = (id: string): string[] =>
          idsIn(log).filter((each) => log.incidentNow(each)?.pageIds.includes(id as never) === true);
        for (const id of PAGES) {
          const { incidentId } = log.pageNow(id) ?? {};
          expect(holders(id)).toEqual(incidentId === undefined ? [] : [incidentId]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what was merged is over and empty, and the way to where it went ends at what is open', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const log = play(steps);
        for (const id of idsIn(log)) {
          let at = log.incidentNow(id);
          if (at?.merged === undefined) continue;
          expect(at.pageIds).toEqual([]);
          for (let hops = 0; at?.merged !== undefined; hops += 1) {
            expect(at.closedAt).toBeDefined();
            expect(hops).toBeLessThan(10);
            at = log.incidentNow(at.merged.into);
          }
          expect(at).toBeDefined();
          expect(at?.closedAt).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('replicas that got it in any order show the same', () => {
    fc.assert(
      fc.property(
        fc
          .array(step, { maxLength: 12 })
          .map((steps) => play(steps).events)
          .chain((events) => fc.tuple(fc.constant(events), shuffled(events))),
        ([events, mixed]) => {
          for (const id of PAGES) {
            const of = (all: typeof mixed) => foldPageEvents(all.filter(({ pageId }) => pageId === id));
            expect(of(mixed)).toEqual(of([...events]));
          }
          for (const id of INCIDENTS) {
            const of = (all: typeof mixed) =>
              foldIncidentEvents(all.filter(({ incidentId }) => incidentId === id));
            expect(of(mixed)).toEqual(of([...events]));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
