import { RotateCcw } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValue } from '#shared/domain/event/payloads.ts';
import { fieldValue } from './snippets.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SelectInput } from '../../../ui/SelectInput.tsx';
import type { FilledField } from './composer-model.ts';

interface FieldInputProps {
  readonly filled: FilledField;
  readonly isGap: boolean;
  readonly onFocus: () => void;
  readonly onChange: (value: FieldValue) => void;
  /** Gives the field back to the incident. */
  readonly onReset: () => void;
}

/** One typed field. What is missing is dashed and says so, in place. */
export function FieldInput({ filled, isGap, onFocus, onChange, onReset }: FieldInputProps) {
  const { t } = useTranslation();
  const id = useId();
  const { field, value, from } = filled;
  const text = typeof value === 'string' ? value : value.join('\n');
  const hint = field.type === 'list' ? t('composer.oneEach') : undefined;
  const gapText = field.hint === undefined || field.hint === field.label ? t('composer.empty') : field.hint;
  const shared = {
    id,
    onFocus,
    'data-field': field.id,
    'data-empty': isGap ? 'true' : undefined,
    'aria-describedby': isGap || hint !== undefined || field.source === 'me' ? `${id}-said` : undefined,
  };
  return (
    <div className="composer-field" {...(isGap ? { 'data-gap': '' } : {})}>
      <label htmlFor={id}>{field.label}</label>
      <div className="composer-control">
        {field.type === 'choice' ? (
          <SelectInput {...shared} value={text} onChange={(event) => onChange(event.target.value)}>
            <option value="">{isGap ? t('composer.choose') : ''}</option>
            {(field.options ?? []).map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </SelectInput>
        ) : field.type === 'list' || field.type === 'multiline' ? (
          <textarea
            {...shared}
            className="input"
            rows={1}
            placeholder={gapText}
            value={text}
            onChange={(event) => onChange(fieldValue(field, event.target.value))}
          />
        ) : (
          <input
            {...shared}
            className="input"
            type={field.type === 'date' ? 'date' : 'text'}
            inputMode={field.type === 'number' ? 'numeric' : undefined}
            placeholder={gapText}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
        {from === 'typed' && field.source !== undefined && (
          <IconButton
            icon={RotateCcw}
            label={t('composer.reset', { field: field.label })}
            onClick={onReset}
          />
        )}
        <span id={`${id}-said`} className={field.source === 'me' && isGap ? 'field-hint' : 'visually-hidden'}>
          {[isGap && t('composer.empty'), hint, field.source === 'me' && isGap && t('composer.nameHint')]
            .filter((said) => typeof said === 'string')
            .join('. ')}
        </span>
      </div>
    </div>
  );
}
