import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#shared/domain/day.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Trained } from '#shared/domain/training/training.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { clockNow } from '../../../ui/ticker.ts';
import { fromZonedInput } from '#shared/domain/zoned-time.ts';

interface DayDialogProps {
  readonly title: string;
  readonly history: readonly Trained[];
  readonly timeZone: string;
  readonly onClose: () => void;
  readonly onPick: (at: Instant) => void;
}

/** The day on which something was done, where that is not today, and when it was done before. */
export function DayDialog({ title, history, timeZone, onClose, onPick }: DayDialogProps) {
  const { t } = useTranslation();
  const today = dayOf(clockNow(), timeZone);
  const [day, setDay] = useState(today);
  // At noon it is the same day on either side of any change of the clocks; today it is now.
  const at = day === today ? clockNow() : fromZonedInput(`${day}T12:00`, timeZone);
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      confirm={{
        label: t('training.dayConfirm'),
        disabled: at === undefined || day > today,
        onConfirm: () => at !== undefined && onPick(at),
      }}
    >
      <Field label={t('training.day')}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            className="input"
            max={today}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        )}
      </Field>
      {history.length > 0 && (
        <div>
          <h3>{t('training.history')}</h3>
          <ul className="bulleted">
            {history.map(({ at: when, by }) => (
              <li key={when}>{t('training.historyLine', { day: dayOf(when, timeZone), by })}</li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
