import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import writeFileAtomic from 'write-file-atomic';
import { type SavedWindow, savedWindowSchema } from './window-place.ts';

/** Where the window was, kept in `window.json`. Losing it costs a moved window, so nothing here fails. */
export interface WindowStore {
  read(): SavedWindow | undefined;
  /** Written once it has been still for half a second. */
  save(window: SavedWindow): void;
  /** Writes at once what is still waiting. */
  flush(): Promise<void>;
}

const stillMs = 500;

export function createWindowStore(userDataDir: string): WindowStore {
  const file = join(userDataDir, 'window.json');
  let waiting: SavedWindow | undefined;
  let timer: NodeJS.Timeout | undefined;

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    if (waiting === undefined) return;
    const text = `${JSON.stringify(waiting)}\n`;
    waiting = undefined;
    // Not worth a wait for the disk: a torn write cannot happen, a lost one does no harm.
    await writeFileAtomic(file, text, { fsync: false }).catch(() => undefined);
  };
  return {
    read: () => {
      try {
        const read = v.safeParse(savedWindowSchema, JSON.parse(readFileSync(file, 'utf8')));
        return read.success ? read.output : undefined;
      } catch {
        return undefined;
      }
    },
    save: (window) => {
      waiting = window;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), stillMs);
      timer.unref();
    },
    flush,
  };
}
