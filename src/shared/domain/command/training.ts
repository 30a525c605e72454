import { dayOf } from '../day.ts';
import { trainingKey } from '../training/training.ts';
import type { CommandOf } from './command.ts';
import { ANY_TIME, whyNotThen } from './milestone.ts';
import { accept, type Plan, type PlanContext, refuse } from './plan.ts';

type TrainingCommand = CommandOf<'join-training' | 'leave-training' | 'tick-training' | 'untick-training'>;

/** Who is trained, and what they have done (process document 8.1). Doing it again the same day changes nothing. */
export function planTraining(command: TrainingCommand, context: PlanContext): Plan {
  const { person } = command;
  const held = context.practice.training().get(person);
  switch (command.type) {
    case 'join-training':
      return held !== undefined && !held.left
        ? accept([])
        : accept([{ type: 'training.joined', payload: { person } }]);
    case 'leave-training':
      return held === undefined || held.left
        ? accept([])
        : accept([{ type: 'training.left', payload: { person } }]);
    case 'tick-training':
    case 'untick-training':
      return planTick(command, context);
  }
}

function planTick(command: CommandOf<'tick-training' | 'untick-training'>, context: PlanContext): Plan {
  const { person, course, item } = command;
  const payload = { person, course, item };
  const times = context.practice.training().get(person)?.done[trainingKey(course, item)] ?? [];
  if (command.type === 'untick-training') {
    return times.length === 0 ? accept([]) : accept([{ type: 'training.unticked', payload }]);
  }
  const chosen = command.playbook === undefined ? context.current : context.playbookById(command.playbook);
  if (chosen === undefined) return refuse('no-such-playbook');
  const { playbook } = chosen;
  const found = playbook.training?.find(({ id }) => id === course)?.items.some(({ id }) => id === item);
  if (found !== true) return refuse('no-such-course');
  const refusal = whyNotThen(command.occurredAt, ANY_TIME, context.now);
  if (refusal !== undefined) return refuse(refusal);
  const day = dayOf(command.occurredAt ?? context.now, playbook.timeZone);
  if (times.some(({ at }) => dayOf(at, playbook.timeZone) === day)) return accept([]);
  const at = command.occurredAt === undefined ? {} : { occurredAt: command.occurredAt };
  return accept([{ type: 'training.ticked', ...at, payload }]);
}
