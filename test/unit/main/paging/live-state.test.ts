import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { LiveState } from '../../../../src/main/paging/live-state.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { actionOf } from '../../shared/domain/action/actions.ts';
import { incidentOf } from '../../shared/domain/incident/incidents.ts';
import { inputOf, pageOf } from '../../shared/domain/page/pages.ts';

const put = (...pages: readonly Page[]) => ({
  pages: pages.map((page) => [page.id, page] as const),
  incidents: [] as readonly (readonly [Incident['id'], Incident | null])[],
  drills: [],
});
const idsOf = (pages: readonly { id: string }[]): string[] => pages.map(({ id }) => id);
const arrived = (live: LiveState): string[] => live.arrivals().map(({ pageId }) => pageId);
const keep = (live: LiveState, page: Page): void =>
  live.keepUnsaved(page, { input: inputOf({ key: page.key }) });

function loaded(...pages: readonly Page[]): LiveState {
  const live = new LiveState();
  live.load({ pages, incidents: [], drills: [], actions: [] });
  return live;
}

describe('what the log says', () => {
  it('is taken over, and nothing of before is kept', () => {
    const live = loaded(pageOf('a'));
    live.load({ pages: [pageOf('b')], incidents: [incidentOf()], drills: [], actions: [] });
    expect(idsOf(live.pages())).toEqual(['b']);
    expect(idsOf(live.incidents())).toEqual(['incident-1']);
    expect(arrived(live)).toEqual(['b']);
  });

  it('changes pages, and takes away what no longer exists', () => {
    const live = loaded(pageOf('a'));
    live.apply(put(pageOf('a', { status: 'resolved', resolvedAt: T0 + 1 }), pageOf('b')));
    expect(idsOf(live.pages())).toEqual(['a', 'b']);
    expect(idsOf(live.openPages())).toEqual(['b']);
    live.apply({ pages: [[pageOf('b').id, null]], incidents: [], drills: [] });
    expect(live.page('b')).toBeUndefined();
  });

  it('keeps incidents until they are closed or never were', () => {
    const live = new LiveState();
    const incident = incidentOf();
    const say = (state: Incident | null) =>
      live.apply({ pages: [], incidents: [[incident.id, state]], drills: [] });
    say(incident);
    say({ ...incident, resolvedAt: T0 });
    expect(live.incident(incident.id)?.resolvedAt).toBe(T0);
    say({ ...incident, resolvedAt: T0, closedAt: T0 });
    expect(live.incidents()).toEqual([]);
    say(incident);
    say(null);
    expect(live.incidents()).toEqual([]);
  });
});

describe('arrivals', () => {
  it('are in the order the pages came, whatever became of them', () => {
    const live = loaded(pageOf('b', { receivedAt: T0 + 2 }), pageOf('a', { receivedAt: T0 + 1 }));
    live.apply(put(pageOf('c', { receivedAt: T0 + 3 })));
    live.apply(put(pageOf('a', { receivedAt: T0 + 1, status: 'resolved', resolvedAt: T0 + 9 })));
    expect(arrived(live)).toEqual(['a', 'b', 'c']);
  });

  it('keep the severity they came with', () => {
    const live = loaded(pageOf('a', { severity: 'SEV-3' }));
    live.apply(put(pageOf('a', { severity: 'SEV-1' })));
    expect(live.arrivals()[0]?.severity).toBe('SEV-3');
  });

  it('of what was over when it came are none', () => {
    const live = new LiveState();
    live.apply(put(pageOf('a', { status: 'resolved', resolvedAt: T0 })));
    expect(arrived(live)).toEqual([]);
  });
});

describe('pruning', () => {
  const now = T0 + 3 * DAY_MS;
  const over = { status: 'resolved', resolvedAt: now } as const;

  it.each([
    ['resolved, received a day ago', { ...over, receivedAt: now - DAY_MS }, 1],
    ['resolved, received a millisecond earlier', { ...over, receivedAt: now - DAY_MS - 1 }, 0],
    ['open, however old', { receivedAt: T0 }, 1],
    ['acknowledged, however old', { status: 'acknowledged' as const, receivedAt: T0 }, 1],
  ])('a page %s', (_, overrides, count) => {
    const live = loaded(pageOf('a', overrides));
    live.prune(now);
    expect(live.pages()).toHaveLength(count);
  });

  it('forgets arrivals that are an hour older than anything open', () => {
    const live = loaded(
      pageOf('old', { ...over, receivedAt: now - HOUR_MS - 1 }),
      pageOf('border', { ...over, receivedAt: now - HOUR_MS }),
    );
    live.prune(now);
    expect(arrived(live)).toEqual(['border']);
  });

  it('keeps those that shaped the storm of an open page', () => {
    const live = loaded(
      pageOf('before', { ...over, receivedAt: T0 - MINUTE_MS }),
      pageOf('open', { receivedAt: T0 }),
    );
    live.prune(now);
    expect(arrived(live)).toEqual(['before', 'open']);
  });

  it('bears a great many open pages', () => {
    const live = new LiveState();
    live.load({
      pages: Array.from({ length: 150_000 }, (_, index) => pageOf(`p${index}`)),
      incidents: [],
      drills: [],
      actions: [],
    });
    live.prune(now);
    expect(live.openPages()).toHaveLength(150_000);
  });
});

describe('pages that the log could not take', () => {
  const unsaved = pageOf('unsaved-1', { key: 'disk' });

  it('ring apart from those it could', () => {
    const live = new LiveState();
    keep(live, unsaved);
    expect(live.unsaved()).toEqual([unsaved]);
    expect(live.pages()).toEqual([]);
    expect(live.unsavedIncoming()).toEqual([{ input: inputOf({ key: 'disk' }) }]);
  });

  it('stay what they were when sent again', () => {
    const live = new LiveState();
    keep(live, unsaved);
    keep(live, pageOf('unsaved-2', { key: 'disk', receivedAt: T0 + 1 }));
    expect(live.unsaved()).toEqual([unsaved]);
  });

  it('sent again with a higher severity are raised and alarm anew', () => {
    const live = new LiveState();
    keep(live, unsaved);
    keep(
      live,
      pageOf('unsaved-2', { key: 'disk', severity: 'SEV-1', receivedAt: T0 + 9, alarmFrom: T0 + 9 }),
    );
    expect(live.unsaved()).toMatchObject([
      { id: 'unsaved-1', severity: 'SEV-1', receivedAt: T0, alarmFrom: T0 + 9 },
    ]);
  });

  it('are not kept apart where the same page is open already', () => {
    const live = loaded(pageOf('a', { key: 'disk' }));
    keep(live, unsaved);
    expect(live.unsaved()).toEqual([]);
    live.apply(put(pageOf('a', { key: 'disk', status: 'resolved', resolvedAt: T0 + 1 })));
    keep(live, unsaved);
    expect(live.unsaved()).toEqual([unsaved]);
  });

  it('are kept apart where the open one is less severe', () => {
    const live = loaded(pageOf('a', { key: 'disk', severity: 'SEV-3' }));
    keep(live, unsaved);
    expect(live.unsaved()).toEqual([unsaved]);
  });

  it('shape a storm as others do', () => {
    const live = new LiveState();
    keep(live, unsaved);
    keep(live, unsaved);
    keep(live, pageOf('unsaved-2', { key: 'other' }));
    expect(arrived(live)).toEqual(['unsaved-1', 'unsaved-2']);
  });

  it('shape it still when the log is read anew', () => {
    const live = loaded(pageOf('a', { key: 'old' }));
    keep(live, unsaved);
    live.load({ pages: [], incidents: [], drills: [], actions: [] });
    expect(arrived(live)).toEqual(['unsaved-1']);
  });

  it('are silent once somebody took them, and the log is told of that', () => {
    const live = new LiveState();
    keep(live, unsaved);
    const incoming = { input: inputOf({ key: 'disk' }) };
    expect(live.withTaking(incoming)).toBe(incoming);
    expect(live.takeUnsaved(pageOf('other').id, T0 + 1)).toBe(false);
    expect(live.takeUnsaved(unsaved.id, T0 + 1)).toBe(true);
    expect(live.unsaved()).toMatchObject([{ status: 'acknowledged' }]);
    expect(live.withTaking(incoming)).toEqual({ ...incoming, takenAt: T0 + 1 });
    expect(live.withTaking({ input: inputOf({ key: 'other' }) })).not.toHaveProperty('takenAt');
  });

  it('taken ring again with a higher severity', () => {
    const live = new LiveState();
    keep(live, unsaved);
    live.takeUnsaved(unsaved.id, T0 + 1);
    keep(live, pageOf('unsaved-2', { key: 'disk', severity: 'SEV-1' }));
    expect(live.unsaved()).toMatchObject([{ id: 'unsaved-1', status: 'firing', severity: 'SEV-1' }]);
    expect(live.withTaking({ input: inputOf({ key: 'disk' }) })).not.toHaveProperty('takenAt');
  });

  it('are done with once the log holds them', () => {
    const live = new LiveState();
    keep(live, unsaved);
    live.apply(put(pageOf('a', { key: 'disk' })));
    expect(live.unsaved()).toEqual([]);
    expect(live.unsavedIncoming()).toEqual([]);
  });

  it.each([
    ['another key', { key: 'net' }],
    ['another source', { key: 'disk', source: 'cli' }],
    ['another start', { key: 'disk', sourceStartedAt: 'x' }],
  ])('are told apart by %s', (_, overrides) => {
    const live = new LiveState();
    keep(live, unsaved);
    live.apply(put(pageOf('a', overrides)));
    expect(live.unsaved()).toEqual([unsaved]);
  });
});

it('keeps what is to be done of closed incidents, until it is done', () => {
  const live = loaded();
  const open = (): string[] => live.forAlerting().actions.map(({ id }) => id);
  live.load({ pages: [], incidents: [], drills: [], actions: [actionOf('a'), actionOf('b')] });
  expect(open()).toEqual(['a', 'b']);
  const incident = incidentOf({
    closedAt: T0,
    actions: [actionOf('a', { status: 'completed' }), actionOf('b')],
  });
  const say = (state: Incident | null): void =>
    live.apply({ pages: [], incidents: [[incident.id, state]], drills: [] });
  say(incident);
  expect(open()).toEqual(['b']);
  say(null);
  expect(open()).toEqual([]);
});
