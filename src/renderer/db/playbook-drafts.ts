import type { PlaybookDraftRow, TplusDatabase } from './database.ts';

/** Edited playbook files that are not saved, in memory too: a database that fails loses nothing of this window's. */
const inMemory = new Map<string, PlaybookDraftRow>();
let database: TplusDatabase | undefined;

/** Where drafts are kept from now on; undefined: in memory only. */
export function keepPlaybookDraftsIn(next: TplusDatabase | undefined): void {
  database = next;
}

export async function readPlaybookDraft(file: string): Promise<PlaybookDraftRow | undefined> {
  return inMemory.get(file) ?? (await database?.playbookDrafts.get(file).catch(() => undefined));
}

/** @returns whether it will outlive the window */
export async function keepPlaybookDraft(draft: PlaybookDraftRow): Promise<boolean> {
  inMemory.set(draft.file, draft);
  if (database === undefined) return false;
  return database.playbookDrafts.put(draft).then(
    () => true,
    () => false,
  );
}

export async function dropPlaybookDraft(file: string): Promise<void> {
  inMemory.delete(file);
  await database?.playbookDrafts.delete(file).catch(() => undefined);
}
