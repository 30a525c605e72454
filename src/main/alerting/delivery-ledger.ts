import type { Delivery, Ledger } from '#shared/domain/alerting/ledger.ts';

/** Keeps deliveries; a failing disk costs the record, never the alarm. */
export interface LedgerStore {
  save(put: readonly Delivery[], drop: readonly string[]): void;
}

/** The delivery ledger in memory, written behind. */
export class DeliveryLedger {
  readonly #entries = new Map<string, Delivery>();
  /** Asked to go from the screen, not yet known to have gone: notification id to tag. */
  readonly #closing = new Map<number, string>();
  readonly #store: LedgerStore;
  readonly #listeners = new Set<(delivery: Delivery) => void>();

  constructor(store: LedgerStore) {
    this.#store = store;
  }

  entries(): Ledger {
    return this.#entries;
  }

  put(delivery: Delivery): void {
    this.#entries.set(delivery.tag, delivery);
    this.#store.save([delivery], []);
    for (const listener of this.#listeners) listener(delivery);
  }

  /** The first entry of a tag that is no longer pending; undefined when none came in time. */
  settled(tag: string, timeoutMs: number): Promise<Delivery | undefined> {
    return new Promise((resolve) => {
      const finish = (delivery: Delivery | undefined): void => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(delivery);
      };
      const timer = setTimeout(() => finish(undefined), timeoutMs);
      const listener = (delivery: Delivery): void => {
        if (delivery.tag === tag && delivery.outcome !== 'pending') finish(delivery);
      };
      this.#listeners.add(listener);
      const held = this.#entries.get(tag);
      if (held !== undefined) listener(held);
    });
  }

  /** Forgets a delivery, also one that only the disk still holds. */
  drop(tag: string): void {
    this.#entries.delete(tag);
    this.#store.save([], [tag]);
  }

  /**
   * Forgets a delivery whose notification has been asked to close; on disk only once `closed` says so, for should the app
   * die in between, the next start has to ask again.
   */
  dropOnceClosed(tag: string, toastId: number): void {
    if (this.#entries.delete(tag)) this.#closing.set(toastId, tag);
  }

  /** A notification is off the screen. */
  closed(toastId: number): void {
    const tag = this.#closing.get(toastId);
    if (tag === undefined) return;
    this.#closing.delete(toastId);
    if (!this.#entries.has(tag)) this.#store.save([], [tag]);
  }

  byToastId(toastId: number): Delivery | undefined {
    return [...this.#entries.values()].find((delivery) => delivery.toastId === toastId);
  }
}
