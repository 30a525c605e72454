import type { Language } from '#shared/settings.ts';

const WORDS = /[ \t]*<link\b[^>]*\bdata-words="(\w+)"[^>]*>\n?/g;

/**
 * The window's page in the language in force: it says so, and has that language's words fetched beside its script (the
 * build puts a link for each there).
 * @param page the built `index.html`
 */
export function spokenPage(page: string, language: Language): string {
  return page
    .replace('<html lang="en"', `<html lang="${language}"`)
    .replaceAll(WORDS, (link, of) => (of === language ? link : ''));
}
