import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, WEEK_MS } from '../duration.ts';

/** A length of time found in a text. */
export interface FoundDuration {
  readonly ms: number;
  readonly index: number;
  readonly length: number;
}

/** Units as languages write them, the longest first so that none is cut short. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:seconds?|secs?|s|초|秒|sekunden?|secondes?|segundos?)(?![a-z가-힣])/i, SECOND_MS],
  [/^(?:minutes?|mins?|m|분|分|minuten?|minutos?)(?![a-z])/i, MINUTE_MS],
  [/^(?:hours?|hrs?|h|시간|時間|stunden?|std|heures?|horas?)(?![a-z])/i, HOUR_MS],
  [/^(?:(?:business |working )?days?|d|영업일|일|日|tagen?|tage?|jours?|d[ií]as?)(?![a-z])/i, DAY_MS],
  [/^(?:weeks?|wks?|w|주일|주간|주|週間|週|wochen?|semaines?|semanas?)(?![a-z])/i, WEEK_MS],
];
const NUMBER = /(?<![\w.])(\d{1,5}(?:[.,]\d{1,2})?|an?|one|half an)[ -]?/gi;
const AT_ONCE =
  /즉시|바로|즉각|immediate(?:ly)?|at once|instant(?:ly)?|right away|asap|straight away|sofort|imm[ée]diat(?:ement)?|inmediat[oa]|すぐ|即時|立即/i;

/**
 * Every length of time in a text, in its order: `15 min`, `1시간 30분`, `T+5min`, `24h`, `1주일`. Of a range such as
 * `0-5분` its end is found, of `30분-1시간` both. "At once" is 0.
 */
export function durationsIn(text: string): FoundDuration[] {
  const found: FoundDuration[] = [];
  const atOnce = AT_ONCE.exec(text);
  if (atOnce !== null) found.push({ ms: 0, index: atOnce.index, length: atOnce[0].length });
  for (const match of text.matchAll(/T\s?\+\s?0(?![\d.]|\s?[a-z])/gi))
    found.push({ ms: 0, index: match.index, length: match[0].length });
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + 16);
    for (const [pattern, unit] of UNITS) {
      const name = pattern.exec(rest)?.[0];
      if (name === undefined) continue;
      const isWord = !/^\d/.test(match[1] ?? '');
      if (isWord && name.length < 3) continue;
      found.push({
        ms: Math.round(amountOf(match[1] ?? '') * unit),
        index: match.index,
        length: match[0].length + name.length,
      });
      break;
    }
  }
  return joinParts(
    found.toSorted((a, b) => a.index - b.index),
    text,
  );
}

/** The first length of time in a text, ms. */
export function durationIn(text: string): number | undefined {
  return durationsIn(text)[0]?.ms;
}

function amountOf(number: string): number {
  if (/^half/i.test(number)) return 0.5;
  return /^(?:an?|one)$/i.test(number) ? 1 : Number(number.replace(',', '.'));
}

/** `1시간 30분` and `1h 30m` are one length: the next part is smaller and only a space away. */
function joinParts(found: readonly FoundDuration[], text: string): FoundDuration[] {
  const joined: FoundDuration[] = [];
  for (const next of found) {
    const before = joined.at(-1);
    const end = before === undefined ? 0 : before.index + before.length;
    const isPart =
      before !== undefined && next.ms > 0 && next.ms < before.ms && /^\s?$/.test(text.slice(end, next.index));
    if (isPart) {
      joined[joined.length - 1] = {
        ms: before.ms + next.ms,
        index: before.index,
        length: next.index + next.length - before.index,
      };
    } else joined.push(next);
  }
  return joined;
}

/** As a playbook file writes it: `15m`, `24h`, `1w`; to the second. */
export function writeDuration(ms: number): string {
  const seconds = Math.round(ms / SECOND_MS) * SECOND_MS;
  if (seconds === 0) return '0m';
  if (seconds % WEEK_MS === 0) return `${seconds / WEEK_MS}w`;
  if (seconds % DAY_MS === 0 && seconds > 3 * DAY_MS) return `${seconds / DAY_MS}d`;
  if (seconds % HOUR_MS === 0) return `${seconds / HOUR_MS}h`;
  return seconds % MINUTE_MS === 0 ? `${seconds / MINUTE_MS}m` : `${seconds / SECOND_MS}s`;
}
