import { Worker } from 'node:worker_threads';
import type { ProblemCause } from '#shared/domain/playbook/problem-cause.ts';
import type { ParseReply, ParseRequest, PlaybookParser, ReadPlaybook } from './parse-protocol.ts';

/** Of a worker thread, what is used. */
export interface ParseThread {
  postMessage(request: ParseRequest): void;
  on(event: 'message', listener: (reply: ParseReply) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  terminate(): unknown;
  unref(): void;
}

/** The largest file that is read at all takes two seconds on a slow machine. */
const GIVE_UP_MS = 20_000;
/** A thread costs memory, and people edit a playbook once in a month. */
const IDLE_MS = 30_000;

const UNREADABLE = { code: 'unreadable' } as const satisfies ProblemCause;

interface Waiting {
  readonly name: string;
  readonly answer: (read: ReadPlaybook) => void;
}

/** @param script the built `playbook-worker.cjs` */
export function spawnParseThread(script: string): ParseThread {
  return new Worker(script, { name: 'tplus-playbooks' });
}

/**
 * A thread that begins when there is something to read and ends when there has been nothing for a while.
 * @param report of what the thread died of: the file's problem only says that it could not be read
 */
export function createPlaybookParser(
  spawn: () => ParseThread,
  report: (what: string, error: unknown) => void,
): PlaybookParser {
  const waiting = new Map<number, Waiting>();
  let thread: ParseThread | undefined;
  let nextId = 1;
  let timer: NodeJS.Timeout | undefined;

  const end = (cause: ProblemCause): void => {
    clearTimeout(timer);
    void thread?.terminate();
    thread = undefined;
    for (const { name, answer } of waiting.values()) {
      answer({ ok: false, problems: [{ file: name, line: 1, column: 1, path: '', cause }] });
    }
    waiting.clear();
  };
  const watch = (): void => {
    clearTimeout(timer);
    timer =
      waiting.size > 0
        ? setTimeout(end, GIVE_UP_MS, { code: 'too-slow' })
        : setTimeout(end, IDLE_MS, UNREADABLE);
    timer.unref();
  };
  const begin = (): ParseThread => {
    const begun = spawn();
    begun.unref();
    begun.on('error', (error) => {
      report('reading a playbook', error);
      if (begun === thread) end(UNREADABLE);
    });
    begun.on('message', ({ id, read }) => {
      waiting.get(id)?.answer(read);
      waiting.delete(id);
      watch();
    });
    return begun;
  };

  return {
    parse: (text, name) =>
      new Promise((answer) => {
        thread ??= begin();
        const id = nextId;
        nextId += 1;
        waiting.set(id, { name, answer });
        thread.postMessage({ id, name, text });
        watch();
      }),
    stop: () => end(UNREADABLE),
  };
}
