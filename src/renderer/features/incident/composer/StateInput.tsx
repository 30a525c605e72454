import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { SelectInput } from '../../../ui/SelectInput.tsx';

interface StateInputProps {
  readonly page: Playbook['statusPage'];
  readonly value: string;
  readonly onChange: (state: string) => void;
}

/** Which of the status page's states is to be posted, with the colour it is posted in as a word. */
export function StateInput({ page, value, onChange }: StateInputProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="composer-field">
      <label htmlFor={id}>{t('composer.state')}</label>
      <div className="composer-control">
        <SelectInput id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {page.states.map((state) => (
            <option key={state.id} value={state.id}>
              {`${state.label} (${t(`composer.colour.${state.colour}`)})`}
            </option>
          ))}
        </SelectInput>
      </div>
    </div>
  );
}
