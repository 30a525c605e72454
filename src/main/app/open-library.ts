import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '#shared/settings.ts';
import type { Core } from '../core.ts';
import { reportLibrary } from '../playbook/library-health.ts';
import type { LoadedPlaybooks } from '../playbook/loaded-playbooks.ts';
import { createPlaybookParser, spawnParseThread } from '../playbook/parse-thread.ts';
import { type LibraryPorts, PlaybookLibrary } from '../playbook/playbook-library.ts';

/** A person's playbooks are there in a tenth of this; alarms do not wait for a disk that hangs. */
const START_WAIT_MS = 1500;

export interface OpenLibraryOptions extends Pick<LibraryPorts, 'report' | 'wanted' | 'builtInFolder'> {
  readonly builtIn: Promise<LoadedPlaybooks>;
  readonly userDataDir: string;
  readonly builtDir: string;
}

/** The library with the person's own playbooks, unless they take too long: then they come later. */
export async function openLibrary({
  builtIn,
  userDataDir,
  builtDir,
  ...ports
}: OpenLibraryOptions): Promise<PlaybookLibrary> {
  const library = new PlaybookLibrary({
    ...ports,
    builtIn: await builtIn,
    folder: join(userDataDir, 'playbooks'),
    parser: createPlaybookParser(
      () => spawnParseThread(join(builtDir, 'main', 'playbook-worker.cjs')),
      ports.report,
    ),
  });
  await Promise.race([library.refresh(), pause(START_WAIT_MS, undefined, { ref: false })]);
  return library;
}

export interface FollowLibraryParts {
  readonly library: PlaybookLibrary;
  readonly settings: () => Settings;
  readonly core: Pick<Core, 'usePlaybooks' | 'health'>;
  readonly changed: () => void;
}

/** New incidents run by what the library says now, and the health says what is wrong with it. */
export function followLibrary({ library, settings, core, changed }: FollowLibraryParts): void {
  const follow = (): void => {
    const { current } = library;
    core.usePlaybooks(current.shelf);
    reportLibrary(current, settings().playbook, core.health);
  };
  follow();
  library.onChange(() => {
    follow();
    changed();
  });
  void library.watch();
}
