import type { ImportChoices } from '#shared/domain/playbook-import/choices.ts';
import type { ImportedDocument, TplusDatabase } from './database.ts';

/** Together with what was decided of it. */
export interface ImportDraft extends ImportedDocument {
  readonly choices: ImportChoices;
}
/** Raised when the report or the choices change: a draft of another shape cannot be shown. */
const SHAPE = 1;

let database: TplusDatabase | undefined;
let opened: () => void = () => {};
const isOpened = new Promise<void>((resolve) => {
  opened = resolve;
});

/** Where the draft is kept from now on; undefined: nowhere beyond this window. */
export function keepImportDraftIn(next: TplusDatabase | undefined): void {
  database = next;
  opened();
}

/** What another window left unfinished, once the database is open. */
export async function readImportDraft(): Promise<ImportDraft | undefined> {
  await isOpened;
  const [document, choices] =
    (await database?.imports.bulkGet(['document', 'choices']).catch(() => [])) ?? [];
  if (document?.key !== 'document' || document.shape !== SHAPE || choices?.key !== 'choices')
    return undefined;
  return { ...document.document, choices: choices.choices };
}

/** In place of the one before. @returns whether it will outlive the window */
export async function keepImportDraft({ choices, ...document }: ImportDraft): Promise<boolean> {
  return kept((db) =>
    db.imports.bulkPut([
      { key: 'document', shape: SHAPE, document },
      { key: 'choices', choices },
    ]),
  );
}

/** @returns whether they will outlive the window */
export async function keepImportChoices(choices: ImportChoices): Promise<boolean> {
  return kept((db) => db.imports.put({ key: 'choices', choices }));
}

export async function dropImportDraft(): Promise<void> {
  await kept((db) => db.imports.clear());
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
