import type { LogPosition, StoredEvent, TplusEvent } from '#shared/domain/event/event.ts';
import type { Bridge, LogAppended } from '#shared/ipc/contract.ts';
import { MainUnavailable, valueOf } from './answer-value.ts';
import type { Change, EventStore } from './event-store.ts';
import { exchangeWithLog } from './exchange.ts';
import type { Sync } from './live.ts';

export interface ReplicaListener {
  readonly changed: (change: Change) => void;
  readonly synced: (sync: Sync) => void;
  /** The store failed: nothing of the last batch was saved, and nothing more will be asked of it. */
  readonly failed: (error: unknown) => void;
}

/** After this many events still to read, catching up is shown. */
const SHOWN_FROM = 2000;
const RETRY_MS = 2000;

/**
 * Keeps a store level with main's log: what came after our position, or, when the log is another one or
 * behind us, the exchange of what either lacks. Then the stream, in order; a hole in it means reading on.
 * One thing at a time, so nothing is applied out of turn.
 */
export class Replica {
  readonly #bridge: Bridge;
  readonly #store: EventStore;
  readonly #listener: ReplicaListener;
  #queue: LogAppended[] = [];
  #level = false;
  #running = false;
  #stopped = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #unsubscribe: () => void;

  constructor(bridge: Bridge, store: EventStore, listener: ReplicaListener) {
    this.#bridge = bridge;
    this.#store = store;
    this.#listener = listener;
    this.#unsubscribe = bridge.on['log.appended']((message) => {
      this.#queue.push(message);
      void this.run();
    });
  }

  /** Works until everything known of is applied; returns at once if it is at work already. */
  async run(): Promise<void> {
    if (this.#running || this.#stopped) return;
    this.#running = true;
    clearTimeout(this.#retry);
    try {
      while (!this.#stopped && (!this.#level || this.#queue.length > 0)) {
        if (this.#level) await this.#takeQueue();
        else await this.#reconcile();
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#running = false;
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#unsubscribe();
  }

  #say(sync: Sync): void {
    if (!this.#stopped) this.#listener.synced(sync);
  }

  #fail(error: unknown): void {
    if (this.#stopped) return;
    this.#level = false;
    if (error instanceof MainUnavailable) {
      this.#say({ state: 'failing', detail: error.message });
      this.#retry = setTimeout(() => void this.run(), RETRY_MS);
    } else {
      this.stop();
      this.#listener.failed(error);
    }
  }

  async #reconcile(): Promise<void> {
    // What is pushed from here on is either in the chunks read below or applied after them.
    let position = await this.#store.position();
    const sameLog = position !== undefined && (await this.#continues(position));
    const nothingHeld = position === undefined && (await this.#store.ids()).length === 0;
    if (!sameLog && !nothingHeld) {
      this.#say({ state: 'rebuilding', done: 0, total: 0 });
      position = await exchangeWithLog(this.#bridge, this.#store, {
        changed: this.#listener.changed,
        progress: (done, total) => this.#say({ state: 'rebuilding', done, total }),
      });
    }
    await this.#catchUp(position);
    this.#level = true;
    this.#say({ state: 'live' });
  }

  /**
   * Whether the log goes on from our position: the same log, not behind us, and with the event there that we
   * have there. A log put back from a backup has the same id, and may have grown past us since.
   */
  async #continues(position: LogPosition): Promise<boolean> {
    const after = Math.max(0, position.seq - 1);
    const { storeId, events, lastSeq } = valueOf(await this.#bridge.request['log.read']({ after }));
    if (storeId !== position.storeId || lastSeq < position.seq) return false;
    const there = events.find(({ seq }) => seq === position.seq)?.event;
    return there === undefined || (await this.#store.holds(there));
  }

  async #catchUp(from: LogPosition | undefined): Promise<void> {
    const start = from?.seq ?? 0;
    let position = from;
    for (;;) {
      const chunk = valueOf(await this.#bridge.request['log.read']({ after: position?.seq ?? 0 }));
      // The log was replaced under our hands: the next round sorts it out.
      if (position !== undefined && chunk.storeId !== position.storeId)
        throw new MainUnavailable('the log changed');
      const seq = chunk.events.at(-1)?.seq ?? Math.max(position?.seq ?? 0, chunk.lastSeq);
      position = { storeId: chunk.storeId, seq };
      if (chunk.events.length > 0 || from === undefined) await this.#apply(eventsOf(chunk.events), position);
      if (seq >= chunk.lastSeq) return;
      if (chunk.lastSeq - start > SHOWN_FROM) {
        this.#say({ state: 'rebuilding', done: seq - start, total: chunk.lastSeq - start });
      }
    }
  }

  /** Everything that waits, as one batch. */
  async #takeQueue(): Promise<void> {
    const messages = this.#queue;
    this.#queue = [];
    const position = await this.#store.position();
    const known = position?.seq ?? 0;
    const stored = messages.flatMap(({ events }) => events).filter(({ seq }) => seq > known);
    const isNext = stored.every(({ seq }, index) => seq === known + index + 1);
    if (position === undefined || !isNext || messages.some(({ storeId }) => storeId !== position.storeId)) {
      this.#level = false;
      return;
    }
    if (stored.length > 0) await this.#apply(eventsOf(stored), { ...position, seq: known + stored.length });
  }

  async #apply(events: readonly TplusEvent[], position: LogPosition): Promise<void> {
    const change = await this.#store.apply(events, position);
    if (!this.#stopped) this.#listener.changed(change);
  }
}

function eventsOf(stored: readonly StoredEvent[]): TplusEvent[] {
  return stored.map(({ event }) => event);
}
