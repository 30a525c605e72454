import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '#shared/domain/playbook/canonical.ts';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import type { LoadedPlaybooks } from './current-playbook.ts';

/**
 * Reads every edition in a folder. Synchronous, and YAML takes its time to parse: for the log's thread only.
 * @throws when the folder cannot be read, or holds no playbook that can be used
 */
export function loadPlaybooks(folder: string): LoadedPlaybooks {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
  const parsed = names.map((name) => parsePlaybook(readFileSync(join(folder, name), 'utf8'), name));
  const playbooks = parsed.flatMap((result) => (result.ok ? [result.playbook] : []));
  const problems = parsed.flatMap((result) => (result.ok ? [] : result.problems));
  const [first] = playbooks;
  if (first === undefined) {
    throw new Error(
      `no playbook can be used in ${folder}: ${problems.map(({ message }) => message).join('; ')}`,
    );
  }
  const editions: Partial<Record<PlaybookLanguage, Playbook>> = {};
  const hashes: Record<string, string> = {};
  for (const playbook of playbooks.filter(
    ({ id, version }) => id === first.id && version === first.version,
  )) {
    editions[playbook.language] = playbook;
    hashes[playbook.language] = createHash('sha256').update(canonicalJson(playbook)).digest('hex');
  }
  return { current: { ref: { id: first.id, version: first.version, editions: hashes }, editions }, problems };
}
