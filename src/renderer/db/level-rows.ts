import type { EventStore } from './event-store.ts';

/** What was read of one store. */
interface Held<Row> {
  readonly byId: Map<string, Row>;
  /** By incident: the revision that its row was read at, or a later one. */
  readonly levels: Map<string, number>;
  /** Undefined until all were read, and after a change. */
  list: readonly Row[] | undefined;
  isFilled: boolean;
  /** Settles when those who asked before have been answered. */
  turn: Promise<unknown>;
}

/**
 * A row of each incident out of a store: all are read once, and from then on only those of incidents that changed. Held once
 * for everybody who asks, and let go of with the store.
 */
export class LevelRows<Row extends { readonly id: string }> {
  readonly #read: (store: EventStore, ids?: readonly string[]) => Promise<readonly Row[]>;
  readonly #held = new WeakMap<EventStore, Held<Row>>();

  /** @param read the rows of some incidents, of all without `ids`; none for one that has none */
  constructor(read: (store: EventStore, ids?: readonly string[]) => Promise<readonly Row[]>) {
    this.#read = read;
  }

  /**
   * All rows, level with these revisions (`Live.revisions`); the same list while nothing changed. Rejects as the store does:
   * whoever asks next has it read again.
   */
  of(store: EventStore, revisions: ReadonlyMap<string, number>): Promise<readonly Row[]> {
    const held = this.#heldOf(store);
    // One after the other: a row that was read earlier must not come in later.
    const answer = held.turn.then(() => this.#level(store, held, revisions));
    held.turn = answer.catch(() => undefined);
    return answer;
  }

  async #level(
    store: EventStore,
    held: Held<Row>,
    revisions: ReadonlyMap<string, number>,
  ): Promise<readonly Row[]> {
    const stale = [...revisions].filter(([id, count]) => (held.levels.get(id) ?? 0) < count);
    if (!held.isFilled || stale.length > 0) {
      const ids = held.isFilled ? stale.map(([id]) => id) : undefined;
      const rows = await this.#read(store, ids);
      for (const id of ids ?? []) held.byId.delete(id);
      for (const row of rows) held.byId.set(row.id, row);
      for (const [id, count] of stale) held.levels.set(id, count);
      held.isFilled = true;
      held.list = undefined;
    }
    held.list ??= [...held.byId.values()];
    return held.list;
  }

  #heldOf(store: EventStore): Held<Row> {
    const known = this.#held.get(store);
    if (known !== undefined) return known;
    const made: Held<Row> = {
      byId: new Map(),
      levels: new Map(),
      list: undefined,
      isFilled: false,
      turn: Promise.resolve(),
    };
    this.#held.set(store, made);
    return made;
  }
}
