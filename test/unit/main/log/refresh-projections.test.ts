import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { PROJECTION_VERSION } from '#shared/domain/event/fold.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { command, logPath, openStore, takeIn } from './stores.ts';

/** A log with an open incident that somebody leads, a closed one, and pages of each kind. */
function writeLog(path: string): { led: string; closed: string; untouched: unknown } {
  const store = openStore(path);
  const led =
    command(store, { type: 'acknowledge', pageIds: [takeIn(store, { key: 'a' })] }).incidentId ?? '';
  command(store, { type: 'assign-role', incidentId: led, role: 'scribe', name: 'Mina' });
  command(store, { type: 'flag', incidentId: led, flag: 'security', on: true });
  command(store, { type: 'escalate', incidentId: led, level: 'level-2' });
  const closed =
    command(store, { type: 'acknowledge', pageIds: [takeIn(store, { key: 'b' })] }).incidentId ?? '';
  for (const milestone of ['resolve', 'close'])
    command(store, { type: 'meet-milestone', incidentId: closed, milestone });
  takeIn(store, { key: 'c' });
  const untouched = stateOf(path);
  store.close();
  return { led, closed, untouched };
}

/** All that is folded, as it stands in the file. */
function stateOf(path: string): unknown {
  const database = new DatabaseSync(path, { readOnly: true });
  const tables = ['pages', 'incidents'].map((table) =>
    database.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
  );
  database.close();
  return tables;
}

/** Edits the file as it lies, with the app closed. */
function edit(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

/** What version 1 of the app left: incidents without roles, flags and levels, and no word of a version. */
const AS_VERSION_1 = `
  UPDATE incidents SET state = json_remove(state, '$.roles', '$.flags', '$.escalated');
  DELETE FROM meta WHERE key = 'projections';`;

it('folds anew what an older version folded, closed incidents too', () => {
  const path = logPath();
  const { led, closed, untouched } = writeLog(path);
  edit(path, AS_VERSION_1);
  expect(stateOf(path)).not.toEqual(untouched);
  const store = openStore(path);
  expect(stateOf(path)).toEqual(untouched);
  const lead = store.reader.incident(led) as Incident;
  expect(lead.roles['scribe']?.name).toBe('Mina');
  expect(Object.keys(lead.flags)).toEqual(['security']);
  expect(Object.keys(lead.escalated)).toEqual(['level-2']);
  expect(store.reader.incident(closed)).toMatchObject({ roles: {}, flags: {}, escalated: {} });
  expect(() =>
    command(store, { type: 'assign-role', incidentId: led, role: 'technical-lead', name: 'Ada' }),
  ).not.toThrow();
});

it('folds anew what a newer version folded', () => {
  const path = logPath();
  const { untouched } = writeLog(path);
  edit(
    path,
    `UPDATE pages SET state = json_set(state, '$.mood', 'grim'), status = 'shelved';
     UPDATE meta SET value = '${PROJECTION_VERSION + 1}' WHERE key = 'projections';`,
  );
  openStore(path);
  expect(stateOf(path)).toEqual(untouched);
});

it('makes rows that are missing, in the order of arrival', () => {
  const path = logPath();
  const { untouched } = writeLog(path);
  edit(path, `DELETE FROM pages; DELETE FROM incidents; DELETE FROM meta WHERE key = 'projections';`);
  openStore(path);
  expect(stateOf(path)).toEqual(untouched);
});

it('leaves alone what this version folded', () => {
  const path = logPath();
  writeLog(path);
  edit(path, `UPDATE incidents SET state = json_set(state, '$.title', 'As it lies')`);
  const store = openStore(path);
  expect(store.reader.openIncidents().map(({ title }) => title)).toEqual(['As it lies']);
});

it('leaves the file as it was when it fails half way', () => {
  const path = logPath();
  writeLog(path);
  edit(
    path,
    `${AS_VERSION_1} CREATE TRIGGER broken BEFORE UPDATE ON incidents BEGIN SELECT RAISE(ABORT, 'no'); END;`,
  );
  const before = stateOf(path);
  expect(() => openStore(path)).toThrow('no');
  expect(stateOf(path)).toEqual(before);
  edit(path, 'DROP TRIGGER broken');
  expect(openStore(path).reader.openIncidents()).toMatchObject([{ flags: { security: {} } }]);
});
