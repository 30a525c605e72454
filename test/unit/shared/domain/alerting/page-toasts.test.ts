import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { planDelivery } from '#shared/domain/alerting/ledger.ts';
import { acknowledgeDeadline, pageToasts, type Showing } from '#shared/domain/alerting/page-toasts.ts';
import { SUMMARY_TAG } from '#shared/domain/alerting/toast.ts';
import { asPageId, type PageId } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { SEVERITIES, type Severity } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { pageOf } from '../page/pages.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { delivered } from './toasts.ts';

const EN = builtInPlaybook('en');

function show(pages: readonly Page[], now: number, inSummary: readonly string[] = []): Showing {
  const alarming = pages.map((page) => ({ page, unsaved: page.id.startsWith('unsaved') }));
  return pageToasts(alarming, new Set(inSummary.map(asPageId)), () => EN, now);
}
const page = (severity: Severity, overrides: Partial<Page> = {}): Page =>
  pageOf('a', { severity, ...overrides });
const ringAt = (severity: Severity, afterMs: number): string | undefined =>
  show([page(severity)], T0 + afterMs).toasts[0]?.ring;

describe('one page', () => {
  it('says what it is and can be acknowledged', () => {
    expect(show([page('SEV-1', { test: true })], T0).toasts).toEqual([
      {
        tag: 'page:a',
        ring: `${T0}:0:new`,
        urgency: 'critical',
        content: {
          kind: 'page',
          title: 'Disk full',
          severity: 'SEV-1',
          service: 'database',
          summary: 'The disk of db-1 is full',
          stage: 'new',
          repeat: 0,
          unsaved: false,
          test: true,
        },
        actions: ['acknowledge', 'open'],
        target: { kind: 'page', pageId: 'a' },
      },
    ]);
  });

  it('that is not saved says so, and can be taken all the same', () => {
    expect(show([pageOf('unsaved-1')], T0).toasts[0]).toMatchObject({
      content: { unsaved: true },
      actions: ['acknowledge', 'open'],
    });
  });

  it.each([
    ['SEV-1', 'critical'],
    ['SEV-2', 'critical'],
    ['SEV-3', 'normal'],
    ['SEV-4', 'low'],
  ] as const)('%s is %s', (severity, urgency) => {
    expect(show([page(severity)], T0).toasts[0]?.urgency).toBe(urgency);
  });
});

describe('ringing again', () => {
  const rings = (severity: Severity, untilMs: number, stepMs: number): number[] => {
    const found: number[] = [];
    for (let ms = 0; ms <= untilMs; ms += stepMs) {
      if (ms === 0 || ringAt(severity, ms) !== ringAt(severity, ms - stepMs)) found.push(ms / SECOND_MS);
    }
    return found;
  };

  it('SEV-1 each minute', () => {
    expect(rings('SEV-1', 4 * MINUTE_MS, SECOND_MS)).toEqual([0, 60, 120, 180, 240]);
  });

  it('SEV-2 each five minutes, and two minutes before its deadline', () => {
    expect(rings('SEV-2', 11 * MINUTE_MS, SECOND_MS)).toEqual([0, 180, 300, 600]);
  });

  it('SEV-3 and SEV-4 only as their deadline comes and goes', () => {
    expect(rings('SEV-3', 3 * HOUR_MS, MINUTE_MS)).toEqual([0, 58 * 60, 60 * 60]);
    expect(rings('SEV-4', 2 * DAY_MS, MINUTE_MS)).toEqual([0, (24 * 60 - 2) * 60, 24 * 60 * 60]);
  });

  it.each(SEVERITIES)('%s: the next change is known to the millisecond', (severity) => {
    let now = T0;
    for (let round = 0; round < 20; round += 1) {
      const { toasts, changesAt } = show([page(severity)], now);
      const next = Math.min(...changesAt.filter((at) => at > now));
      if (next === Number.POSITIVE_INFINITY) break;
      expect(show([page(severity)], next - 1).toasts).toEqual(toasts);
      now = next;
    }
    expect(now).toBeGreaterThan(T0);
  });

  it('goes on after the clock was set back by hours', () => {
    const back = -6 * HOUR_MS;
    const sounded = new Set(
      Array.from({ length: 10 }, (_, minute) => ringAt('SEV-1', back + minute * MINUTE_MS)),
    );
    expect(sounded.size).toBeGreaterThanOrEqual(9);
    const { changesAt } = show([page('SEV-1')], T0 + back);
    expect(changesAt.some((at) => at > T0 + back && at <= T0 + back + MINUTE_MS + 1)).toBe(true);
  });

  it('does not sound twice for a clock that slips by a second', () => {
    expect(ringAt('SEV-1', -SECOND_MS)).toBe(ringAt('SEV-1', 0));
  });

  it('begins anew with a raised severity', () => {
    const raised = page('SEV-1', { alarmFrom: T0 + 10 * MINUTE_MS });
    expect(show([raised], T0 + 10 * MINUTE_MS).toasts[0]).toMatchObject({
      content: { repeat: 0, stage: 'late' },
    });
  });
});

describe('the deadline of a page nobody has taken', () => {
  it.each<[Severity, number, number]>([
    ['SEV-1', 0, 5 * MINUTE_MS],
    ['SEV-2', 5 * MINUTE_MS, 5 * MINUTE_MS],
    ['SEV-3', HOUR_MS, HOUR_MS],
    ['SEV-4', 24 * HOUR_MS, 24 * HOUR_MS],
  ])('%s', (severity, due, late) => {
    expect(acknowledgeDeadline(page(severity), EN)).toMatchObject({ dueAt: T0 + due, lateAt: T0 + late });
  });

  it.each<[Severity, number, string]>([
    ['SEV-1', 0, 'new'],
    ['SEV-1', 5 * MINUTE_MS - 1, 'new'],
    ['SEV-1', 5 * MINUTE_MS, 'late'],
    ['SEV-2', 3 * MINUTE_MS - 1, 'new'],
    ['SEV-2', 3 * MINUTE_MS, 'soon'],
    ['SEV-2', 5 * MINUTE_MS - 1, 'soon'],
    ['SEV-2', 5 * MINUTE_MS, 'late'],
  ])('%s after %i ms is %s', (severity, ms, stage) => {
    expect(show([page(severity)], T0 + ms).toasts[0]?.content).toMatchObject({ stage });
  });

  it('counts from its start, not from its arrival', () => {
    const old = page('SEV-2', { startedAt: T0 - HOUR_MS });
    expect(show([old], T0).toasts[0]?.content).toMatchObject({ stage: 'late' });
  });

  it('past when it arrives makes one notice', () => {
    const old = page('SEV-1', { startedAt: T0 - 30 * DAY_MS });
    expect(show([old], T0).toasts).toHaveLength(1);
  });
});

describe('a storm', () => {
  const pages = (count: number, severity: Severity = 'SEV-2'): Page[] =>
    Array.from({ length: count }, (_, index) => pageOf(`p${index}`, { severity, title: `T${index}` }));

  it('is one summary, worst first', () => {
    const many = [...pages(3, 'SEV-3'), pageOf('x', { severity: 'SEV-1', title: 'X' })];
    const { toasts } = show(many, T0, ['p0', 'p1', 'p2', 'x']);
    expect(toasts).toMatchObject([
      {
        tag: SUMMARY_TAG,
        urgency: 'critical',
        content: { kind: 'summary', count: 4, severity: 'SEV-1', titles: ['X', 'T0', 'T1'] },
        actions: ['open'],
        target: { kind: 'pages' },
      },
    ]);
  });

  it('leaves the pages that are not in it their own', () => {
    expect(show(pages(7), T0, ['p5', 'p6']).toasts.map(({ tag }) => tag)).toEqual([
      'page:p0',
      'page:p1',
      'page:p2',
      'page:p3',
      'page:p4',
      SUMMARY_TAG,
    ]);
  });

  it('with nobody left in it says nothing', () => {
    expect(show(pages(1), T0, ['gone']).toasts.map(({ tag }) => tag)).toEqual(['page:p0']);
  });
});

describe('more than five waiting that came slowly', () => {
  /** Pages a minute apart; what sounds at each moment, one moment after the other. */
  function soundsOf(moments: readonly { now: number; pages: readonly Page[] }[]): string[][] {
    let ledger = new Map() as ReturnType<typeof delivered>;
    return moments.map(({ now, pages }) => {
      const plan = planDelivery(show(pages, now).toasts, ledger, now);
      ledger = delivered(ledger, plan.show, plan.close, now);
      return plan.show.map(({ tag }) => tag);
    });
  }
  const slow = (count: number): Page[] =>
    Array.from({ length: count }, (_, index) =>
      pageOf(`p${index}`, {
        severity: 'SEV-3',
        receivedAt: T0 + index * MINUTE_MS,
        alarmFrom: T0 + index * MINUTE_MS,
      }),
    );

  it('sound each once when it comes, and the summary', () => {
    const moments = [5, 6, 7].map((count) => ({ now: T0 + count * MINUTE_MS, pages: slow(count) }));
    const [, sixth, seventh] = soundsOf(moments);
    expect(sixth).toEqual(['page:p5', SUMMARY_TAG]);
    expect(seventh).toEqual(['page:p6', SUMMARY_TAG]);
  });

  it('do not sound because one of them was taken', () => {
    const now = T0 + 10 * MINUTE_MS;
    const [, fewer, five] = soundsOf([
      { now, pages: slow(7) },
      { now: now + 1000, pages: slow(7).slice(1) },
      { now: now + 2000, pages: slow(7).slice(2) },
    ]);
    expect(fewer).toEqual([]);
    expect(five).toEqual([]);
  });

  it('repeat as the summary alone', () => {
    const six = Array.from({ length: 6 }, (_, index) => pageOf(`p${index}`, { severity: 'SEV-1' }));
    const moments = [0, 1, 2, 6].map((minute) => ({ now: T0 + minute * MINUTE_MS, pages: six }));
    const [first, ...later] = soundsOf(moments);
    expect(first).toHaveLength(7);
    expect(later).toEqual([[SUMMARY_TAG], [SUMMARY_TAG], [SUMMARY_TAG]]);
  });
});

it('does not depend on the order of pages it has no use for', () => {
  const none: readonly PageId[] = [];
  expect(show([], T0, none)).toEqual({ toasts: [], changesAt: [] });
});
