import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PageId } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { ReadingContext } from '#shared/domain/page/page-input.ts';
import type { Severity } from '#shared/domain/severity.ts';
import type { Destination } from '#shared/ipc/contract.ts';
import type { StatusReport } from '#shared/status.ts';
import { LogError } from '../log/log-error.ts';
import type { Log } from '../log/log-client.ts';
import type { Clock } from '../platform/ports.ts';
import type { LiveState } from './live-state.ts';
import type { PageDesk } from './page-desk.ts';
import { type Paging, PageNotSaved, type SelfTestStep } from './paging.ts';

export interface PagingServicePorts {
  readonly desk: PageDesk;
  readonly log: Log;
  readonly live: LiveState;
  readonly clock: Clock;
  readonly unknownSeverity: () => Severity;
  readonly status: () => StatusReport;
  readonly selfTest: () => Promise<readonly SelfTestStep[]>;
  readonly go: (destination: Destination) => void;
  readonly heard: Paging['heard'];
  readonly importDocument: Paging['importDocument'];
}

/** What the receiver and the CLI may ask, carried out. */
export function createPaging(ports: PagingServicePorts): Paging {
  const { desk, log, live } = ports;

  async function find(id: string): Promise<Page | undefined> {
    return live.page(id) ?? (await logged(log.run('page', { id }))) ?? undefined;
  }

  async function answer(id: string, run: () => Promise<unknown>): Promise<Page | undefined> {
    if ((await find(id)) === undefined) return undefined;
    await logged(run());
    return await find(id);
  }

  /** It is silent from now on; the log is told that it was taken when it can be saved. When to page again only the log keeps. */
  async function acknowledgeUnsaved(
    id: PageId,
    recheckAfterMs: number | undefined,
  ): Promise<Page | undefined> {
    if (recheckAfterMs !== undefined)
      throw new PageNotSaved('log-unavailable', 'the page is not saved yet: acknowledge it without a time');
    await logged(desk.acknowledge(id));
    return live.unsavedPage(id);
  }

  return {
    readingContext: (): ReadingContext => ({
      now: ports.clock.now(),
      unknownSeverity: ports.unknownSeverity(),
      hash: sha256,
    }),
    accept: (pages) => desk.accept(pages),
    list: async (after, limit) => (await logged(log.run('pages', { after, limit }))) ?? undefined,
    acknowledge: async (id, recheckAfterMs) => {
      const unsaved = live.unsavedPage(id);
      if (unsaved !== undefined) return acknowledgeUnsaved(unsaved.id, recheckAfterMs);
      return answer(id, () =>
        desk.command({
          type: 'acknowledge',
          pageIds: [id],
          ...(recheckAfterMs === undefined ? {} : { recheckAfterMs }),
        }),
      );
    },
    resolve: (id) => answer(id, () => desk.command({ type: 'resolve-page', pageId: id })),
    async status() {
      // What was written in this turn is decided on at its end: a report must not tell of the one without the other.
      await nextTurn();
      return ports.status();
    },
    selfTest: () => ports.selfTest(),
    async open(id) {
      if (id === undefined) {
        ports.go({ place: 'pages' });
        return true;
      }
      const page = await find(id);
      const incident = live.incident(id) ?? (await logged(log.run('incident', { id }))) ?? undefined;
      const incidentId = incident?.id ?? page?.incidentId;
      if (incidentId !== undefined) ports.go({ place: 'incident', incidentId });
      else if (page !== undefined) ports.go({ place: 'page', pageId: page.id });
      return incidentId !== undefined || page !== undefined;
    },
    importDocument: (name, document) => ports.importDocument(name, document),
    heard: (source) => ports.heard(source),
  };
}

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The log's failures as the receiver knows them. */
async function logged<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof LogError ? new PageNotSaved(error.code, error.message) : error;
  }
}
