import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { LogStore } from '../../../../src/main/log/log-store.ts';
import { command, eventsOf, logPath, openStore, takeIn } from './stores.ts';

const FIELDS = {
  description: 'Alert at 80 % of the disk',
  owner: 'Mina',
  dueOn: '2026-12-07',
  status: 'open',
  priority: 'high',
  category: 'detection',
} as const;

function incidentIn(store: LogStore, key: string, test = false): string {
  const pageId = takeIn(store, { key, test });
  return command(store, { type: 'acknowledge', pageIds: [pageId] }).incidentId ?? '';
}
function close(store: LogStore, incidentId: string): void {
  for (const milestone of ['resolve', 'close'])
    command(store, { type: 'meet-milestone', incidentId, milestone });
}
function add(store: LogStore, incidentId: string): string {
  const { events } = command(store, { type: 'add-action', incidentId, ...FIELDS });
  return events[0]?.event.id ?? '';
}
const open = (store: LogStore) => store.reader.openActions().map(({ id }) => id as string);

it('keeps what is still to be done, of closed incidents too, until it is done or taken back', () => {
  const store = openStore(logPath());
  const incidentId = incidentIn(store, 'a');
  const first = add(store, incidentId);
  close(store, incidentId);
  const second = add(store, incidentId);
  expect(store.reader.openIncidents()).toEqual([]);
  expect(store.reader.openActions()).toMatchObject([
    { ...FIELDS, id: first, number: 1, incidentId },
    { id: second, number: 2 },
  ]);
  command(store, { type: 'change-action', incidentId, action: first, status: 'completed' });
  expect(open(store)).toEqual([second]);
  command(store, { type: 'remove-action', incidentId, action: second });
  expect(open(store)).toEqual([]);
  const changed = eventsOf(store).findLast(({ type }) => type === 'action.changed');
  command(store, { type: 'undo', eventId: changed?.id ?? '' });
  expect(open(store)).toEqual([first]);
});

it('leaves out what a test left behind', () => {
  const store = openStore(logPath());
  add(store, incidentIn(store, 'a', true));
  expect(open(store)).toEqual([]);
});

it('loses its words with a redaction, also here', () => {
  const path = logPath();
  const store = openStore(path);
  const incidentId = incidentIn(store, 'a');
  const id = add(store, incidentId);
  command(store, { type: 'redact', eventId: id });
  expect(store.reader.openActions()).toMatchObject([{ id, description: '[redacted]', dueOn: FIELDS.dueOn }]);
});

it('is made anew with the projections of a file that another version folded', () => {
  const path = logPath();
  const store = openStore(path);
  const incidentId = incidentIn(store, 'a');
  const id = add(store, incidentId);
  close(store, incidentId);
  store.close();
  const database = new DatabaseSync(path);
  database.exec("DELETE FROM open_actions; DELETE FROM meta WHERE key = 'projections'");
  database.close();
  expect(open(openStore(path))).toEqual([id]);
});
