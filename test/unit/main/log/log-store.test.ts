import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { foldIncidentEvents, foldPageEvents } from '#shared/domain/event/fold.ts';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import type { WholePlaybook } from '#shared/domain/playbook/shelf.ts';
import { playbookHash } from '../../../../src/main/log/playbook-hash.ts';
import { LogStore } from '../../../../src/main/log/log-store.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { inputOf } from '../../shared/domain/page/pages.ts';
import { command, CURRENT, eventsOf, logPath, openStore, takeIn } from './stores.ts';

const S1 = '2026-11-23T02:00:00.000Z';
const ADA = { now: T0, author: 'Ada' };

describe('taking pages in', () => {
  it('answers with the page, its status and what was odd', () => {
    const store = openStore(logPath());
    const warnings = [{ path: '/severity', detail: 'is not a known severity' }];
    const { accepted, events, pages } = store.intake([{ input: inputOf({ warnings }) }], ADA);
    expect(accepted).toEqual([
      { pageId: accepted[0]?.pageId, status: 'firing', duplicate: false, created: true, warnings },
    ]);
    expect(events.map(({ seq, event }) => [seq, event.type, event.author])).toEqual([
      [1, 'page.received', 'tplus'],
    ]);
    expect(pages).toEqual([[accepted[0]?.pageId, store.reader.page(accepted[0]?.pageId ?? '')]]);
  });

  it('knows a redelivery after a restart', () => {
    const path = logPath();
    const first = openStore(path);
    const pageId = takeIn(first, { sourceStartedAt: S1 });
    first.close();
    const again = openStore(path, T0 + HOUR_MS).intake([{ input: inputOf({ sourceStartedAt: S1 }) }], ADA);
    expect(again.accepted).toEqual([
      { pageId, status: 'firing', duplicate: true, created: false, warnings: [] },
    ]);
    expect(again.events).toEqual([]);
  });

  it('tells sources and keys apart', () => {
    const store = openStore(logPath());
    const ids = [{}, { key: 'other' }, { source: 'other' }, {}].map((input) => takeIn(store, input));
    expect(new Set(ids).size).toBe(3);
    expect(ids[3]).toBe(ids[0]);
  });

  it('finds the exact occurrence among more than it looks back on', () => {
    const store = openStore(logPath());
    const start = (index: number) => new Date(T0 + index * 1000).toISOString();
    const pages = Array.from({ length: 300 }, (_, index) => ({
      input: inputOf({ sourceStartedAt: start(index), action: 'resolved' }),
    }));
    const { accepted } = store.intake(pages, ADA);
    expect(takeIn(store, { sourceStartedAt: start(0) })).toBe(accepted[0]?.pageId);
  });

  it('takes a group in order: what comes later in it sees what came before', () => {
    const store = openStore(logPath());
    const { accepted } = store.intake(
      [
        { input: inputOf({ sourceStartedAt: S1 }) },
        { input: inputOf({ sourceStartedAt: S1 }) },
        { input: inputOf({ sourceStartedAt: S1, action: 'resolved' }) },
      ],
      ADA,
    );
    expect(new Set(accepted.map(({ pageId }) => pageId)).size).toBe(1);
    expect(accepted.map(({ duplicate, created }) => [duplicate, created])).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
    expect(store.reader.page(accepted[0]?.pageId ?? '')?.status).toBe('resolved');
  });

  it('takes a group whole or not at all', () => {
    const store = openStore(logPath());
    const unwritable = inputOf({ key: 'b', startedAt: 1n as unknown as number });
    expect(() => store.intake([{ input: inputOf() }, { input: unwritable }], ADA)).toThrow();
    expect(eventsOf(store)).toEqual([]);
    expect(store.reader.recentPages(0)).toEqual([]);
    expect(takeIn(store)).toBeTypeOf('string');
  });

  it('keeps the original of an odd page only, and of a new one only', () => {
    const store = openStore(logPath());
    const warnings = [{ path: '/x', detail: 'odd' }];
    const odd = { input: inputOf({ warnings }), original: '{"odd":1}' };
    const [first] = store.intake([odd], ADA).accepted;
    store.intake([{ ...odd, original: '{"odd":2}' }], ADA);
    const [plain] = store.intake([{ input: inputOf({ key: 'b' }), original: '{}' }], ADA).accepted;
    expect(store.reader.original(first?.pageId ?? '')).toBe('{"odd":1}');
    expect(store.reader.original(plain?.pageId ?? '')).toBeUndefined();
  });

  it('keeps text that is not well formed without losing the page', () => {
    const store = openStore(logPath());
    const pageId = takeIn(store, { labels: { '\ud83d': '\u0000' } });
    expect(store.reader.page(pageId)?.labels).toEqual({ '\ud83d': '\u0000' });
  });
});

describe('ids', () => {
  it('rise across a restart with the clock set back', () => {
    const path = logPath();
    const first = openStore(path, T0);
    takeIn(first, { key: 'a' }, T0);
    first.close();
    const second = openStore(path, T0 - 3 * DAY_MS);
    takeIn(second, { key: 'b' }, T0 - 3 * DAY_MS);
    const ids = eventsOf(second).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(ids);
    expect(second.reader.event(ids[1] ?? '')?.recordedAt).toBe(T0 - 3 * DAY_MS);
  });

  it('keep the installation and the log apart from others', () => {
    const paths = [logPath(), logPath()] as const;
    const stores = paths.map((path) => openStore(path));
    for (const store of stores) takeIn(store);
    expect(new Set(stores.map((store) => store.reader.storeId())).size).toBe(2);
    expect(new Set(stores.flatMap(eventsOf).map(({ origin }) => origin)).size).toBe(2);
    const again = new LogStore(paths[0], T0);
    expect(again.reader.storeId()).toBe(stores[0]?.reader.storeId());
    again.close();
  });
});

describe('commands', () => {
  it('are planned and written in one go, by the person', () => {
    const store = openStore(logPath());
    const pageId = takeIn(store);
    const { events, pages, incidents, incidentId } = command(store, {
      type: 'acknowledge',
      pageIds: [pageId],
    });
    expect(events.map(({ event }) => [event.type, event.author])).toEqual([
      ['playbook.logged', 'tplus'],
      ['playbook.logged', 'tplus'],
      ['incident.opened', 'Ada'],
      ['incident.milestone-met', 'Ada'],
      ['page.acknowledged', 'Ada'],
    ]);
    expect(pages.map(([id, page]) => [id, page?.status])).toEqual([[pageId, 'acknowledged']]);
    expect(incidents.map(([id, incident]) => [id, incident?.pageIds])).toEqual([[incidentId, [pageId]]]);
  });

  it('refused write nothing', () => {
    const store = openStore(logPath());
    expect(store.command({ type: 'reopen', incidentId: 'x' }, ADA)).toEqual({
      ok: false,
      refusal: 'no-such-incident',
    });
    expect(store.reader.lastSeq()).toBe(0);
  });

  it('need a playbook', () => {
    const store = new LogStore(logPath(), T0);
    expect(() => store.command({ type: 'undo', eventId: 'x' }, ADA)).toThrow('no playbook is loaded');
    store.close();
  });

  it('log a playbook once by content', () => {
    const store = openStore(logPath());
    for (const key of ['a', 'b', 'c']) {
      command(store, { type: 'acknowledge', pageIds: [takeIn(store, { key })] });
    }
    const logged = eventsOf(store).filter(({ type }) => type === 'playbook.logged');
    expect(logged).toHaveLength(2);
    expect(store.reader.playbook(CURRENT.ref.editions['ko'] ?? '')?.language).toBe('ko');
  });

  it('report what an undo made not exist', () => {
    const store = openStore(logPath());
    const { events } = command(store, { type: 'acknowledge', pageIds: [takeIn(store)] });
    const eventId = events.at(-1)?.event.id ?? '';
    const { incidents, pages } = command(store, { type: 'undo', eventId });
    expect(incidents.map(([, incident]) => incident)).toEqual([null]);
    expect(pages.map(([, page]) => page?.status)).toEqual(['firing']);
    expect(store.reader.openIncidents()).toEqual([]);
  });
});

describe('deliveries', () => {
  it('are kept and dropped across a restart', () => {
    const path = logPath();
    const store = openStore(path);
    const delivery = { tag: 'a', ring: '1', at: T0, outcome: 'shown', toastId: 7 } as const;
    store.saveDeliveries([delivery, { ...delivery, tag: 'b' }], []);
    store.saveDeliveries([{ ...delivery, ring: '2' }], ['b', 'never']);
    store.close();
    expect(
      openStore(path)
        .reader.deliveries()
        .map((body) => JSON.parse(body) as unknown),
    ).toEqual([{ ...delivery, ring: '2' }]);
  });
});

describe('the projections', () => {
  const actions = fc.array(
    fc.record({
      what: fc.constantFrom(
        'fire',
        'resolve at source',
        'acknowledge',
        'acknowledge all',
        'resolve page',
        'recheck',
        'declare',
        'assemble',
        'resolve',
        'close',
        'reopen',
        'severity',
        'tick',
        'note',
        'undo',
        'redact',
      ),
      which: fc.nat(),
      severity: fc.constantFrom(...SEVERITIES),
      afterMs: fc.integer({ min: -20 * MINUTE_MS, max: 40 * MINUTE_MS }),
    }),
    { minLength: 5, maxLength: 40 },
  );

  it('are the folds of the events, after any commands under any clock', () => {
    fc.assert(
      fc.property(actions, (steps) => {
        const store = openStore(logPath());
        let now = T0;
        const pick = <Item>(items: readonly Item[], which: number): Item | undefined =>
          items[which % items.length];
        const run = (given: Parameters<LogStore['command']>[0]) =>
          void store.command(given, { now, author: 'Ada' });
        for (const { what, which, severity, afterMs } of steps) {
          now += afterMs;
          const pageId = pick(store.reader.recentPages(0), which)?.id ?? 'none';
          const incidentId = pick(store.reader.openIncidents(), which)?.id ?? 'none';
          const eventId = pick(eventsOf(store), which)?.id ?? 'none';
          const key = `key-${which % 3}`;
          switch (what) {
            case 'fire':
              takeIn(store, { key, severity }, now);
              break;
            case 'resolve at source':
              takeIn(store, { key, action: 'resolved' }, now);
              break;
            case 'acknowledge':
              run({ type: 'acknowledge', pageIds: [pageId], recheckAfterMs: 1000 });
              break;
            case 'acknowledge all': {
              const pageIds = store.reader.recentPages(0).map(({ id }) => id);
              if (pageIds.length > 0) run({ type: 'acknowledge', pageIds });
              break;
            }
            case 'resolve page':
              run({ type: 'resolve-page', pageId });
              break;
            case 'recheck':
              run({ type: 'recheck', pageId });
              break;
            case 'severity':
              run({ type: 'change-severity', incidentId, severity });
              break;
            case 'tick':
              run({ type: 'tick', incidentId, checklist: 'quick-reference', item: 'verify-problem' });
              break;
            case 'note':
              run({ type: 'add-note', incidentId, text: 'looking' });
              break;
            case 'undo':
              run({ type: 'undo', eventId });
              break;
            case 'redact':
              run({ type: 'redact', eventId });
              break;
            case 'reopen':
              run({ type: 'reopen', incidentId });
              break;
            default:
              run({ type: 'meet-milestone', incidentId, milestone: what });
          }
        }
        expectProjections(store);
        store.close();
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

function expectProjections(store: LogStore): void {
  const events = eventsOf(store);
  const of = (id: string, field: 'pageId' | 'incidentId'): TplusEvent[] =>
    events.filter((event) => event[field] === id);
  const jsonOf = (value: unknown): unknown =>
    value === undefined ? undefined : JSON.parse(JSON.stringify(value));
  for (const id of new Set(events.flatMap(({ pageId }) => pageId ?? []))) {
    expect(store.reader.page(id)).toEqual(jsonOf(foldPageEvents(of(id, 'pageId'))));
  }
  for (const id of new Set(events.flatMap(({ incidentId }) => incidentId ?? []))) {
    expect(store.reader.incident(id)).toEqual(jsonOf(foldIncidentEvents(of(id, 'incidentId'))));
  }
  const ids = events.map(({ id }) => id);
  expect(ids.toSorted()).toEqual(ids);
}

describe('several playbooks', () => {
  const TEAM = { ...(CURRENT.editions.en ?? never()), id: 'team', services: ['payments-*'] };
  const team: WholePlaybook = {
    ref: { id: 'team', version: TEAM.version, editions: { en: playbookHash(TEAM) } },
    editions: { en: TEAM },
  };

  it('go by the service of what is taken, and an incident keeps the content that it began with', () => {
    const path = logPath();
    const store = openStore(path);
    store.usePlaybooks({ playbooks: [CURRENT, team], defaultId: CURRENT.ref.id });
    const take = (from: LogStore, key: string, service: string) => {
      const pageId = takeIn(from, { key, service });
      const answer = from.command({ type: 'acknowledge', pageIds: [pageId] }, { now: T0, author: 'Ada' });
      const id = answer.ok ? answer.incidentId : undefined;
      return from.reader.incident(id ?? '')?.playbook;
    };
    expect(take(store, 'a', 'search')).toEqual(CURRENT.ref);
    expect(take(store, 'b', 'payments-api')).toEqual(team.ref);
    store.close();

    const again = openStore(path);
    const edited = { ...TEAM, title: 'Edited' };
    const ref = { ...team.ref, editions: { en: playbookHash(edited) } };
    again.usePlaybooks({ playbooks: [CURRENT, { ref, editions: { en: edited } }], defaultId: 'team' });
    expect(again.reader.playbook(playbookHash(TEAM))?.title).toBe(TEAM.title);
    expect(take(again, 'c', 'search')).toEqual(ref);
    expect(again.reader.playbook(playbookHash(edited))?.title).toBe('Edited');
  });
});

function never(): never {
  throw new Error('the built-in playbook has an English edition');
}
