// @ts-check
import { say } from '../setup/refusal.mjs';

/** Chromium refuses to run as root with its sandbox on. Says so, once, where that is the case. */
export function mustDropSandbox() {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (asRoot) say("Running as root: Chromium's sandbox is off (--no-sandbox).");
  return asRoot;
}
