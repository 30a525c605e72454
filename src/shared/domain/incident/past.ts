import type { IncidentId, Instant } from '../ids.ts';
import { plain, wordsOf } from './similar.ts';

/** An incident that is over, as far as comparing needs it. */
export interface PastIncident {
  readonly id: IncidentId;
  readonly title: string;
  readonly service: string;
  readonly detectedAt: Instant;
}
/** The one that is being handled. */
export interface PastSubject {
  readonly title: string;
  readonly summary: string;
  readonly service: string;
}
/** Why one is offered, as it is said: the same service, the same alert, or these words of its title. */
export interface PastReasons {
  readonly service: boolean;
  readonly alert: boolean;
  readonly words: readonly string[];
}
export interface SimilarPast<Past extends PastIncident> extends PastReasons {
  readonly past: Past;
  readonly score: number;
}

/** The same alert is enough; a service has to come with words, or words be most of a title. */
const POINTS = { alert: 4, service: 2.5, words: 4 } as const;
const ENOUGH = 3;
/** Of the words of the one that is over: less in common says nothing. */
const WORDS_ALIKE = 0.15;

/**
 * Incidents of before that look like this one, the most alike first, and of equals the latest. Words count by how rare
 * they are among all titles: that something is down is no likeness. Pure.
 *
 * @param byAlert ids of those that had a page of an alert that this one has
 */
export function similarBefore<Past extends PastIncident>(
  subject: PastSubject,
  past: readonly Past[],
  byAlert: ReadonlySet<string>,
  limit: number,
): SimilarPast<Past>[] {
  const others = past.map(comparedOf);
  const weigh = weights(others);
  const own = wordsOf(`${subject.title} ${subject.summary}`);
  const service = plain(subject.service);
  const found: SimilarPast<Past>[] = [];
  for (const [index, item] of past.entries()) {
    const { words: title, service: its } = others[index] ?? comparedOf(item);
    const words = title.filter((word) => own.has(word));
    const share = words.length === 0 ? 0 : weigh(words) / weigh(title);
    const isService = service !== '' && service === its;
    const isAlert = byAlert.has(item.id);
    const told = share >= WORDS_ALIKE ? words : [];
    const score =
      (isAlert ? POINTS.alert : 0) +
      (isService ? POINTS.service : 0) +
      (told.length > 0 ? POINTS.words * share : 0);
    if (score >= ENOUGH) found.push({ past: item, score, service: isService, alert: isAlert, words: told });
  }
  return found.toSorted(byLikeness).slice(0, limit);
}

function byLikeness(one: SimilarPast<PastIncident>, other: SimilarPast<PastIncident>): number {
  return other.score - one.score || other.past.detectedAt - one.past.detectedAt;
}

/** What of an incident is compared, each word once. */
interface Compared {
  readonly words: readonly string[];
  readonly service: string;
}

/** Taking ten thousand titles apart takes longer than all that is done with them: once for each. */
const compared = new WeakMap<PastIncident, Compared>();

function comparedOf(item: PastIncident): Compared {
  const held = compared.get(item);
  if (held !== undefined) return held;
  const made = { words: [...wordsOf(item.title)], service: plain(item.service) };
  compared.set(item, made);
  return made;
}

/** The sum of what some words weigh: one that every title has weighs next to nothing. */
function weights(titles: readonly Compared[]): (words: readonly string[]) => number {
  const counts = new Map<string, number>();
  for (const { words } of titles) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weightOf = (word: string): number => Math.log(1 + (titles.length + 1) / (counts.get(word) ?? 1));
  return (words) => words.reduce((sum, word) => sum + weightOf(word), 0);
}
