import { useTranslation } from 'react-i18next';
import type { ActionItem } from '#shared/domain/action/action-item.ts';
import { dueState } from '#shared/domain/action/listed.ts';
import { type Day, daysBetween } from '#shared/domain/day.ts';
import { dayText } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.ts';

/** When an item is due, and how late it is: by a word as well as by weight and colour. */
export function DueText({ action, today }: { readonly action: ActionItem; readonly today: Day }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = dueState(action, today);
  const day = dayText(action.dueOn, language, today);
  const text =
    state === 'overdue'
      ? t('actions.due.overdue', { count: daysBetween(action.dueOn, today) })
      : state === 'completed'
        ? t('actions.status.completed')
        : t(`actions.due.${state}`, { day });
  return (
    <time className="action-due" dateTime={action.dueOn} data-state={state} title={day}>
      {text}
    </time>
  );
}
