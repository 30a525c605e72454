import { Worker } from 'node:worker_threads';
import type { LogThread } from './log-client.ts';

/** Begins the log's thread. @param script the built `log-worker.cjs` */
export function spawnLogThread(script: string): LogThread {
  return new Worker(script, { name: 'tplus-log' });
}
