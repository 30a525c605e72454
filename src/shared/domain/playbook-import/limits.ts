import type { DocumentProblem } from './document.ts';

/** 1 Mi UTF-16 units: hundreds of pages. What is longer is not an incident-response document, and takes the parser long. */
const MAX_DOCUMENT_LENGTH = 1024 * 1024;
/** Bytes of a file that is looked at; UTF-16 and Hangul need more than one for each unit. */
export const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;
export const MAX_SECTIONS = 1000;
/** Lines that look like a heading; in a fence of commands they are comments. */
const MAX_HEADING_LINES = 10_000;
/** Rows of a table, items of a list. */
export const MAX_ENTRIES = 500;
/** Quotes in quotes, lists in lists. */
const MAX_NESTING = 24;
const MAX_INDENT = 400;

/** Container after container at the beginning of one line, such as `> > - >`; a rule such as `- - -` is none. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const RULE = /^[ \t]*(?:(?:\*[ \t]*)+|(?:-[ \t]*)+)$/;
const MARKER = />|[-*+]|\d{1,9}[.)]/g;

/** Refuses what would take the parser long, before it begins. */
export function findExcess(text: string): DocumentProblem | undefined {
  if (text.length > MAX_DOCUMENT_LENGTH) return { code: 'too-large' };
  if (text.trim() === '') return { code: 'empty' };
  let line = 0;
  let headings = 0;
  for (const content of text.split('\n')) {
    line += 1;
    if (/^#{1,6} /.test(content)) headings += 1;
    if (headings > MAX_HEADING_LINES) return { code: 'too-many-sections', line };
    const markers = CONTAINERS.exec(content.slice(0, 2000))?.[0] ?? '';
    const isRule = RULE.test(content.slice(0, 2000));
    const depth = isRule ? 0 : [...markers.matchAll(MARKER)].length;
    const indent = content.length - content.trimStart().length;
    if (depth > MAX_NESTING || (indent > MAX_INDENT && content.length > indent))
      return { code: 'too-deep', line };
  }
  return undefined;
}
