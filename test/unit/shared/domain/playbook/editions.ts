import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook } from './built-in.ts';

/** Both editions of the built-in playbook, and how its parts are read in a test. */

export const ko = builtInPlaybook('ko');
export const en = builtInPlaybook('en');
export const editions: readonly [PlaybookLanguage, Playbook][] = [
  ['ko', ko],
  ['en', en],
];

export const texts = (items: readonly { readonly text: string }[] = []): string[] =>
  items.map(({ text }) => text);
export const ids = (items: readonly { readonly id?: string | undefined }[] = []): unknown[] =>
  items.map(({ id }) => id);
