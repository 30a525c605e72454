import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { Refusal } from '#shared/domain/command/plan.ts';
import type { KnownEvent } from '#shared/domain/event/event.ts';
import type { IncidentId } from '#shared/domain/ids.ts';
import { T0 } from '../event/events.ts';
import { PaperLog } from './paper-log.ts';

let log = new PaperLog();
let disk: IncidentId;
let network: IncidentId;
let third: IncidentId;
beforeEach(() => {
  log = new PaperLog();
  [disk, network, third] = [
    log.incident({ title: 'Disk', startedAt: T0 - 10 * MINUTE_MS }),
    log.incident({ title: 'Network' }),
    log.incident({ title: 'Queue' }),
  ];
});

const undoLast = (type: KnownEvent['type']): Refusal | undefined =>
  log.refusal({ type: 'undo', eventId: log.last(type).id });
const move = (pageId: string, incidentId: IncidentId, countFromEarliest?: boolean): unknown =>
  log.do({ type: 'link-pages', pageIds: [pageId], incidentId, countFromEarliest });
const merge = (from: IncidentId, into: IncidentId, countFromEarliest?: boolean): unknown =>
  log.do({ type: 'merge-incidents', from, into, countFromEarliest });
const meet = (incidentId: IncidentId, milestone: string): unknown =>
  log.do({ type: 'meet-milestone', incidentId, milestone });
const everything = () => ({
  incidents: [disk, network, third].map((id) => log.incidentNow(id)),
  pages: ['page-of-0', 'page-of-1', 'page-of-2'].map((id) => log.pageNow(id)),
});

describe('a move', () => {
  it.each(['page.linked', 'page.unlinked'] as const)('is taken back whole by its %s', (type) => {
    const before = everything();
    move('page-of-0', network, true);
    expect(undoLast(type)).toBeUndefined();
    expect(everything()).toEqual(before);
  });

  it('is held by the next one, until that is taken back', () => {
    const before = everything();
    move('page-of-0', network);
    const first = log.last('page.linked');
    move('page-of-0', third);
    expect(log.refusal({ type: 'undo', eventId: first.id })).toBe('something-later-depends');
    expect(undoLast('page.linked')).toBeUndefined();
    expect(log.refusal({ type: 'undo', eventId: first.id })).toBeUndefined();
    expect(everything()).toEqual(before);
  });

  it('there and back is taken back one at a time', () => {
    move('page-of-0', network);
    move('page-of-0', disk);
    expect(undoLast('page.linked')).toBeUndefined();
    expect(log.pageNow('page-of-0')?.incidentId).toBe(network);
    expect(log.incidentNow(disk)?.pageIds).toEqual([]);
    expect(log.refusal({ type: 'undo', eventId: log.last('page.linked').id })).toBe('cannot-undo');
  });

  it('is held by the end of where the page was', () => {
    move('page-of-0', network);
    meet(disk, 'resolve');
    expect(undoLast('page.linked')).toBe('something-later-depends');
    log.do({ type: 'resolve-page', pageId: 'page-of-0' });
    expect(undoLast('page.linked')).toBeUndefined();
    move('page-of-0', network);
    meet(disk, 'close');
    expect(undoLast('page.linked')).toBe('something-later-depends');
  });

  it('is held by a merge of either side', () => {
    move('page-of-0', network);
    merge(disk, third);
    expect(undoLast('page.unlinked')).toBe('incident-merged');
    const link = log.events.findLast(({ type, pageId }) => type === 'page.linked' && pageId === 'page-of-0');
    expect(log.refusal({ type: 'undo', eventId: link?.id ?? '' })).toBe('something-later-depends');
    merge(network, third);
    expect(log.refusal({ type: 'undo', eventId: link?.id ?? '' })).toBe('incident-merged');
  });

  it('is held by a merge of where the page is, also from where it left', () => {
    move('page-of-0', network);
    const leaving = log.last('page.unlinked');
    merge(network, third);
    expect(log.refusal({ type: 'undo', eventId: leaving.id })).toBe('incident-merged');
    expect(undoLast('incident.merged')).toBeUndefined();
    expect(log.refusal({ type: 'undo', eventId: leaving.id })).toBeUndefined();
  });

  it('holds the acknowledgement before it', () => {
    log.do({ type: 'link-pages', pageIds: [log.page('b')], incidentId: disk });
    const taking = log.last('page.acknowledged');
    move('b', network);
    expect(log.refusal({ type: 'undo', eventId: taking.id })).toBe('something-later-depends');
  });

  it('does not go back behind what was met since T+0 moved', () => {
    move('page-of-0', network, true);
    log.do({ type: 'meet-milestone', incidentId: network, milestone: 'declare', occurredAt: T0 - MINUTE_MS });
    expect(undoLast('page.linked')).toBe('something-later-depends');
    expect(undoLast('incident.milestone-met')).toBeUndefined();
    expect(undoLast('page.linked')).toBeUndefined();
  });

  it('of a page that nobody had taken is taken back by its acknowledgement: it rings', () => {
    log.do({ type: 'link-pages', pageIds: [log.page('b')], incidentId: disk });
    expect(undoLast('page.acknowledged')).toBeUndefined();
    expect(log.pageNow('b')?.status).toBe('firing');
    expect(log.pageNow('b')).not.toHaveProperty('incidentId');
    expect(log.incidentNow(disk)?.pageIds).toEqual(['page-of-0']);
  });
});

describe('a merge', () => {
  it.each(['incident.merged', 'incident.absorbed'] as const)('is taken back whole by its %s', (type) => {
    const before = everything();
    merge(disk, network, true);
    expect(undoLast(type)).toBeUndefined();
    expect(everything()).toEqual(before);
  });

  it('can be done again', () => {
    merge(disk, network);
    undoLast('incident.merged');
    merge(disk, network);
    const before = everything();
    merge(network, third);
    expect(undoLast('incident.merged')).toBeUndefined();
    expect(everything()).toEqual(before);
    expect(undoLast('incident.absorbed')).toBe('cannot-undo');
  });

  it('is not taken back page by page', () => {
    merge(disk, network);
    expect(undoLast('page.linked')).toBe('cannot-undo');
  });

  it('leaves where they are those that went elsewhere before it', () => {
    move('page-of-2', network);
    merge(disk, network);
    undoLast('incident.merged');
    expect(log.incidentNow(network)?.pageIds).toEqual(['page-of-1', 'page-of-2']);
  });

  it.each([
    ['a page going on from there', () => move('page-of-0', third)],
    [
      'a page taken again there',
      () => log.do({ type: 'acknowledge', pageIds: ['page-of-0'], recheckAfterMs: MINUTE_MS }),
    ],
    ['its resolution', () => meet(network, 'resolve')],
  ])('is held by %s', (_, later) => {
    merge(disk, network);
    later();
    expect(undoLast('incident.merged')).toBe('something-later-depends');
  });

  it('is held by the next merge, until that is taken back', () => {
    merge(disk, network);
    const first = log.last('incident.merged');
    merge(network, third);
    expect(log.refusal({ type: 'undo', eventId: first.id })).toBe('something-later-depends');
    expect(undoLast('incident.merged')).toBeUndefined();
    expect(log.refusal({ type: 'undo', eventId: first.id })).toBeUndefined();
  });

  it('of two resolved ones is not held by their resolution', () => {
    meet(disk, 'resolve');
    meet(network, 'resolve');
    merge(disk, network);
    expect(undoLast('incident.merged')).toBeUndefined();
  });

  it('holds every step of the one that ended, but words', () => {
    log.do({ type: 'change-severity', incidentId: disk, severity: 'SEV-2' });
    log.do({ type: 'add-note', incidentId: disk, text: 'looked' });
    merge(disk, network);
    expect(undoLast('incident.severity-changed')).toBe('incident-merged');
    expect(undoLast('note.added')).toBeUndefined();
  });
});

it('an acknowledgement that brought T+0 with it is held by what was met before the one it would go back to', () => {
  const early = log.page('early', { startedAt: T0 - 30 * MINUTE_MS });
  move(early, network, true);
  const taken = log.last('page.acknowledged');
  log.do({
    type: 'meet-milestone',
    incidentId: network,
    milestone: 'declare',
    occurredAt: T0 - 20 * MINUTE_MS,
  });
  expect(log.refusal({ type: 'undo', eventId: taken.id })).toBe('something-later-depends');
  expect(undoLast('incident.milestone-met')).toBeUndefined();
  expect(log.refusal({ type: 'undo', eventId: taken.id })).toBeUndefined();
  expect(log.pageNow('early')?.status).toBe('firing');
});
