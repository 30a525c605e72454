import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { decodeDocument } from '#shared/domain/playbook-import/decode.ts';
import { importMarkdown } from '#shared/domain/playbook-import/import-markdown.ts';
import { readCompiled } from '../playbook/compiled-playbooks.ts';
import { loadPlaybooks } from '../playbook/load-playbooks.ts';
import type { ImportTask, ThreadAnswer } from './import-thread.ts';

/** Left beside the code by the build. */
const COMPILED_PLAYBOOKS = join(import.meta.dirname, 'playbooks.json');

function read({ document, playbooks }: ImportTask): ThreadAnswer {
  const base = loadPlaybooks(playbooks, readCompiled(COMPILED_PLAYBOOKS)).current.editions;
  const decoded =
    typeof document === 'string' ? { ok: true as const, text: document } : decodeDocument(document);
  return { base, result: decoded.ok ? importMarkdown(decoded.text) : decoded };
}

parentPort?.postMessage(read(workerData as ImportTask));
