/** C0 and C1 controls but the line feed; tabs and line ends are dealt with before. */
const CONTROLS = /(?!\n)\p{Cc}/gu;
/** Embeddings, overrides, isolates and marks that reorder the text around them. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Invisible and without a use in a message. The joiners U+200C and U+200D stay: scripts and emoji need them. */
const INVISIBLE = /[\u00ad\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb]/g;
const TAKEN_OUT = new RegExp([CONTROLS, BIDI, INVISIBLE].map(({ source }) => source).join('|'), 'u');
const LONE_SURROGATES = /\p{Cs}/gu;

/**
 * A field's value made safe to show: values come from senders nobody controls. Line ends become `\n`, tabs a
 * space; control, bidirectional-control and invisible format characters are **removed**; half of a surrogate
 * pair becomes U+FFFD. White space at both ends is removed.
 */
export function cleanValue(value: string): string {
  return value
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, '')
    .replace(BIDI, '')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .trim();
}

/** Whether a character is one that `cleanValue` leaves out. */
export function isTakenOut(char: string): boolean {
  return TAKEN_OUT.test(char);
}

/** A cleaned value on one line. */
export function toOneLine(value: string): string {
  // From the first of the white space only: else a long run of it takes time by its square.
  return value.replace(/(?<!\s)\s*\n\s*/g, ' ');
}
