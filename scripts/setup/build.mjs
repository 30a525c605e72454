// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inModules, inProject } from './project.mjs';
import { Refusal, say } from './refusal.mjs';
import { runCommand } from './run-command.mjs';

const sources = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];
const results = ['out/main', 'out/preload', 'out/renderer'];
const stampFile = inProject('out', 'build.stamp');

/** Builds the app unless out/ is what these very sources gave. */
export async function ensureBuild() {
  if (readStamp() === stampNow()) return;
  await buildApp();
}

export async function buildApp() {
  say('Building the app');
  rmSync(stampFile, { force: true });
  const before = hashOfContents();
  const { code, output } = await runCommand(process.execPath, [
    inModules('electron-vite/bin/electron-vite.js'),
    'build',
  ]);
  if (code !== 0) throw new Refusal(`${output.trim()}\nThe app does not build.`);
  await compilePlaybooks();
  mkdirSync(inProject('out'), { recursive: true });
  // The sources as they were when the build began: one that changed meanwhile calls for another.
  writeFileSync(stampFile, `${before} ${hashOfResults()}`);
}

/** The playbooks that are built in, read beforehand: YAML would hold up every start. */
async function compilePlaybooks() {
  const { code, output } = await runCommand(process.execPath, [
    inProject('out/main/compile-playbooks.cjs'),
    inProject('resources/playbooks'),
    inProject('out/main/playbooks.json'),
  ]);
  if (code !== 0) throw new Refusal(`${output.trim()}\nThe built-in playbooks do not compile.`);
}

const stampNow = () => `${hashOfContents()} ${hashOfResults()}`;

const readStamp = () => (existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined);

/** By content, since a checkout gives every file a new time. */
function hashOfContents() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesUnder))
    hash.update(`${path}\0`).update(readFileSync(inProject(path)));
  return hash.digest('hex');
}

/** By size and time: `npm run dev` or a hand-run build writes to the same place. */
function hashOfResults() {
  const hash = createHash('sha256');
  for (const path of results.flatMap(filesUnder)) {
    const { size, mtimeMs } = statSync(inProject(path));
    hash.update(`${path}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} files, sorted; none when there is no such path */
function filesUnder(path) {
  const stat = statSync(inProject(path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(inProject(path))
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)));
}
