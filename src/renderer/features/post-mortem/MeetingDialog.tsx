import { CalendarPlus } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { KnownEvent } from '#shared/domain/event/event.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { zoneName } from '#shared/domain/message/fill.ts';
import { calendarFile } from '#shared/domain/post-mortem/calendar.ts';
import {
  invitationOf,
  MEETING_LENGTH_MS,
  type Meeting,
  meetingOf,
  type SayInvitation,
} from '#shared/domain/post-mortem/meeting.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { fromZonedInput, toZonedInput } from '#shared/domain/zoned-time.ts';
import { CopyButton } from '../../bridge/CopyButton.tsx';
import { useSaveFile } from '../../bridge/files.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { clockNow } from '../../ui/ticker.ts';
import { fileNameOf } from './use-document-files.ts';

interface MeetingDialogProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly events: readonly KnownEvent[];
  readonly onClose: () => void;
}

/** The meeting (process document 6.1): when, who and by which principles; the person sends the invitation. */
export function MeetingDialog({ incident, playbook, events, onClose }: MeetingDialogProps) {
  const { t } = useTranslation();
  const meeting = useMemo(() => meetingOf(incident, events, playbook), [incident, events, playbook]);
  return (
    <Dialog open wide title={t('postMortem.meetingTitle')} onClose={onClose}>
      {meeting !== undefined && <Guide incident={incident} playbook={playbook} meeting={meeting} />}
    </Dialog>
  );
}

function Guide({
  incident,
  playbook,
  meeting,
}: Pick<MeetingDialogProps, 'incident' | 'playbook'> & { readonly meeting: Meeting }) {
  const { t, i18n } = useTranslation();
  const saveFile = useSaveFile();
  const id = useId();
  const { timeZone } = playbook;
  const { slot, time, attendees, people, principles } = meeting;
  const [when, setWhen] = useState(() => (slot === undefined ? '' : toZonedInput(slot.startsAt, timeZone)));
  const startsAt = fromZonedInput(when, timeZone);
  const say: SayInvitation = (word, values = {}) =>
    i18n.getFixedT(playbook.language)(`postMortem.invitation.${word}`, values);
  const invitation = invitationOf(meeting, incident, playbook, { startsAt, say });
  const save = async (): Promise<void> => {
    if (startsAt === undefined) return;
    const text = calendarFile(invitation, { incidentId: incident.id, startsAt, now: clockNow() });
    await saveFile({ name: `${fileNameOf(incident, playbook)}.ics`, text });
  };
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('postMortem.when')}</label>
        <input
          id={id}
          type="datetime-local"
          className="input"
          value={when}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setWhen(target.value)}
        />
        <p className="field-hint" id={`${id}-hint`}>
          {t('postMortem.minutes', {
            count: MEETING_LENGTH_MS / MINUTE_MS,
            zone: zoneName(startsAt ?? clockNow(), timeZone),
          })}
          {time !== undefined && ` · ${time}`}
          {' · '}
          {t(
            slot === undefined
              ? 'postMortem.whenPick'
              : slot.tooLate
                ? 'postMortem.whenLate'
                : 'postMortem.whenHint',
          )}
        </p>
      </div>
      <dl className="facts">
        <div className="fact">
          <dt>{t('postMortem.attendees')}</dt>
          <dd>{attendees.join(', ')}</dd>
        </div>
        {people.length > 0 && (
          <div className="fact">
            <dt>{t('postMortem.people')}</dt>
            <dd>{people.join(', ')}</dd>
          </div>
        )}
        <div className="fact">
          <dt>{t('postMortem.principles')}</dt>
          <dd>
            <ul>
              {principles.map((principle) => (
                <li key={principle}>{principle}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      <div className="actions">
        <CopyButton
          label={t('postMortem.copyInvitation')}
          text={`${invitation.subject}\n\n${invitation.body}\n`}
        />
        <Button size="small" disabled={startsAt === undefined} onClick={() => void save()}>
          <CalendarPlus className="icon-small" aria-hidden="true" />
          {t('postMortem.saveCalendar')}
        </Button>
      </div>
    </>
  );
}
