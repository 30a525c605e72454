/**
 * Everything in a page is hostile text. What could move, hide or reorder other text on screen is made
 * visible; nothing is silently dropped, so the reader sees that something was there.
 */
// C0 and C1 controls but tab and line feed.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// Bidi embeddings, overrides, isolates and marks; zero-width and blank characters, Hangul fillers among them (not
// the joiners, which emoji and some scripts need); annotation and tag characters.
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\u034f|\u17b4|\u17b5|\u180e/gu;
/** Zero-width joiners and variation selectors. */
const JOINERS = /\u200c|\u200d|[\ufe00-\ufe0f]/g;
const LINE_BREAKS = /[\r\n]+/;

/** One line or several, with control and invisible characters shown as their code points. */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(CONTROLS, showControl)
    .replace(INVISIBLE, showCodePoint);
}

/** As `visibleText`, on one line. */
export function visibleLine(text: string): string {
  // Split and trimmed, not one pattern: white space around a break matched in a pattern took minutes on a megabyte.
  const lines = text.split(LINE_BREAKS).map((line) => line.trim());
  const shown = visibleText(
    lines
      .filter((line) => line !== '')
      .join(' ')
      .replaceAll('\t', ' '),
  ).trim();
  // Joiners join something; alone they are a line that is there and cannot be seen.
  return shown.replaceAll(JOINERS, '').trim() === '' ? shown.replaceAll(JOINERS, showCodePoint) : shown;
}

/** At most `limit` UTF-16 units, cut between code points, with an ellipsis where something was cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

function showControl(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : showCodePoint(character);
}

function showCodePoint(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
