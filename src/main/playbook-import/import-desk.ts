import { visibleLine } from '#shared/domain/page/hostile-text.ts';
import type { Destination } from '#shared/ipc/contract.ts';
import type { ImportAnswer } from '#shared/ipc/import-requests.ts';
import type { ThreadAnswer } from './import-thread.ts';

export interface ImportDeskPorts {
  readonly read: (document: string | Uint8Array) => Promise<ThreadAnswer>;
  readonly go: (destination: Destination) => void;
}

/** Reads documents for the window, and keeps for it those that were handed over from outside. */
export class ImportDesk {
  readonly #ports: ImportDeskPorts;
  /** Oldest first; one of each name. */
  #waiting: readonly ImportAnswer[] = [];

  constructor(ports: ImportDeskPorts) {
    this.#ports = ports;
  }

  /** @param name of the file, without its folder */
  async read(name: string, document: string | Uint8Array): Promise<ImportAnswer> {
    return { name, ...(await this.#ports.read(document)) };
  }

  /** From the command line: read, and shown in the window for a person to look over. Nothing is saved. */
  async handOver(name: string, document: string | Uint8Array): Promise<ImportAnswer> {
    const answer = await this.read(visibleLine(name), document);
    if (answer.result.ok) {
      this.#waiting = [...this.#waiting.filter((each) => each.name !== answer.name), answer];
      this.#ports.go({ place: 'import' });
    }
    return answer;
  }

  /** The next that was handed over and not yet taken by a window; once. */
  take(): ImportAnswer | null {
    const [answer, ...rest] = this.#waiting;
    this.#waiting = rest;
    return answer ?? null;
  }
}
