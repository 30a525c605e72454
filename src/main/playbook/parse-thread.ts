import { Worker } from 'node:worker_threads';
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

interface Waiting {
  readonly name: string;
  readonly answer: (read: ReadPlaybook) => void;
}

/** @param script the built `playbook-worker.cjs` */
export function spawnParseThread(script: string): ParseThread {
  return new Worker(script, { name: 'tplus-playbooks' });
}

/** A thread that begins when there is something to read and ends when there has been nothing for a while. */
export function createPlaybookParser(spawn: () => ParseThread): PlaybookParser {
  const waiting = new Map<number, Waiting>();
  let thread: ParseThread | undefined;
  let nextId = 1;
  let timer: NodeJS.Timeout | undefined;

  const end = (detail: string): void => {
    clearTimeout(timer);
    void thread?.terminate();
    thread = undefined;
    for (const { name, answer } of waiting.values()) {
      answer({ ok: false, problems: [{ file: name, line: 1, column: 1, path: '', message: detail }] });
    }
    waiting.clear();
  };
  const watch = (): void => {
    clearTimeout(timer);
    timer =
      waiting.size > 0
        ? setTimeout(() => end('takes too long to read'), GIVE_UP_MS)
        : setTimeout(end, IDLE_MS, '');
    timer.unref();
  };
  const begin = (): ParseThread => {
    const begun = spawn();
    begun.unref();
    begun.on('error', (error) => begun === thread && end(`could not be read: ${error.message}`));
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
    stop: () => end('the app is ending'),
  };
}
