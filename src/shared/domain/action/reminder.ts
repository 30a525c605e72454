import { addDays, type Day, dayOf, instantOf, isDay } from '../day.ts';
import type { Instant } from '../ids.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { ActionItem } from './action-item.ts';
import type { OpenAction } from './open-actions.ts';

/** Where the playbook names no hour: nine in the morning. */
const DEFAULT_HOUR = '09:00';

/** What a day's reminder is about, most urgent first, and when there will next be something to say. */
export interface Reminder {
  readonly due: readonly OpenAction[];
  readonly overdue: readonly OpenAction[];
  readonly nextAt?: Instant;
}

/** The day whose reminder was given last: today, or yesterday until the hour has come. */
export function reminderDay(playbook: Playbook, now: Instant): Day {
  const today = dayOf(now, playbook.timeZone);
  return now < reminderAt(today, playbook) ? addDays(today, -1) : today;
}

/** The reminder of the latest reminder day. Pure. @param actions those not completed */
export function reminderOf(actions: readonly OpenAction[], playbook: Playbook, now: Instant): Reminder {
  const day = reminderDay(playbook, now);
  const at = reminderAt(day, playbook);
  const isTold = ({ dueOn, scheduledAt }: ActionItem): boolean => dueOn <= day && scheduledAt <= at;
  const told = actions.filter(isTold).toSorted(byUrgency);
  const tomorrow = addDays(day, 1);
  const next = actions
    .filter(({ dueOn }) => isDay(dueOn))
    .map(({ dueOn }) => (dueOn > tomorrow ? dueOn : tomorrow))
    .reduce<Day | undefined>((one, other) => (one === undefined || other < one ? other : one), undefined);
  return {
    due: told.filter(({ dueOn }) => dueOn === day),
    overdue: told.filter(({ dueOn }) => dueOn < day),
    ...(next === undefined ? {} : { nextAt: reminderAt(next, playbook) }),
  };
}

const RANK = { high: 0, medium: 1, low: 2 } as const;

/** Longest due first, then by priority. */
export function byUrgency(one: ActionItem, other: ActionItem): number {
  if (one.dueOn !== other.dueOn) return one.dueOn < other.dueOn ? -1 : 1;
  return RANK[one.priority] - RANK[other.priority] || (one.id < other.id ? -1 : 1);
}

function reminderAt(day: Day, { timeZone, actionReminder = DEFAULT_HOUR }: Playbook): Instant {
  return instantOf(day, actionReminder, timeZone) ?? 0;
}
