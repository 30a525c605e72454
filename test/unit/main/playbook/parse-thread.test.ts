import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ParseReply, ParseRequest } from '../../../../src/main/playbook/parse-protocol.ts';
import { createPlaybookParser, type ParseThread } from '../../../../src/main/playbook/parse-thread.ts';

const GOOD = { ok: false, problems: [] } as const;

/** A thread that answers when the test says so. */
class StandIn implements ParseThread {
  readonly asked: ParseRequest[] = [];
  ended = false;
  #reply: ((reply: ParseReply) => void) | undefined;
  #fail: ((error: Error) => void) | undefined;

  postMessage(request: ParseRequest): void {
    this.asked.push(request);
  }
  on(event: 'message' | 'error', listener: never): void {
    if (event === 'message') this.#reply = listener;
    else this.#fail = listener;
  }
  terminate(): void {
    this.ended = true;
  }
  unref(): void {}
  answer(place: number): void {
    this.#reply?.({ id: this.asked[place]?.id ?? 0, read: GOOD });
  }
  fail(): void {
    this.#fail?.(new Error('out of memory'));
  }
}

function setUp() {
  const threads: StandIn[] = [];
  const reported: unknown[] = [];
  const spawn = (): StandIn => {
    const thread = new StandIn();
    threads.push(thread);
    return thread;
  };
  const parser = createPlaybookParser(spawn, (_what, error) => reported.push(error));
  onTestFinished(() => parser.stop());
  return { parser, threads, reported };
}

describe('the thread that reads playbooks', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
  });

  it('answers each by its own, and is begun once', async () => {
    const { parser, threads } = setUp();
    const both = [parser.parse('a', 'a.yaml'), parser.parse('b', 'b.yaml')];
    threads[0]?.answer(1);
    threads[0]?.answer(0);
    expect(await Promise.all(both)).toEqual([GOOD, GOOD]);
    expect(threads).toHaveLength(1);
    expect(threads[0]?.asked.map(({ name }) => name)).toEqual(['a.yaml', 'b.yaml']);
  });

  it('ends when there is nothing to read for a while, and is begun anew', async () => {
    const { parser, threads } = setUp();
    const first = parser.parse('a', 'a.yaml');
    threads[0]?.answer(0);
    await first;
    vi.advanceTimersByTime(60_000);
    expect(threads[0]?.ended).toBe(true);
    void parser.parse('b', 'b.yaml');
    expect(threads).toHaveLength(2);
  });

  it.each([
    ['takes too long', (_: StandIn) => vi.advanceTimersByTime(60_000), 'too-slow', []],
    ['dies', (thread: StandIn) => thread.fail(), 'unreadable', [new Error('out of memory')]],
  ])('that %s is a problem of the file, and of no later one', async (_what, happens, code, errors) => {
    const { parser, threads, reported } = setUp();
    const reading = parser.parse('a', 'a.yaml');
    const [thread] = threads;
    if (thread !== undefined) happens(thread);
    expect(await reading).toEqual({
      ok: false,
      problems: [{ file: 'a.yaml', line: 1, column: 1, path: '', cause: { code } }],
    });
    expect(reported).toEqual(errors);
    expect(thread?.ended).toBe(true);
    const later = parser.parse('b', 'b.yaml');
    threads[1]?.answer(0);
    expect(await later).toEqual(GOOD);
  });
});
