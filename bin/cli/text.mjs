// @ts-check

/**
 * Titles and the like come from strangers. On a terminal control characters are commands, and
 * characters that turn the direction or have no width make a text look like another.
 */
// C0 and C1 controls and delete; bidi controls, zero-width and line separators; tag characters.
const HOSTILE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Text on one line that can do nothing to a terminal; what could is shown as U+FFFD. @param {unknown} value */
export function plain(value) {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(HOSTILE, '\ufffd')
    : '';
}

/** JSON that says the same with every such character escaped. @param {string} json */
export function plainJson(json) {
  return json.replace(HOSTILE, (found) => (/^[\t\n\r]$/.test(found) ? found : escaped(found)));
}

/** @param {string} text */
function escaped(text) {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

/** Columns under one another; the last may be as long as it likes. @param {readonly (readonly string[])[]} rows */
export function columns(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** An ISO time as this machine's people read it, to the minute. @param {unknown} iso */
export function localTime(iso) {
  const at = typeof iso === 'string' ? new Date(iso) : undefined;
  if (at === undefined || Number.isNaN(at.getTime())) return '-';
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
