import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Settings, SettingsChange } from '#shared/settings.ts';
import { CodedError } from '../ipc/coded-error.ts';
import { createListeners } from '../platform/listeners.ts';
import { readSettings } from './settings-file.ts';

/** The settings, and the file they are kept in. */
export interface SettingsStore {
  current(): Settings;
  /** On disk when it settles. @throws {CodedError} when it cannot be kept; nothing has changed then */
  change(change: SettingsChange): Promise<Settings>;
  onChange(listener: (settings: Settings, before: Settings) => void): () => void;
  /** Where a file that could not be read was put; undefined when all was well. */
  readonly setAside: string | undefined;
}

/** Reads at once (start-up needs the theme and the language before anything is drawn). @param now epoch ms */
export function openSettings(userDataDir: string, now: number): SettingsStore {
  const file = join(userDataDir, 'settings.json');
  const { settings, unknown, setAside } = readSettings(file, now);
  const listeners = createListeners<[settings: Settings, before: Settings]>();
  let current = settings;
  let writing: Promise<unknown> = Promise.resolve();

  const write = async (change: SettingsChange): Promise<Settings> => {
    const before = current;
    const next = { ...before, ...defined(change) };
    try {
      await writeFileAtomic(file, `${JSON.stringify({ ...unknown, ...next }, undefined, 2)}\n`);
    } catch (error) {
      const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
      throw new CodedError(
        isFull ? 'disk-full' : 'failed',
        `settings.json could not be written: ${String(error)}`,
      );
    }
    current = next;
    listeners.tell(next, before);
    return next;
  };
  return {
    current: () => current,
    // One after the other: two changes at once would each write without the other.
    change: (change) => {
      const done = writing.then(() => write(change));
      writing = done.catch(() => undefined);
      return done;
    },
    onChange: listeners.add,
    setAside,
  };
}

/** A change with an `undefined` in it leaves that setting as it is. */
function defined(change: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
