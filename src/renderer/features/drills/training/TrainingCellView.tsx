import { CalendarClock, CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { TrainingCell } from '#shared/domain/training/renewal.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { Button } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { DayDialog } from './DayDialog.tsx';

const ICONS = {
  open: CircleDashed,
  done: CircleCheck,
  'due-soon': CalendarClock,
  overdue: CircleAlert,
} as const;

interface TrainingCellViewProps {
  readonly person: string;
  /** The item's. */
  readonly text: string;
  readonly cell: TrainingCell;
  readonly playbook: Pick<Playbook, 'id' | 'timeZone'>;
}

/** One item of one person: its state by a shape and a word, its dates, and what can be done about it. */
export function TrainingCellView({ person, text, cell, playbook }: TrainingCellViewProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const [asking, setAsking] = useState(false);
  const { course, item, state, doneOn, dueOn } = cell;
  const about = { person, course, item };
  const ticking = { type: 'tick-training', playbook: playbook.id, ...about } as const;
  const Icon = ICONS[state];
  const verb = state === 'open' ? 'mark' : 'renew';
  return (
    <div className="training-cell">
      <span className={state === 'overdue' ? 'verdict late' : 'verdict'}>
        <Icon className="icon-small" aria-hidden="true" />
        {t(`training.state.${state}`)}
      </span>
      {doneOn !== undefined && <span className="secondary figures">{t('training.on', { day: doneOn })}</span>}
      {dueOn !== undefined && <span className="secondary">{t('training.due', { day: dueOn })}</span>}
      <span className="training-actions">
        {(state === 'open' || dueOn !== undefined) && (
          <Button
            size="small"
            kind={state === 'overdue' ? 'plain' : 'quiet'}
            aria-label={t(`training.${verb}One`, { person, item: text })}
            onClick={() => void run(ticking)}
          >
            {t(`training.${verb}`)}
          </Button>
        )}
        <Menu
          label={t('training.more', { person, item: text })}
          groups={[
            {
              entries: [
                { label: t('training.otherDay'), onSelect: () => setAsking(true) },
                ...(doneOn === undefined
                  ? []
                  : [
                      {
                        label: t('training.takeBack'),
                        onSelect: () => void run({ type: 'untick-training', ...about }),
                      },
                    ]),
              ],
            },
          ]}
        />
      </span>
      {asking && (
        <DayDialog
          title={t('training.dayTitle', { person, item: text })}
          history={cell.history}
          timeZone={playbook.timeZone}
          onClose={() => setAsking(false)}
          onPick={(occurredAt) => void run({ ...ticking, occurredAt })}
        />
      )}
    </div>
  );
}
