import { splitAt } from './body.ts';
import type { MessageInline, MessageLine } from './message-line.ts';
import { type MessageForm, toHtml } from './forms.ts';

const SLACK_ITEM = /^\s*[•-]\s+(.*)$/;
const MARKDOWN_ITEM = /^\s*[-*]\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*)$/;
/** `*bold*` by itself, not within a word or a sum. */
const SLACK_STRONG = /(?<![\p{L}\p{N}*])\*(?![\s*])([^*]*[^*\s])\*(?![\p{L}\p{N}*])/gu;
const MARKDOWN_STRONG = /(?<!\\)\*\*(?![\s*])(.+?)(?<![\s\\])\*\*/g;
const MARKDOWN_ESCAPE = /\\([!-/:-@[-`{-~])/g;

/**
 * What a text that a person has written says, as HTML for the rich clipboard: bold and items in the spelling of its
 * form, and nothing else. It is read line by line and written anew by `toHtml`, so no markup of the text gets through.
 * Mentions in it stay: what a person writes last is meant.
 */
export function writtenHtml(text: string, form: MessageForm): string {
  return toHtml({ lines: text.split(/\r\n?|\n/).map((line) => readLine(line, form)), gaps: [] });
}

function readLine(line: string, form: MessageForm): MessageLine {
  if (line.trim() === '') return { kind: 'blank', nodes: [] };
  const item = (form === 'slack' ? SLACK_ITEM : MARKDOWN_ITEM).exec(line)?.[1];
  if (item !== undefined) return { kind: 'item', nodes: readInline(item, form) };
  const heading = form === 'markdown' ? HEADING.exec(line)?.[1] : undefined;
  return heading === undefined
    ? { kind: 'text', nodes: readInline(line, form) }
    : { kind: 'heading', nodes: readInline(heading, form) };
}

function readInline(text: string, form: MessageForm): MessageInline[] {
  const literal = (plain: string): MessageInline => ({
    kind: 'text',
    text: form === 'markdown' ? plain.replace(MARKDOWN_ESCAPE, '$1') : plain,
  });
  if (form === 'plain') return [literal(text)];
  return splitAt<MessageInline>(
    text,
    form === 'slack' ? SLACK_STRONG : MARKDOWN_STRONG,
    (inner) => ({ kind: 'strong', nodes: [literal(inner)] }),
    (between) => [literal(between)],
  );
}
