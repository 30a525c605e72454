import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { foldDrills } from '#shared/domain/drill/drill.ts';
import { byId } from '#shared/domain/event/fold.ts';
import { foldTraining } from '#shared/domain/training/training.ts';
import { IndexedStore } from '../../../../src/renderer/db/indexed-store.ts';
import { refoldClosed } from '../../../../src/renderer/db/refold-closed.ts';
import { refreshProjections } from '../../../../src/renderer/db/refresh-projections.ts';
import type { FakeLog } from '../fake-log.ts';
import { receivePage } from '../pages.ts';
import { emptyLog } from './history.ts';
import { bothStores, freshDatabases } from './stores.ts';

const freshDatabase = freshDatabases();

/** A drill that ended with an incident in it, a real incident, and somebody's training. */
function practised(): { log: FakeLog; drill: string } {
  const log = emptyLog();
  log.run({ type: 'start-drill', scenario: 'slow-api', language: 'en', everyoneKnows: true });
  const drill = [...foldDrills(log.events).keys()][0] ?? '';
  for (const of of [{ drill }, {}]) log.run({ type: 'acknowledge', pageIds: [receivePage(log, of)] });
  log.run({ type: 'end-drill', drill });
  log.run({ type: 'tick-training', person: 'Mina', course: 'quarterly', item: 'tabletop' });
  return { log, drill };
}

describe.each(bothStores(freshDatabase))('in %s', (_name, make) => {
  it('drills and training are there to read, and to refill the log with', async () => {
    const { log, drill } = practised();
    const store = make();
    const { practised: isNews } = await store.apply(log.events);
    expect(isNews).toBe(true);
    const events = await store.practice();
    expect(foldDrills(events)).toEqual(foldDrills(log.events));
    expect(foldTraining(events)).toEqual(foldTraining(log.events));
    expect((await store.incidentsOfDrill(drill)).map(({ drillEnded }) => drillEnded?.how)).toEqual([
      'aborted',
    ]);
    expect(await store.incidentsOfDrill('another')).toEqual([]);
    expect((await store.read(await store.ids())).toSorted(byId)).toEqual(log.events.toSorted(byId));
  });

  it('a name that was redacted is gone from there too', async () => {
    const { log } = practised();
    const store = make();
    await store.apply(log.events);
    const tick = log.events.find(({ type }) => type === 'training.ticked');
    log.run({ type: 'redact', eventId: tick?.id ?? '' });
    await store.apply(log.events.slice(-1));
    expect(JSON.stringify(await store.practice())).not.toContain('Mina');
  });
});

it('is there after everything was folded anew', async () => {
  const { log, drill } = practised();
  const database = freshDatabase();
  const store = new IndexedStore(database);
  await store.apply(log.events);
  const before = await store.practice();
  await database.practice.clear();
  await database.meta.put({ key: 'projections', value: 2 });
  await refreshProjections(database);
  await refoldClosed(database, { progress: () => {}, changed: () => {}, isStopped: () => false });
  expect(await store.practice()).toEqual(before);
  expect(await store.incidentsOfDrill(drill)).toHaveLength(1);
});
