// @ts-check
import './setup/node-version.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { missingFromLock } from './check/lock-entries.mjs';
import { inProject } from './setup/project.mjs';
import { Refusal, runEntry, say } from './setup/refusal.mjs';

// `npm install` behind a registry that does not serve the builds for other platforms writes a lock without them,
// and `npm ci` then refuses that lock everywhere. This adds an entry for each; npm fills in the hash when it can.

const operatingSystems = new Set(
  'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(' '),
);
const processors = new Set('arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64'.split(' '));

await runEntry(async () => {
  const file = inProject('package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingFromLock(lock);
  for (const { name, version, dev } of missing) {
    if (!/^\d+\.\d+\.\d+$/.test(version))
      throw new Refusal(`${name} is missing from package-lock.json; no exact version is known.`);
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(dev && { dev }),
      optional: true,
    };
  }
  const entries = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(entries);
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  say(`package-lock.json: ${missing.length} entries added`);
});

/**
 * Reads the platform off a name such as `@swc/core-linux-arm64-musl`, so that npm need not ask for what does not run here.
 *
 * @param {string} name
 */
function platformOf(name) {
  const words = name.split(/[^a-z0-9]+/);
  const os = words.find((word) => operatingSystems.has(word));
  const cpu = words.find((word) => processors.has(word));
  if (!os && !cpu)
    throw new Refusal(`${name} is missing from package-lock.json, and its name tells no platform.`);
  const libc = words.includes('musl')
    ? 'musl'
    : os === 'linux' && words.includes('gnu')
      ? 'glibc'
      : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(libc && { libc: [libc] }) };
}
