import type { PlaybookText } from '#shared/ipc/playbook-requests.ts';

/** A file under edit. */
export interface EditedFile {
  readonly text: string;
  /** The revision that the edit began from. */
  readonly revision: string;
  /** What the file says now; null when it is gone. */
  readonly disk: PlaybookText | null;
}

/** What the edit is after a look at the file: what was not touched follows it, what was typed stays. */
export function afterLook(
  edited: EditedFile | undefined,
  disk: PlaybookText | null,
  draft: { readonly text: string; readonly revision: string } | undefined,
): EditedFile | undefined {
  const typed = edited === undefined ? draft : isDirty(edited) ? edited : undefined;
  if (typed === undefined || typed.text === disk?.text) {
    return disk === null ? undefined : { text: disk.text, revision: disk.revision, disk };
  }
  return { text: typed.text, revision: typed.revision, disk };
}

/** Something is typed that the file does not say. */
export function isDirty({ text, disk }: EditedFile): boolean {
  return text !== disk?.text;
}

/** Somebody else has written or deleted the file since the edit began. */
export function isOvertaken(edited: EditedFile): boolean {
  return isDirty(edited) && edited.disk?.revision !== edited.revision;
}
