import type { Instant } from '#shared/domain/ids.ts';
import type { ImportChoices } from '#shared/domain/playbook-import/choices.ts';
import type { ImportDraftRow, ImportedDocument, TplusDatabase } from './database.ts';

/** A document together with what was decided of it. */
export interface ImportDraft extends ImportedDocument {
  readonly id: string;
  readonly readAt: Instant;
  readonly choices: ImportChoices;
  /** Whether a person has decided anything. */
  readonly isTouched: boolean;
}
type DocumentRow = Extract<ImportDraftRow, { readonly shape: number }>;
/** Raised when the report or the choices change: a draft of another shape cannot be shown. */
const SHAPE = 3;

let database: TplusDatabase | undefined;
let opened: () => void = () => {};
const isOpened = new Promise<void>((resolve) => {
  opened = resolve;
});

/** Where drafts are kept from now on; undefined: nowhere beyond this window. */
export function keepImportDraftsIn(next: TplusDatabase | undefined): void {
  database = next;
  opened();
}

/** What other windows left unfinished, oldest first, once the database is open. */
export async function readImportDrafts(): Promise<readonly ImportDraft[]> {
  await isOpened;
  const rows = (await database?.imports.toArray().catch(() => [])) ?? [];
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return rows
    .filter((row): row is DocumentRow => 'document' in row && row.shape === SHAPE)
    .flatMap(({ id, readAt, document }): ImportDraft[] => {
      const decided = byKey.get(`choices/${id}`);
      if (decided === undefined || !('choices' in decided)) return [];
      const { choices, isTouched } = decided;
      return [{ ...document, id, readAt, choices, isTouched }];
    })
    .toSorted((one, other) => one.readAt - other.readAt);
}

/** @returns whether it will outlive the window */
export async function keepImportDraft(draft: ImportDraft): Promise<boolean> {
  const { id, readAt, choices, isTouched, ...document } = draft;
  return kept((db) =>
    db.imports.bulkPut([
      { key: `document/${id}`, shape: SHAPE, id, readAt, document },
      { key: `choices/${id}`, choices, isTouched },
    ]),
  );
}

/** What a person has decided by now. @returns whether it will outlive the window */
export async function keepImportChoices(id: string, choices: ImportChoices): Promise<boolean> {
  return kept((db) => db.imports.put({ key: `choices/${id}`, choices, isTouched: true }));
}

export async function dropImportDraft(id: string): Promise<void> {
  await kept((db) => db.imports.bulkDelete([`document/${id}`, `choices/${id}`]));
}

async function kept(write: (db: TplusDatabase) => PromiseLike<unknown>): Promise<boolean> {
  if (database === undefined) return false;
  try {
    await write(database);
    return true;
  } catch {
    // Said by the review: it is kept only while this window is open.
    return false;
  }
}
