import type { Page } from '@playwright/test';
import { launchApp } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import { type Figure, median, percentile } from './figures.ts';

const OPENINGS = 30;
const INCIDENTS = 10_000;

/** The palette on a live incident, from its key to the frame that shows its lines; and a query over a long past. */
export async function palette(desktop: Desktop): Promise<Figure[]> {
  const app = await launchApp({ desktop });
  try {
    const page = await app.page();
    const posted = await app.post('/v1/pages', { title: 'bench incident', severity: 'SEV-1' });
    const { id } = posted.body as { id: string };
    await app.post(`/v1/pages/${id}/acknowledge`, {});
    // The page stays on the screen until somebody goes on: its incident is opened from the list.
    await page
      .getByRole('navigation', { name: 'What is open' })
      .getByRole('region', { name: /^Being handled/ })
      .getByText('bench incident')
      .click();
    await page.getByRole('region', { name: 'Timeline', exact: true }).waitFor();
    const openings = await openedTimes(page);
    await page.evaluate(fillStore, INCIDENTS);
    await page.reload();
    await page.getByRole('navigation', { name: 'Places' }).waitFor();
    const first = await firstSearch(page);
    const searches = await searchTimes(page);
    return [
      ...figuresOf('palette opens', openings),
      { name: `first search over ${INCIDENTS} incidents`, unit: 'ms', value: first, target: 300, samples: 1 },
      ...figuresOf(`search over ${INCIDENTS} incidents`, searches),
    ];
  } finally {
    await app.close();
  }
}

/** Half are quicker than the first figure; the second tells how far a busy machine strays. */
function figuresOf(name: string, times: readonly number[]): Figure[] {
  const samples = times.length;
  return [
    { name, unit: 'ms', value: median(times), target: 50, samples },
    { name: `${name}, p95`, unit: 'ms', value: percentile(times, 95), samples },
  ];
}

async function openedTimes(page: Page): Promise<number[]> {
  const openings: number[] = [];
  for (let index = 0; index < OPENINGS; index += 1) {
    openings.push(await page.evaluate(openTimed));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  return openings;
}

/** In the page: presses the key and waits for the frame after the one with the lines. */
async function openTimed(): Promise<number> {
  const started = performance.now();
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true }),
  );
  while (document.querySelector('[role="option"]') === null) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - started;
}

/** In the page: closed incidents as the store keeps them, each with what a night leaves behind. */
async function fillStore(count: number): Promise<void> {
  const words = [
    'checkout',
    '결제',
    'kafka',
    'redis',
    'login',
    '지연',
    'deploy',
    'rollback',
    'timeout',
    '복구',
  ];
  const text = (seed: number, length: number): string =>
    Array.from({ length }, (_, index) => words[(seed * 7 + index * index) % words.length]).join(' ');
  const records = Array.from({ length: count }, (_, index) => ({
    id: `bench-${index}`,
    title: `${text(index, 4)} ${index}`,
    severity: `SEV-${(index % 4) + 1}`,
    service: words[index % words.length],
    summary: text(index + 1, 20),
    detectedAt: index,
    closedAt: index + 1,
    test: false,
    entries: Array.from({ length: 6 }, (_entry, place) => ({
      eventId: `event-${index}-${place}`,
      kind: place % 2 === 0 ? 'note' : 'message',
      at: index,
      text: `${text(index + place, 40)} ticket-${index}-${place}`,
    })),
  }));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const opening = indexedDB.open('tplus');
  opening.addEventListener('success', () => {
    const transaction = opening.result.transaction('search', 'readwrite');
    for (const record of records) transaction.objectStore('search').put(record);
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', () => reject(transaction.error ?? new Error('not written')));
  });
  await promise;
  opening.result.close();
}

const QUERIES = [
  'ticket-9000-3',
  'kafka',
  '결제 지연',
  'ticket-17-',
  'ㄱㅈ',
  'nothing-of-it',
  'redis rollback 8',
];

/** Right after the start, with nothing of the index in memory: until something of what was asked for is on the screen. */
async function firstSearch(page: Page): Promise<number> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  const first = await page.evaluate(searchTimed, 'kafka');
  // All of it, from here on.
  await page.getByRole('dialog').getByRole('combobox').fill('ticket-5000-1');
  await page.getByRole('option', { name: /ticket-5000-1/ }).waitFor();
  return first;
}

async function searchTimes(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const query of QUERIES) times.push(await page.evaluate(searchTimed, query));
  }
  return times;
}

/** In the page: types a query at once, and waits for the frame after its answer. */
async function searchTimed(query: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('.palette [role="combobox"]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const type = (value: string): void => {
    set?.call(input, value);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  type('');
  await new Promise((done) => setTimeout(done, 50));
  const said = (): string => document.querySelector('.palette [role="status"]')?.textContent ?? '';
  const started = performance.now();
  type(query);
  while (!/\d+ results?|Nothing/.test(said())) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - started;
}
