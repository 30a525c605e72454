import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedAction } from '#shared/domain/action/listed.ts';
import { ACTION_STATUSES, type ActionStatus } from '#shared/domain/action/terms.ts';
import type { Day } from '#shared/domain/day.ts';
import { askForAction } from '../../bridge/view.ts';
import { ActionMenu } from './ActionMenu.tsx';
import { DueText } from './DueText.tsx';
import { useCategoryTitle } from './use-category-title.ts';

interface ActionCardProps {
  readonly listed: ListedAction;
  readonly today: Day;
  readonly onMove: (to: ActionStatus) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One action item: opened by its text. */
export function ActionCard({ listed, today, onMove, onKeyDown }: ActionCardProps) {
  const { t } = useTranslation();
  const titleOf = useCategoryTitle();
  const { action, incident } = listed;
  return (
    <li
      className="action-card"
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/plain', action.id)}
    >
      <div className="action-card-head">
        <button
          type="button"
          className="action-open"
          data-card={action.id}
          aria-describedby="action-board-hint"
          onClick={() => askForAction({ incidentId: incident.id, actionId: action.id })}
          onKeyDown={onKeyDown}
        >
          {action.description}
        </button>
        <ActionMenu
          listed={listed}
          moves={ACTION_STATUSES.filter((status) => status !== action.status)}
          onMove={onMove}
        />
      </div>
      <p className="action-about">
        <DueText action={action} today={today} />
        <span {...(action.owner === '' ? { 'data-gap': '' } : {})}>
          {action.owner === '' ? t('actions.nobody') : action.owner}
        </span>
        <span>{t(`actions.priority.${action.priority}`)}</span>
        {action.category !== '' && <span>{titleOf(listed)}</span>}
      </p>
      <p className="action-incident secondary">
        #{action.number} {incident.title}
        {incident.test && <span className="tag">{t('actions.test')}</span>}
        {incident.drill !== undefined && <span className="tag">{t('drill.mark')}</span>}
      </p>
    </li>
  );
}
