import type { BusConnection } from './connection.ts';

/** Sets a connection up each time there is one. What it returns is not waited for. */
export type OnConnected = (connection: BusConnection) => void;

/** The session bus, for as long as the app runs: it comes and goes, and is looked for again. */
export interface SessionBus {
  /** The connection there is, or the result of trying now. @returns undefined when there is no bus */
  connection(): Promise<BusConnection | undefined>;
  /** Called at once if connected, and at each new connection. */
  onConnected(listener: OnConnected): () => void;
  /** The connection is gone, and everything that was asked over it; or there was none to be had. */
  onLost(listener: (detail: string) => void): () => void;
  stop(): void;
}

const firstRetryMs = 1000;
const longestRetryMs = 60_000;

/** How long to wait after so many failures in a row, in ms. */
export function retryAfterMs(failures: number): number {
  return Math.min(firstRetryMs * 2 ** Math.max(0, failures - 1), longestRetryMs);
}

/** Connects at the first use of it, and from then on by itself. `connect` rejects when there is no bus. */
export function createSessionBus(connect: () => Promise<BusConnection>): SessionBus {
  const connected = new Set<OnConnected>();
  const lost = new Set<(detail: string) => void>();
  let current: BusConnection | undefined;
  let attempt: Promise<BusConnection | undefined> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let failures = 0;
  let stopped = false;

  const retryLater = (): void => {
    if (stopped) return;
    clearTimeout(retry);
    retry = setTimeout(() => void connection(), retryAfterMs(failures));
    retry.unref();
  };
  const lose = (detail: string): void => {
    current = undefined;
    failures += 1;
    retryLater();
    for (const listener of lost) listener(detail);
  };
  const establish = async (): Promise<BusConnection | undefined> => {
    try {
      const made = await connect();
      if (stopped) {
        made.close();
        return undefined;
      }
      current = made;
      failures = 0;
      void made.closed.then(lose);
      for (const listener of connected) listener(made);
      return made;
    } catch (error) {
      lose(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const connection = (): Promise<BusConnection | undefined> => {
    if (current !== undefined || stopped) return Promise.resolve(current);
    clearTimeout(retry);
    attempt ??= establish().finally(() => {
      attempt = undefined;
    });
    return attempt;
  };

  return {
    connection,
    onConnected: (listener) => {
      connected.add(listener);
      if (current !== undefined) listener(current);
      return () => connected.delete(listener);
    },
    onLost: (listener) => {
      lost.add(listener);
      return () => lost.delete(listener);
    },
    stop: () => {
      stopped = true;
      clearTimeout(retry);
      current?.close();
      current = undefined;
    },
  };
}
