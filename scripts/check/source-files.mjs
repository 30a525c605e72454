// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, root } from '../setup/project.mjs';

/**
 * Every file that is or may become part of the project: tracked, or new and not ignored.
 *
 * @returns {string[]} paths from the root
 */
export function projectFiles() {
  // An unpacked archive has no git; its generated folders are known.
  if (!existsSync(inProject('.git'))) return walk('').filter((path) => !generated.test(path));
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return [...new Set(listed.split('\0'))].filter(isFile);
}

const generated =
  /^(node_modules|out|dist|test-results|playwright-report|\.runtime|\.cache)\/|\.tsbuildinfo$/;

/** @param {string} folder @returns {string[]} */
function walk(folder) {
  return readdirSync(inProject(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return generated.test(`${path}/`) ? [] : walk(path);
    return entry.isFile() ? [path] : [];
  });
}

/** @param {string} path what is deleted but still tracked is none, nor is a link */
const isFile = (path) => lstatSync(inProject(path), { throwIfNoEntry: false })?.isFile() === true;

/** TypeScript below src/ that says something, so not declarations. */
export const sourceModules = () =>
  projectFiles().filter((path) => /^src\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
