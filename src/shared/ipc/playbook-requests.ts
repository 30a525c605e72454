import * as v from 'valibot';
import type { Library } from '../domain/playbook/library.ts';
import type { PlaybookProblem } from '../domain/playbook/problem.ts';
import type { Playbook, PlaybookLanguage } from '../domain/playbook/schema.ts';
import { request } from './request.ts';

export type PlaybookEditionsOf = Partial<Record<PlaybookLanguage, Playbook>>;
export interface PlaybookText {
  readonly text: string;
  /** Changes with the text. */
  readonly revision: string;
}
export interface CheckedText {
  readonly problems: readonly PlaybookProblem[];
}
/** Whether an edited file was written. `changed`: somebody else wrote it meanwhile, and this is what it says. */
export type SavedText =
  | { readonly saved: true; readonly revision: string }
  | { readonly saved: false; readonly reason: 'broken'; readonly problems: readonly PlaybookProblem[] }
  | ({ readonly saved: false; readonly reason: 'changed' } & PlaybookText)
  | { readonly saved: false; readonly reason: 'gone' | 'no-such-file' };
export type CreatedPlaybook =
  | {
      readonly created: true;
      readonly id: string;
      readonly version: string;
      readonly files: readonly string[];
    }
  | { readonly created: false; readonly problems: readonly PlaybookProblem[] };
/** Names of files that were to go to the trash: those that went, and those that are still there, with the system's reason. */
export interface DeletedFiles {
  readonly deleted: readonly string[];
  readonly left: readonly string[];
  readonly detail: string;
}
/** The library as screens list it. */
export interface LibraryView extends Pick<Library, 'playbooks' | 'files'> {
  readonly folder: string;
}
const playbookId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
/** Above what is read at all, so that the reader says what is wrong. */
const playbookText = v.pipe(v.string(), v.maxLength(4 * 1024 * 1024));
/** A SHA-256 in hex, or another word for it. */
const revision = v.pipe(v.string(), v.maxLength(128));
const fileName = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));

/** What the window asks about playbooks. */
export const playbookRequests = {
  /** The content of a playbook of the library; null when it is not there. */
  'playbook.read': request(
    v.object({ id: playbookId, version: playbookId }),
  ).answers<PlaybookEditionsOf | null>(),
  /** The text of a playbook file; null when it is not there. */
  'playbook.text': request(
    v.object({ name: fileName, origin: v.picklist(['built-in', 'own']) }),
  ).answers<PlaybookText | null>(),
  /** What is wrong with a text, as its file would be judged. */
  'playbook.check': request(v.object({ name: fileName, text: playbookText })).answers<CheckedText>(),
  /** Writes an edited file of the person's; `over`: whatever is on disk by now. */
  'playbook.save': request(
    v.object({ name: fileName, text: playbookText, revision, over: v.boolean() }),
  ).answers<SavedText>(),
  /** Puts a new playbook into the person's folder, one text for each language; overwrites nothing. */
  'playbook.create': request(
    v.object({ texts: v.pipe(v.array(playbookText), v.minLength(1), v.maxLength(4)) }),
  ).answers<CreatedPlaybook>(),
  'playbook.duplicate': request(v.object({ id: playbookId, version: playbookId })).answers<CreatedPlaybook>(),
  /** Moves files of the person's to the system's trash. */
  'playbook.delete': request(
    v.object({ names: v.pipe(v.array(fileName), v.minLength(1), v.maxLength(10)) }),
  ).answers<DeletedFiles>(),
  /** Shows the person's folder, or one of its files, in the system's file manager. */
  'playbook.reveal': request(v.object({ name: v.optional(fileName) })).answers<null>(),
} as const;
export type PlaybookRequestName = keyof typeof playbookRequests;
