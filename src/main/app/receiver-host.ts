import type { Paging } from '../paging/paging.ts';
import type { Clock } from '../platform/ports.ts';
import { type Receiver, startReceiver } from '../receiver/receiver.ts';
import { openToken, type TokenFile } from '../receiver/token.ts';
import type { Report } from './app-log.ts';
import type { HealthBoard } from './health-board.ts';

export interface ReceiverHostPorts {
  readonly userDataDir: string;
  readonly version: string;
  readonly clock: Clock;
  readonly paging: Paging;
  readonly health: HealthBoard;
  readonly tooLargePage: (source: string, limit: string) => { title: string; summary: string };
  readonly report: Report;
  readonly changed: () => void;
}

/** Keeps a receiver running on the port of the settings, and says when it is not there. */
export class ReceiverHost {
  readonly #ports: ReceiverHostPorts;
  #token: TokenFile | undefined;
  #receiver: Receiver | undefined;
  #working: Promise<void> = Promise.resolve();

  constructor(ports: ReceiverHostPorts) {
    this.#ports = ports;
  }

  get url(): string | undefined {
    return this.#receiver?.url;
  }

  /** Starts, or moves to another port. One at a time. */
  use(port: number): Promise<void> {
    this.#working = this.#working.then(() => this.#move(port));
    return this.#working;
  }

  token(): string {
    if (this.#token === undefined) throw new Error('the receiver has no token yet');
    return this.#token.current();
  }

  async renewToken(): Promise<string> {
    if (this.#token === undefined) throw new Error('the receiver has no token yet');
    const token = await this.#token.renew();
    await this.#receiver?.announce();
    return token;
  }

  async stop(): Promise<void> {
    await this.#working;
    await this.#receiver?.stop();
  }

  async #move(port: number): Promise<void> {
    const { health, report, userDataDir, version, clock, paging, tooLargePage, changed } = this.#ports;
    try {
      this.#token ??= await openToken(userDataDir);
      await this.#receiver?.stop();
      const receiver = await startReceiver({
        paging,
        token: () => this.token(),
        userDataDir,
        preferredPort: port,
        version,
        clock,
        tooLargePage,
        log: { error: report },
      });
      this.#receiver = receiver;
      health.clear('receiver-down');
      if (receiver.portTaken) health.raise('receiver-port-taken', `${port} → ${receiver.port}`);
      else health.clear('receiver-port-taken');
    } catch (error) {
      this.#receiver = undefined;
      health.raise('receiver-down', error instanceof Error ? error.message : String(error));
      report('starting the receiver', error);
    }
    changed();
  }
}
