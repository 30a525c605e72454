import { visibleText } from '../page/hostile-text.ts';
import type { DocumentProblem } from './document.ts';
import { MAX_DOCUMENT_BYTES } from './limits.ts';

export type DecodedDocument =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: DocumentProblem };

/**
 * A file's bytes as text: UTF-8, or UTF-16 by its mark or by its zeros; bytes that are no text are refused.
 * @param bytes the whole file
 */
export function decodeDocument(bytes: Uint8Array): DecodedDocument {
  if (bytes.length > MAX_DOCUMENT_BYTES) return { ok: false, problem: { code: 'too-large' } };
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes('\0') ? { ok: false, problem: { code: 'binary' } } : { ok: true, text };
  } catch {
    return { ok: false, problem: { code: 'binary' } };
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first = 1, second = 1] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // A heading or a letter of ASCII, in UTF-16 without a mark.
  if (bytes.length % 2 === 0 && first !== 0 && second === 0) return 'utf-16le';
  if (bytes.length % 2 === 0 && first === 0 && second !== 0) return 'utf-16be';
  return 'utf-8';
}

/** One kind of line end, no mark at the beginning, and what could hide or move other text made visible. */
export function cleanDocument(text: string): string {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return visibleText(unmarked.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
}
