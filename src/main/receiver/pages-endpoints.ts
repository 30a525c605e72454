import { SECOND_MS } from '#shared/domain/duration.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { readGenericPage } from '#shared/domain/page/generic-page.ts';
import { pageJson, warningsJson } from '../paging/page-json.ts';
import type { Answer } from './answer.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { capOriginal } from './original.ts';
import { Problem } from './problem.ts';

const MOST_PAGES = 1000;
const LONGEST_RECHECK_SECONDS = 86_400;

/** The generic page and what is asked about pages (public interface, "Receiver"). */
export const pagesEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: /^\/v1\/pages$/, access: 'header', body: 'required', source: 'api', handle: raise },
  { method: 'GET', path: /^\/v1\/pages$/, access: 'header', body: 'none', handle: list },
  {
    method: 'POST',
    path: /^\/v1\/pages\/([^/]+)\/acknowledge$/,
    access: 'header',
    body: 'optional',
    handle: acknowledge,
  },
  {
    method: 'POST',
    path: /^\/v1\/pages\/([^/]+)\/resolve$/,
    access: 'header',
    body: 'optional',
    handle: async ({ paging, name }) => pageAnswer(await paging.resolve(name)),
  },
];

/** 201 for a page of its own; 200 where it fell on one that is known: a redelivery, or its end. */
async function raise({ paging, body }: Call): Promise<Answer> {
  const read = readGenericPage(body?.value, paging.readingContext());
  if (!read.ok) throw new Problem('not-usable', read.detail, { path: read.path });
  const odd = read.page.warnings.length > 0 && body !== undefined;
  const [accepted] = await paging.accept([
    { input: read.page, ...(odd ? { original: capOriginal(body.bytes) } : {}) },
  ]);
  if (accepted === undefined) throw new Error('The page was neither accepted nor refused');
  const { pageId: id, status, duplicate } = accepted;
  const warnings = warningsJson(accepted.warnings);
  return { status: accepted.created ? 201 : 200, body: { id, status, duplicate, warnings } };
}

async function list({ paging, query }: Call): Promise<Answer> {
  const after = query.get('after') ?? undefined;
  const limit = query.get('limit') ?? String(MOST_PAGES);
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST_PAGES) {
    throw new Problem('bad-parameter', `limit is a number from 1 to ${MOST_PAGES}.`, { path: 'limit' });
  }
  const found = await paging.list(after, Number(limit));
  if (found === undefined) throw new Problem('not-found', 'after names no page.', { path: 'after' });
  return { status: 200, body: { pages: found.pages.map(pageJson), next: found.next } };
}

async function acknowledge({ paging, name, body }: Call): Promise<Answer> {
  const seconds = recheckAfterSeconds(body?.value);
  const page = await paging.acknowledge(name, seconds === undefined ? undefined : seconds * SECOND_MS);
  return pageAnswer(page);
}

function recheckAfterSeconds(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem('not-usable', 'An acknowledgement is a JSON object, or nothing.', { path: '' });
  }
  const seconds: unknown = 'recheckAfterSeconds' in value ? value.recheckAfterSeconds : undefined;
  if (seconds === undefined || seconds === null) return undefined;
  if (
    typeof seconds === 'number' &&
    Number.isInteger(seconds) &&
    seconds >= 1 &&
    seconds <= LONGEST_RECHECK_SECONDS
  ) {
    return seconds;
  }
  const detail = `recheckAfterSeconds is a whole number from 1 to ${LONGEST_RECHECK_SECONDS}.`;
  throw new Problem('not-usable', detail, { path: '/recheckAfterSeconds' });
}

function pageAnswer(page: Page | undefined): Answer {
  if (page === undefined) throw new Problem('not-found', 'There is no page with that id.');
  return { status: 200, body: pageJson(page) };
}
