// @ts-check

/** Editors that are Electron apps themselves hand this variable down; with it no window would open. */
export function appEnvironment() {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return env;
}
