import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/command/command.ts';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { IncidentId } from '#shared/domain/ids.ts';
import { milestonesOf } from '#shared/domain/incident/milestones.ts';
import { updateDueAt } from '#shared/domain/incident/update-clock.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { PaperLog } from './paper-log.ts';

const EN = builtInPlaybook('en');
let log = new PaperLog();
beforeEach(() => {
  log = new PaperLog();
});

/** Two incidents of a page each: `page-of-0` in the first, `page-of-1` in the second. */
function two(): readonly [IncidentId, IncidentId] {
  return [log.incident({ title: 'Disk' }), log.incident({ title: 'Network' })];
}
const meet = (incidentId: IncidentId, milestone: string): unknown =>
  log.do({ type: 'meet-milestone', incidentId, milestone });
const typesOf = (events: readonly { readonly type: string }[]): string[] => events.map(({ type }) => type);

describe('linking a page', () => {
  it('that was taken moves it: it is in one incident, and both tell', () => {
    const [disk, network] = two();
    const events = log.do({ type: 'link-pages', pageIds: ['page-of-0'], incidentId: network });
    expect(events).toEqual([
      expect.objectContaining({
        type: 'page.unlinked',
        incidentId: disk,
        payload: { to: network, title: 'Network' },
      }),
      expect.objectContaining({
        type: 'page.linked',
        incidentId: network,
        payload: { from: disk, title: 'Disk' },
      }),
    ]);
    expect(log.incidentNow(disk)?.pageIds).toEqual([]);
    expect(log.incidentNow(network)?.pageIds).toEqual(['page-of-1', 'page-of-0']);
    expect(log.pageNow('page-of-0')).toMatchObject({ status: 'acknowledged', incidentId: network });
  });

  it('that nobody has taken acknowledges it and joins it', () => {
    const incidentId = log.incident();
    const page = log.page('b');
    const events = log.do({ type: 'link-pages', pageIds: [page], incidentId });
    expect(typesOf(events)).toEqual(['page.acknowledged']);
    expect(log.pageNow('b')).toMatchObject({ status: 'acknowledged', incidentId });
    expect(log.incidentNow(incidentId)?.pageIds).toEqual(['page-of-0', 'b']);
  });

  it('that rings again in another incident moves and acknowledges it', () => {
    const [disk, network] = two();
    log.do({ type: 'acknowledge', pageIds: ['page-of-0'], recheckAfterMs: MINUTE_MS });
    log.now += MINUTE_MS;
    log.do({ type: 'recheck', pageId: 'page-of-0' });
    const events = log.do({ type: 'link-pages', pageIds: ['page-of-0'], incidentId: network });
    expect(typesOf(events)).toEqual(['page.unlinked', 'page.linked', 'page.acknowledged']);
    expect(log.pageNow('page-of-0')).toMatchObject({ status: 'acknowledged', incidentId: network });
    expect(log.incidentNow(disk)?.pageIds).toEqual([]);
  });

  it('that rings again is moved by acknowledging it into another one, too', () => {
    const [disk, network] = two();
    log.do({ type: 'acknowledge', pageIds: ['page-of-0'], recheckAfterMs: MINUTE_MS });
    log.now += MINUTE_MS;
    log.do({ type: 'recheck', pageId: 'page-of-0' });
    log.do({ type: 'acknowledge', pageIds: ['page-of-0'], incidentId: network });
    expect(log.incidentNow(disk)?.pageIds).toEqual([]);
    expect(log.incidentNow(network)?.pageIds).toContain('page-of-0');
  });

  it('that is over and was in none only says where it belongs', () => {
    const incidentId = log.incident();
    log.do({ type: 'resolve-page', pageId: log.page('b') });
    log.do({ type: 'link-pages', pageIds: ['b'], incidentId });
    expect(log.pageNow('b')).toMatchObject({ status: 'resolved', incidentId });
  });

  it('that is there already changes nothing', () => {
    const incidentId = log.incident();
    expect(log.do({ type: 'link-pages', pageIds: ['page-of-0', 'page-of-0'], incidentId })).toEqual([]);
  });

  it('many at once, each as it stands', () => {
    const [disk, network] = two();
    const events = log.do({ type: 'link-pages', pageIds: ['page-of-0', log.page('b')], incidentId: network });
    expect(typesOf(events)).toEqual(['page.unlinked', 'page.linked', 'page.acknowledged']);
    expect(log.incidentNow(network)?.pageIds).toEqual(['page-of-1', 'page-of-0', 'b']);
    expect(log.incidentNow(disk)?.pageIds).toEqual([]);
  });

  it('is refused with a reason', () => {
    const [disk, network] = two();
    const link = (pageIds: string[], incidentId: string) =>
      log.refusal({ type: 'link-pages', pageIds, incidentId });
    expect(link(['x'], disk)).toBe('no-such-page');
    expect(link(['page-of-0'], 'x')).toBe('no-such-incident');
    log.do({ type: 'acknowledge', pageIds: [log.page('t', { test: true })] });
    expect(link(['page-of-0'], log.pageNow('t')?.incidentId ?? '')).toBe('target-is-test');
    meet(network, 'resolve');
    expect(link(['page-of-0'], network)).toBe('target-resolved');
    log.do({ type: 'resolve-page', pageId: 'page-of-0' });
    expect(link(['page-of-0'], network)).toBeUndefined();
    meet(network, 'close');
    expect(link(['page-of-0', log.page('b')], network)).toBe('incident-closed');
  });
});

describe('T+0', () => {
  it('stays where it is, however early the page that comes was detected', () => {
    const incidentId = log.incident();
    log.do({ type: 'link-pages', pageIds: [log.page('b', { startedAt: T0 - 9000 })], incidentId });
    expect(log.incidentNow(incidentId)?.detectedAt).toBe(T0);
  });

  it('goes with the earliest when a person asks for it, and the deadlines with it', () => {
    const [, network] = two();
    const early = log.page('b', { startedAt: T0 - 9000 });
    const events = log.do({
      type: 'link-pages',
      pageIds: ['page-of-0', early, log.page('c', { startedAt: T0 - 1000 })],
      incidentId: network,
      countFromEarliest: true,
    });
    expect(events.filter(({ payload }) => 'detectedAt' in payload)).toEqual([
      expect.objectContaining({ pageId: 'b', payload: { detectedAt: T0 - 9000 } }),
    ]);
    const incident = log.incidentNow(network);
    expect(incident?.detectedAt).toBe(T0 - 9000);
    const declare = incident && milestonesOf(incident, EN, T0).find(({ id }) => id === 'declare');
    expect(declare?.dueAt).toBe(T0 - 9000 + 5 * MINUTE_MS);
  });

  it('never goes later', () => {
    const incidentId = log.incident();
    const page = log.page('b', { startedAt: T0 + 9000 });
    log.do({ type: 'link-pages', pageIds: [page], incidentId, countFromEarliest: true });
    expect(log.incidentNow(incidentId)?.detectedAt).toBe(T0);
  });

  it('goes with a page that moves, and with a merge, in the same way', () => {
    const early = log.incident({ startedAt: T0 - 5000 });
    const [second, third] = two();
    log.do({ type: 'link-pages', pageIds: ['page-of-0'], incidentId: second, countFromEarliest: true });
    expect(log.incidentNow(second)?.detectedAt).toBe(T0 - 5000);
    log.do({ type: 'merge-incidents', from: early, into: third });
    expect(log.incidentNow(third)?.detectedAt).toBe(T0);
    log.do({ type: 'merge-incidents', from: second, into: third, countFromEarliest: true });
    expect(log.incidentNow(third)?.detectedAt).toBe(T0 - 5000);
  });
});

describe('merging', () => {
  it('takes all pages along, ends the one, and is told by both', () => {
    const [disk, network] = two();
    log.do({ type: 'add-note', incidentId: disk, text: 'looked' });
    log.do({ type: 'link-pages', pageIds: [log.page('b')], incidentId: disk });
    log.now += MINUTE_MS;
    const plan = log.run({ type: 'merge-incidents', from: disk, into: network });
    expect(plan).toMatchObject({ ok: true, incidentId: network });
    expect(log.incidentNow(network)).toMatchObject({
      pageIds: ['page-of-1', 'page-of-0', 'b'],
      absorbed: [{ id: disk, title: 'Disk', at: log.now }],
    });
    expect(log.incidentNow(disk)).toMatchObject({
      pageIds: [],
      closedAt: log.now,
      merged: { into: network, title: 'Network', by: 'Ada', at: log.now },
    });
    expect(log.incidentNow(disk)).not.toHaveProperty('resolvedAt');
    for (const id of ['page-of-0', 'page-of-1', 'b']) expect(log.pageNow(id)?.incidentId).toBe(network);
  });

  it('leaves no deadline and no update behind', () => {
    const [disk, network] = two();
    meet(disk, 'declare');
    log.do({ type: 'merge-incidents', from: disk, into: network });
    const merged = log.incidentNow(disk);
    if (merged === undefined) throw new Error('gone');
    const states = new Set(milestonesOf(merged, EN, T0 + 9 * 60 * MINUTE_MS).map(({ state }) => state));
    expect(states).toEqual(new Set(['met', 'skipped']));
    expect(updateDueAt(merged, EN)).toBeUndefined();
  });

  it('keeps what was done in the other one', () => {
    const [disk, network] = two();
    meet(disk, 'declare');
    log.do({ type: 'change-severity', incidentId: network, severity: 'SEV-2' });
    const before = log.incidentNow(network);
    log.do({ type: 'merge-incidents', from: disk, into: network });
    const { pageIds, absorbed: _absorbed, ...after } = log.incidentNow(network) ?? { pageIds: [] };
    expect({ ...after, pageIds: pageIds.slice(0, 1) }).toEqual(before);
  });

  it('takes no page that has gone to a newer incident since', () => {
    const [disk, network] = two();
    meet(disk, 'resolve');
    meet(disk, 'close');
    log.do({ type: 'acknowledge', pageIds: ['page-of-0'], recheckAfterMs: MINUTE_MS });
    log.now += MINUTE_MS;
    log.do({ type: 'recheck', pageId: 'page-of-0' });
    log.do({ type: 'acknowledge', pageIds: ['page-of-0'] });
    const newer = log.pageNow('page-of-0')?.incidentId;
    log.do({ type: 'reopen', incidentId: disk });
    log.do({ type: 'merge-incidents', from: disk, into: network });
    expect(newer).not.toBe(disk);
    expect(log.pageNow('page-of-0')?.incidentId).toBe(newer);
  });

  it('is refused with a reason', () => {
    const [disk, network] = two();
    const merge = (from: string, into: string) => log.refusal({ type: 'merge-incidents', from, into });
    expect(merge('x', disk)).toBe('no-such-incident');
    expect(merge(disk, 'x')).toBe('no-such-incident');
    expect(merge(disk, disk)).toBe('same-incident');
    const test = log.incident({ test: true });
    expect(merge(disk, test)).toBe('target-is-test');
    expect(merge(test, disk)).toBeUndefined();
    expect(merge(test, network)).toBe('incident-merged');
    expect(merge(network, test)).toBe('incident-merged');
    meet(network, 'resolve');
    expect(merge(disk, network)).toBe('target-resolved');
    expect(merge(network, disk)).toBeUndefined();
    const third = log.incident();
    meet(third, 'resolve');
    meet(third, 'close');
    expect(merge(third, disk)).toBe('incident-closed');
    expect(merge(disk, third)).toBe('incident-closed');
  });

  it('ends all but remembering: notes go on, everything else is refused', () => {
    const [disk, network] = two();
    log.do({ type: 'merge-incidents', from: disk, into: network });
    expect(log.refusal({ type: 'add-note', incidentId: disk, text: 'later' })).toBeUndefined();
    const page = log.page('b');
    const commands: Command[] = [
      { type: 'meet-milestone', incidentId: disk, milestone: 'resolve' },
      { type: 'reopen', incidentId: disk },
      { type: 'change-severity', incidentId: disk, severity: 'SEV-4' },
      { type: 'retitle', incidentId: disk, title: 'x' },
      { type: 'acknowledge', pageIds: [page], incidentId: disk },
      { type: 'link-pages', pageIds: [page], incidentId: disk },
      { type: 'escalate', incidentId: disk, level: 'l2' },
    ];
    for (const command of commands) expect(log.refusal(command)).toBe('incident-merged');
  });

  it('is followed by a page that rings again', () => {
    const [disk, network] = two();
    log.do({ type: 'acknowledge', pageIds: ['page-of-0'], recheckAfterMs: MINUTE_MS });
    log.do({ type: 'merge-incidents', from: disk, into: network });
    log.now += MINUTE_MS;
    log.do({ type: 'recheck', pageId: 'page-of-0' });
    const plan = log.run({ type: 'acknowledge', pageIds: ['page-of-0'] });
    expect(plan).toMatchObject({ ok: true, incidentId: network });
  });
});
