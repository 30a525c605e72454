import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { connectLog, type Log } from '../../../../src/main/log/log-client.ts';
import { LogError } from '../../../../src/main/log/log-error.ts';
import type { LogNotice, LogReply, LogRequest } from '../../../../src/main/log/protocol.ts';

/** A thread that answers when the test says so. */
class FakeThread extends EventEmitter {
  readonly requests: LogRequest[] = [];

  postMessage(request: LogRequest): void {
    this.requests.push(structuredClone(request));
  }

  answer(id: number, answer: unknown, notices: LogNotice[] = []): void {
    this.emit('message', { id, ok: true, answer, notices } satisfies LogReply);
  }

  refuse(id: number): void {
    this.emit('message', {
      id,
      ok: false,
      code: 'disk-full',
      detail: 'no room',
      notices: [],
    } satisfies LogReply);
  }
}

function connected(): { log: Log; threads: FakeThread[]; thread: () => FakeThread } {
  const threads: FakeThread[] = [];
  const log = connectLog(() => {
    const thread = new FakeThread();
    threads.push(thread);
    return thread;
  });
  const thread = (): FakeThread => {
    const last = threads.at(-1);
    if (last === undefined) throw new Error('no thread');
    return last;
  };
  return { log, threads, thread };
}

const ask = (log: Log, id: string) => log.run('page', { id });
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

it('begins a thread when it is first asked', () => {
  const { log, threads } = connected();
  expect(threads).toHaveLength(0);
  void ask(log, 'a');
  void ask(log, 'b');
  expect(threads).toHaveLength(1);
});

it('gives each answer to who asked, in any order', async () => {
  const { log, thread } = connected();
  const [one, other] = [ask(log, 'a'), ask(log, 'b')];
  const [first, second] = thread().requests;
  thread().answer(second?.id ?? 0, 'b');
  thread().answer(first?.id ?? 0, 'a');
  expect(await Promise.all([one, other])).toEqual(['a', 'b']);
});

it('fails with the reason the log gave', async () => {
  const { log, thread } = connected();
  const work = failure(ask(log, 'a'));
  thread().refuse(thread().requests[0]?.id ?? 0);
  expect(await work).toMatchObject({ name: 'LogError', code: 'disk-full', message: 'no room' });
});

it('fails what cannot be sent, and goes on', async () => {
  const { log, thread } = connected();
  const unsendable = { events: [() => 'a function'], now: 0 };
  expect(await failure(log.run('offer', unsendable))).toBeInstanceOf(LogError);
  const work = ask(log, 'a');
  thread().answer(thread().requests[0]?.id ?? 0, 'a');
  expect(await work).toBe('a');
});

describe('a thread that dies', () => {
  it.each([
    ['with an error', (thread: FakeThread) => thread.emit('error', new Error('out of memory'))],
    ['by itself', (thread: FakeThread) => thread.emit('exit', 1)],
    ['with both', (thread: FakeThread) => thread.emit('error', new Error('x')) && thread.emit('exit', 1)],
  ])('%s fails whatever waits', async (_, die) => {
    const { log, thread } = connected();
    const work = [failure(ask(log, 'a')), failure(ask(log, 'b'))];
    die(thread());
    for (const error of await Promise.all(work)) expect(error).toMatchObject({ code: 'log-unavailable' });
  });

  it('is replaced at the next call', async () => {
    const { log, threads, thread } = connected();
    const lost = failure(ask(log, 'a'));
    thread().emit('exit', 1);
    await lost;
    const work = ask(log, 'b');
    expect(threads).toHaveLength(2);
    thread().answer(thread().requests[0]?.id ?? 0, 'b');
    expect(await work).toBe('b');
  });

  it('does not take its successor with it when it ends late', async () => {
    const { log, threads, thread } = connected();
    const lost = failure(ask(log, 'a'));
    thread().emit('error', new Error('x'));
    await lost;
    const work = ask(log, 'b');
    threads[0]?.emit('exit', 1);
    thread().answer(thread().requests[0]?.id ?? 0, 'b');
    expect(await work).toBe('b');
    expect(threads).toHaveLength(2);
  });

  it('answers late to nobody', async () => {
    const { log, threads, thread } = connected();
    const lost = failure(ask(log, 'a'));
    thread().emit('exit', 1);
    expect(await lost).toBeInstanceOf(LogError);
    const work = ask(log, 'b');
    threads[0]?.answer(threads[0].requests[0]?.id ?? 0, 'late');
    thread().answer(thread().requests[0]?.id ?? 0, 'b');
    expect(await work).toBe('b');
  });
});

describe('notices', () => {
  const notice: LogNotice = { kind: 'rebuilt', detail: 'tplus.db' };

  it('are told with whatever answer they came, until nobody listens', () => {
    const { log, thread } = connected();
    const told: LogNotice[] = [];
    const stop = log.onNotice((each) => told.push(each));
    void ask(log, 'a');
    thread().answer(1, null, [notice]);
    stop();
    thread().answer(2, null, [notice]);
    expect(told).toEqual([notice]);
  });
});

it('keeps what happened to the file until somebody listens, and tells it once, not while they begin to', async () => {
  const { log, thread } = connected();
  void ask(log, 'a');
  thread().answer(1, null, [{ kind: 'quarantined', detail: 'set aside' }]);
  const heard: LogNotice[] = [];
  const late: LogNotice[] = [];
  log.onNotice((notice) => heard.push(notice));
  log.onNotice((notice) => late.push(notice));
  expect(heard).toEqual([]);
  await Promise.resolve();
  expect(heard).toEqual([{ kind: 'quarantined', detail: 'set aside' }]);
  expect(late).toEqual([]);
});
