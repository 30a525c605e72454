// @ts-check
import { rmSync } from 'node:fs';
import { installFallback } from './electron-fallback.mjs';
import {
  distFolder,
  electronPath,
  pathFile,
  runtimeIsInstalled,
  wantedVersion,
} from './electron-runtime.mjs';
import { inModules } from './project.mjs';
import { Refusal, say } from './refusal.mjs';
import { runCommand } from './run-command.mjs';

// A slow line may take long; without any way out the installer gives up connecting by itself after 10 s.
const downloadLimitMs = 15 * 60_000;

const unreachable = /fetch failed|HTTPError|terminated|ETIMEDOUT|ECONN|ENOTFOUND|EAI_AGAIN|UND_ERR/;

/** Puts the Electron runtime in place: the official one, or where that cannot be had the fallback. */
export async function ensureElectron() {
  if (runtimeIsInstalled()) return;
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    throw new Refusal(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${electronPath()}.`);
  }
  const version = wantedVersion();
  say(`Downloading Electron ${version}`);
  rmSync(pathFile, { force: true });
  rmSync(distFolder, { recursive: true, force: true });
  const installer = inModules('electron', 'install.js');
  const { code, output, timedOut } = await runCommand(process.execPath, [installer], {
    timeoutMs: downloadLimitMs,
  });
  if (code === 0 && runtimeIsInstalled()) return;

  const reason = timedOut ? 'it took longer than 15 minutes' : firstLine(output);
  // A wrong checksum or a full disk must be seen, not papered over with another runtime.
  if (!timedOut && !unreachable.test(output)) {
    throw new Refusal(`Electron ${version} could not be installed: ${reason}`);
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Refusal(
      `Electron ${version} could not be downloaded (${reason}); ` +
        'set ELECTRON_MIRROR to one that this machine reaches, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }
  await installFallback(`Electron ${version} could not be downloaded (${reason})`);
}

/** @param {string} output */
const firstLine = (output) => output.trim().split('\n', 1)[0] || 'its installer said nothing';
