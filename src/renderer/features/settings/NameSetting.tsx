import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeSettings } from '../../bridge/settings.ts';
import { Field } from '../../ui/Field.tsx';

const MAX_LENGTH = 80;

/** Saved when the field is left or Enter is pressed: half a name is no name. */
export function NameSetting({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const [text, setText] = useState(name);
  const save = (): void => {
    if (text.trim() !== name) void change({ name: text });
  };
  return (
    <Field label={t('settings.name')} hint={t('settings.nameHint')}>
      {(ids) => (
        <input
          {...ids}
          className="input"
          autoComplete="off"
          maxLength={MAX_LENGTH}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
      )}
    </Field>
  );
}
