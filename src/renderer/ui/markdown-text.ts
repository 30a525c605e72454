import { disarmMentions } from '#shared/domain/message/mention.ts';

/**
 * Text as it is in Markdown, on one line: nothing in it takes effect (CommonMark 0.31, "Backslash escapes"), nor calls
 * anybody where it is pasted.
 */
export function escapeMarkdown(text: string): string {
  const disarmed = disarmMentions([{ kind: 'value', field: '', text }]).map((node) =>
    'text' in node ? node.text : '',
  );
  return disarmed
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>|~#&!]/g, String.raw`\$&`);
}

/** A table of plain texts (GFM, "Tables"). */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
