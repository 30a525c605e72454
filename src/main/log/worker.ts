import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Delivery } from '#shared/domain/alerting/ledger.ts';
import { asLogError, LogError } from './log-error.ts';
import { LogStore } from './log-store.ts';
import { readCompiled } from '../playbook/compiled-playbooks.ts';
import type { PlaybookShelf } from '#shared/domain/playbook/shelf.ts';
import { loadPlaybooks } from '../playbook/load-playbooks.ts';
import type { LogOperation, LogOperations, LogReply, LogRequest } from './protocol.ts';

/** The log's own thread: a stalled disk stops here, and alarms go on. */
const READ_LIMIT = 2000;
const IDS_LIMIT = 20_000;
/** Left beside the code by the build. */
const COMPILED_PLAYBOOKS = join(import.meta.dirname, 'playbooks.json');

let store: LogStore | undefined;
let shelf: PlaybookShelf | undefined;

function opened(): LogStore {
  if (store === undefined) throw new LogError('log-unavailable', 'the log is not open');
  return store;
}

function keepShelf(given: PlaybookShelf): void {
  shelf = given;
  store?.usePlaybooks(given);
}

type Operations = {
  [Name in LogOperation]: (input: LogOperations[Name]['input']) => LogOperations[Name]['answer'];
};

const operations: Operations = {
  open({ path, now }) {
    // A log whose file vanished, and that could not be written out again, is still held by its open handle.
    if (store === undefined) store = new LogStore(path, now);
    else store.check(now);
    if (shelf !== undefined) store.usePlaybooks(shelf);
    return { storeId: store.reader.storeId(), created: store.created };
  },
  'load-playbooks'({ folder }) {
    const loaded = loadPlaybooks(folder, readCompiled(COMPILED_PLAYBOOKS));
    keepShelf({ playbooks: [loaded.current], defaultId: loaded.current.ref.id });
    return loaded;
  },
  'use-playbooks'(given) {
    keepShelf(given);
    return null;
  },
  intake: ({ pages, ...acting }) => opened().intake(pages, acting),
  command: ({ command, ...acting }) => opened().command(command, acting),
  offer: ({ events, now }) => opened().offer(events, now),
  read({ after }) {
    const { reader } = opened();
    return {
      storeId: reader.storeId(),
      events: reader.eventsAfter(after, READ_LIMIT),
      lastSeq: reader.lastSeq(),
    };
  },
  ids({ after }) {
    const { reader } = opened();
    return { storeId: reader.storeId(), ids: reader.idsAfter(after, IDS_LIMIT), lastSeq: reader.lastSeq() };
  },
  fetch: ({ ids }) => opened().reader.eventsByIds(ids),
  state({ since }) {
    const { reader } = opened();
    return {
      pages: reader.recentPages(since),
      incidents: reader.openIncidents(),
      drills: reader.runningDrills(),
      actions: reader.openActions(),
      sources: reader.sources(),
    };
  },
  page: ({ id }) => opened().reader.page(id) ?? null,
  incident: ({ id }) => opened().reader.incident(id) ?? null,
  pages: ({ after, limit }) => opened().reader.pagesAfter(after, limit) ?? null,
  playbook: ({ hash }) => opened().reader.playbook(hash) ?? null,
  original: ({ pageId }) => opened().reader.original(pageId) ?? null,
  deliveries: () =>
    opened()
      .reader.deliveries()
      .map((body) => JSON.parse(body) as Delivery),
  'save-deliveries'({ put, drop }) {
    opened().saveDeliveries(put, drop);
    return null;
  },
  'save-sources'({ sources }) {
    opened().saveSources(sources);
    return null;
  },
  check({ now }) {
    opened().check(now);
    return null;
  },
  close() {
    store?.close();
    store = undefined;
    return null;
  },
};

function run<Name extends LogOperation>({ name, input }: LogRequest<Name>): LogOperations[Name]['answer'] {
  return operations[name](input);
}

function reply(request: LogRequest): LogReply {
  try {
    const answer = run(request);
    return { id: request.id, ok: true, answer, notices: store?.notices.splice(0) ?? [] };
  } catch (error) {
    store?.failed(error);
    const { code, message } = asLogError(error);
    return { id: request.id, ok: false, code, detail: message, notices: store?.notices.splice(0) ?? [] };
  }
}

parentPort?.on('message', (request: LogRequest) => parentPort?.postMessage(reply(request)));
