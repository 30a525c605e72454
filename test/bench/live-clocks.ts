import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawnApp } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import { repositoryRoot } from '../support/repository.ts';
import { waitFor } from '../support/wait-for.ts';
import type { Figure } from './figures.ts';
import { cpuMs } from './process-cost.ts';

const INCIDENTS = 20;
/**
 * A measurement, not a test: it waits for time. V8 collects what twenty new incidents have left behind for some ten seconds:
 * that is what their coming costs, not their clocks.
 */
const SETTLE_MS = 15_000;
const MEASURE_MS = 20_000;

/** What twenty live incidents, one of them on the screen, cost more than an app in which nothing is open. */
export async function liveClocks(desktop: Desktop): Promise<Figure[]> {
  const app = await spawnApp({ desktop });
  try {
    await waitFor('the first screen', () => app.output().includes('bench: usable'), 60_000);
    const idle = await cpuOf(app.pid);
    let incident = '';
    for (let index = 0; index < INCIDENTS; index += 1) {
      const page = { title: `bench incident ${index}`, severity: 'SEV-1', key: `bench-${index}` };
      const posted = await app.post('/v1/pages', page);
      const { id } = posted.body as { id: string };
      const taken = await app.post(`/v1/pages/${id}/acknowledge`, {});
      incident = (taken.body as { incidentId: string }).incidentId;
    }
    await app.post('/v1/open', { id: incident });
    const live = await cpuOf(app.pid);
    const bare = await bareClock(desktop);
    return [
      {
        name: `clock of ${INCIDENTS} incidents, of a core`,
        unit: '%',
        value: live - idle,
        target: 1,
        samples: 1,
      },
      { name: '(nothing open, of a core)', unit: '%', value: idle, samples: 1 },
      { name: '(bare window with one clock, of a core)', unit: '%', value: bare, samples: 1 },
    ];
  } finally {
    await app.kill();
    await app.close();
  }
}

/** What Chromium takes to draw one frame a second, with a single line of text in it. */
async function bareClock(desktop: Desktop): Promise<number> {
  const app = await spawnApp({ desktop, appDir: join(repositoryRoot, 'test', 'bench', 'bare-clock') });
  try {
    await waitFor('the bare window', () => app.output().includes('bench: usable'), 60_000);
    return await cpuOf(app.pid);
  } finally {
    await app.kill();
    await app.close();
  }
}

/** Of one core, in percent, once what was asked for is done. */
async function cpuOf(pid: number): Promise<number> {
  await pause(SETTLE_MS);
  const before = { cpu: cpuMs(pid), at: performance.now() };
  await pause(MEASURE_MS);
  return (100 * (cpuMs(pid) - before.cpu)) / (performance.now() - before.at);
}
