import { addDays, addMonths, type Day, dayOf } from '../day.ts';
import { DAY_MS } from '../duration.ts';
import type { Instant } from '../ids.ts';
import type { Playbook } from '../playbook/schema.ts';
import { type PersonTraining, type Trained, trainingKey } from './training.ts';

/** So many days before a renewal is due it counts as due soon. */
const SOON_DAYS = 14;

/** `open`: never done. `done`: done, and not due again soon or ever. */
export type TrainingState = 'open' | 'done' | 'due-soon' | 'overdue';

/** One item of a course, for one person, on one day. */
export interface TrainingCell {
  readonly course: string;
  readonly item: string;
  readonly state: TrainingState;
  /** The day it was last done, in the playbook's time zone. */
  readonly doneOn?: Day;
  /** The last day on which that still counts; only for what is renewed. */
  readonly dueOn?: Day;
  /** Every time it was done, oldest first. */
  readonly history: readonly Trained[];
}

type Course = NonNullable<Playbook['training']>[number];

/** Every item of every course for one person (process document 8.1: the regular training comes round each quarter). Pure. */
export function trainingCells(
  person: Pick<PersonTraining, 'done'>,
  { training = [], timeZone }: Pick<Playbook, 'training' | 'timeZone'>,
  now: Instant,
): TrainingCell[] {
  const today = dayOf(now, timeZone);
  return training.flatMap((course) =>
    course.items.map(({ id }) => {
      const history = person.done[trainingKey(course.id, id)] ?? [];
      return { course: course.id, item: id, history, ...stateOf(course, history.at(-1), timeZone, today) };
    }),
  );
}

function stateOf(
  { every }: Course,
  last: Trained | undefined,
  timeZone: string,
  today: Day,
): Pick<TrainingCell, 'state' | 'doneOn' | 'dueOn'> {
  if (last === undefined) return { state: 'open' };
  const doneOn = dayOf(last.at, timeZone);
  if (every === undefined) return { state: 'done', doneOn };
  const dueOn =
    typeof every === 'number' ? addDays(doneOn, Math.round(every / DAY_MS)) : addMonths(doneOn, every.months);
  if (today > dueOn) return { state: 'overdue', doneOn, dueOn };
  return { state: addDays(today, SOON_DAYS) >= dueOn ? 'due-soon' : 'done', doneOn, dueOn };
}
