import type { PageId } from '../ids.ts';
import { isWorse, type Severity } from '../severity.ts';
import { isOverAtSource, type Page } from './page.ts';
import { type PageInput, readInstant } from './page-input.ts';

/**
 * What a page coming in means, given the pages of its source and key that are already known.
 * Identity is source, key and the sender's start. The order of arrival does not matter: a page is
 * resolved when a `resolved` of its key with the same or a later start has been seen.
 */
export type IntakeDecision =
  | { readonly kind: 'new'; readonly resolved: boolean; readonly alsoResolve: readonly PageId[] }
  | { readonly kind: 'duplicate'; readonly pageId: PageId; readonly raise?: { from: Severity; to: Severity } }
  | { readonly kind: 'resolve'; readonly pageId: PageId; readonly resolve: readonly PageId[] };

/** @param known pages of the same source and key, oldest arrival first */
export function decideIntake(input: PageInput, known: readonly Page[]): IntakeDecision {
  return input.action === 'resolved' ? decideResolved(input, known) : decideFiring(input, known);
}

function decideFiring(input: PageInput, known: readonly Page[]): IntakeDecision {
  const same = sameOccurrence(input, known);
  if (same === undefined) {
    const over = known.some((page) => isOverAtSource(page) && endedBy(input, page));
    return { kind: 'new', resolved: over, alsoResolve: [] };
  }
  const raised = same.status !== 'resolved' && isWorse(input.severity, same.severity);
  return raised
    ? { kind: 'duplicate', pageId: same.id, raise: { from: same.severity, to: input.severity } }
    : { kind: 'duplicate', pageId: same.id };
}

function sameOccurrence(input: PageInput, known: readonly Page[]): Page | undefined {
  return input.sourceStartedAt === undefined
    ? known.findLast((page) => page.status !== 'resolved')
    : known.find((page) => page.sourceStartedAt === input.sourceStartedAt);
}

function decideResolved(input: PageInput, known: readonly Page[]): IntakeDecision {
  // What a person has resolved ends as well: only then is it over at its source.
  const ending = known.filter(
    (page) =>
      !isOverAtSource(page) &&
      (input.sourceStartedAt === undefined || endedBy(page, input) || page.sourceStartedAt === undefined),
  );
  const open = ending.filter(({ status }) => status !== 'resolved');
  const ended = ending.map(({ id }) => id);
  const exact = known.find((page) => page.sourceStartedAt === input.sourceStartedAt)?.id;
  const last = open.at(-1)?.id;
  const answer = input.sourceStartedAt === undefined ? (last ?? known.at(-1)?.id) : (exact ?? last);
  const unseen = input.sourceStartedAt !== undefined && exact === undefined;
  const untimed = open.some((page) => page.sourceStartedAt === undefined);
  if (answer === undefined || (unseen && !untimed))
    return { kind: 'new', resolved: true, alsoResolve: ended };
  return ended.length === 0
    ? { kind: 'duplicate', pageId: answer }
    : { kind: 'resolve', pageId: answer, resolve: ended };
}

type Started = Pick<PageInput, 'sourceStartedAt'>;

/**
 * Whether an end that names its start ends an occurrence too: the same one, or an earlier one. Starts
 * that cannot be read are only ever equal, so an odd sender never silences a page it did not name.
 */
function endedBy(occurrence: Started, end: Started): boolean {
  if (occurrence.sourceStartedAt === undefined || end.sourceStartedAt === undefined) return false;
  if (occurrence.sourceStartedAt === end.sourceStartedAt) return true;
  // Not Date.parse: it reads `run 1` and `run 2` as months.
  const startedAt = readInstant(occurrence.sourceStartedAt);
  const endStartedAt = readInstant(end.sourceStartedAt);
  return startedAt !== undefined && endStartedAt !== undefined && startedAt < endStartedAt;
}
