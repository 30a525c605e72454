import type { EventOfType, TplusEvent } from '../event/event.ts';
import { effectiveEvents } from '../event/fold.ts';
import type { Instant } from '../ids.ts';

/** An item of a course done by somebody: when, and who recorded it. */
export interface Trained {
  readonly at: Instant;
  readonly by: string;
}
/** What somebody has been trained in: `course/item` to every time it was done, oldest first. */
export interface PersonTraining {
  readonly person: string;
  readonly done: Readonly<Record<string, readonly Trained[]>>;
  /** Off the list; what they did is kept for the day they come back. */
  readonly left: boolean;
}
/** By person, in the order in which they joined. */
export type Training = ReadonlyMap<string, PersonTraining>;

type TrainingEvent = EventOfType<
  'training.joined' | 'training.left' | 'training.ticked' | 'training.unticked'
>;
const TYPES: ReadonlySet<string> = new Set([
  'training.joined',
  'training.left',
  'training.ticked',
  'training.unticked',
] satisfies TrainingEvent['type'][]);

export function isTrainingEvent(event: TplusEvent): event is TrainingEvent {
  return event.v === 1 && TYPES.has(event.type);
}

export function trainingKey(course: string, item: string): string {
  return `${course}/${item}`;
}

/** Who has done what (process document 8.1). Pure. */
export function foldTraining(events: Iterable<TplusEvent>): Training {
  const people = new Map<string, PersonTraining>();
  for (const event of effectiveEvents(events)) {
    if (!isTrainingEvent(event)) continue;
    const { person } = event.payload;
    people.set(person, foldPerson(people.get(person) ?? { person, done: {}, left: false }, event));
  }
  return people;
}

function foldPerson(held: PersonTraining, event: TrainingEvent): PersonTraining {
  if (event.type === 'training.joined' || event.type === 'training.left') {
    return { ...held, left: event.type === 'training.left' };
  }
  const key = trainingKey(event.payload.course, event.payload.item);
  const times = held.done[key] ?? [];
  const next =
    event.type === 'training.unticked'
      ? times.slice(0, -1)
      : [...times, { at: event.occurredAt, by: event.author }].toSorted((one, other) => one.at - other.at);
  return { ...held, left: false, done: { ...held.done, [key]: next } };
}
