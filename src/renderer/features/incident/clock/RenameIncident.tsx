import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';

const MAX_LENGTH = 300;

export function RenameIncident({
  incident,
  onClose,
}: {
  readonly incident: Incident;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const run = useCommand();
  const [title, setTitle] = useState(incident.title);
  return (
    <Dialog
      open
      title={t('incident.renameTitle')}
      onClose={onClose}
      confirm={{
        label: t('action.save'),
        disabled: title.trim() === '',
        onConfirm: () => void run({ type: 'retitle', incidentId: incident.id, title }),
      }}
    >
      <Field label={t('incident.title')}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={MAX_LENGTH}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
