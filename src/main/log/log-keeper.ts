import type { Delivery } from '#shared/domain/alerting/ledger.ts';
import type { StoreId } from '#shared/domain/ids.ts';
import type { HealthBoard } from '../app/health-board.ts';
import { RECENT_MS } from '../paging/live-state.ts';
import type { Clock } from '../platform/ports.ts';
import type { Log } from './log-client.ts';
import type { LogNotice, OpenState } from './protocol.ts';

/** How often the file is looked after. */
const CHECK_MS = 5000;

export interface LogKeeperPorts {
  readonly log: Log;
  readonly path: string;
  /** Tells the log what new incidents can run by. */
  readonly tellPlaybooks: () => Promise<unknown>;
  readonly clock: Clock;
  readonly health: HealthBoard;
  readonly refill: () => void;
  readonly changed: () => void;
  readonly report: (what: string, error: unknown) => void;
  /** Takes over what the log holds; deliveries only the first time: they are of a run that is over. */
  readonly load: (state: OpenState, deliveries: readonly Delivery[] | undefined) => Promise<void>;
  readonly tick: () => Promise<void>;
}

/** Opens the log, keeps trying while it cannot be opened, and notices when its file vanishes. */
export class LogKeeper {
  readonly #ports: LogKeeperPorts;
  #timer: NodeJS.Timeout | undefined;
  #open = false;
  #tried = false;
  #loaded = false;
  #isLooking = false;
  #working: Promise<void> = Promise.resolve();
  storeId: StoreId | undefined;

  constructor(ports: LogKeeperPorts) {
    this.#ports = ports;
    ports.log.onNotice((notice) => this.#noticed(notice));
  }

  /** Settles when the log is open or has failed to open the first time. */
  start(): Promise<void> {
    this.#working = this.#tryOpen();
    this.#timer = setInterval(() => this.#lookAfter(), CHECK_MS);
    return this.#working;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
    await this.#ports.log.run('close', null).catch(() => undefined);
  }

  /** One look at a time: a disk that stalls for minutes would otherwise owe one for every five seconds of them. */
  #lookAfter(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#working = this.#working
      .then(() => this.#tick())
      .finally(() => {
        this.#isLooking = false;
      });
  }

  async #tick(): Promise<void> {
    const { log, clock, health, report } = this.#ports;
    try {
      if (!this.#open) await this.#tryOpen();
      else await log.run('check', { now: clock.now() });
      await this.#ports.tick();
    } catch (error) {
      // Opened again at the next look: by then the disk may be back, or the thread a new one.
      this.#open = false;
      health.raise('log-unavailable', error instanceof Error ? error.message : String(error));
      report('looking after the log', error);
    }
  }

  async #tryOpen(): Promise<void> {
    const { log, path, tellPlaybooks, clock, health, refill, changed, report } = this.#ports;
    try {
      // A thread that was begun anew has not heard of them yet.
      if (this.#tried) await tellPlaybooks();
      this.#tried = true;
      const { storeId, created } = await log.run('open', { path, now: clock.now() });
      this.storeId = storeId;
      await this.#load();
      this.#open = true;
      health.clear('log-unavailable');
      if (created) refill();
      changed();
    } catch (error) {
      health.raise('log-unavailable', error instanceof Error ? error.message : String(error));
      report('opening the log', error);
    }
  }

  async #load(): Promise<void> {
    const { log, clock, load } = this.#ports;
    const state = await log.run('state', { since: clock.now() - RECENT_MS });
    const deliveries = this.#loaded ? undefined : await log.run('deliveries', null);
    this.#loaded = true;
    await load(state, deliveries);
  }

  #noticed({ kind, detail }: LogNotice): void {
    const { health, log, refill, changed, report } = this.#ports;
    health.raise(kind === 'rebuilt' ? 'log-rebuilt' : 'log-quarantined', detail);
    if (!this.#open) return;
    this.#working = this.#working.then(async () => {
      try {
        const { storeId } = await log.run('read', { after: Number.MAX_SAFE_INTEGER });
        const replaced = storeId !== this.storeId;
        this.storeId = storeId;
        await this.#load();
        if (replaced) refill();
        changed();
      } catch (error) {
        report('reading the log anew', error);
      }
    });
  }
}
