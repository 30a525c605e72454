import { playbooksForPages } from '#shared/domain/playbook/for-page.ts';
import { defaultPlaybook, type PlaybookShelf, type WholePlaybook } from '#shared/domain/playbook/shelf.ts';
import type { AppSnapshot, GlobalShortcutState } from '#shared/ipc/contract.ts';
import type { Language } from '#shared/settings.ts';
import type { Core } from '../core.ts';
import type { PlaybookLibrary } from '../playbook/playbook-library.ts';
import type { ShiftedClock } from '../platform/clock.ts';
import type { ReceiverHost } from './receiver-host.ts';
import type { SettingsStore } from './settings-store.ts';
import type { Theme } from './theme.ts';

export interface SnapshotParts {
  readonly identity: Identity;
  readonly settings: SettingsStore;
  readonly language: () => Language;
  readonly theme: Theme;
  readonly core: Core;
  readonly receiver: ReceiverHost;
  readonly shortcut: { state(): GlobalShortcutState };
  readonly library: PlaybookLibrary;
  readonly clock: ShiftedClock;
}
/** What this build is and runs on. */
export type Identity = Pick<AppSnapshot, 'version' | 'runtime' | 'platform'>;

export function identityOf(version: string, { versions, platform }: NodeJS.Process): Identity {
  return {
    version,
    runtime: { electron: versions.electron, chrome: versions.chrome, node: versions.node },
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
  };
}

/** Everything that a window needs to know and that is not in the log. */
export function appSnapshot(parts: SnapshotParts): AppSnapshot {
  const { core, receiver, clock } = parts;
  const library = parts.library.current;
  const heldAt = clock.heldAt();
  const drill = core.drill();
  return {
    ...parts.identity,
    settings: parts.settings.current(),
    language: parts.language(),
    theme: parts.theme.current(),
    health: core.health.health,
    storeId: core.storeId(),
    receiver: receiver.url === undefined ? undefined : { url: receiver.url },
    globalShortcut: parts.shortcut.state(),
    sources: core.sources.list(),
    ...(drill === undefined ? {} : { drill }),
    playbook: inForce(library.shelf),
    pagePlaybooks: playbooksForPages(library.shelf, drill === undefined ? [] : [drill]),
    library: { folder: parts.library.folder, playbooks: library.playbooks, files: library.files },
    clockOffsetMs: clock.offsetMs(),
    ...(heldAt === undefined ? {} : { clockHeldAt: heldAt }),
  };
}

function inForce(shelf: PlaybookShelf): WholePlaybook {
  const whole = defaultPlaybook(shelf);
  if (whole === undefined) throw new Error('the app has a playbook of its own');
  return whole;
}
