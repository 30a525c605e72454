import { Clock3 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentId } from '#shared/domain/ids.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { saveDraft, useDrafts } from '../../../db/drafts.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useKey } from '../../../ui/keys.ts';
import { clockNow } from '../../../ui/ticker.ts';
import { fromZonedInput, toZonedInput } from '#shared/domain/zoned-time.ts';

interface NoteInputProps {
  readonly incidentId: IncidentId;
  readonly timeZone: string;
}

/** Where half a note is kept among the drafts, beside those of the message templates. */
const NOTE = { template: 'note', field: 'text' } as const;

/** A note, and when it happened if that was not now. What was typed stays until it is on the log. */
export function NoteInput({ incidentId, timeZone }: NoteInputProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const input = useRef<HTMLTextAreaElement>(null);
  const draft = useDrafts(({ byIncident }) => byIncident[incidentId]?.[NOTE.template]?.[NOTE.field]);
  const text = typeof draft === 'string' ? draft : '';
  const type = (next: string): void =>
    saveDraft(incidentId, NOTE.template, NOTE.field, next === '' ? undefined : next);
  const [time, setTime] = useState<string>();
  useKey('n', () => input.current?.focus());

  const add = async (): Promise<void> => {
    const occurredAt = time === undefined ? undefined : fromZonedInput(time, timeZone);
    if (text.trim() === '') return;
    const at = occurredAt === undefined ? {} : { occurredAt };
    const outcome = await run({ type: 'add-note', incidentId, text, ...at });
    if (!outcome.done) return;
    type('');
    setTime(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
  };

  return (
    <form
      className="note"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="note-row">
        <textarea
          ref={input}
          className="input"
          rows={1}
          aria-label={t('timeline.note')}
          placeholder={t('timeline.notePlaceholder')}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {text === '' && <KeyHint name="n" />}
      </div>
      {text !== '' && (
        <div className="note-row">
          <IconButton
            icon={Clock3}
            label={time === undefined ? t('timeline.noteTime') : t('timeline.noteTimeOff')}
            aria-pressed={time !== undefined}
            onClick={() => setTime(time === undefined ? toZonedInput(clockNow(), timeZone) : undefined)}
          />
          <Button type="submit" size="small">
            {t('timeline.addNote')}
          </Button>
        </div>
      )}
      {time !== undefined && (
        <input
          className="input"
          type="datetime-local"
          aria-label={t('incident.happenedAt')}
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      )}
    </form>
  );
}
