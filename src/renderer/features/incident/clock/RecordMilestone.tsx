import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentId } from '#shared/domain/ids.ts';
import type { MilestoneView } from '#shared/domain/incident/milestones.ts';
import { zoneName } from '#shared/domain/message/fill.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { clockNow } from '../../../ui/ticker.ts';
import { fromZonedInput, toZonedInput } from '#shared/domain/zoned-time.ts';

interface RecordMilestoneProps {
  readonly incidentId: IncidentId;
  readonly milestone: MilestoneView;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** A milestone recorded late carries the time it happened beside the time it was recorded (reading 10). */
export function RecordMilestone({ incidentId, milestone, timeZone, onClose }: RecordMilestoneProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const [text, setText] = useState(() => toZonedInput(clockNow(), timeZone));
  const occurredAt = fromZonedInput(text, timeZone);
  return (
    <Dialog
      open
      title={t('incident.recordTitle', { milestone: milestone.title })}
      onClose={onClose}
      confirm={{
        label: t('incident.record'),
        disabled: occurredAt === undefined,
        onConfirm: () => {
          if (occurredAt === undefined) return;
          void run({ type: 'meet-milestone', incidentId, milestone: milestone.id, occurredAt });
        },
      }}
    >
      <Field
        label={`${t('incident.happenedAt')} · ${zoneName(clockNow(), timeZone)}`}
        hint={t('incident.recordHint')}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            type="datetime-local"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
