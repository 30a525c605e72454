import { MINUTE_MS } from '../duration.ts';
import type { Instant } from '../ids.ts';
import type { Drill, DrillStep } from './drill.ts';

/** Delivered later than this after it was due, a step is marked as late: the app was not running, or the log could not be written. */
const LATE_MS = MINUTE_MS;

/** A step that is to be delivered now. */
export interface DueStep {
  readonly drill: string;
  /** Its place in the script. */
  readonly step: number;
}

/** What a drill wants done at this instant, and when to look again. */
export interface DrillSchedule {
  /** In the order of the script: each only after those before it. */
  readonly due: readonly DueStep[];
  /** Undefined: nothing comes by time alone. */
  readonly lookAgainAt?: Instant;
}

/**
 * Which steps of a drill are due. A value of the log and the clock: kill, restart, sleep and jumps of the clock are only
 * another `now`, so that no step is delivered twice and none is lost. Pure.
 */
export function dueSteps(drill: Drill, now: Instant): DrillSchedule {
  if (drill.ended !== undefined) return { due: [] };
  const open = drill.script.flatMap((step, index) =>
    drill.delivered[index] === undefined ? [{ index, dueAt: dueAtOf(drill, step) }] : [],
  );
  // The first that is not due holds back those after it, whatever their times.
  const first = open.findIndex(({ dueAt }) => dueAt > now);
  const due = first === -1 ? open : open.slice(0, first);
  const next = first === -1 ? undefined : open[first];
  return {
    due: due.map(({ index }) => ({ drill: drill.id, step: index })),
    ...(next === undefined ? {} : { lookAgainAt: next.dueAt }),
  };
}

export function dueAtOf(drill: Pick<Drill, 'startedAt'>, step: Pick<DrillStep, 'at'>): Instant {
  return drill.startedAt + step.at;
}

export function isLate(drill: Drill, step: DrillStep, now: Instant): boolean {
  return now > dueAtOf(drill, step) + LATE_MS;
}

/** Whether everything that the script holds has come. */
export function isPlayedOut(drill: Drill): boolean {
  return drill.script.every((_, index) => drill.delivered[index] !== undefined);
}

/** What may still be going on in a drill. */
export interface DrillSubjects {
  /** Not resolved. */
  readonly pages: readonly { readonly drill?: string }[];
  /** Not closed. */
  readonly incidents: readonly { readonly drill?: string }[];
}

/** Whether a drill has come to its end by itself: all of it was delivered, and nothing of it is open. */
export function isOver(drill: Drill, { pages, incidents }: DrillSubjects): boolean {
  return isPlayedOut(drill) && ![...pages, ...incidents].some((each) => each.drill === drill.id);
}
