import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { handoversIn } from '#shared/domain/handover/past.ts';
import { migrate, MIGRATIONS, schemaVersion } from '../../../../src/main/log/migrations.ts';
import { Minter, T0 } from '../../shared/domain/event/events.ts';
import { command, eventsOf, logPath, openStore, takeIn } from './stores.ts';

const START = { type: 'start-drill', scenario: 'slow-api', language: 'en', everyoneKnows: true } as const;

it('tells of a drill as it goes, and has it after a restart', () => {
  const path = logPath();
  const store = openStore(path);
  const [drill] = command(store, START).drills;
  if (drill === undefined) throw new Error('no drill');
  const delivered = command(store, { type: 'deliver-drill-step', drill: drill.id, step: 0 }, T0 + MINUTE_MS);
  expect(delivered.drills).toMatchObject([{ id: drill.id, delivered: { 0: { late: false } } }]);
  expect(delivered.pages).toMatchObject([[expect.any(String), { drill: drill.id, status: 'firing' }]]);
  store.close();
  const again = openStore(path);
  expect(again.reader.runningDrills()).toEqual(delivered.drills);
  command(again, { type: 'end-drill', drill: drill.id }, T0 + 2 * MINUTE_MS);
  expect(again.reader.runningDrills()).toEqual([]);
  expect(again.reader.drill(drill.id)?.ended?.how).toBe('aborted');
  expect(again.reader.openPages()).toEqual([]);
});

it('logs the playbook that a drill began by', () => {
  const store = openStore(logPath());
  command(store, START);
  expect(eventsOf(store).map(({ type }) => type)).toEqual([
    'playbook.logged',
    'playbook.logged',
    'drill.started',
  ]);
});

it('takes drills and training over from another replica', () => {
  const store = openStore(logPath());
  const [drill] = command(store, START).drills;
  command(store, { type: 'tick-training', person: 'Mina', course: 'newcomers', item: 'know-process' });
  const fresh = openStore(logPath());
  const { drills } = fresh.offer(eventsOf(store).toReversed(), T0);
  expect(drills).toEqual([drill]);
  expect(fresh.reader.training()).toEqual(store.reader.training());
  expect(fresh.reader.training().get('Mina')?.done['newcomers/know-process']).toHaveLength(1);
});

it('takes the text of a note out of the hand-overs that quote it, also after a restart', () => {
  const path = logPath();
  const store = openStore(path);
  const { incidentId = '' } = command(store, { type: 'acknowledge', pageIds: [takeIn(store)] });
  command(store, { type: 'add-note', incidentId, text: 'The token is hunter2' });
  command(store, { type: 'write-handover', text: '# Notes\nThe token is hunter2', from: T0, until: T0 + 1 });
  store.close();
  const again = openStore(path);
  const note = eventsOf(again).find(({ type }) => type === 'note.added');
  command(again, { type: 'redact', eventId: note?.id ?? '' });
  expect(JSON.stringify(eventsOf(again))).not.toContain('hunter2');
  expect(handoversIn(again.reader.handovers())).toMatchObject([
    { text: '# Notes\n(text removed)', from: T0, until: T0 + 1 },
  ]);
});

it('goes on with a drill beside what a newer version says of another', () => {
  const store = openStore(logPath());
  const [drill] = command(store, START).drills;
  const newer = {
    ...new Minter().event('drill.ended', { drill: 'other', how: 'finished' }),
    v: 2,
    payload: {},
  };
  store.offer([newer], T0);
  expect(store.reader.runningDrills()).toEqual([drill]);
});

it('finds them without reading the log, also in a file of before there were any', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, MIGRATIONS.slice(0, 1));
  database.prepare("INSERT INTO events (id, type, body) VALUES ('a', 'drill.started', '{}')").run();
  migrate(database);
  expect(schemaVersion(database)).toBe(MIGRATIONS.length);
  const plan = database
    .prepare(
      "EXPLAIN QUERY PLAN SELECT body FROM events WHERE incident_id IS NULL AND page_id IS NULL AND type IN ('drill.started')",
    )
    .all();
  expect(JSON.stringify(plan)).toContain('events_by_type');
  database.close();
});
