import { DAY_MS, MINUTE_MS } from '../duration.ts';
import type { Instant } from '../ids.ts';
import type { PageLink, PageWarning, SeverityReason } from '../event/payloads.ts';
import { type Severity, severityOfWord } from '../severity.ts';
import { shorten, visibleLine, visibleText } from './hostile-text.ts';
import type { Warnings } from './warning.ts';

/** A page as an adapter hands it over: checked, shortened, its odd parts noted. */
export interface PageInput {
  readonly source: string;
  readonly key: string;
  readonly sourceStartedAt?: string;
  readonly action: 'firing' | 'resolved';
  readonly title: string;
  readonly severity: Severity;
  readonly severityReason: SeverityReason;
  readonly severityWord?: string;
  readonly summary: string;
  readonly service: string;
  readonly startedAt: Instant;
  readonly faultStartedAt?: Instant;
  readonly links: readonly PageLink[];
  readonly labels: Readonly<Record<string, string>>;
  readonly warnings: readonly PageWarning[];
  readonly test: boolean;
  /** The drill that it is a step of; no sender can say so. */
  readonly drill?: string;
}

/** What reading a page depends on beside the page. */
export interface ReadingContext {
  readonly now: Instant;
  /** The severity for what says none, or none that is known. */
  readonly unknownSeverity: Severity;
  /** SHA-256 in hex. */
  readonly hash: (text: string) => string;
}

export const LIMITS = {
  title: 300,
  summary: 4000,
  service: 200,
  key: 300,
  label: 500,
  labels: 64,
  links: 20,
  url: 2000,
} as const;
/** Dates further back than this, or further ahead, are not believed (public interface, "Fail open"). */
export const OLDEST_MS = 365 * DAY_MS;
const AHEAD_MS = 5 * MINUTE_MS;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:?\d{2})$/;

/** Optional text: absent is empty, another type is left out, too long is shortened, each with a warning. */
export function readText(
  value: unknown,
  path: string,
  limit: number,
  warnings: Warnings,
  lines: 'one' | 'many' = 'one',
): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') {
    warnings.add(path, 'not-text');
    return '';
  }
  const shown = lines === 'one' ? visibleLine(value) : visibleText(value).trim();
  if (shown.length > limit) warnings.add(path, 'shortened', { from: shown.length, to: limit });
  return shorten(shown, limit);
}

/** A severity by name or by a word; what is not known becomes the one set for unknowns. */
export function readSeverity(
  value: unknown,
  path: string,
  context: ReadingContext,
  warnings: Warnings,
): Pick<PageInput, 'severity' | 'severityReason' | 'severityWord'> {
  const fallback = context.unknownSeverity;
  if (value === undefined || value === null || value === '')
    return { severity: fallback, severityReason: 'not-given' };
  const severity = typeof value === 'string' ? severityOfWord(value) : undefined;
  const word = typeof value === 'string' || typeof value === 'number' ? `${value}` : typeof value;
  const severityWord = shorten(visibleLine(word), 40);
  if (severity !== undefined) return { severity, severityReason: 'sender', severityWord };
  warnings.add(path, 'unknown-severity', { severity: fallback });
  return { severity: fallback, severityReason: 'unknown-word', severityWord };
}

/** Epoch ms of an ISO 8601 date and time with an offset, or undefined. */
export function readInstant(value: unknown): Instant | undefined {
  if (typeof value !== 'string' || !ISO_INSTANT.test(value.trim())) return undefined;
  const at = Date.parse(value.trim());
  return Number.isNaN(at) ? undefined : at;
}

/** A date that can be believed at `now`, else undefined and a warning that says what becomes of it. */
export function readPlausibleInstant(
  value: unknown,
  path: string,
  now: Instant,
  warnings: Warnings,
  date: 'start' | 'fault',
): Instant | undefined {
  if (value === undefined || value === null) return undefined;
  const at = readInstant(value);
  if (at === undefined) warnings.add(path, `${date}-unreadable`);
  else if (at < now - OLDEST_MS) warnings.add(path, `${date}-too-old`);
  else if (at > now + AHEAD_MS) warnings.add(path, `${date}-ahead`);
  else return at;
  return undefined;
}

/** A start as it stands in a page's identity: normalised when it can be read, else as it was sent. */
export function readSourceStart(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const at = readInstant(value);
  return at === undefined ? shorten(visibleLine(value), 64) : new Date(at).toISOString();
}

/** A key that fits, distinct for distinct originals. */
export function readKey(text: string, hash: (text: string) => string): string {
  const shown = visibleLine(text);
  if (shown === text && shown.length <= LIMITS.key) return shown;
  // Of its JSON: that tells lone surrogates apart, which become the same bytes.
  return `${shorten(shown, 64)}~${hash(JSON.stringify(text))}`;
}
