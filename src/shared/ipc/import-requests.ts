import type { DocumentResult } from '../domain/playbook-import/import-document.ts';
import type { Playbook, PlaybookLanguage } from '../domain/playbook/schema.ts';

/** The built-in playbook, in the languages that could be read. */
export type BuiltInEditions = Partial<Record<PlaybookLanguage, Playbook>>;

/** A document that was read, and what a draft of it stands on. */
export interface ImportAnswer {
  readonly name: string;
  readonly result: DocumentResult;
  readonly base: BuiltInEditions;
}
