import type { Degraded, DegradedReason, Health, NativeState, TrayHostState } from '#shared/health.ts';

/** How the app itself is, in one place; whoever finds something out says it here. */
export class HealthBoard {
  #native: NativeState = 'unknown';
  #tray: TrayHostState = 'unknown';
  readonly #degraded = new Map<DegradedReason, string>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get health(): Health {
    const degraded: Degraded[] = [...this.#degraded].map(([reason, detail]) => ({ reason, detail }));
    return { native: this.#native, tray: this.#tray, degraded };
  }

  get isDegraded(): boolean {
    return this.#degraded.size > 0;
  }

  /** What became of the last notification. */
  setNative(native: NativeState, detail: string): void {
    const failed = native === 'refused' || native === 'no-daemon' || native === 'timed-out';
    const same = this.#native === native;
    this.#native = native;
    if (failed) this.raise('notifications-not-shown', detail);
    else if (native === 'shown') this.clear('notifications-not-shown');
    if (!same) this.#changed();
  }

  setTray(tray: TrayHostState): void {
    if (this.#tray === tray) return;
    this.#tray = tray;
    if (tray === 'no-host') this.raise('no-tray-host', '');
    else this.clear('no-tray-host');
    this.#changed();
  }

  raise(reason: DegradedReason, detail: string): void {
    if (this.#degraded.get(reason) === detail) return;
    this.#degraded.set(reason, detail);
    this.#changed();
  }

  clear(reason: DegradedReason): void {
    if (this.#degraded.delete(reason)) this.#changed();
  }
}
