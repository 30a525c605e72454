import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { APP_AUTHOR } from '#shared/domain/event/app-author.ts';
import { isKnown, type TplusEvent } from '#shared/domain/event/event.ts';
import { itemWords } from '#shared/domain/incident/item-words.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { fullTime, timeOfDay } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';
import { clockNow } from '../../../ui/ticker.ts';
import { describeEvent } from './describe-event.ts';
import { EntryMenu } from './EntryMenu.tsx';

interface TimelineEntryProps {
  readonly event: TplusEvent;
  readonly target: TplusEvent | undefined;
  readonly pageTitle?: string | undefined;
  readonly undone: boolean;
  /** Of the whole timeline. */
  readonly events: readonly TplusEvent[];
  readonly playbook: Playbook | undefined;
  readonly timeZone: string;
  /** The incident's own. */
  readonly channel: string | undefined;
}

/** One line of the timeline. What the app does by itself is not signed. */
export function TimelineEntry({
  event,
  target,
  pageTitle,
  undone,
  events,
  playbook,
  timeZone,
  channel,
}: TimelineEntryProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const time = (at: number): string => timeOfDay(at, timeZone, language, clockNow());
  const isUndoing = isKnown(event) && event.type === 'event.undone';
  const struck = undone && isKnown(event) && !isUndoing;
  const late = Math.abs(event.recordedAt - event.occurredAt) >= MINUTE_MS && event.type !== 'page.received';
  const text = describeEvent(event, { t, playbook, time, target, pageTitle, channel });
  const weighty = event.type === 'incident.opened' || event.type === 'incident.milestone-met';
  const about = [
    event.author !== APP_AUTHOR && event.author !== '' && event.author,
    struck && t('timeline.undone'),
    event.redacted === true && t('timeline.redacted'),
    copiedFor(event, playbook, channel),
    late && t('timeline.recordedAt', { time: time(event.recordedAt) }),
  ].filter((part) => typeof part === 'string');
  return (
    <li className="timeline-entry" {...(struck ? { 'data-undone': '' } : {})}>
      <time
        className="timeline-time figures"
        dateTime={new Date(event.occurredAt).toISOString()}
        title={fullTime(event.occurredAt, timeZone, language)}
      >
        {time(event.occurredAt)}
      </time>
      <div className="timeline-text">
        <p>
          <span {...(weighty ? { 'data-weighty': '' } : {})}>{struck ? <s>{text}</s> : text}</span>
          {about.map((part) => (
            <span key={part} className="timeline-about">
              {part}
            </span>
          ))}
        </p>
        <CopiedText event={event} />
      </div>
      <EntryMenu event={event} undone={struck} events={events} timeZone={timeZone} />
    </li>
  );
}

/** The channel a message was copied for, the incident's own by its name. */
function copiedFor(
  event: TplusEvent,
  playbook: Playbook | undefined,
  own: string | undefined,
): string | undefined {
  if (!isKnown(event) || event.type !== 'message.copied' || playbook === undefined) return undefined;
  const name = playbook.channels.find(({ id }) => id === event.payload.channel)?.name;
  const named = { detectedAt: event.occurredAt, ...(own === undefined ? {} : { channel: own }) };
  return name === undefined ? undefined : itemWords(name, playbook, named);
}

function CopiedText({ event }: { readonly event: TplusEvent }) {
  const { t } = useTranslation();
  if (!isKnown(event) || event.type !== 'message.copied' || event.redacted === true) return null;
  return (
    <details className="timeline-copied">
      <summary>
        <ChevronRight className="icon-small" aria-hidden="true" />
        {t('timeline.text')}
      </summary>
      <pre className="code">{event.payload.text}</pre>
    </details>
  );
}
