import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { asIncidentId } from '#shared/domain/ids.ts';
import type { Destination } from '#shared/ipc/contract.ts';
import type { StatusReport } from '#shared/status.ts';
import type { Log } from '../../../../src/main/log/log-client.ts';
import { LogError } from '../../../../src/main/log/log-error.ts';
import type { LogOperation, LogOperations } from '../../../../src/main/log/protocol.ts';
import { LiveState } from '../../../../src/main/paging/live-state.ts';
import { PageDesk } from '../../../../src/main/paging/page-desk.ts';
import { PageNotSaved } from '../../../../src/main/paging/paging.ts';
import { createPaging, sha256 } from '../../../../src/main/paging/paging-service.ts';
import { command, logPath, openStore, takeIn } from '../log/stores.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { inputOf } from '../../shared/domain/page/pages.ts';

/** What the receiver asks, on a real log. */
function openPaging() {
  const store = openStore(logPath());
  const disk = { fails: false };
  const log: Log = {
    async run<Name extends LogOperation>(name: Name, input: LogOperations[Name]['input']) {
      if (disk.fails) throw new LogError('disk-full', 'no room');
      return answerOf(name, input) as LogOperations[Name]['answer'];
    },
    onNotice: () => () => undefined,
  };
  function answerOf(name: LogOperation, input: unknown): unknown {
    if (name === 'command') {
      const { command: given, ...acting } = input as LogOperations['command']['input'];
      return store.command(given, acting);
    }
    if (name === 'pages') {
      const { after, limit } = input as LogOperations['pages']['input'];
      return store.reader.pagesAfter(after, limit) ?? null;
    }
    const { id } = input as LogOperations['page']['input'];
    return (name === 'page' ? store.reader.page(id) : store.reader.incident(id)) ?? null;
  }
  const live = new LiveState();
  const clock = { now: () => T0 };
  const desk = new PageDesk({
    log,
    clock,
    live,
    author: () => 'Ada',
    changed: () => undefined,
    saveFailed: () => undefined,
    saveWorked: () => undefined,
    mintUnsavedId: () => 'unsaved',
  });
  const went: Destination[] = [];
  const reported = { version: '' };
  const paging = createPaging({
    desk,
    log,
    live,
    clock,
    unknownSeverity: () => 'SEV-3',
    status: () => ({ version: reported.version }) as StatusReport,
    selfTest: async () => [],
    go: (destination) => went.push(destination),
    heard: () => undefined,
    importDocument: () => Promise.reject(new Error('not asked for here')),
  });
  return { paging, desk, live, store, disk, went, reported };
}

describe('answering a page', () => {
  it('acknowledges it, also one that is no longer in view, and again', async () => {
    const { paging, store } = openPaging();
    const id = takeIn(store);
    expect(await paging.acknowledge(id, 15 * MINUTE_MS)).toMatchObject({
      status: 'acknowledged',
      recheckAt: T0 + 15 * MINUTE_MS,
    });
    expect(await paging.acknowledge(id, undefined)).toMatchObject({ status: 'acknowledged' });
  });

  it('resolves it, and leaves it resolved', async () => {
    const { paging, store } = openPaging();
    const id = takeIn(store);
    expect(await paging.resolve(id)).toMatchObject({ status: 'resolved', resolvedBy: 'person' });
    expect(await paging.acknowledge(id, undefined)).toMatchObject({ status: 'resolved' });
  });

  it('of an id nobody has is none', async () => {
    const { paging } = openPaging();
    expect(await paging.acknowledge('x', undefined)).toBeUndefined();
    expect(await paging.resolve('x')).toBeUndefined();
  });

  it('silences one that no log holds yet, by the id it has until then, and promises no later ring', async () => {
    const { paging, desk, live, disk } = openPaging();
    disk.fails = true;
    await expect(desk.accept([{ input: inputOf() }])).rejects.toBeInstanceOf(PageNotSaved);
    await expect(paging.acknowledge('unsaved', MINUTE_MS)).rejects.toThrow('not saved yet');
    expect(live.unsaved()).toMatchObject([{ id: 'unsaved', status: 'firing' }]);
    expect(await paging.acknowledge('unsaved', undefined)).toMatchObject({
      id: 'unsaved',
      status: 'acknowledged',
    });
    expect(live.unsaved()).toMatchObject([{ status: 'acknowledged' }]);
  });

  it('says when it could not be written', async () => {
    const { paging, store, disk } = openPaging();
    const id = takeIn(store);
    disk.fails = true;
    await expect(paging.acknowledge(id, undefined)).rejects.toBeInstanceOf(PageNotSaved);
    await expect(paging.list(undefined, 10)).rejects.toMatchObject({ reason: 'disk-full' });
  });
});

it('lists pages on and on, and not after what is not there', async () => {
  const { paging, store } = openPaging();
  const ids = ['a', 'b', 'c'].map((key) => takeIn(store, { key }));
  const first = await paging.list(undefined, 2);
  expect(first?.next).toBe(ids[1]);
  expect((await paging.list(ids[1], 2))?.pages.map(({ id }) => id)).toEqual([ids[2]]);
  expect(await paging.list('x', 2)).toBeUndefined();
});

describe('opening the window', () => {
  it('on the list, a page, its incident, or an incident', async () => {
    const { paging, store, went } = openPaging();
    const [loose, taken] = [takeIn(store, { key: 'a' }), takeIn(store, { key: 'b' })];
    const { incidentId = '' } = command(store, { type: 'acknowledge', pageIds: [taken] });
    for (const id of [undefined, loose, taken, incidentId]) expect(await paging.open(id)).toBe(true);
    const incident = { place: 'incident', incidentId: asIncidentId(incidentId) };
    expect(went).toEqual([{ place: 'pages' }, { place: 'page', pageId: loose }, incident, incident]);
  });

  it('on what nobody knows goes nowhere', async () => {
    const { paging, went } = openPaging();
    expect(await paging.open('x')).toBe(false);
    expect(went).toEqual([]);
  });
});

it('reports only once what is being decided in the same turn has been decided', async () => {
  const { paging, reported } = openPaging();
  setImmediate(() => (reported.version = 'decided'));
  expect(await paging.status()).toEqual({ version: 'decided' });
});

it('reads pages by the settings of now', () => {
  expect(openPaging().paging.readingContext()).toMatchObject({ now: T0, unknownSeverity: 'SEV-3' });
  expect(sha256('')).toMatch(/^e3b0c44298fc1c14/);
});
