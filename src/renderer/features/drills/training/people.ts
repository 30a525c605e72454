import type { Instant } from '#shared/domain/ids.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { type TrainingCell, trainingCells } from '#shared/domain/training/renewal.ts';
import type { Training } from '#shared/domain/training/training.ts';

/** Somebody on the list, with every item of every course. */
export interface TrainedPerson {
  readonly person: string;
  readonly isMe: boolean;
  readonly cells: readonly TrainingCell[];
}

/** Oneself first, also before anything was recorded; then the others by name. Pure. */
export function peopleOf(training: Training, me: string, playbook: Playbook, now: Instant): TrainedPerson[] {
  const others = [...training.values()]
    .filter(({ left, person }) => !left && person !== me)
    .toSorted((one, other) => one.person.localeCompare(other.person, playbook.language));
  const mine = me === '' ? [] : [training.get(me) ?? { person: me, done: {} }];
  return [...mine, ...others].map(({ person, done }) => ({
    person,
    isMe: person === me,
    cells: trainingCells({ done }, playbook, now),
  }));
}
