import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedPlaybook, parsePlaybook } from '#shared/domain/playbook/parse.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { englishProblemText } from '#shared/i18n/problem-text.ts';
import { playbookHash } from '../log/playbook-hash.ts';
import { type CompiledPlaybooks, sourceHash } from './compiled-playbooks.ts';
import type { LoadedPlaybooks } from './loaded-playbooks.ts';

/**
 * Reads every edition in a folder. Synchronous, and YAML takes its time to parse: for the log's thread only.
 * @param compiled those the build has read already
 * @throws when the folder cannot be read, or holds no playbook that can be used
 */
export function loadPlaybooks(folder: string, compiled: CompiledPlaybooks = {}): LoadedPlaybooks {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
  const parsed = names.map((name) => ({
    name,
    ...readPlaybook(readFileSync(join(folder, name), 'utf8'), name, compiled),
  }));
  const usable = parsed.flatMap((result) => (result.ok ? [result] : []));
  const problems = parsed.flatMap((result) => (result.ok ? [] : result.problems));
  const first = usable[0]?.playbook;
  if (first === undefined) {
    throw new Error(
      `no playbook can be used in ${folder}: ${problems.map(({ cause }) => englishProblemText(cause)).join('; ')}`,
    );
  }
  const editions: Partial<Record<PlaybookLanguage, Playbook>> = {};
  const hashes: Record<string, string> = {};
  const files: Partial<Record<PlaybookLanguage, string>> = {};
  for (const { playbook, name } of usable) {
    if (playbook.id !== first.id || playbook.version !== first.version) continue;
    editions[playbook.language] = playbook;
    files[playbook.language] = name;
    hashes[playbook.language] = playbookHash(playbook);
  }
  const ref = { id: first.id, version: first.version, editions: hashes };
  return { current: { ref, editions }, files, problems };
}

function readPlaybook(text: string, name: string, compiled: CompiledPlaybooks): ParsedPlaybook {
  const playbook = compiled[sourceHash(text)];
  return playbook === undefined ? parsePlaybook(text, name) : { ok: true, playbook, places: {} };
}
