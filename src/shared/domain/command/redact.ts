import { isKnown, type TplusEvent } from '../event/event.ts';
import { effectiveEvents } from '../event/fold.ts';
import { quotableText, type QuotingEvent, quotesOf, withoutQuotes } from '../event/quotes.ts';
import { removedMark } from '../event/redact.ts';
import type { CommandOf } from './command.ts';
import { accept, type NewEvent, type Plan, type PlanContext, refuse } from './plan.ts';

/**
 * Blanks an entry, and with it every message and version of the post-mortem that quotes it: what is to die must not live
 * on in a copy. The newest version goes on as one more, without that text.
 */
export function planRedact(command: CommandOf<'redact'>, context: PlanContext): Plan {
  const target = context.event(command.eventId);
  if (target === undefined) return refuse('no-such-event');
  if (isKnown(target) && (target.type === 'playbook.logged' || target.type.startsWith('event.'))) {
    return refuse('cannot-redact');
  }
  const text = quotableText(target);
  const siblings = target.incidentId === undefined ? [] : context.incidentEvents(target.incidentId);
  const quotes = text === undefined ? [] : quotesOf(text, siblings);
  return accept([...goingOn(text ?? '', siblings, quotes), ...[target, ...quotes].map(redacted)]);
}

/** The newest version of the post-mortem that can be read, without the text, where that stands in it. */
function goingOn(text: string, siblings: readonly TplusEvent[], quotes: readonly QuotingEvent[]): NewEvent[] {
  const newest = effectiveEvents(siblings).findLast(
    ({ type, redacted: isBlank }) => type === 'post-mortem.saved' && isBlank !== true,
  );
  const quoting = quotes.find(({ id }) => id === newest?.id);
  if (quoting?.type !== 'post-mortem.saved' || quoting.incidentId === undefined) return [];
  const { language } = quoting.payload;
  const kept = withoutQuotes(quoting.payload.text, text, removedMark(language));
  const payload = { language, text: kept };
  return [{ type: 'post-mortem.saved', incidentId: quoting.incidentId, payload }];
}

function redacted({ id, incidentId, pageId }: TplusEvent): NewEvent {
  return {
    type: 'event.redacted',
    ...(incidentId === undefined ? {} : { incidentId }),
    ...(pageId === undefined ? {} : { pageId }),
    payload: { target: id },
  };
}
