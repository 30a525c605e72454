import { spawnApp } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import { startNotificationService } from '../support/notification-service.ts';
import { waitFor } from '../support/wait-for.ts';
import { type Figure, percentile } from './figures.ts';

const PAGES = 200;

/**
 * From a page's POST to the notification daemon's receipt of it. Each page is acknowledged before the next,
 * so that no two are summed up in one notification.
 */
export async function pageLatency(desktop: Desktop): Promise<Figure[]> {
  const daemon = await startNotificationService(desktop);
  const app = await spawnApp({ desktop });
  try {
    await waitFor('the first screen', () => app.output().includes('bench: usable'), 60_000);
    await app.receiver();
    const latencies: number[] = [];
    for (let index = 0; index < PAGES; index += 1) latencies.push(await latencyOf(index));
    return [
      {
        name: 'page to daemon, p50',
        unit: 'ms',
        value: percentile(latencies, 50),
        target: 30,
        samples: PAGES,
      },
      {
        name: 'page to daemon, p99',
        unit: 'ms',
        value: percentile(latencies, 99),
        target: 250,
        samples: PAGES,
      },
    ];
  } finally {
    await app.close();
    daemon.stop();
  }

  async function latencyOf(index: number): Promise<number> {
    const title = `bench page ${index}.`;
    const sentAt = Date.now();
    const { body } = await app.post('/v1/pages', { title, severity: 'SEV-3', key: `bench-${index}` });
    const id = (body as { id: string }).id;
    const call = await daemon.called(`the notification of ${title}`, ({ summary }) =>
      summary.includes(title),
    );
    await app.post(`/v1/pages/${id}/acknowledge`, {});
    return call.calledAt - sentAt;
  }
}
