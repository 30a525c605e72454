import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import { foldIncidentEvents, foldPageEvents } from '#shared/domain/event/fold.ts';
import { redact } from '#shared/domain/event/redact.ts';
import type { LogStore } from '../../../../src/main/log/log-store.ts';
import {
  INCIDENT,
  Minter,
  OPENED,
  PAGE,
  RECEIVED,
  redacting,
  T0,
  undoing,
} from '../../shared/domain/event/events.ts';
import { histories, shuffled } from '../../shared/domain/event/histories.ts';
import { inputOf } from '../../shared/domain/page/pages.ts';
import { CURRENT, command, eventsOf, logPath, openStore, takeIn } from './stores.ts';

const SECRET = 'hunter2-correct-horse';

function holdsSecret(path: string): string[] {
  const folder = dirname(path);
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(SECRET));
}

const jsonOf = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

function expectFolds(store: LogStore, events: readonly TplusEvent[]): void {
  expect(store.reader.page(PAGE)).toEqual(jsonOf(foldPageEvents(events)));
  expect(store.reader.incident(INCIDENT)).toEqual(jsonOf(foldIncidentEvents(events)));
}

describe('events offered by another replica', () => {
  it('are taken once, whatever their order', () => {
    fc.assert(
      fc.property(
        histories.chain((events) => fc.tuple(fc.constant(events), shuffled(events), fc.nat({ max: 20 }))),
        ([events, mixed, cut]) => {
          const store = openStore(logPath());
          const first = store.offer(mixed.slice(0, cut), T0);
          const second = store.offer(mixed.slice(cut), T0);
          expect(first.added + second.added).toBe(events.length);
          expect(store.offer(mixed, T0)).toMatchObject({ added: 0, events: [] });
          expectFolds(store, events);
          store.close();
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);

  it('that are older than what is here take their place', () => {
    const minter = new Minter();
    const received = minter.event('page.received', RECEIVED, { pageId: PAGE });
    const acknowledged = minter.event('page.acknowledged', {}, { pageId: PAGE, at: T0 + 1000 });
    const store = openStore(logPath());
    expect(store.offer([acknowledged], T0).pages).toEqual([[PAGE, null]]);
    expect(store.offer([received], T0).pages).toMatchObject([[PAGE, { status: 'acknowledged' }]]);
  });

  it('of unknown types and versions are kept whole and fold to nothing', () => {
    const minter = new Minter();
    const events = [
      minter.event('page.received', RECEIVED, { pageId: PAGE }),
      minter.unknown('page.snoozed', { until: 5, why: ['x'] }, { pageId: PAGE }),
      { ...minter.unknown('page.resolved', { by: 'robot' }, { pageId: PAGE }), v: 2 },
    ];
    const store = openStore(logPath());
    expect(store.offer(events, T0).added).toBe(3);
    expect(eventsOf(store)).toEqual(events);
    expect(store.reader.page(PAGE)?.status).toBe('firing');
  });

  it('that are bad are left out, the good ones beside them taken', () => {
    const minter = new Minter();
    const good = minter.event('page.received', RECEIVED, { pageId: PAGE });
    const bad = [
      null,
      'x',
      {},
      { ...good, id: 'x' },
      { ...minter.event('note.added', { text: 'x' }), payload: {} },
      { ...minter.event('page.received', RECEIVED, { pageId: PAGE }), recordedAt: 1e300 },
    ];
    const store = openStore(logPath());
    expect(store.offer([...bad, good, ...bad], T0).added).toBe(1);
    expect(eventsOf(store)).toEqual([good]);
  });

  it('come before what is minted from then on', () => {
    const minter = new Minter();
    const store = openStore(logPath());
    const later = minter.event('page.received', RECEIVED, { pageId: PAGE, at: T0 + 3_600_000 });
    store.offer([later], T0);
    takeIn(store, { key: 'b' });
    expect(
      eventsOf(store)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(eventsOf(store).map(({ id }) => id));
  });

  it('that undo take what they undo away, also when they come first', () => {
    const minter = new Minter();
    const received = minter.event('page.received', RECEIVED, { pageId: PAGE });
    const acknowledged = minter.event('page.acknowledged', {}, { pageId: PAGE });
    const undone = undoing(minter, acknowledged);
    const store = openStore(logPath());
    for (const event of [undone, received, acknowledged]) store.offer([event], T0);
    expect(store.reader.page(PAGE)?.status).toBe('firing');
  });

  it('that hold a playbook nobody can read do not stand for it', () => {
    const minter = new Minter();
    const store = openStore(logPath());
    const hash = CURRENT.ref.editions['en'] ?? '';
    for (const content of [null, {}, 'x', [1]]) {
      store.offer([minter.event('playbook.logged', { hash, content })], T0);
    }
    expect(store.reader.playbook(hash)).toBeUndefined();
    const pageId = takeIn(store, { severity: 'SEV-1' });
    const { incidentId = '' } = command(store, { type: 'acknowledge', pageIds: [pageId] });
    command(store, { type: 'meet-milestone', incidentId, milestone: 'declare' });
    expect(store.reader.incident(incidentId)).toHaveProperty('declaredAt');
  });
});

describe('redaction', () => {
  it('takes the text out of the files themselves', () => {
    const path = logPath();
    const store = openStore(path);
    const long = `${SECRET} `.repeat(2000);
    const warnings = [{ path: '/x', detail: 'odd' }];
    const pageId = takeIn(store, { key: 'other' });
    const [accepted] = store.intake(
      [{ input: inputOf({ title: SECRET, summary: long, labels: { a: SECRET }, warnings }), original: long }],
      { now: T0, author: 'Ada' },
    ).accepted;
    const { incidentId = '' } = command(store, {
      type: 'acknowledge',
      pageIds: [accepted?.pageId ?? '', pageId],
    });
    command(store, { type: 'add-note', incidentId, text: SECRET });
    command(store, { type: 'retitle', incidentId, title: SECRET });
    expect(holdsSecret(path)).not.toEqual([]);

    for (const event of eventsOf(store)) {
      if (JSON.stringify(event).includes(SECRET)) command(store, { type: 'redact', eventId: event.id });
    }
    expect(JSON.stringify(eventsOf(store))).not.toContain(SECRET);
    expect(JSON.stringify(store.reader.recentPages(0))).not.toContain(SECRET);
    expect(JSON.stringify(store.reader.openIncidents())).not.toContain(SECRET);
    expect(store.reader.original(accepted?.pageId ?? '')).toBeUndefined();
    expect(holdsSecret(path)).toEqual([]);
    store.close();
    expect(holdsSecret(path)).toEqual([]);
  });

  it('offered by another replica takes it out of the files too', () => {
    const path = logPath();
    const store = openStore(path);
    const minter = new Minter();
    const opened = minter.event('incident.opened', OPENED, { incidentId: INCIDENT });
    const note = minter.event('note.added', { text: SECRET }, { incidentId: INCIDENT });
    store.offer([opened, note], T0);
    expect(holdsSecret(path)).not.toEqual([]);
    store.offer([redacting(minter, note)], T0);
    expect(holdsSecret(path)).toEqual([]);
  });

  it('as a blanked copy takes it out of the files too', () => {
    const path = logPath();
    const store = openStore(path);
    const note = new Minter().event('note.added', { text: SECRET }, { incidentId: INCIDENT });
    store.offer([note], T0);
    expect(store.offer([redact(note)], T0)).toMatchObject({ added: 0 });
    expect(eventsOf(store)).toEqual([redact(note)]);
    expect(holdsSecret(path)).toEqual([]);
  });

  it('that comes first never lets the text in', () => {
    const path = logPath();
    const store = openStore(path);
    const minter = new Minter();
    const received = minter.event('page.received', { ...RECEIVED, title: SECRET }, { pageId: PAGE });
    store.offer([redacting(minter, received)], T0);
    const { events } = store.offer([received], T0);
    expect(JSON.stringify(events)).not.toContain(SECRET);
    expect(store.reader.page(PAGE)?.title).toBe('[redacted]');
    expect(holdsSecret(path)).toEqual([]);
  });

  it('survives a restart, and a second offer of the text', () => {
    const path = logPath();
    const minter = new Minter();
    const note = minter.event('note.added', { text: SECRET }, { incidentId: INCIDENT });
    const first = openStore(path);
    first.offer([note, redacting(minter, note)], T0);
    first.close();
    const again = openStore(path);
    again.offer([note], T0);
    expect(JSON.stringify(eventsOf(again))).not.toContain(SECRET);
  });
});
