import { writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startDesktop } from '../support/desktop.ts';
import { repositoryRoot } from '../support/repository.ts';
import { startStatusNotifierWatcher } from '../support/status-notifier-watcher.ts';
import { table } from './figures.ts';
import { history } from './history.ts';
import { incidentScreen } from './incident-screen.ts';
import { keystroke } from './keystroke.ts';
import { liveClocks } from './live-clocks.ts';
import { palette } from './palette.ts';
import { pageLatency } from './page-latency.ts';
import { postMortem } from './post-mortem.ts';
import { startCost } from './start-cost.ts';

/** `npm run bench [-- RUNS]`: prints a table and JSON, and keeps the JSON in test-results/bench.json. */
const runs = Number(process.argv[2] ?? 15);
const progress = (line: string): void => void process.stderr.write(`${line}\n`);

const desktop = await startDesktop();
const watcher = await startStatusNotifierWatcher(desktop);
try {
  const figures = [
    ...(await startCost(desktop, runs, progress)),
    ...(await pageLatency(desktop)),
    ...(await incidentScreen(desktop)),
    ...(await keystroke(desktop)),
    ...(await liveClocks(desktop)),
    ...(await palette(desktop)),
    ...(await history(desktop)),
    ...(await postMortem()),
  ];
  const json = JSON.stringify({ at: new Date().toISOString(), figures }, undefined, 2);
  process.stdout.write(`${table(figures)}\n${json}\n`);
  await mkdir(join(repositoryRoot, 'test-results'), { recursive: true });
  await writeFile(join(repositoryRoot, 'test-results', 'bench.json'), `${json}\n`);
} finally {
  watcher.stop();
  await desktop.stop();
}
