import { useTranslation } from 'react-i18next';
import type { ListedAction } from '#shared/domain/action/listed.ts';
import { ACTION_STATUSES } from '#shared/domain/action/terms.ts';
import type { Day } from '#shared/domain/day.ts';
import { useCommand } from '../../bridge/commands.ts';
import { select } from '../../bridge/view.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionMenu } from './ActionMenu.tsx';
import { setSelected } from './actions-view.ts';
import { DueText } from './DueText.tsx';
import { EditRow } from './EditRow.tsx';
import { useCategoryTitle } from './use-category-title.ts';

interface ActionRowProps {
  readonly listed: ListedAction;
  readonly today: Day;
  readonly selected: boolean;
  readonly editing: boolean;
  readonly onEdit: (on: boolean) => void;
}

/** One action item as a row, for reading; for writing once somebody asks for it. */
export function ActionRow({ listed, today, selected, editing, onEdit }: ActionRowProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const titleOf = useCategoryTitle();
  const { action, incident } = listed;
  if (editing) return <EditRow listed={listed} onClose={() => onEdit(false)} />;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          className="checkbox"
          aria-label={t('actions.select', { description: action.description })}
          checked={selected}
          onChange={({ target: { checked } }) => setSelected([action.id], checked)}
        />
      </td>
      <td className="figures">{action.number}</td>
      <td className="action-text">{action.description}</td>
      <td>
        <button
          type="button"
          className="action-link"
          onClick={() => select({ kind: 'incident', incidentId: incident.id })}
        >
          {incident.title}
        </button>
        {incident.test && <span className="tag">{t('actions.test')}</span>}
        {incident.drill !== undefined && <span className="tag">{t('drill.mark')}</span>}
      </td>
      <td {...(action.owner === '' ? { 'data-gap': '' } : {})}>
        {action.owner === '' ? t('actions.nobody') : action.owner}
      </td>
      <td>
        <DueText action={action} today={today} />
      </td>
      <td>{t(`actions.status.${action.status}`)}</td>
      <td>{t(`actions.priority.${action.priority}`)}</td>
      <td>{action.category === '' ? '' : titleOf(listed)}</td>
      <td>
        <div className="action-row-end">
          <Button
            size="small"
            kind="quiet"
            aria-label={t('actions.editRow', { description: action.description })}
            onClick={() => onEdit(true)}
          >
            {t('actions.editShort')}
          </Button>
          <ActionMenu
            listed={listed}
            moves={ACTION_STATUSES.filter((status) => status !== action.status)}
            onMove={(status) =>
              void run({ type: 'change-action', incidentId: incident.id, action: action.id, status })
            }
          />
        </div>
      </td>
    </tr>
  );
}
