import type { TFunction } from 'i18next';
import type { EventOfType, TplusEvent } from '#shared/domain/event/event.ts';
import { isKnown } from '#shared/domain/event/event.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';

interface DescribeActionContext {
  readonly t: TFunction;
  readonly playbook: Playbook | undefined;
  /** What the event is about. */
  readonly target: TplusEvent | undefined;
}

/** What was added, or changed, of an action item, in one line. */
export function describeAction(
  event: EventOfType<'action.added' | 'action.changed'>,
  { t, playbook, target }: DescribeActionContext,
): string {
  if (event.type === 'action.added') {
    const { owner } = event.payload;
    return owner === ''
      ? t('actions.event.added', event.payload)
      : t('actions.event.addedFor', event.payload);
  }
  const changes = changesOf(event.payload, t, playbook).join(', ');
  return target !== undefined && isKnown(target) && target.type === 'action.added'
    ? t('actions.event.changed', { number: target.payload.number, changes })
    : t('actions.event.changedUnknown', { changes });
}

function changesOf(
  { description, owner, dueOn, status, priority, category }: EventOfType<'action.changed'>['payload'],
  t: TFunction,
  playbook: Playbook | undefined,
): string[] {
  const titleOf = (id: string): string =>
    playbook?.actionCategories?.find((each) => each.id === id)?.title ?? id;
  return [
    ...(status === undefined ? [] : [t(`actions.status.${status}`)]),
    ...(owner === undefined
      ? []
      : [owner === '' ? t('actions.event.nobody') : t('actions.event.owner', { owner })]),
    ...(dueOn === undefined ? [] : [t('actions.event.dueOn', { day: dueOn })]),
    ...(priority === undefined
      ? []
      : [t('actions.event.priority', { priority: t(`actions.priority.${priority}`) })]),
    ...(category === undefined
      ? []
      : [
          category === ''
            ? t('actions.event.noCategory')
            : t('actions.event.category', { category: titleOf(category) }),
        ]),
    ...(description === undefined ? [] : [t('actions.event.description', { description })]),
  ];
}
