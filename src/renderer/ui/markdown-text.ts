/** Text as it is in Markdown, on one line: nothing in it takes effect (CommonMark 0.31, "Backslash escapes"). */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>|~#&!]/g, String.raw`\$&`);
}

/** A table of plain texts (GFM, "Tables"). */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
