import { describe, expect, it } from 'vitest';
import { HOUR_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { type Delivery, planDelivery } from '#shared/domain/alerting/ledger.ts';
import { SUMMARY_TAG } from '#shared/domain/alerting/toast.ts';
import { T0 } from '../event/events.ts';
import { deliveryOf, ledgerOf, toastOf } from './toasts.ts';

const toast = toastOf('page:a', '1');
const SHOW = { show: [toast], close: [], changesAt: [] };
const KEEP = { show: [], close: [], changesAt: [] };
const waitUntil = (at: number) => ({ show: [], close: [], changesAt: [at] });

describe('what should be showing', () => {
  it.each<[string, Delivery | undefined, number, unknown]>([
    ['never delivered', undefined, T0, SHOW],
    ['shown', deliveryOf('page:a', '1'), T0 + HOUR_MS, KEEP],
    ['on its way', deliveryOf('page:a', '1', { outcome: 'pending' }), T0 + HOUR_MS, KEEP],
    ['dismissed by the person', deliveryOf('page:a', '1', { outcome: 'dismissed' }), T0 + HOUR_MS, KEEP],
    ['another ring, shown', deliveryOf('page:a', '0'), T0, SHOW],
    ['another ring, dismissed', deliveryOf('page:a', '0', { outcome: 'dismissed' }), T0, SHOW],
    ['another ring, failed just now', deliveryOf('page:a', '0', { outcome: 'refused' }), T0, SHOW],
    [
      'refused just now',
      deliveryOf('page:a', '1', { outcome: 'refused' }),
      T0,
      waitUntil(T0 + 30 * SECOND_MS),
    ],
    [
      'refused 30 s ago less one',
      deliveryOf('page:a', '1', { outcome: 'refused' }),
      T0 + 29_999,
      waitUntil(T0 + 30_000),
    ],
    ['refused 30 s ago', deliveryOf('page:a', '1', { outcome: 'refused' }), T0 + 30_000, SHOW],
    ['nobody there 30 s ago', deliveryOf('page:a', '1', { outcome: 'no-daemon' }), T0 + 30_000, SHOW],
    ['timed out 30 s ago', deliveryOf('page:a', '1', { outcome: 'timed-out' }), T0 + 30_000, SHOW],
    [
      'refused before the clock was set back',
      deliveryOf('page:a', '1', { outcome: 'refused' }),
      T0 - HOUR_MS,
      SHOW,
    ],
  ])('%s', (_, last, now, expected) => {
    expect(planDelivery([toast], last === undefined ? new Map() : ledgerOf(last), now)).toEqual(expected);
  });

  it('once for each tag, the latest word', () => {
    const newer = toastOf('page:a', '2');
    expect(planDelivery([toast, newer], new Map(), T0).show).toEqual([newer]);
  });
});

describe('a summary', () => {
  const summary = toastOf(SUMMARY_TAG, String(T0 + 5000));
  const rung = (ring: number, at: number) => ledgerOf(deliveryOf(SUMMARY_TAG, String(ring), { at }));

  it.each([
    ['is renewed when a page came', rung(T0, T0), T0 + 5000, 1],
    ['at most once a second', rung(T0, T0 + 4500), T0 + 5000, 0],
    ['a second later', rung(T0, T0 + 4000), T0 + 5000, 1],
    ['not when pages went', rung(T0 + 6000, T0), T0 + 6000, 0],
    ['not when nothing came', rung(T0 + 5000, T0), T0 + HOUR_MS, 0],
    ['also after the clock was set back', rung(T0 + HOUR_MS, T0 + HOUR_MS), T0 + 5000, 1],
  ])('%s', (_, ledger, now, count) => {
    expect(planDelivery([summary], ledger, now).show).toHaveLength(count);
  });

  it('held back says when it may go', () => {
    expect(planDelivery([summary], rung(T0, T0 + 4500), T0 + 5000).changesAt).toEqual([T0 + 5500]);
  });
});

describe('a page whose repeats are left to the summary', () => {
  const quiet = toastOf('page:a', '5:3:late', { quietSince: '5:' });
  it.each([
    ['never rung', undefined, 1],
    ['rung in whatever stage', '5:0:new', 0],
    ['rung before it was raised', '4:0:new', 1],
    ['rung of a number that begins alike', '55:0:new', 1],
  ])('%s', (_, ring, count) => {
    const ledger = ring === undefined ? new Map() : ledgerOf(deliveryOf('page:a', ring));
    expect(planDelivery([quiet], ledger, T0).show).toHaveLength(count);
  });
});

describe('what should not be showing any more', () => {
  it.each([
    ['is taken down', deliveryOf('page:b', '1'), ['page:b']],
    [
      'is left where it is not on screen',
      { tag: 'page:b', ring: '1', at: T0, outcome: 'dismissed' } as const,
      [],
    ],
    ['also while its renewal is on its way', deliveryOf('page:b', '1', { outcome: 'pending' }), ['page:b']],
  ])('%s', (_, last, close) => {
    expect(planDelivery([], ledgerOf(last), T0)).toEqual({ show: [], close, changesAt: [] });
  });
});
