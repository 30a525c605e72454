import { drillLine, drillMark } from '../drill/drill-mark.ts';
import type { PlaybookLanguage } from '../playbook/schema.ts';
import type { ComposedMessage } from './compose.ts';
import type { MessageForm } from './forms.ts';
import type { MessageLine } from './message-line.ts';
import type { MessagePart, PartName } from './outgoing.ts';

/** The incident that a message is about, as far as it says whether that is real, and the message's language. */
export interface Subject {
  readonly drill: string | undefined;
  readonly language: PlaybookLanguage;
}

/** The pieces of a message with the mark of a drill in the first line of each, where it is from one (process document 8.2). */
export function markParts(parts: readonly MessagePart[], { drill, language }: Subject): MessagePart[] {
  if (drill === undefined) return [...parts];
  return parts.map(({ name, message }) => ({
    name,
    message: name === 'body' ? withFirstLine(message, language) : withPrefix(message, language),
  }));
}

/** A message of one piece with the mark in its first line. */
export function markMessage(message: ComposedMessage, { drill, language }: Subject): ComposedMessage {
  return drill === undefined ? message : withFirstLine(message, language);
}

function withFirstLine({ lines, gaps }: ComposedMessage, language: PlaybookLanguage): ComposedMessage {
  const mark: MessageLine = {
    kind: 'text',
    nodes: [{ kind: 'strong', nodes: [{ kind: 'text', text: drillLine(language) }] }],
  };
  return { lines: [mark, { kind: 'blank', nodes: [] }, ...lines], gaps };
}

function withPrefix({ lines, gaps }: ComposedMessage, language: PlaybookLanguage): ComposedMessage {
  const [first, ...rest] = lines;
  const prefix = { kind: 'text', text: prefixOf(language) } as const;
  return { lines: [{ kind: 'text', ...first, nodes: [prefix, ...(first?.nodes ?? [])] }, ...rest], gaps };
}

/** A piece that a person has written over: the mark comes back into its first line when they took it out. */
export function markText(
  text: string,
  { name, spelling }: { readonly name: PartName; readonly spelling: MessageForm },
  { drill, language }: Subject,
): string {
  const [firstLine = ''] = text.split('\n', 1);
  if (drill === undefined || firstLine.includes(drillMark(language))) return text;
  if (name !== 'body') return `${prefixOf(language)}${text}`;
  const around = { slack: '*', markdown: '**', plain: '' }[spelling];
  return `${around}${drillLine(language)}${around}\n\n${text}`;
}

function prefixOf(language: PlaybookLanguage): string {
  return `[${drillMark(language)}] `;
}
