import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedAction } from '#shared/domain/action/listed.ts';
import { ACTION_STATUSES, type ActionStatus } from '#shared/domain/action/terms.ts';
import type { Day } from '#shared/domain/day.ts';
import { useCommand } from '../../bridge/commands.ts';
import { isMac } from '../../ui/platform.ts';
import { ActionCard } from './ActionCard.tsx';
import { neighbourCard, neighbourStatus } from './board-keys.ts';

interface BoardProps {
  readonly listed: readonly ListedAction[];
  readonly today: Day;
}

/** A column for each status. Cards move by key, by menu, or by hand. */
export function Board({ listed, today }: BoardProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const [said, setSaid] = useState('');
  const board = useRef<HTMLDivElement>(null);
  const moved = useRef<{ readonly id: string; readonly to: ActionStatus }>(undefined);
  const columns = ACTION_STATUSES.map((status) => ({
    status,
    cards: listed.filter(({ action }) => action.status === status),
  }));

  // A card that was moved is drawn anew in its column: the focus goes with it.
  useEffect(() => {
    const wanted = moved.current;
    if (wanted === undefined) return;
    if (listed.every(({ action }) => action.id !== wanted.id || action.status !== wanted.to)) return;
    moved.current = undefined;
    focusCard(board.current, wanted.id);
  }, [listed]);

  const move = async ({ action, incident }: ListedAction, status: ActionStatus): Promise<void> => {
    if (action.status === status) return;
    moved.current = { id: action.id, to: status };
    const { done } = await run({
      type: 'change-action',
      incidentId: incident.id,
      action: action.id,
      status,
    });
    if (!done) moved.current = undefined;
    else
      setSaid(t('actions.moved', { status: t(`actions.status.${status}`), description: action.description }));
  };
  const pressed = (event: KeyboardEvent, listedAction: ListedAction): void => {
    const { key } = event;
    const withMod = isMac() ? event.metaKey : event.ctrlKey;
    if (event.altKey || event.shiftKey) return;
    if (withMod) {
      const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : undefined;
      const status = step === undefined ? undefined : neighbourStatus(listedAction.action.status, step);
      if (status !== undefined) void move(listedAction, status);
      if (step !== undefined) event.preventDefault();
      return;
    }
    const ids = columns.map(({ cards }) => cards.map(({ action }) => action.id));
    const next = neighbourCard(ids, listedAction.action.id, key);
    if (next === undefined) return;
    event.preventDefault();
    focusCard(board.current, next);
  };

  return (
    <div ref={board} className="action-board">
      <p className="visually-hidden" id="action-board-hint">
        {t('actions.boardHint', { mod: isMac() ? '⌘' : 'Ctrl' })}
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {columns.map(({ status, cards }) => (
        <Column
          key={status}
          status={status}
          count={cards.length}
          onDrop={(id) => {
            const dropped = listed.find(({ action }) => action.id === id);
            if (dropped !== undefined) void move(dropped, status);
          }}
        >
          {cards.map((each) => (
            <ActionCard
              key={each.action.id}
              listed={each}
              today={today}
              onMove={(to) => void move(each, to)}
              onKeyDown={(event) => pressed(event, each)}
            />
          ))}
        </Column>
      ))}
    </div>
  );
}

function focusCard(board: HTMLElement | null, id: string): void {
  board?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
}

interface ColumnProps {
  readonly status: ActionStatus;
  readonly count: number;
  readonly onDrop: (id: string) => void;
  readonly children: React.ReactNode;
}

function Column({ status, count, onDrop, children }: ColumnProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  return (
    <section
      className="action-column"
      aria-label={t('actions.columnLabel', { status: t(`actions.status.${status}`), count })}
      {...(over ? { 'data-over': '' } : {})}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.getData('text/plain'));
      }}
    >
      <h2 aria-hidden="true">
        {t(`actions.status.${status}`)} <span className="muted figures">{count}</span>
      </h2>
      {count === 0 ? (
        <p className="action-column-none muted">{t('actions.columnNone')}</p>
      ) : (
        <ul className="action-cards">{children}</ul>
      )}
    </section>
  );
}
