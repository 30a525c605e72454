import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { type AlertingDecision, type AlertingInput, decideAlerting } from '#shared/domain/alerting/decide.ts';
import type { Arrival } from '#shared/domain/alerting/storm.ts';
import { SUMMARY_TAG } from '#shared/domain/alerting/toast.ts';
import { asIncidentId } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { incidentOf, metAt } from '../incident/incidents.ts';
import { pageOf } from '../page/pages.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { delivered, deliveryOf, ledgerOf } from './toasts.ts';

const EN = builtInPlaybook('en');

function inputOf(overrides: Partial<AlertingInput> = {}): AlertingInput {
  return {
    now: T0,
    pages: [],
    unsaved: [],
    arrivals: [],
    incidents: [],
    actions: [],
    playbook: EN,
    playbookFor: () => EN,
    ledger: new Map(),
    degraded: false,
    ...overrides,
  };
}
const arrivalsOf = (pages: readonly Page[]): Arrival[] =>
  pages.map(({ id, receivedAt, severity }) => ({ pageId: id, receivedAt, severity }));
const tags = ({ toasts }: AlertingDecision): string[] => toasts.map(({ tag }) => tag);

describe('with nothing open', () => {
  it('nothing shows and there is nothing to look at again', () => {
    expect(decideAlerting(inputOf())).toEqual({
      toasts: [],
      delivery: { show: [], close: [], changesAt: [] },
      tray: { state: 'quiet', count: 0, entries: [], degraded: false },
      unacknowledged: 0,
      recheck: [],
    });
  });

  it('what is still on screen is taken down', () => {
    const ledger = ledgerOf(deliveryOf('page:a', '1'));
    expect(decideAlerting(inputOf({ ledger })).delivery.close).toEqual(['page:a']);
  });
});

describe('what rings', () => {
  it.each([
    ['firing', ['page:a'], 1],
    ['acknowledged', [], 0],
    ['resolved', [], 0],
  ] as const)('a page that is %s', (status, expected, unacknowledged) => {
    const decision = decideAlerting(inputOf({ pages: [pageOf('a', { status })] }));
    expect(tags(decision)).toEqual(expected);
    expect(decision.unacknowledged).toBe(unacknowledged);
    expect(decision.tray.count).toBe(unacknowledged);
  });

  it('a page that the log could not take', () => {
    const decision = decideAlerting(inputOf({ unsaved: [pageOf('unsaved-1')] }));
    expect(decision.toasts[0]).toMatchObject({ tag: 'page:unsaved-1', content: { unsaved: true } });
    expect(decision.unacknowledged).toBe(1);
    expect(decision.tray.state).toBe('firing');
  });

  it('not a page that the log could not take and somebody took', () => {
    const decision = decideAlerting(inputOf({ unsaved: [pageOf('unsaved-1', { status: 'acknowledged' })] }));
    expect([decision.toasts, decision.unacknowledged, decision.tray.count]).toEqual([[], 0, 0]);
  });

  it('six at once: five of their own and a summary of one', () => {
    const pages = Array.from({ length: 6 }, (_, index) => pageOf(`p${index}`));
    const decision = decideAlerting(inputOf({ pages, arrivals: arrivalsOf(pages) }));
    expect(tags(decision)).toEqual(['page:p0', 'page:p1', 'page:p2', 'page:p3', 'page:p4', SUMMARY_TAG]);
  });

  it('a thousand at once: six', () => {
    const pages = Array.from({ length: 1000 }, (_, index) => pageOf(`p${index}`));
    const decision = decideAlerting(inputOf({ pages, arrivals: arrivalsOf(pages) }));
    expect(decision.delivery.show).toHaveLength(6);
    expect(decision.unacknowledged).toBe(1000);
  });

  it('incidents that are resolved are off the tray, their closing still due', () => {
    const incident = incidentOf({ resolvedAt: T0, met: metAt({ acknowledge: T0, resolve: T0 }) });
    const decision = decideAlerting(
      inputOf({ incidents: [{ incident, playbook: EN }], now: T0 + 24 * HOUR_MS }),
    );
    expect(decision.tray.count).toBe(0);
    expect(tags(decision)).toEqual(['deadline:incident-1']);
  });
});

describe('a promised second look', () => {
  const recheckAt = T0 + 15 * MINUTE_MS;
  const promised = pageOf('a', { status: 'acknowledged', recheckAt });
  it.each([
    ['before its time', promised, -1, [], recheckAt],
    ['at its time', promised, 0, ['a'], recheckAt + 30 * SECOND_MS],
    ['after it', promised, HOUR_MS, ['a'], recheckAt + HOUR_MS + 30 * SECOND_MS],
    ['not promised', pageOf('a', { status: 'acknowledged' }), HOUR_MS, [], undefined],
    ['resolved meanwhile', { ...promised, status: 'resolved' as const }, HOUR_MS, [], undefined],
  ])('%s', (_, page, afterMs, recheck, lookAgainAt) => {
    const decision = decideAlerting(inputOf({ pages: [page], now: recheckAt + afterMs }));
    expect(decision.recheck).toEqual(recheck);
    expect(decision.lookAgainAt).toBe(lookAgainAt);
  });
});

describe('whatever is open', () => {
  const near = fc.integer({ min: -3 * HOUR_MS, max: 10 * MINUTE_MS }).map((ms) => T0 + ms);
  const severity = fc.constantFrom(...SEVERITIES);
  const pages = fc.array(
    fc.record({
      severity,
      startedAt: near,
      receivedAt: near,
      alarmFrom: near,
      status: fc.constantFrom('firing' as const, 'acknowledged' as const),
      recheckAt: near,
    }),
    { maxLength: 12 },
  );
  const incidents = fc.array(
    fc.record({
      severity,
      detectedAt: near,
      declaredAt: fc.option(near, { nil: undefined }),
      updatedAt: fc.option(near, { nil: undefined }),
      met: fc.uniqueArray(fc.constantFrom('acknowledge', 'declare', 'assemble', 'diagnose', 'resolve')),
    }),
    { maxLength: 4 },
  );
  const outcomes = fc.constantFrom('pending', 'shown', 'refused', 'no-daemon', 'timed-out', 'dismissed');
  const inputs: fc.Arbitrary<AlertingInput> = fc
    .record({
      pages,
      unsaved: pages,
      incidents,
      outcome: fc.array(fc.tuple(outcomes, fc.nat({ max: MINUTE_MS }))),
    })
    .map((given) => {
      const made = given.pages.map((page, index) => pageOf(`p${index}`, page));
      const unsaved = given.unsaved.map((page, index) =>
        pageOf(`unsaved-${index}`, { ...page, status: 'firing' }),
      );
      const running = given.incidents.map(({ met, declaredAt, updatedAt, ...incident }, index) => ({
        incident: incidentOf({
          ...incident,
          id: asIncidentId(`i${index}`),
          met: metAt(Object.fromEntries(met.map((id) => [id, T0 - HOUR_MS]))),
          ...(declaredAt === undefined ? {} : { declaredAt }),
          ...(updatedAt === undefined ? {} : { updatedAt }),
          ...(met.includes('resolve') ? { resolvedAt: T0 - HOUR_MS } : {}),
        }),
        playbook: EN,
        playbookFor: () => EN,
      }));
      const base = inputOf({
        pages: made,
        unsaved,
        arrivals: arrivalsOf(made).toSorted((one, other) => one.receivedAt - other.receivedAt),
        incidents: running,
      });
      const earlier = decideAlerting({ ...base, now: T0 - MINUTE_MS }).toasts;
      const ledger = ledgerOf(
        ...given.outcome.flatMap(([outcome, agoMs], index) => {
          const toast = earlier[index];
          return toast === undefined ? [] : [deliveryOf(toast.tag, toast.ring, { outcome, at: T0 - agoMs })];
        }),
      );
      return { ...base, ledger };
    });

  it('the next look is ahead, and nothing is different before it', () => {
    fc.assert(
      fc.property(inputs, fc.double({ min: 0, max: 1, noNaN: true }), (input, part) => {
        const { lookAgainAt, ...now } = decideAlerting(input);
        if (lookAgainAt === undefined) {
          expect(decideAlerting({ ...input, now: T0 + 1000 * HOUR_MS })).toEqual(now);
          return;
        }
        expect(lookAgainAt).toBeGreaterThan(T0);
        const between = T0 + Math.floor(part * (lookAgainAt - 1 - T0));
        const { lookAgainAt: _next, ...then } = decideAlerting({ ...input, now: between });
        expect(then).toEqual(now);
      }),
      { numRuns: 500 },
    );
  });

  it('a decision carried out leaves nothing to do', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { delivery } = decideAlerting(input);
        const ledger = delivered(input.ledger, delivery.show, delivery.close, T0);
        const after = decideAlerting({ ...input, ledger }).delivery;
        expect([after.show, after.close]).toEqual([[], []]);
      }),
    );
  });

  it('every page nobody has taken shows, by itself or in the summary', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const decision = decideAlerting(input);
        const own = new Set(tags(decision));
        const waiting = [...input.pages.filter(({ status }) => status === 'firing'), ...input.unsaved];
        const alone = waiting.filter(({ id }) => own.has(`page:${id}`));
        const summary = decision.toasts.find(({ tag }) => tag === SUMMARY_TAG)?.content;
        const summed = summary?.kind === 'summary' ? summary.count : 0;
        expect(alone.length + summed).toBeGreaterThanOrEqual(waiting.length);
        expect(decision.tray.count).toBeGreaterThanOrEqual(waiting.length);
        expect(new Set(tags(decision)).size).toBe(decision.toasts.length);
      }),
    );
  });

  it('sleep, a jump and a restart are only another now', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 0, max: 48 * HOUR_MS }), (input, ms) => {
        const slept = decideAlerting({ ...input, ledger: new Map(), now: T0 + ms });
        const awake = decideAlerting({ ...input, now: T0 + ms });
        expect(slept.toasts).toEqual(awake.toasts);
        expect(slept.delivery.show).toEqual(slept.toasts);
      }),
    );
  });
});

it('unsaved pages of a storm do not each get a notification of their own', () => {
  const unsaved = Array.from({ length: 50 }, (_, index) => pageOf(`unsaved-${index}`));
  const decision = decideAlerting(inputOf({ unsaved, arrivals: arrivalsOf(unsaved) }));
  expect(decision.delivery.show.length).toBeLessThanOrEqual(6);
});
