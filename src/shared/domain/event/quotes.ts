import { cleanValue, isTakenOut } from '../message/clean-value.ts';
import { type EventOfType, isKnown, type KnownEvent, type TplusEvent } from './event.ts';

/** A place in a text, in UTF-16 units. */
interface Place {
  readonly start: number;
  readonly end: number;
}
/** A text as it is read: its characters, and where each stands in the text as it is spelled. */
interface Reading {
  readonly chars: string;
  readonly places: readonly Place[];
}
/** What may say again what a note said. */
export type QuotingEvent = EventOfType<'post-mortem.saved' | 'message.copied' | 'handover.written'>;

/** Shorter ones stand everywhere by chance. */
const SHORTEST = 4;
/** From this length on, one counts within a word too: a Korean particle may follow it. */
const LONG = 12;
/** A document may shorten a long text; as much of its beginning is one and the same. */
const COMPARED = 400;
const WORD = /[\p{L}\p{N}]/u;
const WORDS = /[\p{L}\p{N}]+/gu;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>' } as const;

/** What of an event can be quoted elsewhere; undefined: nothing that a person wrote freely. */
export function quotableText(event: TplusEvent): string | undefined {
  return isKnown(event) && event.type === 'note.added' && event.redacted !== true
    ? event.payload.text
    : undefined;
}

/**
 * Messages, hand-overs and saved post-mortems, undone ones too, in which a text stands: as it was written, or as Markdown and
 * Slack spell it. What was put in other words cannot be found.
 */
export function quotesOf(quoted: string, events: Iterable<TplusEvent>): QuotingEvent[] {
  return [...events].flatMap((event): QuotingEvent[] => {
    if (!isKnown(event) || event.redacted === true) return [];
    if (!isQuoting(event)) return [];
    const texts =
      event.type === 'message.copied'
        ? [event.payload.text, ...Object.values(event.payload.fields).flat()]
        : [event.payload.text];
    return texts.some((text) => placesOf(text, quoted).length > 0) ? [event] : [];
  });
}

function isQuoting(event: KnownEvent): event is QuotingEvent {
  const { type } = event;
  return type === 'post-mortem.saved' || type === 'message.copied' || type === 'handover.written';
}

/**
 * Post-mortems in which what was filled into a message stands too. Those go on when the message is blanked: its title or a
 * name in them is no quote of it, and a person has to tell.
 */
export function sharingWith(message: KnownEvent, events: readonly TplusEvent[]): QuotingEvent[] {
  if (message.type !== 'message.copied' || message.redacted === true) return [];
  const values = Object.values(message.payload.fields).flat();
  const long = values.filter((value) => value.length >= LONG);
  const sharing = new Set(long.flatMap((value) => quotesOf(value, events)));
  return [...sharing].filter(({ type }) => type === 'post-mortem.saved');
}

/** A text with another put wherever the quoted one stands in it. */
export function withoutQuotes(text: string, quoted: string, instead: string): string {
  return placesOf(text, quoted).reduceRight(
    (done, { start, end }) => done.slice(0, start) + instead + done.slice(end),
    text,
  );
}

/** Where it stands, in order and apart from each other. */
function placesOf(text: string, quoted: string): Place[] {
  const wanted = read(cleanValue(quoted), false).chars.trim();
  if (wanted.length < SHORTEST || !mayHold(text, wanted)) return [];
  const found = [false, true].flatMap((isSpelled) => placesIn(read(text, isSpelled), wanted));
  const places: Place[] = [];
  for (const place of found.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    if (place.start >= (places.at(-1)?.end ?? 0)) places.push(place);
  }
  return places;
}

/** A word is spelled alike everywhere, so most texts need no reading; but what cannot be seen may stand within it. */
function mayHold(text: string, wanted: string): boolean {
  const words = wanted.slice(0, COMPARED).match(WORDS) ?? [];
  return isTakenOut(text) || words.every((word) => text.includes(word));
}

function placesIn({ chars, places }: Reading, wanted: string): Place[] {
  const head = wanted.slice(0, COMPARED);
  const found: Place[] = [];
  for (let at = chars.indexOf(head); at !== -1; at = chars.indexOf(head, at + 1)) {
    let length = head.length;
    while (length < wanted.length && chars[at + length] === wanted[length]) length += 1;
    const isWhole = wanted.length >= LONG || !touchesWord(chars, at, length);
    const [first, last] = [places[at], places[at + length - 1]];
    if (isWhole && first !== undefined && last !== undefined)
      found.push({ start: first.start, end: last.end });
  }
  return found;
}

function touchesWord(chars: string, at: number, length: number): boolean {
  return WORD.test(chars[at - 1] ?? '') || WORD.test(chars[at + length] ?? '');
}

/** White space counts once, and what cannot be seen not at all. @param isSpelled escapes are read as what they stand for */
function read(text: string, isSpelled: boolean): Reading {
  let chars = '';
  const places: Place[] = [];
  for (let start = 0; start < text.length; ) {
    const { char, end } = isSpelled ? spelledAt(text, start) : { char: text[start] ?? '', end: start + 1 };
    const isBlank = /\s/.test(char);
    const isSeen = isBlank ? !chars.endsWith(' ') : !isTakenOut(char);
    if (isSeen) {
      chars += isBlank ? ' ' : char;
      places.push({ start, end });
    }
    start = end;
  }
  return { chars, places };
}

function spelledAt(text: string, start: number): { readonly char: string; readonly end: number } {
  const char = text[start] ?? '';
  const next = text[start + 1] ?? '';
  if (char === '\\' && PUNCTUATION.test(next)) return { char: next, end: start + 2 };
  const entity = Object.entries(ENTITIES).find(([spelled]) => text.startsWith(spelled, start));
  return entity === undefined ? { char, end: start + 1 } : { char: entity[1], end: start + entity[0].length };
}
