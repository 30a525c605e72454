import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

const profileSwitch = '--user-data-dir';

export type NamedProfile =
  | { readonly ok: true; readonly folder: string | undefined }
  | { readonly ok: false; readonly reason: string };

/**
 * The profile that a command line names (public interface, "Command line"), as `--user-data-dir=DIR` or with DIR behind
 * it. Chromium knows the first form only, and takes the usual profile, silently, for the second.
 * @param cwd what a relative DIR is relative to
 */
export function namedProfile(argv: readonly string[], cwd: string): NamedProfile {
  const at = argv.findLastIndex((each) => each === profileSwitch || each.startsWith(`${profileSwitch}=`));
  if (at === -1) return { ok: true, folder: undefined };
  const joined = argv[at]?.slice(profileSwitch.length + 1);
  const folder = joined === '' && argv[at] === profileSwitch ? argv[at + 1] : joined;
  if (folder === undefined || folder === '' || folder.startsWith('--')) {
    return { ok: false, reason: `${profileSwitch} needs a folder.` };
  }
  return { ok: true, folder: resolve(cwd, folder) };
}

/**
 * Makes the profile's folder where there is none. Without one that can be written nothing is kept, and Electron takes the
 * usual profile instead, or says that another app has it.
 * @returns why it cannot be used, or undefined
 */
export function profileTrouble(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return `The profile ${folder} cannot be written (${why}). Give it back to your user, or name another with ${profileSwitch}=DIR.`;
  }
}
