import { Worker } from 'node:worker_threads';
import { SECOND_MS } from '#shared/domain/duration.ts';
import type { DocumentResult } from '#shared/domain/playbook-import/import-document.ts';
import type { BuiltInEditions } from '#shared/ipc/import-requests.ts';

/** What the thread is begun with. */
export interface ImportTask {
  /** Its text, or its bytes where its encoding is not known. */
  readonly document: string | Uint8Array;
  /** The folder of the built-in playbooks: a draft stands on one. */
  readonly playbooks: string;
}
export interface ThreadAnswer {
  readonly base: BuiltInEditions;
  readonly result: DocumentResult;
}
/** Of a thread, what is used. */
interface ImportThread {
  on(event: 'message', listener: (answer: ThreadAnswer) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  terminate(): unknown;
}

/** The largest document that is read at all took 12 s where it has as many sections as it may. */
const LIMIT_MS = 15 * SECOND_MS;
const MEMORY_MB = 512;

/** Begins a thread that reads one document and ends. @param script the built `import-worker.cjs` */
export function spawnImportThread(script: string): (task: ImportTask) => ImportThread {
  return (task) =>
    new Worker(script, {
      name: 'tplus-import',
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
}

/**
 * Reads a document. One that takes too long or too much memory ends with its thread, and is answered as such.
 * @throws when the thread could not do its work for another reason
 */
export async function readInThread(
  spawn: (task: ImportTask) => ImportThread,
  task: ImportTask,
  limitMs = LIMIT_MS,
): Promise<ThreadAnswer> {
  const tooSlow: ThreadAnswer = { base: {}, result: { ok: false, problem: { code: 'too-slow' } } };
  const thread = spawn(task);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ThreadAnswer>((resolve, reject) => {
      timer = setTimeout(() => resolve(tooSlow), limitMs);
      thread.on('message', resolve);
      thread.on('error', (error) =>
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooSlow) : reject(error),
      );
      thread.on('exit', () => reject(new Error('the thread ended without an answer')));
    });
  } finally {
    clearTimeout(timer);
    void thread.terminate();
  }
}
