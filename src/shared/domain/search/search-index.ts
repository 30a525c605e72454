import { drillMark } from '../drill/drill-mark.ts';
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
  /** The initial consonants of its title, without spaces; empty without any Korean. */
  readonly initials: string;
  readonly head: string;
  /** All entries in one text: looking through one long text is several times as quick as through its parts. */
  readonly body: string;
  readonly entries: readonly {
    readonly eventId: EventId;
    readonly where: 'note' | 'message';
    /** Where it ends in the body. */
    readonly end: number;
  }[];
  readonly detectedAt: Instant;
  readonly open: boolean;
}
interface Word {
  readonly plain: string;
  readonly loose: string;
  readonly initials: string | undefined;
}
interface Match {
  readonly incident: Folded;
  /** The words that what it is called lacks. */
  readonly missing: readonly Word[];
}

const NOTHING_MISSING: readonly Word[] = [];
const HANGUL = /[가-힣]/;

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
    const { id, title, severity, service, summary, channel = '', detectedAt, closedAt, drill } = record;
    const marks = drill === undefined ? '' : `${drillMark('en')} ${drillMark('ko')}`;
    const texts = record.entries.map(({ title: of = '', text }) => `${plainForm(`${of}\n${text}`)}\0`);
    let end = 0;
    const entries = record.entries.map(({ eventId, kind }, index) => {
      end += texts[index]?.length ?? 0;
      return { eventId, where: kind, end };
    });
    const plainTitle = plainForm(title);
    this.#incidents.set(id, {
      id,
      initials: HANGUL.test(plainTitle) ? initialsOf(plainTitle).replaceAll(' ', '') : '',
      head: looseForm(`${title}\n${service}\n${severity}\n${channel}\n${summary}\n${marks}`),
      body: texts.join(''),
      entries,
      detectedAt,
      open: closedAt === undefined,
    });
  }

  remove(id: string): void {
    this.#incidents.delete(id);
  }

  /** The incidents in which every word of the query is found, names first, open before closed, newest first. */
  find(query: string, limit: number): SearchHit[] {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const best: Match[] = [];
    for (const incident of this.#incidents.values()) {
      const match = matchIn(incident, words);
      if (match !== undefined) keepBest(best, match, limit);
    }
    return best.map(hitOf);
  }
}

/** Puts a match in its place among the best so far: sorting all of thousands would take longer than finding them. */
function keepBest(best: Match[], match: Match, limit: number): void {
  const last = best.at(-1);
  if (best.length === limit && last !== undefined && compare(match, last) >= 0) return;
  const place = best.findIndex((each) => compare(match, each) < 0);
  best.splice(place === -1 ? best.length : place, 0, match);
  if (best.length > limit) best.pop();
}

function compare(one: Match, other: Match): number {
  return orderOf(one) - orderOf(other) || other.incident.detectedAt - one.incident.detectedAt;
}

function orderOf({ incident, missing }: Match): number {
  return (missing.length === 0 ? 0 : 2) + (incident.open ? 0 : 1);
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

/** Words that the head lacks must be in what was written. */
function matchIn(incident: Folded, words: readonly Word[]): Match | undefined {
  let missing = NOTHING_MISSING;
  for (const word of words) {
    if (isInHead(word, incident)) continue;
    if (!incident.body.includes(word.plain)) return undefined;
    missing = [...missing, word];
  }
  return { incident, missing };
}

/** The entry that has most of the words; of equals, the latest. */
function hitOf({ incident, missing }: Match): SearchHit {
  if (missing.length === 0) return { incidentId: incident.id, where: 'incident' };
  let best: { readonly entry: Folded['entries'][number]; readonly count: number } | undefined;
  let start = 0;
  for (const entry of incident.entries) {
    const text = incident.body.slice(start, entry.end);
    const count = missing.filter(({ plain }) => text.includes(plain)).length;
    if (count > 0 && count >= (best?.count ?? 0)) best = { entry, count };
    start = entry.end;
  }
  return best === undefined
    ? { incidentId: incident.id, where: 'incident' }
    : { incidentId: incident.id, where: best.entry.where, eventId: best.entry.eventId };
}

function isInHead({ loose, initials }: Word, incident: Folded): boolean {
  return incident.head.includes(loose) || (initials !== undefined && incident.initials.includes(initials));
}
