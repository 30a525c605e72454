import { SECOND_MS } from '../duration.ts';
import type { Instant, PageId } from '../ids.ts';
import type { Severity } from '../severity.ts';

/** More than this many new pages within the window, none of them taken yet, is a storm. */
export const STORM_THRESHOLD = 5;
export const STORM_WINDOW_MS = 10 * SECOND_MS;
/** So many SEV-1 pages of a storm still get a notification of their own. */
const STORM_OWN_SEV1 = 3;

/** A page's coming in, kept in order of arrival, whatever became of the page. */
export interface Arrival {
  readonly pageId: PageId;
  readonly receivedAt: Instant;
  readonly severity: Severity;
  /** The drill that the page is of. */
  readonly drill?: string;
  /** When it was first acknowledged or resolved. */
  readonly takenAt?: Instant;
}

/** Those of a drill are counted apart: a drill is no storm for what is real, nor the other way round. */
export function pagesInSummaries(arrivals: readonly Arrival[]): ReadonlySet<PageId> {
  const real = pagesInSummary(arrivals.filter(({ drill }) => drill === undefined));
  const practice = pagesInSummary(arrivals.filter(({ drill }) => drill !== undefined));
  return new Set([...real, ...practice]);
}

/**
 * Which pages go into a storm's summary instead of a notification of their own. A page's place depends
 * only on what was so when it arrived: acknowledging or restarting later never moves it to the other side.
 * @param arrivals oldest first
 */
export function pagesInSummary(arrivals: readonly Arrival[]): ReadonlySet<PageId> {
  const summary = new Set<PageId>();
  let recent: Arrival[] = [];
  let storm: { lastAt: Instant; ownSev1: number } | undefined;
  for (const arrival of arrivals) {
    recent = [...recent.filter((each) => isNewAt(each, arrival.receivedAt)), arrival].slice(
      -(STORM_THRESHOLD + 1),
    );
    if (storm !== undefined && arrival.receivedAt - storm.lastAt >= STORM_WINDOW_MS) storm = undefined;
    if (storm === undefined && recent.length > STORM_THRESHOLD) {
      const earlier = recent.slice(0, -1).filter((each) => each.severity === 'SEV-1');
      storm = { lastAt: arrival.receivedAt, ownSev1: earlier.length };
    }
    if (storm === undefined) continue;
    storm.lastAt = arrival.receivedAt;
    if (arrival.severity === 'SEV-1' && storm.ownSev1 < STORM_OWN_SEV1) storm.ownSev1 += 1;
    else summary.add(arrival.pageId);
  }
  return summary;
}

/** It came within the window, and nobody has taken it yet. */
function isNewAt({ receivedAt, takenAt }: Arrival, now: Instant): boolean {
  return receivedAt > now - STORM_WINDOW_MS && (takenAt === undefined || takenAt > now);
}
