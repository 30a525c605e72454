import { join } from 'node:path';

/** The checkout under test. */
export const repositoryRoot = join(import.meta.dirname, '../..');

/** The runtime the set-up script has put in place. */
export const electronExecutable = join(repositoryRoot, 'node_modules/electron/dist/electron');

/**
 * Holds the app's start until Playwright has attached. Playwright itself loads it only where it may choose the
 * executable; without it, a window that opens while Playwright attaches made it wait for ever now and then.
 */
export const playwrightLoader = join(
  repositoryRoot,
  'node_modules/playwright-core/lib/server/electron/loader.js',
);
