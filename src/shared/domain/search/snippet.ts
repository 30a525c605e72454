import { plainForm, withoutUnfinished } from './hangul.ts';

/** A piece of a text around what was looked for, in one line. */
export interface Snippet {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

const BEFORE = 32;
const LENGTH = 120;

/** The piece around the first word of the query that the text has; its beginning when it has none. */
export function snippetOf(text: string, query: string): Snippet {
  const line = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const folded = line.toLowerCase();
  // A letter that changes its length in lower case would shift the places.
  const words = folded.length === line.length ? plainForm(query).split(/\s+/) : [];
  const places = words
    .map(withoutUnfinished)
    .filter((word) => word !== '')
    .map((word) => ({ at: folded.indexOf(word), length: word.length }))
    .filter(({ at }) => at !== -1);
  const [first = { at: 0, length: 0 }] = places.toSorted((one, other) => one.at - other.at);
  const from = Math.max(0, first.at - BEFORE);
  const end = first.at + first.length;
  return {
    before: `${from > 0 ? '…' : ''}${line.slice(from, first.at)}`,
    match: line.slice(first.at, end),
    after: `${line.slice(end, from + LENGTH)}${line.length > from + LENGTH ? '…' : ''}`,
  };
}
