import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { type AlertingInput, decideAlerting } from '#shared/domain/alerting/decide.ts';
import { DRILL_SUMMARY_TAG } from '#shared/domain/alerting/toast.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { incidentOf, metAt } from '../incident/incidents.ts';
import { pageOf } from '../page/pages.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const EN = builtInPlaybook('en');
const DRILL = 'drill-1';

function inputOf(pages: readonly Page[], overrides: Partial<AlertingInput> = {}): AlertingInput {
  const arrivals = pages
    .map(({ id, receivedAt, severity, drill }) => ({
      pageId: id,
      receivedAt,
      severity,
      ...(drill === undefined ? {} : { drill }),
    }))
    .toSorted((one, other) => one.receivedAt - other.receivedAt);
  return {
    now: T0,
    pages,
    unsaved: [],
    arrivals,
    incidents: [],
    actions: [],
    playbook: EN,
    playbookFor: () => EN,
    ledger: new Map(),
    degraded: false,
    ...overrides,
  };
}
const many = (count: number, overrides: Partial<Page> = {}): Page[] =>
  Array.from({ length: count }, (_, index) => pageOf(`${overrides.drill ?? 'real'}-${index}`, overrides));

describe('a drill', () => {
  it('rings marked, after what is real, however much earlier it came and graver it is', () => {
    const drill = pageOf('a', { drill: DRILL, severity: 'SEV-1', receivedAt: T0 - HOUR_MS });
    const { delivery, tray } = decideAlerting(inputOf([drill, pageOf('b', { severity: 'SEV-4' })]));
    expect(delivery.show.map(({ tag, drill: isDrill }) => [tag, isDrill])).toEqual([
      ['page:b', undefined],
      ['page:a', true],
    ]);
    expect(tray.entries.map(({ pageId, drill: isDrill }) => [pageId, isDrill])).toEqual([
      ['b', undefined],
      ['a', true],
    ]);
  });

  it('lets a deadline that is real go before its pages', () => {
    const incident = incidentOf({ met: metAt({ acknowledge: T0 }) });
    const { delivery } = decideAlerting(
      inputOf(many(1, { drill: DRILL }), {
        incidents: [{ incident, playbook: EN }],
        now: T0 + 4 * MINUTE_MS,
      }),
    );
    expect(delivery.show.map(({ tag }) => tag)).toEqual(['deadline:incident-1', `page:${DRILL}-0`]);
  });

  it('of many pages is a storm for itself: a real page keeps a notification of its own', () => {
    const pages = [...many(20, { drill: DRILL }), pageOf('real')];
    const { toasts } = decideAlerting(inputOf(pages));
    expect(toasts[0]).toMatchObject({ tag: 'page:real' });
    expect(toasts[0]).not.toHaveProperty('drill');
    expect(toasts.find(({ tag }) => tag === DRILL_SUMMARY_TAG)).toMatchObject({
      drill: true,
      content: { kind: 'summary', count: 15 },
    });
  });

  it('marks what it says of deadlines and updates too', () => {
    const incident = incidentOf({
      drill: DRILL,
      declaredAt: T0,
      met: metAt({ acknowledge: T0, declare: T0 }),
    });
    const { toasts, tray } = decideAlerting(
      inputOf([], { incidents: [{ incident, playbook: EN }], now: T0 + 16 * MINUTE_MS }),
    );
    expect(toasts.map(({ content, drill }) => [content.kind, drill])).toEqual([
      ['deadline', true],
      ['update', true],
    ]);
    expect(tray.entries[0]?.drill).toBe(true);
  });
});

const pages = (drill: string | undefined, limit: number) =>
  fc
    .array(
      fc.record({
        ago: fc.integer({ min: 0, max: 20 * SECOND_MS }),
        severity: fc.constantFrom(...SEVERITIES),
        status: fc.constantFrom('firing', 'firing', 'acknowledged' as const),
      }),
      { maxLength: limit },
    )
    .map((all) =>
      all.map(({ ago, severity, status }, index) =>
        pageOf(`${drill ?? 'real'}-${index}`, {
          severity,
          status,
          receivedAt: T0 - ago,
          alarmFrom: T0 - ago,
          ...(drill === undefined ? {} : { drill }),
        }),
      ),
    );

it('what is real shows and rings exactly as it would without any drill', () => {
  fc.assert(
    fc.property(
      pages(undefined, 12),
      pages(DRILL, 12),
      fc.integer({ min: 0, max: 2 * HOUR_MS }),
      (real, practice, later) => {
        const now = T0 + later;
        const alone = decideAlerting(inputOf(real, { now }));
        const beside = decideAlerting(inputOf([...practice, ...real], { now }));
        const shown = beside.delivery.show.filter(({ drill }) => drill === undefined);
        expect(shown).toEqual(alone.delivery.show);
        expect(beside.delivery.show.slice(0, shown.length)).toEqual(shown);
        expect(beside.tray.entries.slice(0, alone.tray.entries.length)).toEqual(alone.tray.entries);
      },
    ),
  );
});
