import { assertNever } from '../assert-never.ts';
import type { MessageInline, MessageLine } from './message-line.ts';

/** One character of a line, and whether it comes from a value: only those are ever escaped. */
interface Letter {
  readonly char: string;
  readonly fromValue: boolean;
}

const PUNCTUATION = /^[!-/:-@[-`{-~]$/;
const WORD = /^[\p{L}\p{N}]$/u;
/** What takes effect or not by what stands beside its run. */
const RUNS = /[*~_<]/;
const BLANK = /^\s?$/;
const ENTITY = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/;
/** What begins a heading, quote, code or item, and lines that make a heading, a rule or a table of their neighbours. */
const BLOCK_START = /^(?:#{1,6}(?:\s|$)|>|~{3}|[-+*](?:\s|$)|=+\s*$|(?:_\s*){3,}$|(?:\*\s*){3,}$)/;
const TABLE_OR_RULE = /^[-:|\s]+$/;
const NUMBERED = /^\d{1,9}(?=[.)](?:\s|$))/;

/**
 * A line in CommonMark or GFM. Text of the template stays as written; in values, what would take effect is
 * escaped, and only that: `a_b` and `2 * 3` stay readable. A bare address stays one, since it hides nothing.
 *
 * @param also what else is escaped in values, such as `|` in a table
 */
export function lineToMarkdown({ kind, level = 1, nodes }: MessageLine, also = ''): string {
  const letters = lettersOf(nodes);
  const content = escapeLine(kind === 'text' ? withoutIndent(letters) : letters, kind === 'heading', also);
  if (kind === 'item') return `- ${content}`;
  return kind === 'heading' ? `${'#'.repeat(level)} ${content}` : content;
}

function lettersOf(nodes: readonly MessageInline[]): Letter[] {
  return nodes.flatMap((node): Letter[] => {
    switch (node.kind) {
      case 'text':
        return spell(node.text, false);
      case 'value':
        return spell(node.text, true);
      case 'gap':
        return [...spell('{', false), ...spell(node.label, true), ...spell('}', false)];
      case 'strong':
        return [...spell('**', false), ...lettersOf(node.nodes), ...spell('**', false)];
      default:
        return assertNever(node);
    }
  });
}

function spell(text: string, fromValue: boolean): Letter[] {
  return Array.from(text, (char) => ({ char, fromValue }));
}

/** Four spaces at the start of a value's line would make it code. */
function withoutIndent(letters: readonly Letter[]): readonly Letter[] {
  const start = letters.findIndex(({ char, fromValue }) => !fromValue || !BLANK.test(char));
  return start === -1 ? [] : letters.slice(start);
}

function escapeLine(letters: readonly Letter[], isHeading: boolean, also: string): string {
  const line = letters.map(({ char }) => char).join('');
  const blockEscapeAt = letters[0]?.fromValue === true ? placeOfBlockEscape(line) : undefined;
  // Most lines have none of them, and a document has a thousand lines.
  const asksNeighbours = RUNS.test(line);
  const before = asksNeighbours ? neighboursBefore(letters) : [];
  const after = asksNeighbours ? neighboursBefore(letters.toReversed()).toReversed() : [];
  const opensLink = letters.some((letter) => isTrusted(letter, '['));
  return letters
    .map(({ char, fromValue }, index) => {
      if (!fromValue) return char;
      const isMarkup =
        index === blockEscapeAt ||
        also.includes(char) ||
        (char === '#' && isHeading && index === letters.length - 1) ||
        takesEffect(char, before[index] ?? '', after[index] ?? '') ||
        (char === '\\' && isEscape(letters[index + 1]?.char)) ||
        (char === '&' && ENTITY.test(textFrom(letters, index))) ||
        (char === ']' && opensLink) ||
        (char === '(' && isTrusted(letters[index - 1], ']'));
      return isMarkup ? `\\${char}` : char;
    })
    .join('');
}

function placeOfBlockEscape(line: string): number | undefined {
  if (BLOCK_START.test(line) || (TABLE_OR_RULE.test(line) && line.includes('-'))) return 0;
  return NUMBERED.exec(line)?.[0].length;
}

/**
 * For every letter the one before its run of equal letters; empty at the start of the line. A run ends where a
 * value does, so that a `*` next to the template's `**` is never taken for free-standing.
 */
function neighboursBefore(letters: readonly Letter[]): string[] {
  let runStart = 0;
  return letters.map(({ char, fromValue }, index) => {
    const start = letters[runStart];
    if (start?.char !== char || start.fromValue !== fromValue) runStart = index;
    return letters[runStart - 1]?.char ?? '';
  });
}

/** Whether a character of a value is read as inline markup between these neighbours of its run. */
function takesEffect(char: string, before: string, after: string): boolean {
  const isApart = BLANK.test(before) && BLANK.test(after);
  switch (char) {
    case '`':
    case '[':
      return true;
    case '*':
    case '~':
      return !isApart;
    case '_':
      return !isApart && !(WORD.test(before) && WORD.test(after));
    case '<':
      return /^[a-zA-Z/!?]$/.test(after);
    default:
      return false;
  }
}

function isTrusted(letter: Letter | undefined, char: string): boolean {
  return letter?.char === char && !letter.fromValue;
}

function isEscape(next: string | undefined): boolean {
  return next === undefined || PUNCTUATION.test(next);
}

/** Enough of the line to recognise an entity. */
function textFrom(letters: readonly Letter[], index: number): string {
  return letters
    .slice(index, index + 40)
    .map(({ char }) => char)
    .join('');
}
