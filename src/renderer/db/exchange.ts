import type { LogPosition } from '#shared/domain/event/event.ts';
import type { EventId } from '#shared/domain/ids.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { Change, EventStore } from './event-store.ts';
import { MainUnavailable, valueOf } from './answer-value.ts';

const CHUNK = 500;

export interface ExchangeListener {
  readonly changed: (change: Change) => void;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Two logs of which neither is a continuation of the other become level: each gives what the other lacks, by
 * their full sets of ids. Comparing highest ids instead was found to lose holes.
 *
 * @returns the position from which to read on; it is saved with the last batch
 */
export async function exchangeWithLog(
  bridge: Bridge,
  store: EventStore,
  listener: ExchangeListener,
): Promise<LogPosition> {
  const log = await idsOfLog(bridge);
  const ours = new Set(await store.ids());
  const missingThere = [...ours].filter((id) => !log.ids.has(id));
  const missingHere = [...log.ids].filter((id) => !ours.has(id));
  const total = missingThere.length + missingHere.length;
  let done = 0;
  const step = (count: number): void => {
    done += count;
    listener.progress(done, total);
  };
  for (const ids of chunks(missingThere)) {
    valueOf(await bridge.request['log.offer']({ events: await store.read(ids) }));
    step(ids.length);
  }
  for (const ids of chunks(missingHere)) {
    const stored = valueOf(await bridge.request['log.fetch']({ ids }));
    listener.changed(await store.apply(stored.map(({ event }) => event)));
    step(ids.length);
  }
  await store.apply([], log.position);
  return log.position;
}

async function idsOfLog(bridge: Bridge): Promise<{ ids: Set<EventId>; position: LogPosition }> {
  const ids = new Set<EventId>();
  let position: LogPosition | undefined;
  for (;;) {
    const page = valueOf(await bridge.request['log.ids']({ after: position?.seq ?? 0 }));
    if (position !== undefined && page.storeId !== position.storeId)
      throw new MainUnavailable('the log changed');
    for (const { id } of page.ids) ids.add(id);
    const seq = page.ids.at(-1)?.seq ?? Math.max(position?.seq ?? 0, page.lastSeq);
    position = { storeId: page.storeId, seq };
    if (seq >= page.lastSeq || page.ids.length === 0) return { ids, position };
  }
}

function* chunks(ids: readonly EventId[]): Generator<EventId[]> {
  for (let start = 0; start < ids.length; start += CHUNK) yield ids.slice(start, start + CHUNK);
}
