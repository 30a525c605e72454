import { HOUR_MS } from '../duration.ts';
import type { Instant } from '../ids.ts';
import type { Page } from '../page/page.ts';
import type { Incident } from './incident.ts';

/** Why two things look alike, as it is said to the person who decides. */
export type Likeness = 'service' | 'alert' | 'title';

/** Something that looks like what is on the screen. */
export interface Similar<Item> {
  readonly item: Item;
  readonly score: number;
  readonly reasons: readonly Likeness[];
}

/** What speaks for one fault behind two pages. One service is enough (reading 9); the rest has to add up. */
const POINTS = { service: 3, alert: 2, title: 2, time: 1 } as const;
const ENOUGH = 3;
/** Titles have something in common from this part of their words on. */
const WORDS_ALIKE = 0.5;
/** How far apart two of them may begin to count as near. */
const NEAR_MS = HOUR_MS;
/** The label by which Prometheus and Grafana name the rule that fired. */
const ALERT_NAME = 'alertname';
/** A sender's title may be of any length; what matters stands in front. */
const TITLE_LENGTH = 300;
/** No more is compared than is worth reading: a storm must not slow the clock. */
const COMPARED = { own: 10, others: 300 } as const;

type Alertlike = Pick<Page, 'title' | 'service' | 'labels' | 'startedAt'>;

interface Subject {
  readonly service: string;
  readonly alert: string;
  readonly words: ReadonlySet<string>;
  readonly at: Instant;
}

/** The rule that a page came from, as it is compared; empty: its sender names none. */
export function alertOf({ labels }: Pick<Page, 'labels'>): string {
  return Object.hasOwn(labels, ALERT_NAME) ? plain(labels[ALERT_NAME] ?? '') : '';
}

function subjectOf({ title, service, labels, startedAt }: Alertlike): Subject {
  const alert = alertOf({ labels });
  return { service: plain(service), alert, words: wordsOf(title), at: startedAt };
}

/** A name as it is compared. */
export const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Words that tell something: figures and single characters differ between two pages of one fault. */
export function wordsOf(title: string): Set<string> {
  const words = plain(title.slice(0, TITLE_LENGTH)).split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word.length > 1 && !/^\p{N}+$/u.test(word)));
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}

function compare(one: Subject, other: Subject): Omit<Similar<never>, 'item'> | undefined {
  const words = overlap(one.words, other.words);
  const reasons: Likeness[] = [];
  if (one.service !== '' && one.service === other.service) reasons.push('service');
  if (one.alert !== '' && one.alert === other.alert) reasons.push('alert');
  if (words >= WORDS_ALIKE) reasons.push('title');
  const near = Math.max(0, 1 - Math.abs(one.at - other.at) / NEAR_MS);
  const said = reasons.reduce((sum, each) => sum + POINTS[each] * (each === 'title' ? words : 1), 0);
  const score = said + POINTS.time * near;
  return reasons.length > 0 && score >= ENOUGH ? { score, reasons } : undefined;
}

function best(ones: readonly Subject[], other: Subject): Omit<Similar<never>, 'item'> | undefined {
  return ones
    .flatMap((one) => compare(one, other) ?? [])
    .reduce<Omit<Similar<never>, 'item'> | undefined>(
      (held, each) => (held === undefined || each.score > held.score ? each : held),
      undefined,
    );
}

function subjectsOf(incident: Incident, pages: Iterable<Page>): Subject[] {
  const { title, service, detectedAt: startedAt } = incident;
  return [
    subjectOf({ title, service, labels: {}, startedAt }),
    ...pagesOf(incident, pages).slice(-COMPARED.own).map(subjectOf),
  ];
}

/** Pages that are of this incident now: by their own word, so that no two incidents have one. */
export function pagesOf(incident: Pick<Incident, 'id'>, pages: Iterable<Page>): Page[] {
  return [...pages].filter(({ incidentId }) => incidentId === incident.id);
}

/** Pages that nobody has taken and that look like this incident, most alike first. Offered, never joined by itself. Pure. */
export function similarPages(incident: Incident, pages: Iterable<Page>): Similar<Page>[] {
  const all = [...pages];
  const own = subjectsOf(incident, all);
  return all
    .filter(
      ({ status, incidentId, test, drill }) =>
        status === 'firing' &&
        incidentId !== incident.id &&
        test === incident.test &&
        drill === incident.drill,
    )
    .slice(-COMPARED.others)
    .flatMap((item) => {
      const likeness = best(own, subjectOf(item));
      return likeness === undefined ? [] : [{ item, ...likeness }];
    })
    .toSorted(mostAlike);
}

/** Incidents being handled that a page looks like, most alike first. Pure. */
export function similarIncidents(
  page: Page,
  incidents: Iterable<Incident>,
  pages: Iterable<Page>,
): Similar<Incident>[] {
  const all = [...pages];
  const subject = subjectOf(page);
  return [...incidents]
    .filter(
      ({ id, closedAt, resolvedAt, test, drill }) =>
        closedAt === undefined &&
        resolvedAt === undefined &&
        test === page.test &&
        drill === page.drill &&
        id !== page.incidentId,
    )
    .flatMap((item) => {
      const likeness = best(subjectsOf(item, all), subject);
      return likeness === undefined ? [] : [{ item, ...likeness }];
    })
    .toSorted(mostAlike);
}

function mostAlike<Item extends { readonly id: string }>(one: Similar<Item>, other: Similar<Item>): number {
  return other.score - one.score || (one.item.id < other.item.id ? -1 : 1);
}
