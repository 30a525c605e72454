import { freshId } from './fresh-id.ts';

type FieldSource =
  | 'severity'
  | 'title'
  | 'channel'
  | 'minutes-since-detection'
  | 'detected-time'
  | 'resolved-time'
  | 'total-duration';
/** Blanks that the incident fills, by what they are called. */
const SOURCES: readonly (readonly [FieldSource, RegExp])[] = [
  ['title', /^(?:title|incident title|제목|인시던트 제목)$/i],
  ['detected-time', /^(?:start(?:ed)?(?: time| at)?|시작(?: 시간| 시각)?)$/i],
  ['resolved-time', /^(?:end(?:ed)?(?: time| at)?|종료(?: 시간| 시각)?)$/i],
  ['total-duration', /^(?:total(?: time| duration)?|duration|총 시간|소요 시간)$/i],
];

/** A field as the playbook's schema has it; only what a text's form tells. */
export interface TemplateField {
  readonly id: string;
  readonly label: string;
  readonly type: 'text' | 'multiline' | 'choice' | 'list' | 'person' | 'number' | 'date';
  readonly hint?: string;
  readonly source?: FieldSource;
  readonly role?: string;
  readonly options?: readonly string[];
}
export interface MessageTemplate {
  readonly body: string;
  readonly fields: readonly TemplateField[];
}

const PLACEHOLDER = /\{\{(?!\s*\})([^{}\n]{1,80})\}\}|\{(?!\s*\})([^{}\n]{1,80})\}/g;
const SEVERITY_OPTIONS = ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'];

/** How many names in braces a text has. */
export function placeholderCount(text: string): number {
  return [...text.matchAll(PLACEHOLDER)].length;
}

/** The line, from 1, of a brace that opens and does not close on its line, or closes nothing. */
export function looseBraceLine(text: string): number | undefined {
  const index = text.split('\n').findIndex((line) => /[{}]/.test(line.replaceAll(PLACEHOLDER, '')));
  return index === -1 ? undefined : index + 1;
}

/**
 * A message with its blanks as named fields (`reading.md` 7). What a blank is for is told by what stands around it:
 * `SEV-{X}`, `@{name}`, `#incident-{date}`, `T+{XX}`, `{a | b}`, a line of its own, an item of a list.
 */
export function readTemplate(text: string): MessageTemplate {
  const fields = new Map<string, TemplateField>();
  const lists = new Map<string, string>();
  const body: string[] = [];
  let heading = '';
  for (const line of text.trimEnd().split('\n')) {
    const label = labelOf(line) || heading;
    if (!/[{}]/.test(line)) {
      heading = headingOf(line) || (line.trim() === '' ? heading : '');
      body.push(line);
      continue;
    }
    const item = listBlank(line);
    const known = item === undefined ? undefined : lists.get(`${heading}/${item}`);
    if (known !== undefined) continue;
    const blankCount = placeholderCount(line);
    const written = widened(line).replaceAll(
      PLACEHOLDER,
      (found: string, double: string | undefined, single: string | undefined, at: number) => {
        const name = (double ?? single ?? '').trim();
        const field = fieldOf(name, label, {
          line,
          found,
          at,
          isItem: item !== undefined,
          isOnly: blankCount === 1,
        });
        const same = [...fields.values()].find((each) => isSame(each, field));
        const id = same?.id ?? freshId(field.id, 'field', new Set(fields.keys()));
        fields.set(id, same ?? { ...field, id });
        if (item !== undefined) lists.set(`${heading}/${item}`, id);
        return `{${id}}`;
      },
    );
    body.push(written);
  }
  return { body: body.join('\n'), fields: [...fields.values()] };
}

/** What belongs to a blank goes into it: the playbook's own value has it already. */
function widened(line: string): string {
  return line
    .replaceAll(/\bSEV-?(?=\{[^{}|]{1,6}\})/gi, '')
    .replaceAll(/#[\p{L}\d_-]*(?=\{+[^{}]*(?:date|yyyy|날짜|일자)[^{}]*\}+)/giu, '');
}

interface Surroundings {
  readonly line: string;
  readonly found: string;
  readonly at: number;
  readonly isItem: boolean;
  readonly isOnly: boolean;
}

function fieldOf(
  name: string,
  label: string,
  { line, found, at, isItem, isOnly }: Surroundings,
): TemplateField {
  const before = widened(line).slice(0, at);
  const options = name.split('|').map((option) => option.trim());
  if (options.length > 1 && options.every((option) => option !== ''))
    return { id: label || 'choice', label: label || name, type: 'choice', options };
  if (new RegExp(`SEV-?\\{+\\s*${escaped(name)}`, 'i').test(line) || /^(?:severity|심각도|등급)$/i.test(name))
    return {
      id: 'severity',
      label: label || name,
      type: 'choice',
      source: 'severity',
      options: SEVERITY_OPTIONS,
    };
  if (
    /#[\p{L}\d_-]*\{+[^{}]*$/u.test(line.slice(0, line.indexOf(found) + 2)) &&
    /date|yyyy|날짜|일자/i.test(name)
  )
    return {
      id: 'channel',
      label: label || name,
      type: 'text',
      source: 'channel',
      hint: '#incident-YYYYMMDD',
    };
  if (/T\s?\+\s?$/i.test(before))
    return { id: 'minutes', label: label || name, type: 'number', source: 'minutes-since-detection' };
  if (before.endsWith('@')) return { id: label || name, label: label || name, type: 'person', hint: name };
  if (isItem)
    return {
      id: label || withoutNumber(name),
      label: label || withoutNumber(name),
      type: 'list',
      hint: withoutNumber(name),
    };
  const isAlone = line.trim() === found;
  const type = isAlone ? 'multiline' : 'text';
  const own = isOnly && label !== '' ? label : name;
  const source = SOURCES.find(([, pattern]) => pattern.test(own) || pattern.test(name))?.[0];
  return { id: own, label: own, type, hint: name, ...(source === undefined || isAlone ? {} : { source }) };
}

function isSame(one: TemplateField, other: TemplateField): boolean {
  return (
    one.type === other.type && one.label === other.label && one.hint === other.hint && one.type !== 'text'
  );
}

/** `**Label**: …` or `Label: …` at the beginning of a line, without its own marks. */
function labelOf(line: string): string {
  const [, bold, plain] =
    /^\s*(?:[-*]\s+)?(?:\*\*([^*{}]{1,40})\*\*|([^*{}:|#]{1,40}))\s*[:：]/.exec(line) ?? [];
  const cell = /^\|\s*([^|{}]*\p{L}[^|{}]*?)\s*\|/u.exec(line)?.[1]?.slice(0, 40);
  return (bold ?? plain ?? cell ?? '').trim();
}

/** A line that names what comes under it: a heading, or a label with nothing after it. */
function headingOf(line: string): string {
  const heading = /^#{1,6}\s+(.{1,60})$/.exec(line.trim())?.[1];
  const label = /^(?:\*\*([^*]{1,60})\*\*\s*[:：]?|([^*:：]{1,60})[:：])$/.exec(line.trim());
  return (heading ?? label?.[1] ?? label?.[2] ?? '').trim();
}

/** Of an item that is a blank and nothing else, what it asks for; `{action 1}` and `{action 2}` ask for the same. */
function listBlank(line: string): string | undefined {
  const name = /^\s*[-*+]\s+(?:[^{}:]{0,30}:\s*)?\{+([^{}]+)\}+\s*$/.exec(line)?.[1];
  return name === undefined || (/[-*+]\s+[^{}]*:/.test(line) && !/\d/.test(line))
    ? undefined
    : withoutNumber(name);
}

function withoutNumber(name: string): string {
  return name.replace(/\s*\d+$/, '').trim();
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
