import type { Page } from '@playwright/test';
import { launchApp } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import { type Figure, median, percentile } from './figures.ts';

const KEYSTROKES = 200;

/** A letter typed into the message of a live incident, to the laid out preview that has it. */
export async function keystroke(desktop: Desktop): Promise<Figure[]> {
  const app = await launchApp({ desktop });
  try {
    const page = await app.page();
    const posted = await app.post('/v1/pages', { title: 'bench incident', severity: 'SEV-1' });
    const { id } = posted.body as { id: string };
    await app.post(`/v1/pages/${id}/acknowledge`, {});
    await openIncident(page);
    const times = await page.evaluate(typeTimed, KEYSTROKES);
    const samples = times.length;
    return [
      { name: 'keystroke to preview, p95', unit: 'ms', value: percentile(times, 95), target: 16, samples },
      { name: 'keystroke to preview, p50', unit: 'ms', value: median(times), samples },
    ];
  } finally {
    await app.close();
  }
}

/** The page stays on the screen until somebody goes on: its incident is opened from the list. */
async function openIncident(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'What is open' })
    .getByRole('region', { name: /^Being handled/ })
    .getByText('bench incident')
    .click();
  await page.locator('[data-field="impact"]').waitFor();
}

/** In the page: one letter after another, each with a frame of its own. */
async function typeTimed(count: number): Promise<number[]> {
  const input = document.querySelector<HTMLInputElement>('[data-field="impact"]');
  const preview = document.querySelector<HTMLElement>('[aria-label="Preview"]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  if (input === null || preview === null) throw new Error('no message');
  input.focus();
  const times: number[] = [];
  let text = '';
  for (let index = 0; index < count; index += 1) {
    text = index % 40 === 0 ? 'x' : `${text}${String.fromCodePoint(97 + (index % 26))}`;
    const started = performance.now();
    set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    while (!(preview.textContent ?? '').includes(`Impact: ${text}`)) await new Promise(requestAnimationFrame);
    // Laid out, too.
    preview.getBoundingClientRect();
    times.push(performance.now() - started);
    await new Promise(requestAnimationFrame);
  }
  return times;
}
