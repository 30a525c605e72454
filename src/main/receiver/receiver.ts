import { createServer, type Server } from 'node:http';
import type { Clock } from '../platform/ports.ts';
import type { Paging } from '../paging/paging.ts';
import { removeAnnouncement, writeAnnouncement } from './announcement.ts';
import { answerBrokenRequests } from './broken-requests.ts';
import { Dispatch, type ReceiverLog } from './dispatch.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { listenOnLoopback } from './listen.ts';
import type { TooLargeText } from './too-large-page.ts';

export interface ReceiverOptions {
  readonly paging: Paging;
  /** The token in force; asked for with every request. */
  readonly token: () => string;
  readonly userDataDir: string;
  /** 0 for any. */
  readonly preferredPort: number;
  readonly version: string;
  readonly clock: Clock;
  readonly tooLargePage: TooLargeText;
  readonly log?: ReceiverLog;
  readonly limits?: Partial<Limits>;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** The preferred port belongs to somebody else, so senders configured with it point elsewhere. */
  readonly portTaken: boolean;
  /** Writes `receiver.json` again: the token was renewed. @throws what the file system throws */
  readonly announce: () => Promise<void>;
  /** Removes `receiver.json`, lets requests under way end for a while, and closes. Never throws. */
  readonly stop: () => Promise<void>;
}

const SILENT: ReceiverLog = { error: () => {} };

/**
 * Starts the receiver and then writes `receiver.json`. Where that file cannot be written (a full disk),
 * pages are accepted all the same: senders that know port and token go on working.
 * @throws when the loopback interface cannot be listened on
 */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { log = SILENT, userDataDir, version, token } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  let port = 0;
  const dispatch = new Dispatch({ ...options, limits, log, port: () => port });
  const server = serverFor(dispatch, limits);
  port = await listenOnLoopback(server, options.preferredPort);
  server.on('error', (error) => log.error('receiver: the server failed', error));
  const url = `http://127.0.0.1:${port}`;
  const announce = (): Promise<void> =>
    writeAnnouncement(userDataDir, { url, token: token(), pid: process.pid, version });
  await announce().catch((error: unknown) => log.error('receiver: receiver.json was not written', error));
  return {
    url,
    port,
    portTaken: options.preferredPort !== 0 && port !== options.preferredPort,
    announce,
    stop: async () => {
      await removeAnnouncement(userDataDir, process.pid).catch((error: unknown) =>
        log.error('receiver: receiver.json was not removed', error),
      );
      await close(server, limits.stopMs);
    },
  };
}

function serverFor(dispatch: Dispatch, limits: Limits): Server {
  const server = createServer({
    headersTimeout: limits.headersMs,
    // Bodies have a clock of their own, which can answer in full; this one is the backstop.
    requestTimeout: limits.headersMs + limits.bodyMs + limits.lingerMs,
    // Node looks every 30 seconds unless told otherwise.
    connectionsCheckingInterval: Math.max(20, Math.min(1000, limits.headersMs / 10)),
    // The guard answers a missing Host by itself.
    requireHostHeader: false,
  });
  server.maxConnections = limits.connections;
  server.on('request', (request, response) => dispatch.serve(request, response));
  server.on('checkContinue', (request, response) => dispatch.serve(request, response, true));
  server.on('checkExpectation', (request, response) => dispatch.serve(request, response));
  answerBrokenRequests(server, limits);
  return server;
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
