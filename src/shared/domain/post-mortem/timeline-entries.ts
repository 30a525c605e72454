import type { KnownEvent } from '../event/event.ts';
import { removedMark } from '../event/redact.ts';
import type { Instant } from '../ids.ts';
import { itemWords } from '../incident/item-words.ts';
import { type Incident, tickKey } from '../incident/incident.ts';
import { itemsOf } from '../playbook/checklists.ts';
import { milestoneById } from '../playbook/lookup.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { Say } from './words.ts';

/** What of the same kind follows one another is told in one row. */
export type GroupedKind = 'page' | 'page-resolved' | 'tick';

/** One thing of the log that the document tells. */
export interface TimelineEntry {
  readonly at: Instant;
  readonly recordedAt: Instant;
  /** Undefined: a row of its own. */
  readonly kind?: GroupedKind;
  /** Of a grouped one the name alone, such as a page's title. */
  readonly text: string;
}

/** What entries are told from. */
export interface EntryContext {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly say: Say;
  readonly pageTitles: ReadonlyMap<string, string>;
}

/** What the document says of an event; undefined: nothing. What was taken back, or is told elsewhere, is left out. */
export function entryOf(event: KnownEvent, context: EntryContext): TimelineEntry | undefined {
  const { language } = context.playbook;
  const told = event.redacted === true && hasText(event) ? removedMark(language) : tell(event, context);
  if (told === undefined) return undefined;
  const { at, kind, text } = typeof told === 'string' ? { at: event.occurredAt, text: told } : told;
  return { at, recordedAt: event.recordedAt, text, ...(kind === undefined ? {} : { kind }) };
}

interface Told {
  readonly at: Instant;
  readonly kind?: GroupedKind | undefined;
  readonly text: string;
}

function hasText({ type }: KnownEvent): boolean {
  return type === 'note.added' || type === 'incident.retitled' || type === 'page.received';
}

function tell(event: KnownEvent, context: EntryContext): string | Told | undefined {
  const { incident, playbook, say, pageTitles } = context;
  const page = event.pageId === undefined ? '' : (pageTitles.get(event.pageId) ?? '');
  switch (event.type) {
    case 'page.received':
      return { at: event.recordedAt, kind: 'page', text: event.payload.title };
    case 'page.severity-raised':
      return say('pageRaised', { page, from: event.payload.from, to: event.payload.to });
    case 'page.rechecked':
      return say('pageAgain', { page });
    case 'page.resolved':
      return { at: event.occurredAt, kind: 'page-resolved', text: page };
    case 'page.linked':
      return event.payload.from === undefined
        ? undefined
        : say('pageMoved', { page, title: event.payload.title ?? '' });
    case 'page.unlinked':
      return say('pageLeft', { page, title: event.payload.title });
    case 'incident.absorbed':
      return say('absorbed', { title: event.payload.title });
    case 'incident.severity-changed':
      return say('severity', { from: event.payload.from, to: event.payload.to });
    case 'incident.retitled':
      return say('renamed', { title: event.payload.title });
    case 'incident.reopened':
      return say('reopened', { by: event.author });
    case 'incident.milestone-met': {
      const { milestone: id, channel } = event.payload;
      const milestone = milestoneById(playbook, id)?.phaseTitle ?? id;
      const told = say('milestone', { milestone, by: event.author });
      return channel === undefined ? told : `${told}, ${channel}`;
    }
    case 'checklist.ticked': {
      const { checklist, item: id } = event.payload;
      if (incident.ticks[tickKey(checklist, id)]?.eventId !== event.id) return undefined;
      const item = itemsOf(playbook, checklist).find((each) => each.id === id);
      const text = item === undefined ? id : itemWords(item.text, playbook, incident);
      return { at: event.occurredAt, kind: 'tick', text };
    }
    default:
      return tellProcess(event, context);
  }
}

function tellProcess(event: KnownEvent, { playbook, say }: EntryContext): string | undefined {
  switch (event.type) {
    case 'role.assigned': {
      const role = titleIn(playbook.roles, event.payload.role);
      const { name } = event.payload;
      return name === '' ? say('nobody', { role }) : say('role', { role, name });
    }
    case 'incident.flagged': {
      const flag = titleIn(playbook.flags, event.payload.flag);
      return say(event.payload.on ? 'flagged' : 'unflagged', { flag });
    }
    case 'incident.escalated':
      return say('escalated', { level: titleIn(playbook.escalation?.levels, event.payload.level) });
    case 'incident.step-entered':
      return say('step', { step: titleIn(playbook.lifecycle?.steps, event.payload.step) });
    case 'message.copied':
      return event.redacted === true
        ? removedMark(playbook.language)
        : say('message', { title: event.payload.title });
    case 'note.added':
      return say('note', { text: event.payload.text, by: event.author });
    default:
      return undefined;
  }
}

function titleIn(
  parts: readonly { readonly id: string; readonly title: string }[] | undefined,
  id: string,
): string {
  return parts?.find((part) => part.id === id)?.title ?? id;
}
