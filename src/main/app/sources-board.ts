import type { SourceState } from '#shared/ipc/contract.ts';
import type { HeardSource } from '../log/protocol.ts';
import type { Clock } from '../platform/ports.ts';

/** Senders may come in hundreds a second; who wants to know when they were heard is told this much later, once. */
const TELL_AFTER_MS = 1000;

export interface SourcesBoardPorts {
  readonly clock: Clock;
  /** Keeps when they were heard for the next start. */
  readonly save: (sources: readonly HeardSource[]) => void;
  readonly changed: (sources: readonly SourceState[]) => void;
}

/** When each source was last heard, by this run or one before it. */
export class SourcesBoard {
  readonly #sources = new Map<string, SourceState>();
  readonly #ports: SourcesBoardPorts;
  /** Heard since it was last told. */
  readonly #untold = new Map<string, HeardSource>();
  #timer: NodeJS.Timeout | undefined;

  constructor(ports: SourcesBoardPorts) {
    this.#ports = ports;
  }

  /** Takes over what the log knows; what was heard in this run is newer. */
  load(known: readonly HeardSource[]): void {
    for (const { id, lastHeardAt } of known) {
      if (this.#sources.has(id)) continue;
      // All that are kept came in by the receiver.
      this.#sources.set(id, { id, kind: id, detail: 'receiver', state: 'heard', lastHeardAt });
    }
  }

  heard({ id, kind, detail }: { readonly id: string; readonly kind: string; readonly detail: string }): void {
    const lastHeardAt = this.#ports.clock.now();
    this.#sources.set(id, { id, kind, detail, state: 'heard', lastHeardAt });
    this.#untold.set(id, { id, lastHeardAt });
    this.#timer ??= setTimeout(() => this.#tell(), TELL_AFTER_MS);
  }

  list(): readonly SourceState[] {
    return [...this.#sources.values()];
  }

  /** To be called while the log can still be written. */
  stop(): void {
    if (this.#timer !== undefined) this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#ports.save([...this.#untold.values()]);
    this.#untold.clear();
    this.#ports.changed(this.list());
  }
}
