import type { Playbook, PlaybookLanguage } from './schema.ts';

/** The editions of one playbook: same id and version, one for each language it exists in. */
export type PlaybookEditions = ReadonlyMap<PlaybookLanguage, Playbook>;

/**
 * The edition to show to somebody who reads `language`: that one, else English, else whichever there is.
 *
 * @returns undefined only when there is no edition at all.
 */
export function pickEdition(editions: PlaybookEditions, language: PlaybookLanguage): Playbook | undefined {
  return editions.get(language) ?? editions.get('en') ?? [...editions.values()][0];
}
