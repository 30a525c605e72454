import { readdirSync, readFileSync } from 'node:fs';
import { waitFor } from './wait-for.ts';

interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly zombie: boolean;
}

function readProcess(pid: number): ProcessFacts | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name stands in brackets and may hold spaces and brackets itself.
    const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(parent), group: Number(group), zombie: state === 'Z' || state === 'X' };
  } catch {
    return undefined;
  }
}

function listProcesses(): ProcessFacts[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
}

/** A zombie counts as gone: it holds no file, socket or bus name any more. */
export function isAlive(pid: number): boolean {
  const found = readProcess(pid);
  return found !== undefined && !found.zombie;
}

/**
 * The live processes started by `root`, itself included: its descendants, and its process group if it leads one,
 * because a daemonised grandchild is reparented away but keeps its group.
 */
export function processTree(root: number): number[] {
  const all = listProcesses().filter((each) => !each.zombie);
  const tree = new Set<number>(
    all.filter((each) => each.pid === root || each.group === root).map(({ pid }) => pid),
  );
  for (let grown = true; grown; ) {
    const below = all.filter(({ pid, parent }) => tree.has(parent) && !tree.has(pid));
    for (const { pid } of below) tree.add(pid);
    grown = below.length > 0;
  }
  return [...tree];
}

/** SIGKILL of a whole tree at once, waiting until every member is gone. Nobody gets to clean up: that is the point. */
export async function killTree(root: number): Promise<void> {
  const seen = new Set<number>();
  await waitFor(`process tree of ${root} to be gone`, () => {
    for (const pid of processTree(root)) seen.add(pid);
    const left = [...seen].filter(isAlive);
    for (const pid of left) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went by itself between the two lines.
      }
    }
    return left.length === 0;
  });
}
