import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { importDocument } from '#shared/domain/playbook-import/import-document.ts';
import { readCompiled } from '../playbook/compiled-playbooks.ts';
import { loadPlaybooks } from '../playbook/load-playbooks.ts';
import type { ImportTask, ThreadAnswer } from './import-thread.ts';

/** Left beside the code by the build. */
const COMPILED_PLAYBOOKS = join(import.meta.dirname, 'playbooks.json');

function read({ document, playbooks }: ImportTask): ThreadAnswer {
  const base = loadPlaybooks(playbooks, readCompiled(COMPILED_PLAYBOOKS)).current.editions;
  return { base, result: importDocument(document) };
}

parentPort?.postMessage(read(workerData as ImportTask));
