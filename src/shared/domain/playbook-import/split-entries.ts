/** A cell or a line that lists several things, apart: by commas, semicolons, `·` and lines, but not inside brackets. */
export function splitEntries(text: string): string[] {
  return text
    .split(/\s*(?:[,;、·\n](?![^()]*\)))\s*/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
