import { afterEach, describe, expect, it, vi } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { PageInput } from '#shared/domain/page/page-input.ts';
import type { Log } from '../../../../src/main/log/log-client.ts';
import { LogError } from '../../../../src/main/log/log-error.ts';
import type { LogStore } from '../../../../src/main/log/log-store.ts';
import type { LogOperation, LogOperations, Written } from '../../../../src/main/log/protocol.ts';
import { LiveState } from '../../../../src/main/paging/live-state.ts';
import { PageDesk } from '../../../../src/main/paging/page-desk.ts';
import { PageNotSaved } from '../../../../src/main/paging/paging.ts';
import { logPath, openStore } from '../log/stores.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { inputOf } from '../../shared/domain/page/pages.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A desk on a real log, whose disk the test can fill, stall and mend. */
function openDesk() {
  const store = openStore(logPath());
  const disk: { state: 'good' | 'full' | 'broken' | 'stalled'; go: () => void; after: () => void } = {
    state: 'good',
    go: () => undefined,
    after: () => undefined,
  };
  const log: Log = {
    async run<Name extends LogOperation>(name: Name, input: LogOperations[Name]['input']) {
      if (disk.state === 'stalled') {
        await new Promise<void>((resolve) => {
          disk.go = resolve;
        });
      }
      if (disk.state === 'full') throw new LogError('disk-full', 'no room');
      if (disk.state === 'broken') throw new TypeError('a bug');
      const answer = answerOf(store, name, input) as LogOperations[Name]['answer'];
      disk.after();
      return answer;
    },
    onNotice: () => () => undefined,
  };
  const live = new LiveState();
  const changes: (Written | undefined)[] = [];
  const failures: string[] = [];
  let worked = 0;
  let unsavedIds = 0;
  const clock = { at: T0 };
  const desk = new PageDesk({
    log,
    clock: { now: () => clock.at },
    live,
    author: () => 'Ada',
    changed: (written) => changes.push(written),
    saveFailed: ({ code }) => failures.push(code),
    saveWorked: () => {
      worked += 1;
    },
    mintUnsavedId: () => `unsaved-${(unsavedIds += 1)}`,
  });
  return { desk, live, disk, changes, failures, worked: () => worked, store, clock };
}

function answerOf(store: LogStore, name: LogOperation, input: unknown): unknown {
  if (name === 'intake') {
    const { pages, ...acting } = input as LogOperations['intake']['input'];
    return store.intake(pages, acting);
  }
  if (name === 'command') {
    const { command, ...acting } = input as LogOperations['command']['input'];
    return store.command(command, acting);
  }
  const { events, now } = input as LogOperations['offer']['input'];
  return store.offer(events, now);
}

const incoming = (overrides: Partial<PageInput> = {}) => [{ input: inputOf(overrides) }];
const failed = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a page that is saved', () => {
  it('is answered, and rings', async () => {
    const { desk, live, changes, worked } = openDesk();
    const [accepted] = await desk.accept(incoming());
    expect(accepted).toMatchObject({ created: true, status: 'firing' });
    expect(live.openPages().map(({ id }) => id)).toEqual([accepted?.pageId]);
    expect(changes).toHaveLength(1);
    expect(worked()).toBe(1);
  });
});

describe('a page that cannot be saved', () => {
  it.each([
    ['full', 'disk-full'],
    ['broken', 'log-unavailable'],
  ] as const)('because the disk is %s rings all the same, and the sender is told', async (state, reason) => {
    const { desk, live, disk, failures, changes } = openDesk();
    disk.state = state;
    const error = await failed(desk.accept(incoming({ title: 'Fire' })));
    expect(error).toBeInstanceOf(PageNotSaved);
    expect(error).toMatchObject({ reason });
    expect(live.unsaved()).toMatchObject([
      { id: 'unsaved-1', title: 'Fire', status: 'firing', receivedAt: T0 },
    ]);
    expect(failures).toEqual([reason]);
    expect(changes).toEqual([undefined]);
  });

  it('and only says that something is over rings nothing', async () => {
    const { desk, live, disk } = openDesk();
    disk.state = 'full';
    await failed(desk.accept(incoming({ action: 'resolved' })));
    expect(live.unsaved()).toEqual([]);
  });

  it('is saved when there is room again, and rings on as what it then is', async () => {
    const { desk, live, disk } = openDesk();
    disk.state = 'full';
    await failed(desk.accept(incoming()));
    await desk.saveUnsaved();
    expect(live.unsaved()).toHaveLength(1);
    disk.state = 'good';
    await desk.saveUnsaved();
    expect(live.unsaved()).toEqual([]);
    expect(live.openPages()).toHaveLength(1);
  });

  it('is saved once though its sender tries again as well', async () => {
    const { desk, live, disk } = openDesk();
    disk.state = 'full';
    await failed(desk.accept(incoming()));
    disk.state = 'good';
    await Promise.all([desk.accept(incoming()), desk.saveUnsaved()]);
    expect(live.unsaved()).toEqual([]);
    expect(live.openPages()).toHaveLength(1);
  });

  it('because its redelivery was the one that failed does not ring for ever', async () => {
    const { desk, live, disk } = openDesk();
    await desk.accept(incoming());
    const [page] = live.openPages();
    await desk.command({ type: 'acknowledge', pageIds: [page?.id ?? ''] });
    disk.state = 'full';
    await failed(desk.accept(incoming({ severity: 'SEV-1' })));
    disk.state = 'good';
    await desk.accept(incoming());
    expect(live.unsaved()).toEqual([]);
  });

  it('and is over by now is over at once, and its sender hears of what it has sent', async () => {
    const { desk, live, disk } = openDesk();
    disk.state = 'full';
    const sourceStartedAt = '2026-11-23T01:00:00.000Z';
    await failed(desk.accept(incoming({ key: 'over', sourceStartedAt })));
    await failed(desk.accept(incoming({ key: 'other' })));
    disk.state = 'good';
    const accepted = await desk.accept(incoming({ key: 'over', action: 'resolved' }));
    expect(accepted).toMatchObject([{ status: 'resolved' }]);
    expect(live.unsaved().map(({ key }) => key)).toEqual(['other']);
    expect(live.openPages()).toEqual([]);
  });

  it('and was taken is saved as taken, at the time it was', async () => {
    const { desk, live, disk, clock, changes } = openDesk();
    disk.state = 'full';
    await failed(desk.accept(incoming()));
    const [unsaved] = live.unsaved();
    if (unsaved === undefined) throw new Error('it does not ring');
    clock.at = T0 + MINUTE_MS;
    changes.splice(0);
    expect(await desk.acknowledge(unsaved.id)).toEqual({ ok: true, events: [] });
    expect(changes).toEqual([undefined]);
    clock.at = T0 + 10 * MINUTE_MS;
    disk.state = 'good';
    await desk.saveUnsaved();
    const taken = { status: 'acknowledged', acknowledgedAt: T0 + MINUTE_MS, acknowledgedBy: 'Ada' };
    expect(live.openPages()).toMatchObject([taken]);
    expect(live.incidents()).toMatchObject([{ met: { acknowledge: { at: T0 + MINUTE_MS } } }]);
    // A redelivery is of the page that was taken.
    await desk.accept(incoming());
    expect(live.openPages()).toMatchObject([taken]);
  });

  it('and was taken is saved as taken by a try of its sender, too', async () => {
    const { desk, live, disk } = openDesk();
    disk.state = 'full';
    await failed(desk.accept(incoming()));
    for (const { id } of live.unsaved()) await desk.acknowledge(id);
    disk.state = 'good';
    expect(await desk.accept(incoming())).toMatchObject([{ created: true, status: 'acknowledged' }]);
    expect(live.openPages()).toMatchObject([{ status: 'acknowledged' }]);
  });

  it('and is over by the time there is room does not ring for ever', async () => {
    const { desk, live, disk } = openDesk();
    disk.state = 'full';
    await failed(desk.accept(incoming({ sourceStartedAt: '2026-11-23T02:00:00.000Z' })));
    disk.state = 'good';
    await desk.accept(incoming({ action: 'resolved' }));
    await desk.saveUnsaved();
    expect(live.unsaved()).toEqual([]);
  });
});

describe('a disk that stalls', () => {
  it('does not keep a page from ringing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { desk, live, disk, changes } = openDesk();
    disk.state = 'stalled';
    const answer = desk.accept(incoming());
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(live.unsaved()).toHaveLength(1);
    expect(changes).toEqual([undefined]);

    disk.state = 'good';
    disk.go();
    const [accepted] = await answer;
    expect(accepted).toMatchObject({ created: true });
    expect(live.unsaved()).toEqual([]);
    expect(live.openPages().map(({ id }) => id)).toEqual([accepted?.pageId]);
  });

  it.each([
    ['good', 'acknowledged', 1],
    ['full', 'firing', 0],
  ] as const)(
    'and a page that was taken meanwhile: then the disk is %s, and it is %s',
    async (state, status, incidents) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const { desk, live, disk, changes } = openDesk();
      disk.state = 'stalled';
      const answer = desk.accept(incoming());
      await vi.advanceTimersByTimeAsync(MINUTE_MS);
      for (const { id } of live.unsaved()) await desk.acknowledge(id);
      changes.splice(0);

      disk.state = 'good';
      disk.go();
      // The page is written first; what comes after it is another matter.
      disk.after = () => {
        disk.state = state;
      };
      await answer;
      expect(live.openPages()).toMatchObject([{ status }]);
      expect(live.unsaved()).toEqual([]);
      expect(live.incidents()).toHaveLength(incidents);
      expect(changes).toHaveLength(1 + incidents);
    },
  );

  it('for a moment rings once, as saved', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { desk, live, disk, changes } = openDesk();
    disk.state = 'stalled';
    const answer = desk.accept(incoming());
    await vi.advanceTimersByTimeAsync(500);
    disk.state = 'good';
    disk.go();
    await answer;
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(live.unsaved()).toEqual([]);
    expect(changes).toHaveLength(1);
  });
});

describe('a command', () => {
  it('is answered with its events, and shows', async () => {
    const { desk, live } = openDesk();
    await desk.accept(incoming());
    const [page] = live.openPages();
    const answer = await desk.command({ type: 'acknowledge', pageIds: [page?.id ?? ''] });
    expect(answer).toMatchObject({ ok: true, incidentId: live.incidents()[0]?.id });
    expect(live.page(page?.id ?? '')?.status).toBe('acknowledged');
  });

  it('that is refused changes nothing', async () => {
    const { desk, changes } = openDesk();
    expect(await desk.command({ type: 'undo', eventId: 'x' })).toEqual({
      ok: false,
      refusal: 'no-such-event',
    });
    expect(changes).toEqual([]);
  });

  it('that cannot be saved says so', async () => {
    const { desk, disk } = openDesk();
    disk.state = 'full';
    expect(await failed(desk.command({ type: 'undo', eventId: 'x' }))).toMatchObject({ code: 'disk-full' });
  });
});

it('takes events that a window kept, and says how many were new', async () => {
  const { desk, live, store, changes } = openDesk();
  const other = openStore(logPath());
  other.intake(incoming({ key: 'kept' }), { now: T0, author: 'Ada' });
  const events = other.reader.eventsAfter(0, 10).map(({ event }) => event);
  expect(await desk.offer(events)).toEqual({ added: 1 });
  expect(await desk.offer(events)).toEqual({ added: 0 });
  expect(live.openPages().map(({ key }) => key)).toEqual(['kept']);
  expect(changes).toHaveLength(1);
  expect(store.reader.lastSeq()).toBe(1);
});
