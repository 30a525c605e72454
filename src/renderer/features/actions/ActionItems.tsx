import { ListChecks, ListX, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { completionOf } from '#shared/domain/action/completion.ts';
import { filterActions, listActions, sortActions } from '#shared/domain/action/listed.ts';
import { askForAction } from '../../bridge/view.ts';
import { useActions } from '../../db/actions.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useToday } from '../../ui/ticker.ts';
import { ActionTable } from './ActionTable.tsx';
import { setFilter, useActionsView } from './actions-view.ts';
import { Board } from './Board.tsx';
import { CompletionRate } from './CompletionRate.tsx';
import { CopyActions } from './CopyActions.tsx';
import { Filters } from './Filters.tsx';
import './actions.css';
import './board.css';
import './table.css';

/** What is to be done after incidents (process document 6.3): all of them, as a board or as a table. */
export function ActionItems() {
  const { t } = useTranslation();
  const read = useActions();
  const playbook = useCurrentPlaybook();
  const { shape, filter, sort, selected } = useActionsView();
  const today = useToday(playbook?.timeZone ?? 'UTC');
  const incidents = read.state === 'read' ? read.incidents : undefined;
  const refolding = read.state === 'read' ? read.refolding : undefined;
  const listed = useMemo(() => listActions(incidents ?? []), [incidents]);
  const shown = useMemo(
    () =>
      sortActions(
        filterActions(listed, filter, today),
        shape === 'table' ? sort : { key: 'dueOn', descending: false },
      ),
    [listed, filter, today, shape, sort],
  );
  if (read.state === 'loading') return <p className="empty muted">{t('actions.loading')}</p>;
  if (read.state === 'failed') {
    return (
      <EmptyState isPlace icon={TriangleAlert} title={t('actions.failed')} text={t('actions.failedHint')} />
    );
  }
  const picked = shape === 'table' ? shown.filter(({ action }) => selected.has(action.id)) : [];
  return (
    <div className="action-place">
      <header className="action-head">
        <h1>{t('actions.title')}</h1>
        {refolding === undefined ? (
          <CompletionRate completion={completionOf(listed, playbook)} />
        ) : (
          <p className="action-rate muted" role="status">
            {t('actions.refolding')}
          </p>
        )}
        <div className="actions action-head-end">
          <Segments
            label={t('actions.view')}
            value={shape}
            options={[
              { value: 'board', label: t('actions.board') },
              { value: 'table', label: t('actions.table') },
            ]}
            onChange={(next) => useActionsView.setState({ shape: next })}
          />
          <CopyActions listed={picked.length > 0 ? picked : shown} today={today} />
          <Button kind="primary" onClick={() => askForAction({})}>
            {t('actions.add')}
          </Button>
        </div>
      </header>
      {listed.length === 0 && refolding === undefined ? (
        <EmptyState icon={ListChecks} title={t('actions.none')} text={t('actions.noneHint')} />
      ) : (
        <>
          <Filters listed={listed} playbook={playbook} picked={picked.length} />
          {shown.length === 0 ? (
            <EmptyState icon={ListX} title={t('actions.noneShown')}>
              <Button onClick={() => setFilter({})}>{t('actions.showAllAgain')}</Button>
            </EmptyState>
          ) : shape === 'board' ? (
            <Board listed={shown} today={today} />
          ) : (
            <ActionTable listed={shown} today={today} />
          )}
        </>
      )}
    </div>
  );
}
