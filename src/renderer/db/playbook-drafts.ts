import type { PlaybookDraftRow, TplusDatabase } from './database.ts';

/** Edited playbook files that are not saved, in memory too: a database that fails loses nothing of this window's. */
const inMemory = new Map<string, PlaybookDraftRow>();
/** Let go of in this window, though the database may still hold them. */
const dropped = new Set<string>();
let database: TplusDatabase | undefined;

/** Where drafts are kept from now on; undefined: in memory only. */
export function keepPlaybookDraftsIn(next: TplusDatabase | undefined): void {
  database = next;
}

export async function readPlaybookDraft(file: string): Promise<PlaybookDraftRow | undefined> {
  if (dropped.has(file)) return undefined;
  return inMemory.get(file) ?? (await database?.playbookDrafts.get(file).catch(() => undefined));
}

/** @returns whether it will outlive the window */
export async function keepPlaybookDraft(draft: PlaybookDraftRow): Promise<boolean> {
  dropped.delete(draft.file);
  inMemory.set(draft.file, draft);
  if (database === undefined) return false;
  return database.playbookDrafts.put(draft).then(
    () => true,
    () => false,
  );
}

/** @returns whether it is gone; otherwise it is not offered again before the next start of the window */
export async function dropPlaybookDraft(file: string): Promise<boolean> {
  dropped.add(file);
  inMemory.delete(file);
  if (database === undefined) return true;
  return database.playbookDrafts.delete(file).then(
    () => true,
    () => false,
  );
}
