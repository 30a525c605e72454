import type { Page } from '@playwright/test';
import { launchApp } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import { waitFor } from '../support/wait-for.ts';
import { type Figure, median } from './figures.ts';

const INCIDENTS = 10_000;
const EVENTS_EACH = 50;
const OPENINGS = 9;
/** Handled while all the others are over; one in twelve of them has its service, and all a word of its title. */
const LIVE = 'Incident of the bench';

/**
 * The dashboard over a long past: half a million events of closed incidents, put straight into the window's store as
 * another version of the app left them. First all of them are folded anew, then the place is opened time and again.
 */
export async function history(desktop: Desktop): Promise<Figure[]> {
  const app = await launchApp({ desktop });
  try {
    const page = await app.page();
    // The playbook is logged with the first incident, and a closed one shows how a store keeps it.
    const posted = await app.post('/v1/pages', { title: LIVE, service: 'service-5', severity: 'SEV-1' });
    const { id } = posted.body as { id: string };
    await app.post(`/v1/pages/${id}/acknowledge`, {});
    await waitFor('the incident in the store', () => page.evaluate(hasIncident));
    await page.evaluate(fillStore, { incidents: INCIDENTS, eventsEach: EVENTS_EACH });
    await page.reload();
    const built = await buildTime(page);
    const openings: number[] = [];
    for (let index = 0; index < OPENINGS; index += 1) {
      // Each from a window that has read none of it.
      await page.reload();
      await page.getByRole('navigation', { name: 'Places' }).waitFor();
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
      openings.push(await page.evaluate(openTimed));
    }
    // More urgent: it is what the window opens with, so that the incident is opened by the click.
    await app.post('/v1/pages', { title: 'Another page', severity: 'SEV-1' });
    const offers: number[] = [];
    for (let index = 0; index < OPENINGS; index += 1) {
      await page.reload();
      await page.getByRole('button', { name: LIVE }).first().waitFor();
      offers.push(await page.evaluate(offerTimed, LIVE));
    }
    const what = `${INCIDENTS} incidents of ${EVENTS_EACH} events`;
    return [
      { name: `figures of ${what} made`, unit: 'ms', value: built, target: 10_000, samples: 1 },
      { name: `dashboard over ${what}`, unit: 'ms', value: median(openings), target: 300, samples: OPENINGS },
      {
        name: `similar before, of ${INCIDENTS} incidents`,
        unit: 'ms',
        value: median(offers),
        target: 500,
        samples: OPENINGS,
      },
    ];
  } finally {
    await app.close();
  }
}

/** From the start of the window until the last closed incident has its figures. */
async function buildTime(page: Page): Promise<number> {
  await waitFor('all figures', () => page.evaluate(isBuilt), 120_000);
  return page.evaluate(() => performance.now());
}

/** In the page. */
async function hasIncident(): Promise<boolean> {
  const opening = indexedDB.open('tplus');
  await new Promise((done) => opening.addEventListener('success', done));
  const counting = opening.result.transaction('incidents').objectStore('incidents').count();
  await new Promise((done) => counting.addEventListener('success', done));
  opening.result.close();
  return counting.result > 0;
}

/** In the page: nothing is left to be folded anew. */
async function isBuilt(): Promise<boolean> {
  const opening = indexedDB.open('tplus');
  await new Promise((done) => opening.addEventListener('success', done));
  const transaction = opening.result.transaction(['meta', 'figures']);
  const left = transaction.objectStore('meta').get('refold');
  const count = transaction.objectStore('figures').count();
  await new Promise((done) => transaction.addEventListener('complete', done));
  opening.result.close();
  return left.result === undefined && count.result > 1;
}

/** In the page: from the click on the place to the frame after the one with the tiles. */
async function openTimed(): Promise<number> {
  const place = document.querySelector<HTMLElement>('nav.rail [aria-label="History and metrics"]');
  const started = performance.now();
  place?.click();
  while (document.querySelector('.tile') === null) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - started;
}

/** In the page: from the click on the incident to the frame after the one that offers what was like it before. */
async function offerTimed(title: string): Promise<number> {
  const entries = [...document.querySelectorAll<HTMLElement>('nav button')];
  const started = performance.now();
  entries.find(({ textContent }) => textContent.includes(title))?.click();
  const isOffered = () =>
    [...document.querySelectorAll('button')].some((each) => each.textContent.endsWith(' similar before'));
  while (!isOffered()) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - started;
}

/** In the page: closed incidents as the store keeps them, and the word that another version folded the projections. */
async function fillStore({
  incidents,
  eventsEach,
}: {
  readonly incidents: number;
  readonly eventsEach: number;
}): Promise<void> {
  const opening = indexedDB.open('tplus');
  await new Promise((done) => opening.addEventListener('success', done));
  const database = opening.result;
  const reading = database.transaction('incidents').objectStore('incidents').getAll(undefined, 1);
  await new Promise((done) => reading.addEventListener('success', done));
  const { playbook } = (reading.result[0] as { incident: { playbook: unknown } }).incident;
  const now = Date.now();
  const day = 86_400_000;
  const minute = 60_000;
  const idOf = (incident: number, event: number): string =>
    `00000000-${String(incident).padStart(4, '0')}-8000-8000-${String(event).padStart(12, '0')}`;
  const recordOf = (index: number) => {
    const incidentId = `bench-${String(index).padStart(6, '0')}`;
    // Of one length and in the order of time, as ids are.
    const pageId = `bench-page-${String(index).padStart(6, '0')}`;
    const at = now - (index / incidents) * 360 * day - day;
    let made = 0;
    const event = (type: string, minutes: number, payload: unknown, page?: string) => ({
      id: idOf(index, (made += 1)),
      type,
      v: 1,
      incidentId,
      ...(page === undefined ? {} : { pageId: page }),
      author: 'bench',
      origin: 'bench',
      occurredAt: at + minutes * minute,
      recordedAt: at + minutes * minute,
      payload,
    });
    const met = (milestone: string, minutes: number, marks?: string) =>
      event('incident.milestone-met', minutes, { milestone, ...(marks === undefined ? {} : { marks }) });
    const severity = `SEV-${(index % 4) + 1}`;
    const opened = {
      title: `Incident ${index}`,
      severity,
      service: `service-${index % 12}`,
      summary: 'It is slow.',
    };
    const head = [
      event('incident.opened', 3, {
        ...opened,
        detectedAt: at,
        faultStartedAt: at - 4 * minute,
        playbook,
        test: false,
      }),
      event('page.acknowledged', 3, {}, pageId),
      met('acknowledge', 3 + (index % 5), 'acknowledgement'),
      met('declare', 6, 'declaration'),
    ];
    const tail = [met('resolve', 40 + (index % 90), 'resolution'), met('close', 200, 'closure')];
    const body = Array.from({ length: eventsEach - head.length - tail.length }, (_, place) =>
      place % 6 === 0
        ? event('message.copied', 10 + place, {
            template: 'status-update',
            title: 'Status update',
            kind: 'update',
            form: 'slack',
            text: `Update ${place} of incident ${index}: the error rate falls, and the rollback goes on.`,
            fields: {},
          })
        : event('note.added', 10 + place, {
            text: `Note ${place} of incident ${index}: looked at the database.`,
          }),
    );
    return { id: incidentId, events: [...head, ...body, ...tail], pageIds: [pageId] };
  };
  const step = 500;
  for (let from = 0; from < incidents; from += step) {
    const transaction = database.transaction('closed', 'readwrite');
    for (let index = from; index < from + step; index += 1)
      transaction.objectStore('closed').put(recordOf(index));
    await new Promise((done, failed) => {
      transaction.addEventListener('complete', done);
      transaction.addEventListener('error', failed);
    });
  }
  const marking = database.transaction('meta', 'readwrite');
  marking.objectStore('meta').put({ key: 'projections', value: 0 });
  await new Promise((done) => marking.addEventListener('complete', done));
  database.close();
}
