import type { ListItem } from './document.ts';
import { durationIn, durationsIn } from './durations.ts';
import type { SeverityRow } from './report.ts';
import { severityLabel, type Grading } from './severity-labels.ts';
import { splitEntries } from './split-entries.ts';
import { LABELS } from './word-hints.ts';

type Attribute = 'name' | 'scope' | 'impact' | 'response' | 'resolution' | 'examples';
const ATTRIBUTES = ['response', 'resolution', 'examples', 'name', 'scope', 'impact'] as const;
/** What has a length of time is one of these, and nothing else is. */
const TIMED: ReadonlySet<Attribute> = new Set(['response', 'resolution']);

export interface LabelledColumn {
  readonly label: string;
  readonly texts: readonly string[];
}

/**
 * What each column says of a severity (process document 1.2, 1.3): by its own name where that is known; else times are
 * the response and then the resolution, in this order, and texts are scope and impact, or examples where they list.
 */
export function attributesOf(columns: readonly LabelledColumn[]): (Attribute | undefined)[] {
  const free = new Set<Attribute>(ATTRIBUTES);
  const isTimed = columns.map(
    ({ texts }) =>
      texts.filter((text) => text.length < 60 && durationIn(text) !== undefined).length * 2 >= texts.length &&
      texts.length > 0,
  );
  const found = columns.map(({ label }, index): Attribute | undefined => {
    const named = ATTRIBUTES.find(
      (attribute) =>
        free.has(attribute) && TIMED.has(attribute) === isTimed[index] && LABELS[attribute].test(label),
    );
    if (named !== undefined) free.delete(named);
    return named;
  });
  return found.map((attribute, index) => {
    if (attribute !== undefined) return attribute;
    const lists = shareOfLists(columns[index]?.texts ?? []) > 0.5;
    const order: readonly Attribute[] =
      isTimed[index] === true
        ? ['response', 'resolution']
        : lists
          ? ['examples', 'scope', 'impact']
          : ['scope', 'impact', 'examples'];
    const next = order.find((each) => free.has(each));
    if (next !== undefined) free.delete(next);
    return next;
  });
}

function shareOfLists(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : texts.filter((text) => splitEntries(text).length > 1).length / texts.length;
}

export function withAttribute(row: SeverityRow, attribute: Attribute | undefined, text: string): SeverityRow {
  if (attribute === undefined || text === '') return row;
  if (attribute === 'examples') return { ...row, examples: [...(row.examples ?? []), ...splitEntries(text)] };
  const ms = TIMED.has(attribute) ? durationIn(text) : undefined;
  return {
    ...row,
    [attribute]: text,
    ...(ms !== undefined && attribute === 'response' ? { responseMs: ms } : {}),
    ...(ms !== undefined && attribute === 'resolution' ? { resolutionMs: ms } : {}),
  };
}

/** A severity as an item of a list: `**SEV-1 (Critical)** - all is down`, with its attributes nested or in its text. */
export function severityItem(item: ListItem, grading: Grading): SeverityRow | undefined {
  const label = severityLabel(item.label === '' ? item.text : item.label, grading);
  if (label === undefined) return undefined;
  const named: SeverityRow = { severity: label.severity, ...(label.name === '' ? {} : { name: label.name }) };
  const row = item.label === '' ? named : withSentences(named, item.rest);
  const nested = item.items.filter(({ label: own }) => own !== '');
  const attributes = attributesOf(nested.map(({ label: own, rest }) => ({ label: own, texts: [rest] })));
  const plain = item.items.filter(({ label: own }) => own === '');
  const timed = plain.filter(({ text }) => durationIn(text) !== undefined);
  const characteristics = plain.filter((each) => !timed.includes(each)).map(({ text }) => text);
  const filled = nested.reduce(
    (before, { rest }, index) => withAttribute(before, attributes[index], rest),
    row,
  );
  const all = timed.reduce((before, { text }) => withSentences(before, text), filled);
  return characteristics.length === 0 ? all : { ...all, characteristics };
}

/** Running text: its sentences without a time are the scope, those with one the targets. */
function withSentences(row: SeverityRow, text: string): SeverityRow {
  let result = row;
  const scope: string[] = [];
  for (const part of text.split(/(?<=[.!?。])\s+|;\s+|\n|,\s+(?=[^,]*\d)/)) {
    const sentence = part.trim().replace(/[.。]$/, '');
    if (sentence === '') continue;
    if (durationsIn(sentence).length === 0) scope.push(sentence);
    else {
      const isResolution =
        LABELS.resolution.test(sentence) ||
        (result.response !== undefined && !LABELS.response.test(sentence));
      result = withAttribute(result, isResolution ? 'resolution' : 'response', sentence);
    }
  }
  return scope.length === 0 || result.scope !== undefined ? result : { ...result, scope: scope.join('. ') };
}
