import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { foldIncidentEvents } from '#shared/domain/event/fold.ts';
import { figuresOf } from '#shared/domain/metrics/incident-figures.ts';
import { TplusDatabase } from '../../../../src/renderer/db/database.ts';
import type { EventStore } from '../../../../src/renderer/db/event-store.ts';
import { IndexedStore } from '../../../../src/renderer/db/indexed-store.ts';
import { MemoryStore } from '../../../../src/renderer/db/memory-store.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { history } from './history.ts';

const opened: TplusDatabase[] = [];
let made = 0;

function freshDatabase(): TplusDatabase {
  made += 1;
  const database = new TplusDatabase(`figures-${made}`);
  opened.push(database);
  return database;
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.delete()));
});

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);
const playbook = builtInPlaybook('en');

describe.each([
  ['IndexedDB', (): EventStore => new IndexedStore(freshDatabase())],
  ['memory', (): EventStore => new MemoryStore()],
])('figures in %s', (_name, makeStore) => {
  it('of any history, delivered event by event, are those of its incidents', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (log) => {
        const store = makeStore();
        for (const event of log.events) await store.apply([event]);
        const ids = [...new Set(log.events.flatMap(({ incidentId }) => incidentId ?? []))];
        const wanted = ids.flatMap((id) => {
          const incident = foldIncidentEvents(log.events.filter(({ incidentId }) => incidentId === id));
          return incident === undefined ? [] : [figuresOf(incident, playbook)];
        });
        expect((await store.figures()).toSorted(byId)).toEqual(wanted.toSorted(byId));
        expect(await store.figures([...ids.slice(0, 1), 'no-such'])).toEqual(
          wanted.filter(({ id }) => id === ids[0]),
        );
      }),
      { numRuns: 25 },
    );
  });
});
