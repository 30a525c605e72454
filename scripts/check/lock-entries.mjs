// @ts-check

/** @typedef {{ version?: string, dev?: boolean, resolved?: string, optionalDependencies?: Record<string, string> }} Entry */

/**
 * The optional dependencies that a package-lock.json names and has no entry for. `npm ci` refuses such a lock.
 *
 * @param {{ packages: Record<string, Entry> }} lock
 * @returns {{ name: string, version: string, dev: boolean }[]}
 */
export function missingFromLock({ packages }) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !placesToLook(path, name).some((place) => place in packages))
      .map(([name, version]) => ({ name, version, dev })),
  );
}

/** @param {string} from @param {string} name */
function placesToLook(from, name) {
  const parts = from === '' ? [] : from.split('/node_modules/');
  const nested = parts.map(
    (_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/node_modules/${name}`,
  );
  return [...nested, `node_modules/${name}`];
}
