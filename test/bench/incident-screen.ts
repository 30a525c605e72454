import { launchApp } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import { type Figure, median } from './figures.ts';

const EVENTS = 1000;
const OPENINGS = 15;

/** Opening the screen of an incident with a thousand events, from the click to the frame that shows its timeline. */
export async function incidentScreen(desktop: Desktop): Promise<Figure[]> {
  const app = await launchApp({ desktop });
  try {
    const page = await app.page();
    const posted = await app.post('/v1/pages', { title: 'bench incident', severity: 'SEV-1' });
    const { id } = posted.body as { id: string };
    const acknowledged = await app.post(`/v1/pages/${id}/acknowledge`, {});
    const { incidentId } = acknowledged.body as { incidentId: string };
    await page.evaluate(
      async ([incident, count]) => {
        for (let index = 0; index < Number(count); index += 1) {
          await window.tplus.request['command.run']({
            type: 'add-note',
            incidentId: String(incident),
            text: `note ${index} of the benchmark`,
          });
        }
      },
      [incidentId, EVENTS],
    );
    const openings: number[] = [];
    for (let index = 0; index < OPENINGS; index += 1) {
      await page.getByRole('navigation').getByRole('button', { name: 'Playbook' }).click();
      await page.getByRole('region', { name: 'Timeline', exact: true }).waitFor({ state: 'detached' });
      openings.push(await page.evaluate(openTimed));
    }
    return [
      {
        name: `incident of ${EVENTS} events opens`,
        unit: 'ms',
        value: median(openings),
        target: 100,
        samples: OPENINGS,
      },
    ];
  } finally {
    await app.close();
  }
}

/** In the page: goes back to the incident and waits for the frame that shows its timeline's first note. */
async function openTimed(): Promise<number> {
  const back = [...document.querySelectorAll<HTMLElement>('nav button, nav a')].find((each) =>
    (each.getAttribute('aria-label') ?? each.textContent ?? '').includes('Incidents'),
  );
  const started = performance.now();
  back?.click();
  const shown = (): boolean =>
    document.querySelector('[aria-label="Timeline"]')?.textContent?.includes('of the benchmark') === true;
  while (!shown()) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - started;
}
