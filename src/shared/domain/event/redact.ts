import type { PlaybookLanguage } from '../playbook/schema.ts';
import { isKnown, type TplusEvent } from './event.ts';

const REMOVED = { en: '(text removed)', ko: '(텍스트 삭제됨)' } as const;

/** What stands in a document where a text was that was removed for good. */
export function removedMark(language: PlaybookLanguage): string {
  return REMOVED[language];
}

/** What stands where text was blanked. */
export const REDACTED_TEXT = '[redacted]';

/**
 * Fields that rules depend on and that hold no free text. Everything else in a payload is blanked: a
 * password pasted at 3 a.m. must be able to die, while the clock it started goes on.
 */
const STRUCTURAL = new Set([
  'severity',
  'severityReason',
  'startedAt',
  'faultStartedAt',
  'detectedAt',
  'recheckAt',
  'acknowledgedAt',
  'from',
  'to',
  'into',
  'by',
  'milestone',
  'marks',
  'channel',
  'unmet',
  'role',
  'flag',
  'level',
  'step',
  'checklist',
  'item',
  'template',
  'kind',
  'form',
  'target',
  'hash',
  'test',
  'playbook',
  'language',
  'source',
  'key',
  'sourceStartedAt',
  'drill',
  'scenario',
  'how',
  'course',
  'action',
  'dueOn',
  'status',
  'priority',
  'category',
  'replaces',
]);

/** The event with its text blanked, its id, times and structure kept. Of an unknown type all is blanked. */
export function redact(event: TplusEvent): TplusEvent {
  const payload = isKnown(event) ? blankFields(event.payload) : {};
  return { ...event, redacted: true, payload };
}

function blankFields(payload: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [name, STRUCTURAL.has(name) ? value : blank(value)]),
  );
}

function blank(value: unknown): unknown {
  // No text at all says something too: nobody holds the role, no category was picked.
  if (typeof value === 'string') return value === '' ? '' : REDACTED_TEXT;
  if (Array.isArray(value)) return [];
  return isRecord(value) ? {} : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
