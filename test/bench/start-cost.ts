import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type RunningApp, spawnApp } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import { repositoryRoot } from '../support/repository.ts';
import { waitFor } from '../support/wait-for.ts';
import { type Figure, median } from './figures.ts';
import { cpuMs, pssMiB } from './process-cost.ts';

/** After this a fresh app has done what it does at start. A measurement, not a test: it waits for time. */
const SETTLE_MS = 3000;
const IDLE_MS = 4000;

interface Cost {
  readonly startMs: number;
  readonly pss: number;
  /** Of one core, in percent. */
  readonly idleCpu: number;
}

/** Cold start, memory and idle CPU against a bare window with the same runtime, interleaved. */
export async function startCost(
  desktop: Desktop,
  runs: number,
  progress: (line: string) => void,
): Promise<Figure[]> {
  const bare: Cost[] = [];
  const tplus: Cost[] = [];
  for (let run = 1; run <= runs; run += 1) {
    bare.push(await costOf(desktop, join(repositoryRoot, 'test', 'bench', 'bare')));
    tplus.push(await costOf(desktop, undefined));
    progress(
      `start ${run}/${runs}: bare ${bare.at(-1)?.startMs.toFixed(0)} ms, Tplus ${tplus.at(-1)?.startMs.toFixed(0)} ms`,
    );
  }
  const of = (costs: readonly Cost[], pick: (cost: Cost) => number): number => median(costs.map(pick));
  const over = (pick: (cost: Cost) => number): number => of(tplus, pick) - of(bare, pick);
  const samples = runs;
  return [
    {
      name: 'cold start over a bare window',
      unit: 'ms',
      value: over(({ startMs }) => startMs),
      target: 250,
      samples,
    },
    { name: 'PSS over a bare window', unit: 'MiB', value: over(({ pss }) => pss), target: 60, samples },
    {
      name: 'idle CPU of a core',
      unit: '%',
      value: of(tplus, ({ idleCpu }) => idleCpu),
      target: 0.5,
      samples,
    },
    {
      name: '(bare window: cold start)',
      unit: 'ms',
      value: of(bare, ({ startMs }) => startMs),
      samples,
    },
    {
      name: '(bare window: PSS)',
      unit: 'MiB',
      value: of(bare, ({ pss }) => pss),
      samples,
    },
  ];
}

async function costOf(desktop: Desktop, appDir: string | undefined): Promise<Cost> {
  const started = performance.now();
  const app = await spawnApp({ desktop, appDir });
  try {
    const startMs = await usableAfter(app, started);
    await pause(SETTLE_MS);
    const pss = pssMiB(app.pid);
    const before = { cpu: cpuMs(app.pid), at: performance.now() };
    await pause(IDLE_MS);
    const idleCpu = (100 * (cpuMs(app.pid) - before.cpu)) / (performance.now() - before.at);
    return { startMs, pss, idleCpu };
  } finally {
    await app.kill();
    await app.close();
  }
}

async function usableAfter(app: RunningApp, started: number): Promise<number> {
  await waitFor('the first screen to be usable', () => app.output().includes('bench: usable'), 60_000);
  return performance.now() - started;
}
