import type { Severity } from '../severity.ts';
import { durationsIn } from './durations.ts';
import { type Grading, severitiesIn } from './severity-labels.ts';

/** When a level is called in. */
export interface EscalationCall {
  readonly text: string;
  readonly unacknowledgedMs?: number;
  readonly unresolvedMs?: number;
  readonly severities?: readonly Severity[];
}
export interface EscalationLevel {
  readonly title: string;
  readonly calls: readonly EscalationCall[];
}

const LEVEL = /(?:\b(?:level|tier|stage|L)\s?[-#]?\s?[1-9]\b|[1-9]\s?(?:차|단계)(?![가-힣]))/i;
const OR = /\s(?:또는|or|oder|ou|or if)\s|[;|]|,\s(?=SEV|보안|PR)/i;
const ANSWER = /respon[sd]|answer|acknowledg|\back\b|응답|반응|확인|antwort|répon/i;

export function namesLevel(text: string): boolean {
  return LEVEL.test(text.slice(0, 40));
}

export function withoutLevel(text: string): string {
  return text
    .replace(LEVEL, '')
    .replaceAll(/^[\s:：.)\]–—-]+|[\s:：]+$/g, '')
    .trim();
}

/**
 * Whether conditions are those of one after the other, whatever they are called: nobody is called before the first, and
 * each later one after more time. Three at least: two are any pair of lines. Moments (`T+5min`) are no conditions.
 */
export function areInTurn(conditions: readonly string[]): boolean {
  const [first = '', ...later] = conditions;
  const timeIn = (text: string): number => durationsIn(text)[0]?.ms ?? 0;
  const times = later.map(timeIn);
  return (
    later.length > 1 &&
    !conditions.some((text) => /T\s?\+/i.test(text)) &&
    timeIn(first) === 0 &&
    times.every((ms, index) => ms > (index === 0 ? 0 : (times[index - 1] ?? 0)))
  );
}

/**
 * The conditions of a line, each a call. Where it says nothing of an answer, only the first level of all is waited on
 * for one: later ones are waited on for the end.
 */
function readCalls(text: string, isFirst: boolean, grading: Grading): EscalationCall[] {
  return text
    .split(OR)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\d]/u.test(part))
    .map((part): EscalationCall => {
      const [time] = durationsIn(part);
      const severities = severitiesIn(part, grading);
      if (time !== undefined && time.ms > 0)
        return ANSWER.test(part) || isFirst
          ? { text: part, unacknowledgedMs: time.ms }
          : { text: part, unresolvedMs: time.ms };
      return severities.length > 0 ? { text: part, severities } : { text: part };
    });
}

/**
 * Levels from pairs of a name and the condition that goes with it (`reading.md` 2). A condition of the first level can
 * only be for going on to the next one: nobody is called before it. Then all are read so, and what the last has besides
 * is its own.
 */
export function levelsOf(
  pairs: readonly { readonly title: string; readonly condition: string }[],
  grading: Grading,
): EscalationLevel[] {
  const goesOn =
    (pairs[0]?.condition ?? '') !== '' && (durationsIn(pairs[0]?.condition ?? '')[0]?.ms ?? 0) > 0;
  return pairs.map(({ title, condition }, index) => {
    const before = pairs[index - 1]?.condition ?? '';
    const isLast = index === pairs.length - 1;
    const own = goesOn ? (isLast ? [before, condition] : [before]) : [index === 0 ? '' : condition];
    const calls = index === 0 ? [] : own.flatMap((text) => readCalls(text, index === 1, grading));
    return { title, calls };
  });
}

const DRAWING = /[│┃|┌┐└┘├┤┬┴┼─━═║╔╗╚╝▶▼►→↓*]+/g;

/** What a drawing of levels says, as far as its lines tell: offered, never taken by itself. */
export function levelsInDrawing(text: string, grading: Grading): EscalationLevel[] {
  const pairs: { title: string; condition: string }[] = [];
  for (const line of text.split('\n')) {
    const words = line.replaceAll(DRAWING, ' ').replaceAll(/\s+/g, ' ').trim();
    if (words === '') continue;
    if (namesLevel(words)) pairs.push({ title: withoutLevel(words), condition: '' });
    else {
      const last = pairs.pop();
      if (last !== undefined)
        pairs.push({ ...last, condition: [last.condition, words].filter(Boolean).join('; ') });
    }
  }
  return levelsOf(pairs, grading);
}
