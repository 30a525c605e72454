import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListedAction, SORT_KEYS, type SortKey } from '#shared/domain/action/listed.ts';
import type { Day } from '#shared/domain/day.ts';
import { askForAction } from '../../bridge/view.ts';
import { Button } from '../../ui/Button.tsx';
import { useMedia } from '../../ui/media.ts';
import { ActionRow } from './ActionRow.tsx';
import { setSelected, sortBy, useActionsView } from './actions-view.ts';

interface ActionTableProps {
  readonly listed: readonly ListedAction[];
  readonly today: Day;
}

/** Below this a row has no room to be written in: the dialog has. */
const NARROW = '(max-width: 1119px)';
/** Rows drawn before somebody asks for all. */
const SHOWN = 100;
const HEADS = {
  description: 'actions.column',
  incident: 'actions.incident',
  owner: 'actions.owner',
  dueOn: 'actions.dueOn',
  status: 'actions.statusLabel',
  priority: 'actions.priorityLabel',
  category: 'actions.category',
} as const satisfies Record<SortKey, string>;

/** Sorted by a press on a column's name; rows are picked for copying, and edited in place. */
export function ActionTable({ listed, today }: ActionTableProps) {
  const { t } = useTranslation();
  const selected = useActionsView((view) => view.selected);
  const [all, setAll] = useState(false);
  const [editing, setEditing] = useState<string>();
  const narrow = useMedia(NARROW);
  const ids = listed.map(({ action }) => action.id);
  const shown = all ? listed : listed.slice(0, SHOWN);
  return (
    <div className="action-table-scroll" tabIndex={0} role="region" aria-label={t('actions.table')}>
      <table className="table action-table">
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                className="checkbox"
                aria-label={t('actions.selectAll')}
                checked={ids.every((id) => selected.has(id))}
                onChange={({ target: { checked } }) => setSelected(ids, checked)}
              />
            </th>
            <th scope="col">{t('actions.number')}</th>
            {SORT_KEYS.map((key) => (
              <SortHead key={key} sortKey={key} />
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <ActionRow
              key={each.action.id}
              listed={each}
              today={today}
              selected={selected.has(each.action.id)}
              editing={editing === each.action.id}
              onEdit={(on) => {
                const { action, incident } = each;
                if (on && narrow) askForAction({ incidentId: incident.id, actionId: action.id });
                else setEditing(on ? action.id : undefined);
              }}
            />
          ))}
        </tbody>
      </table>
      {listed.length > shown.length && (
        <Button kind="quiet" size="small" onClick={() => setAll(true)}>
          {t('actions.showAll', { count: listed.length })}
        </Button>
      )}
    </div>
  );
}

function SortHead({ sortKey }: { readonly sortKey: SortKey }) {
  const { t } = useTranslation();
  const sort = useActionsView((view) => view.sort);
  const isSorted = sort.key === sortKey;
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="action-sort" onClick={() => sortBy(sortKey)}>
        {t(HEADS[sortKey])}
        {isSorted && <Arrow className="icon-small" aria-hidden="true" />}
      </button>
    </th>
  );
}
