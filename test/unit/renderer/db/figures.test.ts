import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '#shared/domain/metrics/incident-figures.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { history } from './history.ts';
import { bothStores, freshDatabases, incidentsIn, inOrderOfId } from './stores.ts';

const freshDatabase = freshDatabases();

const playbook = builtInPlaybook('en');

describe.each(bothStores(freshDatabase))('figures in %s', (_name, makeStore) => {
  it('of any history, delivered event by event, are those of its incidents', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (log) => {
        const store = makeStore();
        for (const event of log.events) await store.apply([event]);
        const wanted = incidentsIn(log).map((incident) => figuresOf(incident, playbook));
        expect((await store.figures()).toSorted(inOrderOfId)).toEqual(wanted);
        const some = wanted.slice(0, 1);
        expect(await store.figures([...some.map(({ id }) => id), 'no-such'])).toEqual(some);
      }),
      { numRuns: 25 },
    );
  });
});
