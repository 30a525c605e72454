import { visibleText } from '../page/hostile-text.ts';
import type { DocumentProblem } from './document.ts';
import { MAX_DOCUMENT_BYTES } from './limits.ts';

/** As which a file's bytes were read; `euc-kr` includes its extension CP949 (WHATWG Encoding Standard). */
export type DocumentEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'euc-kr';
export type DecodedDocument =
  | { readonly ok: true; readonly text: string; readonly encoding: DocumentEncoding }
  | { readonly ok: false; readonly problem: DocumentProblem };

const NEW_LINE = 0x0a;
/** Of the bytes in pairs and of the letters beyond ASCII that text in EUC-KR has, so many are Korean. */
const KOREAN_SHARE = 0.9;

/**
 * A file's bytes as text: UTF-16 by its mark or by its zeros, else UTF-8. What is not strictly UTF-8 is read as EUC-KR
 * where that gives Korean: documents of before UTF-8 are in it. Anything else is refused at its first line that cannot be read.
 * @param bytes the whole file
 */
export function decodeDocument(bytes: Uint8Array): DecodedDocument {
  if (bytes.length > MAX_DOCUMENT_BYTES) return { ok: false, problem: { code: 'too-large' } };
  const wide = wideEncodingOf(bytes);
  const encoding = wide ?? 'utf-8';
  const text = decodedAs(encoding, bytes);
  if (text?.includes('\0') === true || (text === undefined && bytes.includes(0) && wide === undefined)) {
    return { ok: false, problem: { code: 'binary' } };
  }
  if (text !== undefined) return { ok: true, text, encoding };
  const korean = wide === undefined ? koreanIn(bytes) : undefined;
  if (korean !== undefined) return { ok: true, text: korean, encoding: 'euc-kr' };
  const line = wide === undefined ? firstBadLine(bytes) : undefined;
  return { ok: false, problem: { code: 'bad-encoding', ...(line === undefined ? {} : { line }) } };
}

function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first = 1, second = 1] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // A heading or a letter of ASCII, in UTF-16 without a mark.
  if (bytes.length % 2 === 0 && first !== 0 && second === 0) return 'utf-16le';
  if (bytes.length % 2 === 0 && first === 0 && second !== 0) return 'utf-16be';
  return undefined;
}

function decodedAs(encoding: DocumentEncoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text where it is Korean: bytes of other encodings can be pairs of this one, too, but make no Korean. */
function koreanIn(bytes: Uint8Array): string | undefined {
  const text = decodedAs('euc-kr', bytes);
  if (text === undefined) return undefined;
  const letters = text.match(/[^\p{ASCII}\p{P}\p{S}\p{Z}]/gu) ?? [];
  const hangul = letters.filter((letter) => /\p{Script=Hangul}/u.test(letter));
  const high = bytes.filter((byte) => byte >= 0xa1).length;
  const isKorean =
    hangul.length > 0 &&
    hangul.length >= letters.length * KOREAN_SHARE &&
    // Both bytes of what is not of the extension are above ASCII.
    high >= 2 * letters.length * KOREAN_SHARE;
  return isKorean ? text : undefined;
}

/**
 * The first line that is not UTF-8, from 1; undefined: all of it is. No byte within a letter of UTF-8 is that of a new line, so
 * each line can be judged by itself.
 */
export function firstBadLine(bytes: Uint8Array): number | undefined {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(NEW_LINE, start);
    const end = found === -1 ? bytes.length : found + 1;
    if (decodedAs('utf-8', bytes.subarray(start, end)) === undefined) return line;
    start = end;
  }
  return undefined;
}

/** One kind of line end, no mark at the beginning, and what could hide or move other text made visible. */
export function cleanDocument(text: string): string {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return visibleText(unmarked.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
}
