import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../bridge/commands.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';

export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const run = useCommand();
  const [name, setName] = useState('');
  const person = name.trim();
  return (
    <Dialog
      open
      title={t('training.add')}
      onClose={onClose}
      confirm={{
        label: t('training.addConfirm'),
        disabled: person === '',
        onConfirm: () => void run({ type: 'join-training', person }),
      }}
    >
      <Field label={t('training.name')}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={80}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
