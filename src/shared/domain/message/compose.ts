import type { Playbook, PlaybookField, PlaybookTemplate } from '../playbook/schema.ts';
import { parseBody, parseInline } from './body.ts';
import type { BodyInline, BodyLine } from './body.ts';
import { cleanValue, toOneLine } from './clean-value.ts';
import { disarmMentions } from './mention.ts';
import type { MessageInline, MessageLine } from './message-line.ts';

/** What a person or the incident filled in; several entries for a list. */
export type FieldValue = string | readonly string[];
/** By field id. A field that is absent or blank is a gap. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** A message before it takes a form: what the preview draws, and what `forms.ts` writes. */
export interface ComposedMessage {
  readonly lines: readonly MessageLine[];
  /** The fields still missing, each once, in the order of the text. */
  readonly gaps: readonly PlaybookField[];
}

export type PlaybookStatusPage = Playbook['statusPage'];
export type PlaybookStatusState = PlaybookStatusPage['states'][number];

export interface ComposedStatus {
  readonly state: PlaybookStatusState;
  readonly title: ComposedMessage;
  readonly message: ComposedMessage;
  readonly gaps: readonly PlaybookField[];
}

type Fields = Pick<PlaybookTemplate, 'fields'>;

/** A template with its fields filled (process document 4.2). Values are text, never markup. */
export function composeMessage(
  template: Fields & Pick<PlaybookTemplate, 'body'>,
  values: FieldValues,
): ComposedMessage {
  return composeLines(parseBody(template.body), template, values);
}

/** One line of text with fields in braces, such as an e-mail's subject. */
export function composeLine(text: string, template: Fields, values: FieldValues): ComposedMessage {
  const { lines, gaps } = composeLines([{ kind: 'heading', nodes: parseInline(text) }], template, values);
  return { lines: lines.map(({ nodes }) => ({ kind: 'text', nodes })), gaps };
}

/**
 * One state of the status page (process document 4.3): its title and its message, pasted apart.
 *
 * @returns undefined when the status page has no such state.
 */
export function composeStatus(
  statusPage: PlaybookStatusPage,
  stateId: string,
  values: FieldValues,
): ComposedStatus | undefined {
  const state = statusPage.states.find(({ id }) => id === stateId);
  if (state === undefined) return undefined;
  const title = composeLine(state.title, statusPage, values);
  const message = composeLines(parseBody(state.message), statusPage, values);
  return { state, title, message, gaps: unique([...title.gaps, ...message.gaps]) };
}

function composeLines(body: readonly BodyLine[], { fields }: Fields, values: FieldValues): ComposedMessage {
  const known = new Map(fields.map((field) => [field.id, field]));
  const gaps: PlaybookField[] = [];
  const lines = body.flatMap((line): MessageLine[] =>
    repeatPerItem(line, known, values).flatMap((lineValues) => {
      const nodes = line.nodes.map((node, index) =>
        fill(node, line.nodes[index - 1], known, lineValues, gaps),
      );
      const broken = line.kind === 'text' ? breakLines(nodes) : [{ ...line, nodes: nodes.map(joinLines) }];
      return broken.map((each) => ({ ...each, nodes: disarmMentions(each.nodes) }));
    }),
  );
  return { lines, gaps: unique(gaps) };
}

/** The values for each copy of a line: an item line stands once for every entry of the first list field in it. */
function repeatPerItem(
  line: BodyLine,
  known: ReadonlyMap<string, PlaybookField>,
  values: FieldValues,
): readonly FieldValues[] {
  if (line.kind !== 'item') return [values];
  const list = line.nodes
    .flatMap((node) => (node.kind === 'strong' ? node.nodes : [node]))
    .map((node) => (node.kind === 'field' ? known.get(node.id) : undefined))
    .find((field) => field?.type === 'list');
  if (list === undefined) return [values];
  const entries = entriesOf(values, list);
  return entries.length === 0 ? [values] : entries.map((entry) => ({ ...values, [list.id]: entry }));
}

function fill(
  node: BodyInline,
  before: BodyInline | undefined,
  known: ReadonlyMap<string, PlaybookField>,
  values: FieldValues,
  gaps: PlaybookField[],
): MessageInline {
  if (node.kind === 'text') return node;
  if (node.kind === 'strong') {
    return {
      kind: 'strong',
      nodes: node.nodes.map((inner, index) => fill(inner, node.nodes[index - 1], known, values, gaps)),
    };
  }
  const field = known.get(node.id);
  if (field === undefined) return { kind: 'text', text: `{${node.id}}` };
  const text = valueOf(values, field, before?.kind === 'text' && before.text.endsWith('@'));
  if (text !== '') return { kind: 'value', field: field.id, text };
  gaps.push(field);
  return { kind: 'gap', field: field.id, label: field.label };
}

function valueOf(values: FieldValues, field: PlaybookField, followsAt: boolean): string {
  const entries = entriesOf(values, field).map((entry) =>
    field.type === 'multiline' ? entry : toOneLine(entry),
  );
  const text = entries.join(', ');
  // `@{name}` filled with `@name`.
  return followsAt ? text.replace(/^@+/, '') : text;
}

/** The entries that say something. Each line pasted into a list is an entry of its own. */
function entriesOf(values: FieldValues, { id, type }: PlaybookField): string[] {
  const value = Object.hasOwn(values, id) ? values[id] : undefined;
  const entries = (typeof value === 'string' ? [value] : (value ?? [])).map(cleanValue);
  const lines =
    type === 'list' ? entries.flatMap((entry) => entry.split('\n').map((line) => line.trim())) : entries;
  return lines.filter((entry) => entry !== '');
}

/** A value of several lines on a line of text goes on over as many lines of the message; bold ends with its line. */
function breakLines(nodes: readonly MessageInline[]): MessageLine[] {
  const lines: MessageInline[][] = [[]];
  for (const node of nodes) {
    const pieces = node.kind === 'strong' ? [joinLines(node)] : splitValue(node);
    pieces.forEach((piece, index) => {
      if (index > 0) lines.push([]);
      if (piece.kind !== 'value' || piece.text !== '') lines.at(-1)?.push(piece);
    });
  }
  return lines.map((line) => ({ kind: line.length === 0 ? 'blank' : 'text', nodes: line }));
}

function splitValue(node: MessageInline): MessageInline[] {
  if (node.kind !== 'value') return [node];
  return node.text.split('\n').map((text) => ({ ...node, text: text.trimEnd() }));
}

function joinLines(node: MessageInline): MessageInline {
  if (node.kind === 'strong') return { ...node, nodes: node.nodes.map(joinLines) };
  return node.kind === 'value' ? { ...node, text: toOneLine(node.text) } : node;
}

function unique(fields: readonly PlaybookField[]): PlaybookField[] {
  return [...new Map(fields.map((field) => [field.id, field])).values()];
}
