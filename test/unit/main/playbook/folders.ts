import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { playbookHash } from '../../../../src/main/log/playbook-hash.ts';
import type { LoadedPlaybooks } from '../../../../src/main/playbook/loaded-playbooks.ts';
import type { PlaybookParser } from '../../../../src/main/playbook/parse-protocol.ts';
import { PlaybookLibrary } from '../../../../src/main/playbook/playbook-library.ts';
import { builtInPlaybook, builtInYaml } from '../../shared/domain/playbook/built-in.ts';
import { copiedText } from '#shared/domain/playbook/copied-text.ts';

const EN = builtInPlaybook('en');
const KO = builtInPlaybook('ko');
const BUILT_IN_FOLDER = join(import.meta.dirname, '../../../../resources/playbooks');
const BUILT_IN: LoadedPlaybooks = {
  current: {
    ref: { id: EN.id, version: EN.version, editions: { en: playbookHash(EN), ko: playbookHash(KO) } },
    editions: { en: EN, ko: KO },
  },
  files: { en: `${EN.id}.en.yaml`, ko: `${EN.id}.ko.yaml` },
  problems: [],
};

/** A playbook of a team, as its file says it. */
export function teamYaml(title = 'Team', id = 'team'): string {
  return copiedText(builtInYaml('en'), { id, title });
}

/** A folder for the person's playbooks, which is not made yet. */
export async function newFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'tplus-own-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return join(parent, 'playbooks');
}

/** Reads on this thread, and counts. */
function countingParser(): PlaybookParser & { readonly read: string[] } {
  const read: string[] = [];
  return {
    read,
    parse: (text, name) => {
      read.push(name);
      const parsed = parsePlaybook(text, name);
      return Promise.resolve(parsed.ok ? { ...parsed, hash: playbookHash(parsed.playbook) } : parsed);
    },
    stop: () => undefined,
  };
}

/** A library over a folder, read once. */
export async function openedLibrary(folder: string, wanted = '') {
  const parser = countingParser();
  const troubles: unknown[] = [];
  const library = new PlaybookLibrary({
    folder,
    parser,
    builtInFolder: BUILT_IN_FOLDER,
    builtIn: BUILT_IN,
    wanted: () => wanted,
    report: (what, error) => troubles.push([what, error]),
  });
  onTestFinished(() => library.stop());
  await library.refresh();
  return { library, parser, troubles };
}
