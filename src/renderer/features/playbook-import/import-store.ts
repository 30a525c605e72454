import { create } from 'zustand';
import { firstChoices, type ImportChoices } from '#shared/domain/playbook-import/choices.ts';
import type { DocumentProblem } from '#shared/domain/playbook-import/document.ts';
import type { ImportAnswer } from '#shared/ipc/import-requests.ts';
import {
  dropImportDraft,
  type ImportDraft,
  keepImportChoices,
  keepImportDraft,
  readImportDraft,
} from '../../db/import-draft.ts';

export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly problem: DocumentProblem }
  | (ImportDraft & {
      readonly kind: 'read';
      /** Whether what is decided outlives the window. */
      readonly isKept: boolean;
    });
export type ReadState = Extract<ImportState, { kind: 'read' }>;

/** The document being imported, and what was decided of it so far; kept while other places are looked at. */
export const useImport = create<{ readonly state: ImportState }>(() => ({ state: { kind: 'none' } }));

export function setImport(state: ImportState): void {
  useImport.setState({ state });
}

/** Saved or discarded: nothing of it is left. */
export function endImport(): void {
  setImport({ kind: 'none' });
  void dropImportDraft();
}

/** Takes up what another window left unfinished, unless there is something newer. */
export async function resumeImport(): Promise<void> {
  const draft = await readImportDraft();
  if (draft !== undefined && useImport.getState().state.kind === 'none')
    setImport({ ...draft, kind: 'read', isKept: true });
}

export function showAnswer({ name, result, base }: ImportAnswer): void {
  if (!result.ok) {
    setImport({ kind: 'failed', name, problem: result.problem });
    return;
  }
  const { report, encoding } = result;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const draft: ImportDraft = { name, base, report, encoding, choices: firstChoices(report, timeZone) };
  setImport({ ...draft, kind: 'read', isKept: true });
  void keepImportDraft(draft).then(sayKept);
}

export function changeChoices(change: Partial<ImportChoices>): void {
  const { state } = useImport.getState();
  if (state.kind !== 'read') return;
  const choices = { ...state.choices, ...change };
  setImport({ ...state, choices });
  void keepImportChoices(choices).then(sayKept);
}

function sayKept(isKept: boolean): void {
  const { state } = useImport.getState();
  if (state.kind === 'read' && state.isKept !== isKept) setImport({ ...state, isKept });
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
