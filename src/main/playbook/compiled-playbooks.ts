import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Playbook } from '#shared/domain/playbook/schema.ts';

/** Playbook files that the build has read already, each by the SHA-256 of its text: a start need not wait for YAML. */
export type CompiledPlaybooks = Readonly<Record<string, Playbook>>;

/** By what a file is found among the compiled ones. */
export function sourceHash(yamlText: string): string {
  return createHash('sha256').update(yamlText).digest('hex');
}

/** Reads what the build has left; nothing when there is none, as in development: then all YAML is read. */
export function readCompiled(path: string): CompiledPlaybooks {
  try {
    // Written by our own build from what passed the schema, and shipped beside the code.
    return JSON.parse(readFileSync(path, 'utf8')) as CompiledPlaybooks;
  } catch {
    return {};
  }
}
