import type { OpenAction } from '../action/open-actions.ts';
import { reminderDay, reminderOf } from '../action/reminder.ts';
import type { Instant } from '../ids.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { Showing } from './page-toasts.ts';
import { REMINDER_TAG } from './toast.ts';

const TITLES = 3;

/**
 * One quiet reminder a day, at the playbook's hour, of the action items that are due or overdue. What was added, or put
 * on another day, after that hour waits for the next: nobody has to be told of what they just wrote. Pure.
 */
export function actionToast(actions: readonly OpenAction[], playbook: Playbook, now: Instant): Showing {
  const day = reminderDay(playbook, now);
  const { due, overdue, nextAt } = reminderOf(actions, playbook, now);
  const waiting = [...overdue, ...due];
  const changesAt = nextAt === undefined ? [] : [nextAt];
  if (waiting.length === 0) return { toasts: [], changesAt };
  return {
    toasts: [
      {
        tag: REMINDER_TAG,
        ring: day,
        urgency: 'low',
        content: {
          kind: 'actions',
          due: due.length,
          overdue: overdue.length,
          titles: waiting.slice(0, TITLES).map(({ description, owner, ofDrill }) => ({
            description,
            owner,
            ...(ofDrill === undefined ? {} : { ofDrill }),
          })),
        },
        actions: ['open'],
        target: { kind: 'actions' },
      },
    ],
    changesAt,
  };
}
