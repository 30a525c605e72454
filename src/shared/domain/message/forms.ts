import { assertNever } from '../assert-never.ts';
import type { ComposedMessage } from './compose.ts';
import type { MessageInline, MessageLine } from './message-line.ts';
import { lineToMarkdown } from './markdown.ts';

/** How a message's text is spelt. The rich clipboard gets `toHtml` beside it. */
export const MESSAGE_FORMS = ['slack', 'markdown', 'plain'] as const;
export type MessageForm = (typeof MESSAGE_FORMS)[number];

/** The message in one of the forms. */
export function toForm(message: ComposedMessage, form: MessageForm): string {
  switch (form) {
    case 'slack':
      return toSlack(message);
    case 'markdown':
      return toMarkdown(message);
    case 'plain':
      return toPlain(message);
    default:
      return assertNever(form);
  }
}

/**
 * Slack's mrkdwn: `*bold*`, `•` items. Slack knows no escape for `*`, `_`, `~` and backquotes: in a value they stay as
 * they are.
 *
 * @param way `api`: for text sent through Slack's API, where `&`, `<` and `>` must be entities (docs.slack.dev,
 * "Formatting message text"), so that no value can mention a channel or hide a link. `paste`: for Slack's message box,
 * the only way this app offers: Slack encodes what is typed or pasted by itself, so an entity would be read as it is
 * spelt (`&amp;`), and `<!here>` is five words to it. What the box does take for a mention, `@here`, has been disarmed
 * in the values before (`mention.ts`). Beside the text the box is offered `toHtml`, and takes that when it can.
 */
export function toSlack(message: ComposedMessage, way: 'api' | 'paste' = 'api'): string {
  const escape = way === 'api' ? escapeSlack : asIs;
  return joinLines(message, ({ kind, nodes }) => {
    const text = writeNodes(nodes, escape, kind === 'heading' ? undefined : (inner) => `*${inner}*`);
    if (kind === 'item') return `• ${text}`;
    return kind === 'heading' ? `*${text}*` : text;
  });
}

/** Markdown as the template has it. In values, what would take effect is escaped. */
export function toMarkdown(message: ComposedMessage): string {
  return joinLines(message, (line) => lineToMarkdown(line));
}

/** No markup at all; items keep their `- `. */
export function toPlain(message: ComposedMessage): string {
  return joinLines(message, ({ kind, nodes }) => {
    const text = writeNodes(nodes, asIs, undefined);
    return kind === 'item' ? `- ${text}` : text;
  });
}

/** An HTML fragment for the rich clipboard: `p`, `br`, `ul`, `li`, `strong`; no attributes, all text escaped. */
export function toHtml(message: ComposedMessage): string {
  return groupLines(message.lines)
    .map(({ kind, lines }) => {
      const texts = lines.map(({ nodes }) =>
        writeNodes(
          nodes,
          escapeHtml,
          kind === 'heading' ? undefined : (inner) => `<strong>${inner}</strong>`,
        ),
      );
      if (kind === 'item') return `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`;
      if (kind === 'heading') return texts.map((text) => `<p><strong>${text}</strong></p>`).join('');
      return `<p>${texts.join('<br>')}</p>`;
    })
    .join('');
}

function joinLines({ lines }: ComposedMessage, write: (line: MessageLine) => string): string {
  return lines.map(write).join('\n');
}

function writeNodes(
  nodes: readonly MessageInline[],
  escape: (text: string) => string,
  embolden: ((inner: string) => string) | undefined,
): string {
  return nodes
    .map((node): string => {
      switch (node.kind) {
        case 'text':
        case 'value':
          return escape(node.text);
        case 'gap':
          return escape(`{${node.label}}`);
        case 'strong': {
          const inner = writeNodes(node.nodes, escape, undefined);
          return embolden === undefined ? inner : embolden(inner);
        }
        default:
          return assertNever(node);
      }
    })
    .join('');
}

/** Runs of lines of one kind; blank lines only part them. */
function groupLines(lines: readonly MessageLine[]): { kind: MessageLine['kind']; lines: MessageLine[] }[] {
  const groups: { kind: MessageLine['kind']; lines: MessageLine[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.kind === line.kind) last.lines.push(line);
    else groups.push({ kind: line.kind, lines: [line] });
  }
  return groups.filter(({ kind }) => kind !== 'blank');
}

function asIs(text: string): string {
  return text;
}

/** `&`, `<` and `>` as the entities that Slack keeps them as. */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeHtml(text: string): string {
  return escapeSlack(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
