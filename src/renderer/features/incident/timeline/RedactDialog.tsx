import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownEvent, TplusEvent } from '#shared/domain/event/event.ts';
import { quotableText, type QuotingEvent, quotesOf, sharingWith } from '#shared/domain/event/quotes.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { useHandovers } from '../../../db/handovers.ts';
import { removeFromDrafts } from '../../../db/redact-drafts.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { fullTime } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';

interface RedactDialogProps {
  readonly event: KnownEvent;
  /** Of the timeline that it stands in. */
  readonly events: readonly TplusEvent[];
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** Asks before a text is removed for good, and names every place that goes with it, and what is out of reach. */
export function RedactDialog({ event, events, timeZone, onClose }: RedactDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const run = useCommand();
  const text = quotableText(event);
  const recorded = useHandovers();
  const quotes = useMemo(() => {
    const handovers = recorded.state === 'read' ? recorded.events : [];
    return text === undefined ? [] : quotesOf(text, [...events, ...handovers]);
  }, [text, events, recorded]);
  const sharing = useMemo(() => sharingWith(event, events), [event, events]);
  const place = (quote: QuotingEvent): string => {
    const time = fullTime(quote.occurredAt, timeZone, language);
    if (quote.type === 'message.copied')
      return t('timeline.redactMessage', { title: quote.payload.title, time });
    return t(quote.type === 'handover.written' ? 'timeline.redactHandover' : 'timeline.redactVersion', {
      time,
    });
  };
  const redact = async (): Promise<void> => {
    const { done } = await run({ type: 'redact', eventId: event.id });
    if (done && text !== undefined && event.incidentId !== undefined)
      await removeFromDrafts(event.incidentId, text, language);
  };
  return (
    <Dialog
      open
      title={t('timeline.redactTitle')}
      onClose={onClose}
      confirm={{ label: t('timeline.redactConfirm'), onConfirm: () => void redact() }}
    >
      <p className="muted">{t('timeline.redactBody')}</p>
      {quotes.length > 0 && (
        <div>
          <p>{t('timeline.redactQuotes')}</p>
          <Places places={quotes.map(place)} />
          {quotes.some(({ type }) => type === 'post-mortem.saved') && (
            <p className="muted">{t('timeline.redactKept')}</p>
          )}
          {quotes.some(({ type }) => type === 'handover.written') && (
            <p className="muted">{t('timeline.redactHandedOn')}</p>
          )}
        </div>
      )}
      {text !== undefined && recorded.state === 'failed' && <p role="status">{t('timeline.redactUnread')}</p>}
      {sharing.length > 0 && (
        <div>
          <p>{t('timeline.redactShared')}</p>
          <Places places={sharing.map(place)} />
        </div>
      )}
      <p className="muted">{t('timeline.redactBeyond')}</p>
    </Dialog>
  );
}

function Places({ places }: { readonly places: readonly string[] }) {
  return (
    <ul className="bulleted">
      {places.map((place) => (
        <li key={place}>{place}</li>
      ))}
    </ul>
  );
}
