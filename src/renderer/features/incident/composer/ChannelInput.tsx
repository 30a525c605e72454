import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageChannel } from '#shared/domain/message/channels.ts';
import type { Severity } from '#shared/domain/severity.ts';
import { SelectInput } from '../../../ui/SelectInput.tsx';

interface ChannelInputProps {
  readonly channels: readonly MessageChannel[];
  readonly channel: MessageChannel | undefined;
  readonly severity: Severity;
  readonly onChange: (id: string) => void;
}

/** Where the message goes, who reads it there, and which channels are not for this severity (process document 4.1). */
export function ChannelInput({ channels, channel, severity, onChange }: ChannelInputProps) {
  const { t } = useTranslation();
  const id = useId();
  if (channels.length === 0) return null;
  return (
    <div className="composer-field">
      <label htmlFor={id}>{t('messages.channel')}</label>
      <div className="composer-control">
        {channel !== undefined && (
          <SelectInput
            id={id}
            value={channel.id}
            aria-describedby={`${id}-said`}
            onChange={(event) => onChange(event.target.value)}
          >
            {channels.map(({ id: value, name, onlyFor }) => (
              <option key={value} value={value} disabled={onlyFor !== undefined}>
                {onlyFor === undefined
                  ? name
                  : t('messages.onlyFor', { channel: name, severities: onlyFor.join(', ') })}
              </option>
            ))}
          </SelectInput>
        )}
        <span id={`${id}-said`} className="field-hint">
          {channel === undefined ? (
            t('messages.noChannel', { severity })
          ) : (
            <>
              {channel.audience} · {channel.purpose}
            </>
          )}
          {channels.map(
            ({ id: value, name, onlyFor }) =>
              onlyFor !== undefined && (
                <span key={value} className="channel-barred">
                  {t('messages.notOffered', { channel: name, severities: onlyFor.join(', ') })}
                </span>
              ),
          )}
        </span>
      </div>
    </div>
  );
}
