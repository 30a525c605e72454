import { DAY_MS } from '../duration.ts';
import type { Instant } from '../ids.ts';
import type { PageLink } from '../event/payloads.ts';
import { shorten, visibleLine } from './hostile-text.ts';
import {
  LIMITS,
  OLDEST_MS,
  type PageInput,
  type ReadingContext,
  readInstant,
  readKey,
  readPlausibleInstant,
  readSeverity,
  readText,
} from './page-input.ts';
import { Warnings } from './warning.ts';

export type ReadPage =
  | { readonly ok: true; readonly page: PageInput }
  | { readonly ok: false; readonly path: string; readonly detail: string };

/**
 * Reads the generic page of the public interface. A page with a title is never refused for what is
 * optional: what cannot be used is left out or replaced, and named in `warnings`.
 */
export function readGenericPage(value: unknown, context: ReadingContext, source = 'api'): ReadPage {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, path: '', detail: 'A page is a JSON object.' };
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const warnings = new Warnings();
  if (typeof fields.title !== 'string') {
    return { ok: false, path: '/title', detail: 'A page needs a title, a string.' };
  }
  const title = readText(fields.title, '/title', LIMITS.title, warnings);
  if (title === '') return { ok: false, path: '/title', detail: 'The title is empty.' };
  const service = readText(fields.service, '/service', LIMITS.service, warnings);
  const startedAt = readPlausibleInstant(fields.startedAt, '/startedAt', context.now, warnings, 'start');
  const faultStartedAt = readPlausibleInstant(
    fields.faultStartedAt,
    '/faultStartedAt',
    context.now,
    warnings,
    'fault',
  );
  const page: PageInput = {
    source,
    key: keyOf(fields, context, warnings),
    ...identityOf(fields.startedAt, context.now),
    action: actionOf(fields.status, warnings),
    title,
    ...readSeverity(fields.severity, '/severity', context, warnings),
    summary: readText(fields.summary, '/summary', LIMITS.summary, warnings, 'many'),
    service,
    startedAt: startedAt ?? context.now,
    ...(faultStartedAt === undefined ? {} : { faultStartedAt }),
    links: readLinks(fields.links, '/links', warnings),
    labels: readLabels(fields.labels, '/labels', warnings),
    warnings: warnings.list,
    test: false,
  };
  return { ok: true, page };
}

/**
 * A start that is not believed is no identity either: a sender that always sends the same nonsense would
 * otherwise never page again after its first page was resolved. One that is ahead by a wrong clock or time
 * zone is: it comes true within a day, and its redelivery then would be a second page.
 */
function identityOf(startedAt: unknown, now: Instant): Pick<PageInput, 'sourceStartedAt'> {
  const at = readInstant(startedAt);
  return at === undefined || at < now - OLDEST_MS || at > now + DAY_MS
    ? {}
    : { sourceStartedAt: new Date(at).toISOString() };
}

/** Without a key, a hash of title and service: as they were sent, since what is shortened may look the same. */
function keyOf(
  fields: Readonly<Record<string, unknown>>,
  { hash }: ReadingContext,
  warnings: Warnings,
): string {
  const { key, title, service } = fields;
  if (typeof key === 'string' && key.trim() !== '') return readKey(key, hash);
  if (key !== undefined && key !== null) {
    warnings.add('/key', 'unusable-key');
  }
  return `~${hash(JSON.stringify([title, typeof service === 'string' ? service : ''])).slice(0, 32)}`;
}

function actionOf(value: unknown, warnings: Warnings): PageInput['action'] {
  if (value === 'resolved') return 'resolved';
  if (value !== undefined && value !== null && value !== 'firing') {
    warnings.add('/status', 'unknown-status', { action: 'firing' });
  }
  return 'firing';
}

/** Links to http and https addresses; others are left out. */
export function readLinks(value: unknown, path: string, warnings: Warnings): PageLink[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    warnings.add(path, 'not-a-list');
    return [];
  }
  if (value.length > LIMITS.links) warnings.add(path, 'too-many-links', { limit: LIMITS.links });
  return value.slice(0, LIMITS.links).flatMap((link: unknown, index) => {
    const read = readLink(link);
    if (read === undefined) warnings.add(`${path}/${index}`, 'bad-link');
    return read ?? [];
  });
}

function readLink(value: unknown): PageLink | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { label, url } = value as { label?: unknown; url?: unknown };
  if (typeof url !== 'string' || url.length > LIMITS.url) return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) return undefined;
  // Escaping makes it longer.
  if (parsed.href.length > LIMITS.url) return undefined;
  const text = typeof label === 'string' ? visibleLine(label) : '';
  return { label: shorten(text === '' ? parsed.host : text, LIMITS.label), url: parsed.href };
}

/** String labels; others are left out. */
export function readLabels(value: unknown, path: string, warnings: Warnings): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    warnings.add(path, 'not-a-map');
    return {};
  }
  const entries = Object.entries(value);
  if (entries.length > LIMITS.labels) warnings.add(path, 'too-many-labels', { limit: LIMITS.labels });
  return Object.fromEntries(
    entries.slice(0, LIMITS.labels).flatMap(([name, text]: [string, unknown]) => {
      const shownName = shorten(visibleLine(name), LIMITS.service);
      if (typeof text !== 'string') {
        warnings.add(`${path}/${shownName}`, 'not-text');
        return [];
      }
      return [[shownName, readText(text, `${path}/${shownName}`, LIMITS.label, warnings)]];
    }),
  );
}
