import { SECOND_MS } from '../duration.ts';
import type { Instant } from '../ids.ts';
import { isSummaryTag, REMINDER_TAG, type Toast } from './toast.ts';

/**
 * The delivery ledger: what became of each notification. It is kept beside the log, not in it, so
 * that repeats do not swell the log; it outlives the app, since a toast does too.
 */
export type DeliveryOutcome = 'pending' | 'shown' | 'refused' | 'no-daemon' | 'timed-out' | 'dismissed';

export interface Delivery {
  readonly tag: string;
  readonly ring: string;
  readonly at: Instant;
  readonly outcome: DeliveryOutcome;
  /** The notification's id at the daemon, while it may be on screen. */
  readonly toastId?: number;
  /** Who shows it: ids count from the start again at another daemon, and there may be another program's. */
  readonly daemon?: string;
  readonly detail?: string;
  /** The alarm rang for a page that the log could not take. */
  readonly unsaved?: boolean;
}
/** The last delivery of each tag. */
export type Ledger = ReadonlyMap<string, Delivery>;

/** A notification that did not show is tried again after this. */
export const RETRY_MS = 30 * SECOND_MS;
/** A summary that counts on is renewed at most this often. */
const RENEW_MS = SECOND_MS;

/** A reminder that was put away is not raised anew by another run or another daemon: each day has its one. */
export function isDoneWith({ tag, outcome }: Delivery): boolean {
  return tag === REMINDER_TAG && outcome === 'dismissed';
}

export interface DeliveryPlan {
  readonly show: readonly Toast[];
  /** Tags whose notification has nothing to say any more. */
  readonly close: readonly string[];
  /** When a held-back notification may go. */
  readonly changesAt: readonly Instant[];
}

/** The difference between what should be showing and what the ledger says was delivered. Pure. */
export function planDelivery(toasts: readonly Toast[], ledger: Ledger, now: Instant): DeliveryPlan {
  const wanted = new Map(toasts.map((toast) => [toast.tag, toast]));
  const show: Toast[] = [];
  const changesAt: Instant[] = [];
  for (const toast of wanted.values()) {
    const readyAt = readyAtOf(toast, ledger.get(toast.tag), now);
    if (readyAt === undefined) continue;
    if (readyAt <= now) show.push(toast);
    else changesAt.push(readyAt);
  }
  const close = [...ledger.values()]
    .filter(({ tag, toastId }) => !wanted.has(tag) && toastId !== undefined)
    .map(({ tag }) => tag);
  return { show, close, changesAt };
}

/** When a toast may be sent: undefined for never (it has been), the past for now. */
function readyAtOf(toast: Toast, last: Delivery | undefined, now: Instant): Instant | undefined {
  if (last === undefined) return Number.NEGATIVE_INFINITY;
  // A delivery of the future: the clock was set back, and nothing waits for it to come round again.
  const after = (ms: number): Instant => (last.at > now ? Number.NEGATIVE_INFINITY : last.at + ms);
  if (!hasSounded(toast, last, now))
    return isSummaryTag(toast.tag) ? after(RENEW_MS) : Number.NEGATIVE_INFINITY;
  const failed = last.outcome === 'refused' || last.outcome === 'no-daemon' || last.outcome === 'timed-out';
  return failed ? after(RETRY_MS) : undefined;
}

function hasSounded({ tag, ring, quietSince }: Toast, last: Delivery, now: Instant): boolean {
  if (isSummaryTag(tag) && last.at <= now) return Number(last.ring) >= Number(ring);
  return last.ring === ring || (quietSince !== undefined && last.ring.startsWith(quietSince));
}
