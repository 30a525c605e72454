import type { LogNotice, LogOperation, LogOperations, LogReply, LogRequest } from './protocol.ts';
import { LogError } from './log-error.ts';

/** The log as main sees it: every call is answered or fails with a `LogError`, none blocks. */
export interface Log {
  run<Name extends LogOperation>(
    name: Name,
    input: LogOperations[Name]['input'],
  ): Promise<LogOperations[Name]['answer']>;
  /** What happened to the file, as it is found out; the first listener also hears what came before it. */
  onNotice(listener: (notice: LogNotice) => void): () => void;
}

/** The part of a worker thread that the client needs. */
export interface LogThread {
  postMessage(request: LogRequest): void;
  on(event: 'message', listener: (reply: LogReply) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/**
 * Speaks to the log's thread. When the thread dies, whatever waits fails, and the next call begins a new
 * one, which has to be told `open` again.
 */
export function connectLog(spawn: () => LogThread): Log {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(notice: LogNotice) => void>();
  const unheard: LogNotice[] = [];
  let nextId = 1;
  let thread: LogThread | undefined;

  function begin(): LogThread {
    const begun = spawn();
    const fail = (detail: string): void => {
      if (thread !== begun) return;
      thread = undefined;
      const error = new LogError('log-unavailable', detail);
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    begun.on('error', (error) => fail(`the log's thread failed: ${error.message}`));
    begun.on('exit', (code) => fail(`the log's thread ended (${code})`));
    begun.on('message', receive);
    return begun;
  }
  function receive(reply: LogReply): void {
    if (listeners.size === 0) unheard.push(...reply.notices);
    for (const notice of reply.notices) for (const listener of listeners) listener(notice);
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) caller?.resolve(reply.answer);
    else caller?.reject(new LogError(reply.code, reply.detail));
  }

  return {
    run<Name extends LogOperation>(name: Name, input: LogOperations[Name]['input']) {
      thread ??= begin();
      const current = thread;
      const id = nextId;
      nextId += 1;
      return new Promise<LogOperations[Name]['answer']>((resolve, reject) => {
        waiting.set(id, { resolve: (answer) => resolve(answer as LogOperations[Name]['answer']), reject });
        try {
          current.postMessage({ id, name, input });
        } catch (error) {
          // What cannot be cloned, such as something nested past the stack.
          waiting.delete(id);
          reject(new LogError('log-unavailable', `cannot be sent to the log: ${String(error)}`));
        }
      });
    },
    onNotice(listener) {
      listeners.add(listener);
      // Not at once: who listens is only being put together.
      const before = unheard.splice(0);
      if (before.length > 0) queueMicrotask(() => before.forEach((notice) => listener(notice)));
      return () => listeners.delete(listener);
    },
  };
}
