import { readFileSync } from 'node:fs';
import { processTree } from '../support/process-tree.ts';

/** Proportional set size of a process tree, in MiB: shared pages are counted once over all who share them. */
export function pssMiB(root: number): number {
  const kilobytes = processTree(root).map((pid) => readNumber(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+)/m));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

/** CPU time that a process tree has used so far, in ms. */
export function cpuMs(root: number): number {
  const ticks = processTree(root).map((pid) => {
    const stat = read(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  // The kernel's clock ticks are 100 to the second for user space (proc(5)).
  return ticks.reduce((sum, each) => sum + each, 0) * 10;
}

function readNumber(path: string, pattern: RegExp): number {
  return Number(pattern.exec(read(path))?.[1] ?? 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
