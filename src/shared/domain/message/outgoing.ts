import type { Playbook } from '../playbook/schema.ts';
import type { ComposedMessage } from './compose.ts';
import { type MessageForm, toForm, toHtml, toSlack } from './forms.ts';
import { fitLine, type LengthWarning, slackLength } from './length.ts';

/** How a message looks in a channel (process document 4.1): one piece of text, or a line and a text pasted apart. */
export type ChannelForm = NonNullable<Playbook['channels'][number]['form']>;
export const MESSAGE_CHANNEL_FORMS = ['slack', 'markdown', 'email', 'plain'] as const;
export const STATUS_CHANNEL_FORMS = ['status-page', 'slack', 'markdown', 'plain'] as const;

export type PartName = 'subject' | 'title' | 'body';
/** A piece of a message before it takes a form. */
export interface MessagePart {
  readonly name: PartName;
  readonly message: ComposedMessage;
}
/** A piece of a message as the clipboard takes it. */
export interface OutgoingPart {
  readonly name: PartName;
  readonly text: string;
  /** For programs that paste rich text; text that is pasted as typed has none. */
  readonly html?: string;
  readonly warning?: LengthWarning;
}

/** One piece in the form of its channel. A subject or title is one line, and no longer than fits. */
export function toOutgoing({ name, message }: MessagePart, form: ChannelForm): OutgoingPart {
  const spelling = spellingOf(form);
  const text = spelling === 'slack' ? toSlack(message, 'paste') : toForm(message, spelling);
  return finish({ name, text, html: toHtml(message) }, form);
}

/** The same for a piece whose text a person has written; `html` is what that text says in this form. */
export function finish(
  { name, text, html }: { readonly name: PartName; readonly text: string; readonly html: string },
  form: ChannelForm,
): OutgoingPart {
  const isLine = name === 'subject' || (name === 'title' && form === 'status-page');
  if (isLine) {
    const { line, rest } = fitLine(text);
    return { name, text: line, ...(rest === '' ? {} : { warning: { kind: 'line', rest } }) };
  }
  const warning = form === 'slack' ? slackLength(text) : undefined;
  const isRich = form !== 'plain' && form !== 'status-page';
  return { name, text, ...(isRich ? { html } : {}), ...(warning === undefined ? {} : { warning }) };
}

/** All pieces in one, a blank line between them: what `Copy message` copies, and what is recorded. */
export function together(parts: readonly OutgoingPart[]): { readonly text: string; readonly html?: string } {
  const text = parts.map((part) => part.text).join('\n\n');
  if (parts.every(({ html }) => html === undefined)) return { text };
  return { text, html: parts.map(({ text: line, html }) => html ?? lineToHtml(line)).join('') };
}

/** The spelling of a form's text. E-mail is read as rich text; who reads it plain should see no asterisks. */
export function spellingOf(form: ChannelForm): MessageForm {
  return form === 'email' || form === 'status-page' ? 'plain' : form;
}

function lineToHtml(text: string): string {
  return toHtml({ lines: [{ kind: 'text', nodes: [{ kind: 'text', text }] }], gaps: [] });
}
