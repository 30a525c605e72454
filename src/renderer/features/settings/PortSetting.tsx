import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeSettings } from '../../bridge/settings.ts';
import { Field } from '../../ui/Field.tsx';

/** Saved when the field is left or Enter is pressed, and only when it is a port. */
export function PortSetting({ port }: { readonly port: number }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const [text, setText] = useState(`${port}`);
  const next = /^\d{4,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const isPort = next >= 1024 && next <= 65_535;
  const save = (): void => {
    if (isPort && next !== port) void change({ receiverPort: next });
  };
  return (
    <Field
      label={t('settings.port')}
      hint={t('settings.portHint')}
      error={isPort ? undefined : t('settings.portBad')}
    >
      {(ids) => (
        <input
          {...ids}
          className="input figures"
          inputMode="numeric"
          aria-invalid={!isPort}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
      )}
    </Field>
  );
}
