import type { SourceState } from '#shared/ipc/contract.ts';
import type { Clock } from '../platform/ports.ts';

/** When each source was last heard. */
export class SourcesBoard {
  readonly #sources = new Map<string, SourceState>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  heard({ id, kind, detail }: { readonly id: string; readonly kind: string; readonly detail: string }): void {
    this.#sources.set(id, { id, kind, detail, state: 'heard', lastHeardAt: this.#clock.now() });
  }

  list(): readonly SourceState[] {
    return [...this.#sources.values()];
  }
}
