// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, renderHook, waitFor } from '@testing-library/react';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { actionsOf } from '../../../../src/renderer/db/action-rows.ts';
import { useActions } from '../../../../src/renderer/db/actions.ts';
import type { EventStore } from '../../../../src/renderer/db/event-store.ts';
import { initialLive, useLive, withChange } from '../../../../src/renderer/db/live.ts';
import type { FakeLog } from '../fake-log.ts';
import { receivePage } from '../pages.ts';
import { emptyLog, history } from './history.ts';
import { bothStores, freshDatabases, incidentsIn, inOrderOfId } from './stores.ts';

const FIELDS = {
  description: 'Alert earlier',
  owner: '',
  dueOn: '2026-12-01',
  status: 'open',
  priority: 'high',
  category: '',
} as const;
const freshDatabase = freshDatabases();

beforeEach(() => useLive.setState(initialLive, true));

/** Takes in what the store lacks, and tells the window as the replica would. */
async function deliver(store: EventStore, log: FakeLog): Promise<void> {
  const held = new Set(await store.ids());
  const redacted = log.events.filter((event) => event.redacted === true);
  const change = await store.apply([...redacted, ...log.events.filter(({ id }) => !held.has(id))]);
  act(() => useLive.setState((live) => ({ ...withChange(live, change, Date.now()), store, loaded: true })));
}

describe.each(bothStores(freshDatabase))('action items in %s', (_name, makeStore) => {
  it('are those of any history, delivered event by event, and no text that was redacted', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (log) => {
        const store = makeStore();
        for (const event of log.events) await store.apply([event]);
        const wanted = incidentsIn(log)
          .filter(({ actions }) => actions.length > 0)
          .map(actionsOf);
        expect((await store.incidentActions()).toSorted(inOrderOfId)).toEqual(wanted);
      }),
      { numRuns: 25 },
    );
  });

  it('of an incident that ended long ago are on screen, and follow what is done to them', async () => {
    const [log, store] = [emptyLog(), makeStore()];
    const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log)] });
    const incidentId = answer.ok ? (answer.incidentId ?? '') : '';
    log.run({ type: 'add-action', incidentId, ...FIELDS });
    for (const milestone of ['resolve', 'close']) log.run({ type: 'meet-milestone', incidentId, milestone });
    await deliver(store, log);
    const { result } = renderHook(() => useActions());
    expect(result.current).toEqual({ state: 'loading' });
    await waitFor(() =>
      expect(result.current).toMatchObject({ incidents: [{ id: incidentId, actions: [FIELDS] }] }),
    );
    const refolding = { done: 200, total: 1000 };
    act(() => useLive.setState({ refolding }));
    expect(result.current).toMatchObject({ state: 'read', refolding });
    act(() => useLive.setState({ refolding: undefined }));
    expect(result.current).not.toHaveProperty('refolding');
    const action = log.events.find(({ type }) => type === 'action.added')?.id ?? '';
    log.run({ type: 'change-action', incidentId, action, status: 'completed' });
    await deliver(store, log);
    await waitFor(() =>
      expect(result.current).toMatchObject({ incidents: [{ actions: [{ status: 'completed' }] }] }),
    );
    log.run({ type: 'remove-action', incidentId, action });
    await deliver(store, log);
    await waitFor(() => expect(result.current).toMatchObject({ state: 'read', incidents: [] }));
  });
});
