import { literalLine } from './literal-line.ts';
import { lineToMarkdown } from './markdown.ts';

/** Rows as a GFM table; nothing of a cell takes effect. @param rows the heads first */
export function markdownTable([heads = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = [heads.map(literalCell), heads.map(() => '---'), ...rows.map((row) => row.map(literalCell))];
  return lines.map(line).join('\n');
}

/** A text as it is: one line, no markup, no mention of a whole channel, and no end of its cell. */
function literalCell(text: string): string {
  // GFM takes the backslash before a pipe off first, before it reads the cell (GFM 0.29, 4.10).
  return lineToMarkdown(literalLine('text', text)).replaceAll('|', String.raw`\|`);
}
