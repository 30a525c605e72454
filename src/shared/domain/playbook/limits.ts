import { Lexer } from 'yaml';
import type { ProblemCause } from './problem-cause.ts';

/** 1 Mi characters: a playbook file beyond it is not read. */
export const MAX_PLAYBOOK_LENGTH = 1024 * 1024;
/** How often one file may refer back to an anchor. */
export const MAX_ALIASES = 100;
/** Brackets inside brackets, indicators one after the other on a line, and columns of indentation. A playbook needs five. */
const MAX_NESTING = 32;
const MAX_INDENT = 64;
/** The lexer puts it before the text of a scalar. */
const SCALAR_FOLLOWS = '\x1f';
const ZERO_WIDTH = new Set(['\x02', '\x18', SCALAR_FOLLOWS]);

/**
 * Refuses, before the parser sees it, a file that would hurt to parse. The yaml composer recurses: some thousand
 * nested brackets were measured to end the whole process, not only the call, so catching is no defence.
 *
 * @returns what is wrong and the offset in UTF-16 units, or undefined when the file is safe to parse.
 */
export function findExcess(text: string): { offset: number; cause: ProblemCause } | undefined {
  if (text.length > MAX_PLAYBOOK_LENGTH) return { offset: 0, cause: { code: 'too-large', mebibytes: 1 } };
  let offset = 0;
  let brackets = 0;
  let indicators = 0;
  let aliases = 0;
  let isLineStart = true;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (isScalar) {
      isScalar = false;
    } else if (token === '[' || token === '{') {
      brackets += 1;
    } else if (token === ']' || token === '}') {
      brackets = Math.max(0, brackets - 1);
    } else if (token === ',') {
      // What follows stands beside what came before, not in it.
      indicators = 0;
    } else if (token === '-' || token === '?' || token === ':') {
      indicators += 1;
    } else if (token.startsWith('*')) {
      aliases += 1;
    }
    const isIndent = isLineStart && /^[ \t]+$/.test(token);
    if (brackets > MAX_NESTING || indicators > MAX_NESTING) {
      return { offset, cause: { code: 'too-deep' } };
    }
    if (isIndent && token.length > MAX_INDENT) return { offset, cause: { code: 'too-indented' } };
    if (aliases > MAX_ALIASES) return { offset, cause: { code: 'too-many-aliases', most: MAX_ALIASES } };
    if (token === SCALAR_FOLLOWS) isScalar = true;
    if (ZERO_WIDTH.has(token)) continue;
    isLineStart = token === '\n' || token === '\r\n';
    if (isLineStart) indicators = 0;
    offset += token.length;
  }
  return undefined;
}
