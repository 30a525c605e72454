import { create } from 'zustand';
import { firstChoices, type ImportChoices } from '#shared/domain/playbook-import/choices.ts';
import type { DocumentEncoding } from '#shared/domain/playbook-import/decode.ts';
import type { DocumentProblem } from '#shared/domain/playbook-import/document.ts';
import type { ImportReport } from '#shared/domain/playbook-import/report.ts';
import type { BuiltInEditions, ImportAnswer } from '#shared/ipc/import-requests.ts';

export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly problem: DocumentProblem }
  | {
      readonly kind: 'read';
      readonly name: string;
      readonly report: ImportReport;
      /** Where it came as bytes. */
      readonly encoding: DocumentEncoding | undefined;
      readonly base: BuiltInEditions;
      readonly choices: ImportChoices;
    };
export type ReadState = Extract<ImportState, { kind: 'read' }>;

/** The document being imported, and what was decided of it so far; kept while other places are looked at. */
export const useImport = create<{ readonly state: ImportState }>(() => ({ state: { kind: 'none' } }));

export function setImport(state: ImportState): void {
  useImport.setState({ state });
}

export function showAnswer({ name, result, base }: ImportAnswer): void {
  if (!result.ok) {
    setImport({ kind: 'failed', name, problem: result.problem });
    return;
  }
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  setImport({
    kind: 'read',
    name,
    base,
    report: result.report,
    encoding: result.encoding,
    choices: firstChoices(result.report, timeZone),
  });
}

export function changeChoices(change: Partial<ImportChoices>): void {
  const { state } = useImport.getState();
  if (state.kind === 'read') setImport({ ...state, choices: { ...state.choices, ...change } });
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
