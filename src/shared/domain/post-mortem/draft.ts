import { drillMark } from '../drill/drill-mark.ts';
import type { ActionStatus } from '../action/terms.ts';
import { type ComposedMessage, composeMessage, type FieldValues } from '../message/compose.ts';
import { cleanValue, toOneLine } from '../message/clean-value.ts';
import { lineToMarkdown } from '../message/markdown.ts';
import { disarmMentions } from '../message/mention.ts';
import type { MessageInline } from '../message/message-line.ts';
import type { PostMortemField } from '../playbook/schema-after.ts';
import type { PlaybookField } from '../playbook/schema.ts';
import { blanksOf } from './gaps.ts';
import { timelineRows } from './timeline-rows.ts';
import { type DraftInput, valuesFor } from './values.ts';
import type { PostMortemWord } from './words.ts';

/** A cell says something, or names what is missing. */
type Cell = { readonly text: string } | { readonly gap: string };
type Row = readonly Cell[];

/** In values these are escaped beside what Markdown takes: a brace is a gap's, a bar a table's. */
const ALSO = '{|';
const STATUS_WORDS = {
  open: 'statusOpen',
  'in-progress': 'statusInProgress',
  completed: 'statusCompleted',
} as const satisfies Record<ActionStatus, PostMortemWord>;
const ROWS_FIELD = /^\s*\{([a-z][a-z0-9-]*)\}\s*$/;

/**
 * The post-mortem as the log knows it (process document 6.2): the playbook's template in Markdown, every blank filled that
 * the log can fill, every other one left in braces by its name (`findGaps`). Text of pages and people stays literal. Pure,
 * and derived anew each time: nothing of it is kept until somebody saves.
 *
 * @returns undefined when the playbook has no post-mortem
 */
export function draftPostMortem(input: DraftInput): string | undefined {
  const { postMortem } = input.playbook;
  if (postMortem === undefined) return undefined;
  const blanks = blanksOf(postMortem);
  const fields = blanks.map(asField);
  const values = valuesFor(blanks, input);
  const template = postMortem.template.replaceAll('\r\n', '\n').split('\n');
  const lines = template.flatMap((line, index) => {
    const rows = blanks.find(({ id, type }) => type === 'rows' && id === ROWS_FIELD.exec(line)?.[1]);
    if (rows !== undefined) return writeRows(rowsOf(rows, input), columnsAbove(template, index));
    if (isTableLine(line)) return write(composeMessage({ fields, body: line }, inOneLine(values)));
    const message = composeMessage({ fields, body: line }, values);
    const more = blanks.find(({ id, source }) => isFacts(source) && line.includes(`{${id}}`) && id in values);
    if (more === undefined) return write(message);
    // The log's facts are a beginning: what people think is still to be written.
    return [...write(message), ...write(composeMessage({ fields, body: line }, without(values, more.id)))];
  });
  return `${markedTitle(lines.join('\n').trimEnd(), input)}\n`;
}

/** The document of a drill says so in its title. */
function markedTitle(text: string, { incident, playbook }: DraftInput): string {
  if (incident.drill === undefined) return text;
  const mark = `[${drillMark(playbook.language)}]`;
  return /^#+ /m.test(text) ? text.replace(/^#+ /m, (hashes) => `${hashes}${mark} `) : `${mark}\n\n${text}`;
}

const isFacts = (source: PostMortemField['source']): boolean =>
  source === 'met-in-time' || source === 'met-late';

function asField({ id, label, type }: PostMortemField): PlaybookField {
  return { id, label, type: type === 'rows' ? 'text' : type };
}

function write({ lines }: ComposedMessage): string[] {
  return lines.map((line) => lineToMarkdown(line, ALSO));
}

function rowsOf({ source, label }: PostMortemField, input: DraftInput): Row[] {
  if (source === 'timeline') {
    return timelineRows(input.events, input).map(({ time, text, unknown }) => [
      unknown === undefined ? { text: time ?? '' } : { gap: unknown },
      { text },
    ]);
  }
  const { incident, say } = input;
  if (source !== 'action-items' || incident.actions.length === 0) return [[{ gap: label }]];
  return incident.actions.map(({ number, description, owner, dueOn, status }) =>
    [
      String(number),
      description,
      owner === '' ? '' : `@${owner.replace(/^@+/, '')}`,
      dueOn,
      say(STATUS_WORDS[status]),
    ].map((text) => ({
      text,
    })),
  );
}

/** Rows of the table above them; where there is none, items of a list. */
function writeRows(rows: readonly Row[], columns: number): string[] {
  return rows.map((row) => {
    const cells = columns === 0 ? row : Array.from({ length: columns }, (_, at) => row[at] ?? { text: '' });
    const between = columns === 0 ? ' ' : ' | ';
    const inner = cells.flatMap((cell, at): MessageInline[] => [
      ...(at === 0 ? [] : [{ kind: 'text', text: between } as const]),
      'gap' in cell
        ? { kind: 'gap', field: '', label: cell.gap }
        : { kind: 'value', field: '', text: toOneLine(cleanValue(cell.text)) },
    ]);
    const nodes = disarmMentions(inner);
    if (columns === 0) return lineToMarkdown({ kind: 'item', nodes }, ALSO);
    const [open, close] = [{ kind: 'text', text: '| ' } as const, { kind: 'text', text: ' |' } as const];
    return lineToMarkdown({ kind: 'text', nodes: [open, ...nodes, close] }, ALSO);
  });
}

const isTableLine = (line: string): boolean => line.trimStart().startsWith('|');

/** How many columns the table has that a line goes on; 0: there is none. */
function columnsAbove(template: readonly string[], index: number): number {
  const above = template[index - 1] ?? '';
  return isTableLine(above)
    ? above
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|').length
    : 0;
}

function inOneLine(values: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      toOneLine(cleanValue(typeof value === 'string' ? value : value.join(', '))),
    ]),
  );
}

function without(values: FieldValues, id: string): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([each]) => each !== id));
}
