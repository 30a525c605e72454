import type { EventId, IncidentId, Instant } from '../ids.ts';
import { initialsOf, isInitials, looseForm, plainForm, withoutUnfinished } from './hangul.ts';
import type { SearchRecord } from './search-record.ts';

/** Where a query was found: in what the incident is called, or in something that was written about it. */
export interface SearchHit {
  readonly incidentId: IncidentId;
  readonly where: 'incident' | 'note' | 'message';
  /** The note or message. */
  readonly eventId?: EventId;
}

/** Of one incident, what comparing needs: the texts themselves stay in the store. */
interface Folded {
  readonly id: IncidentId;
  readonly title: string;
  readonly head: string;
  readonly entries: readonly {
    readonly eventId: EventId;
    readonly where: 'note' | 'message';
    readonly text: string;
  }[];
  readonly detectedAt: Instant;
  readonly open: boolean;
}
type Word = { readonly plain: string; readonly loose: string; readonly initials: string | undefined };

/**
 * Incidents by what is said in them. A scan of memory: at 10,000 incidents it takes a few milliseconds, finds parts of words
 * (which Korean, written together, needs) and has nothing to keep in order when something is redacted.
 */
export class SearchIndex {
  readonly #incidents = new Map<string, Folded>();

  get size(): number {
    return this.#incidents.size;
  }

  put(record: SearchRecord): void {
    const { id, title, severity, service, summary, channel = '', detectedAt, closedAt } = record;
    this.#incidents.set(id, {
      id,
      title: plainForm(title),
      head: looseForm(`${title}\n${service}\n${severity}\n${channel}\n${summary}`),
      entries: record.entries.map(({ eventId, kind, title: of = '', text }) => ({
        eventId,
        where: kind,
        text: plainForm(`${of}\n${text}`),
      })),
      detectedAt,
      open: closedAt === undefined,
    });
  }

  remove(id: string): void {
    this.#incidents.delete(id);
  }

  /** The incidents in which every word of the query is found, open ones and names first, newest first. */
  find(query: string, limit: number): SearchHit[] {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const found: { readonly hit: SearchHit; readonly incident: Folded }[] = [];
    for (const incident of this.#incidents.values()) {
      const hit = hitIn(incident, words);
      if (hit !== undefined) found.push({ hit, incident });
    }
    return found
      .toSorted((one, other) => orderOf(one) - orderOf(other) || newest(one, other))
      .slice(0, limit)
      .map(({ hit }) => hit);
  }
}

function orderOf({ hit, incident }: { readonly hit: SearchHit; readonly incident: Folded }): number {
  return (hit.where === 'incident' ? 0 : 2) + (incident.open ? 0 : 1);
}

function newest(one: { readonly incident: Folded }, other: { readonly incident: Folded }): number {
  return other.incident.detectedAt - one.incident.detectedAt;
}

function wordsOf(query: string): Word[] {
  return plainForm(query)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({
      plain: withoutUnfinished(word),
      loose: looseForm(word),
      initials: isInitials(word) ? word : undefined,
    }));
}

/** Words that the head lacks must be in what was written; the entry with the most of all of them is the hit. */
function hitIn(incident: Folded, words: readonly Word[]): SearchHit | undefined {
  const missing = words.filter((word) => !isInHead(word, incident));
  if (missing.length === 0) return { incidentId: incident.id, where: 'incident' };
  let best: { readonly entry: Folded['entries'][number]; readonly count: number } | undefined;
  let left: readonly Word[] = missing;
  for (const entry of incident.entries) {
    const here = missing.filter(({ plain }) => entry.text.includes(plain));
    if (here.length === 0) continue;
    left = left.filter((word) => !here.includes(word));
    if (best === undefined || here.length >= best.count) best = { entry, count: here.length };
  }
  if (best === undefined || left.length > 0) return undefined;
  return { incidentId: incident.id, where: best.entry.where, eventId: best.entry.eventId };
}

function isInHead({ loose, initials }: Word, { head, title }: Folded): boolean {
  if (head.includes(loose)) return true;
  if (initials === undefined) return false;
  const own = initialsOf(title);
  return own.includes(initials) || own.replaceAll(' ', '').includes(initials);
}
