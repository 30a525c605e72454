import { cleanValue, toOneLine } from './clean-value.ts';
import { disarmMentions } from './mention.ts';
import type { MessageInline, MessageLine } from './message-line.ts';

/** A text as it is, on one line: no markup, and no mention of a whole channel. */
export function literal(text: string): MessageInline[] {
  return disarmMentions([{ kind: 'value', field: '', text: toOneLine(cleanValue(text)) }]);
}

/** A line of nothing else: nothing that a page or a person wrote takes effect in it, nor calls anybody. */
export function literalLine(kind: MessageLine['kind'], text: string): MessageLine {
  return { kind, nodes: literal(text) };
}

export function literalHeading(level: number, text: string): MessageLine {
  return { ...literalLine('heading', text), level };
}
