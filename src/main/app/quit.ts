/** Of Electron's `app`, what quitting needs. */
export interface QuittingApp {
  on(event: 'before-quit' | 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
  exit(code?: number): void;
}
export interface QuitPorts {
  readonly app: QuittingApp;
  /** Pages nobody has taken. */
  readonly unacknowledged: () => number;
  /** Asks a person. @returns whether to quit */
  readonly ask: (unacknowledged: number) => Promise<boolean>;
  /** The last moment at which windows still stand. */
  readonly onQuitting: () => void;
  /** Closes what must be closed; given up on after a few seconds. */
  readonly shutDown: () => Promise<void>;
  /** Whether to ask when something other than our own menu wants to quit (the dock's menu, on macOS). */
  readonly askAlways: boolean;
}
export interface Quitting {
  /** A person wants to quit: asks first when pages are waiting. */
  request(): Promise<void>;
  /** The system, a signal or an update wants it: there is nobody to ask. */
  now(): void;
}

const shutDownTimeoutMs = 4000;

export function createQuitting(ports: QuitPorts): Quitting {
  let decided = false;
  let asking = false;
  let ending = false;

  const now = (): void => {
    decided = true;
    ports.app.quit();
  };
  const request = async (): Promise<void> => {
    if (decided) return ports.app.quit();
    if (asking) return;
    const count = ports.unacknowledged();
    if (count === 0) return now();
    asking = true;
    // A question that cannot be put must not keep the app from quitting.
    const agreed = await ports.ask(count).catch(() => true);
    asking = false;
    if (agreed) now();
  };
  ports.app.on('before-quit', (event) => {
    if (ports.askAlways && !decided && ports.unacknowledged() > 0) {
      event.preventDefault();
      void request();
      return;
    }
    decided = true;
    ports.onQuitting();
  });
  ports.app.on('will-quit', (event) => {
    event.preventDefault();
    if (ending) return;
    ending = true;
    void atMost(ports.shutDown(), shutDownTimeoutMs).then(() => ports.app.exit(0));
  });
  return { request, now };
}

/** Settles when the work does, whichever way, or when its time is up. */
async function atMost(work: Promise<void>, timeoutMs: number): Promise<void> {
  const { promise: expired, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, timeoutMs);
  await Promise.race([work.catch(() => undefined), expired]);
  clearTimeout(timer);
}

/** A signal comes from the system, or from somebody at a terminal who means it. @returns how to stop */
export function quitOnSignals(process: NodeJS.Process, quit: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, quit);
  return () => {
    for (const signal of signals) process.removeListener(signal, quit);
  };
}
