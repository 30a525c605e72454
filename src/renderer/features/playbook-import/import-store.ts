import { create } from 'zustand';
import { firstChoices, type ImportChoices } from '#shared/domain/playbook-import/choices.ts';
import type { DocumentProblem } from '#shared/domain/playbook-import/document.ts';
import type { DocumentResult } from '#shared/domain/playbook-import/import-document.ts';
import type { ImportAnswer } from '#shared/ipc/import-requests.ts';
import {
  dropImportDraft,
  type ImportDraft,
  keepImportChoices,
  keepImportDraft,
  readImportDrafts,
} from '../../db/import-draft.ts';
import { clockNow } from '../../ui/ticker.ts';

/** A document that was read and is looked over by a person. */
export interface ImportReview extends ImportDraft {
  /** Whether what is decided outlives the window. */
  readonly isKept: boolean;
}
export type ReadState = ImportReview & { readonly kind: 'read' };
export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly problem: DocumentProblem }
  | ReadState;

interface Imports {
  /** What the place shows. */
  readonly state: ImportState;
  /** Reviews that are unfinished and not shown, oldest first. */
  readonly aside: readonly ImportReview[];
}

/** The documents being imported, and what was decided of them so far; kept while other places are looked at. */
export const useImport = create<Imports>(() => ({ state: { kind: 'none' }, aside: [] }));

/** Saved or discarded in this window, though the database may still hold them. */
const ended = new Set<string>();

/** In place of what is shown; a review that is, goes on aside. */
export function showImport(next: ImportState): void {
  const { state, aside } = useImport.getState();
  const isLeft = state.kind === 'read' && !(next.kind === 'read' && next.id === state.id);
  useImport.setState({ state: next, aside: isLeft ? inOrder([...aside, withoutKind(state)]) : aside });
}

/** Shows a review that was left aside. */
export function pickUpImport(id: string): void {
  const { aside } = useImport.getState();
  const review = aside.find((each) => each.id === id);
  if (review === undefined) return;
  useImport.setState({ aside: aside.filter((each) => each !== review) });
  showImport({ ...review, kind: 'read' });
}

/** The one that is shown is saved or discarded: nothing of it is left. The newest of the others is next. */
export function endImport(): void {
  const { state, aside } = useImport.getState();
  useImport.setState({ state: { kind: 'none' } });
  if (state.kind === 'read') forget(state.id);
  const next = aside.at(-1);
  if (next !== undefined) pickUpImport(next.id);
}

/** Takes up what other windows left unfinished, and shows the newest where there is nothing to see. */
export async function resumeImports(): Promise<void> {
  const drafts = await readImportDrafts();
  const { state, aside } = useImport.getState();
  const known = new Set([...ended, ...aside.map(({ id }) => id), state.kind === 'read' ? state.id : '']);
  const found = drafts.filter(({ id }) => !known.has(id)).map((draft) => ({ ...draft, isKept: true }));
  useImport.setState({ aside: inOrder([...found, ...aside]) });
  const newest = useImport.getState().aside.at(-1);
  if (state.kind === 'none' && newest !== undefined) pickUpImport(newest.id);
}

/** A document that was handed over, and what became of it: shown in place of what is. */
export function showAnswer({ name, result, base }: ImportAnswer): void {
  if (!result.ok) showImport({ kind: 'failed', name, problem: result.problem });
  else showImport({ ...begin({ name, base }, result), kind: 'read' });
}

/** The same, of a document that is not waited for any more. */
export function keepAnswer({ name, result, base }: ImportAnswer): void {
  if (!result.ok) return;
  const review = begin({ name, base }, result);
  useImport.setState(({ aside }) => ({ aside: inOrder([...aside, review]) }));
}

function begin(
  of: Pick<ImportAnswer, 'name' | 'base'>,
  { report, encoding }: Extract<DocumentResult, { ok: true }>,
): ImportReview {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const draft: ImportDraft = {
    ...of,
    report,
    encoding,
    id: crypto.randomUUID(),
    readAt: clockNow(),
    choices: firstChoices(report, timeZone),
    isTouched: false,
  };
  replaceUntouched(of.name);
  void keepImportDraft(draft).then((isKept) => sayKept(draft.id, isKept));
  return { ...draft, isKept: true };
}

/** The same document, corrected and read again: nothing was decided of what it was before. */
function replaceUntouched(name: string): void {
  const { state, aside } = useImport.getState();
  const isReplaced = (review: ImportReview): boolean => review.name === name && !review.isTouched;
  for (const { id } of aside.filter(isReplaced)) forget(id);
  useImport.setState({ aside: aside.filter((review) => !isReplaced(review)) });
  if (state.kind !== 'read' || !isReplaced(state)) return;
  forget(state.id);
  useImport.setState({ state: { kind: 'none' } });
}

function forget(id: string): void {
  ended.add(id);
  void dropImportDraft(id);
}

export function changeChoices(change: Partial<ImportChoices>): void {
  const { state } = useImport.getState();
  if (state.kind !== 'read') return;
  const choices = { ...state.choices, ...change };
  useImport.setState({ state: { ...state, choices, isTouched: true } });
  void keepImportChoices(state.id, choices).then((isKept) => sayKept(state.id, isKept));
}

function sayKept(id: string, isKept: boolean): void {
  const { state, aside } = useImport.getState();
  if (state.kind === 'read' && state.id === id && state.isKept !== isKept)
    useImport.setState({ state: { ...state, isKept } });
  if (aside.some((review) => review.id === id && review.isKept !== isKept))
    useImport.setState({ aside: aside.map((each) => (each.id === id ? { ...each, isKept } : each)) });
}

/** @param taken whether the finding is to be part of the playbook */
export function takeFinding(id: string, taken: boolean): void {
  const { state } = useImport.getState();
  if (state.kind !== 'read') return;
  const leftOut = new Set(state.choices.leftOut);
  if (taken) leftOut.delete(id);
  else leftOut.add(id);
  changeChoices({ leftOut });
}

export function answerBlank(name: string, text: string): void {
  const { state } = useImport.getState();
  if (state.kind === 'read') changeChoices({ answers: { ...state.choices.answers, [name]: text } });
}

const inOrder = (reviews: readonly ImportReview[]): readonly ImportReview[] =>
  reviews.toSorted((one, other) => one.readAt - other.readAt);

function withoutKind({ kind: _kind, ...review }: ReadState): ImportReview {
  return review;
}
