import { isKnown, type TplusEvent } from '../event/event.ts';
import { effectiveEvents } from '../event/fold.ts';
import { quotableText, type QuotingEvent, quotesOf, withoutQuotes } from '../event/quotes.ts';
import { removedMark } from '../event/redact.ts';
import type { PlaybookLanguage } from '../playbook/schema.ts';
import type { CommandOf } from './command.ts';
import { accept, type NewEvent, type Plan, type PlanContext, refuse } from './plan.ts';

/**
 * Blanks an entry, and with it every message, hand-over and version of the post-mortem that quotes it: what is to die must not
 * live on in a copy. The newest version goes on as one more, without that text, and so does each hand-over.
 */
export function planRedact(command: CommandOf<'redact'>, context: PlanContext): Plan {
  const target = context.event(command.eventId);
  if (target === undefined) return refuse('no-such-event');
  if (isKnown(target) && (target.type === 'playbook.logged' || target.type.startsWith('event.'))) {
    return refuse('cannot-redact');
  }
  const text = quotableText(target);
  const siblings = target.incidentId === undefined ? [] : context.incidentEvents(target.incidentId);
  const quotes = text === undefined ? [] : quotesOf(text, [...siblings, ...context.practice.handovers()]);
  return accept([
    ...goingOn(text ?? '', siblings, quotes),
    ...quotes.flatMap((quote) => handedOn(text ?? '', quote)),
    ...[target, ...quotes].map(redacted),
  ]);
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

/** A hand-over as it goes on: nothing else tells what that shift handed over. */
function handedOn(text: string, { id, type, payload }: QuotingEvent): NewEvent[] {
  if (type !== 'handover.written') return [];
  const kept = withoutQuotes(payload.text, text, removedMark(languageOf(payload.text)));
  return [{ type, payload: { ...payload, text: kept, replaces: id } }];
}

/** It does not say its language, but its heading is in it. */
function languageOf(document: string): PlaybookLanguage {
  return /^.*\p{Script=Hangul}/u.test(document) ? 'ko' : 'en';
}

function redacted({ id, incidentId, pageId }: TplusEvent): NewEvent {
  return {
    type: 'event.redacted',
    ...(incidentId === undefined ? {} : { incidentId }),
    ...(pageId === undefined ? {} : { pageId }),
    payload: { target: id },
  };
}
