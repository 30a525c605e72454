import type { Desktop } from './desktop.ts';
import { run, startOwned } from './processes.ts';
import { waitFor } from './wait-for.ts';

/** The real clipboard of a desktop, from the side of another program. */
export interface Clipboard {
  /** Its content as `target`; undefined if nobody offers that. */
  readonly read: (target?: 'UTF8_STRING' | 'text/html') => Promise<string | undefined>;
  /** The formats on offer. */
  readonly targets: () => Promise<string[]>;
  /** Puts text (or, by `target`, HTML) there, as another program would. */
  readonly write: (text: string, target?: 'UTF8_STRING' | 'text/html') => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Reads and writes through `xclip`, so that what Electron says of its own clipboard is not taken on trust. */
export function openClipboard({ env }: Pick<Desktop, 'env'>): Clipboard {
  const held: { stop(): Promise<void> }[] = [];
  const output = async (target: string): Promise<string | undefined> => {
    const { code, stdout } = await run('xclip', ['-selection', 'clipboard', '-o', '-t', target], {
      env,
      timeoutMs: 20_000,
    });
    return code === 0 ? stdout.toString('utf8') : undefined;
  };
  const targets = async (): Promise<string[]> => (await output('TARGETS'))?.split('\n').filter(Boolean) ?? [];
  // Asked first: some owners (xclip itself is one) answer a request for what they do not offer.
  const read: Clipboard['read'] = async (target = 'UTF8_STRING') =>
    (await targets()).includes(target) ? output(target) : undefined;
  return {
    read,
    targets,
    write: async (text, target = 'UTF8_STRING') => {
      // An X clipboard lives in the process that offers it: -quiet keeps xclip in the foreground, to be stopped by pid.
      const args = ['-selection', 'clipboard', '-i', '-quiet', '-t', target];
      held.push(startOwned('xclip', args, env, text));
      await waitFor(`the clipboard to hold the text as ${target}`, async () => (await read(target)) === text);
    },
    stop: async () => {
      await Promise.all(held.splice(0).map((each) => each.stop()));
    },
  };
}
