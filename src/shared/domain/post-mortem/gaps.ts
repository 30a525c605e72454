import { placeholdersOf } from '../message/body.ts';
import type { PlaybookPostMortem, PostMortemField } from '../playbook/schema-after.ts';

/** A blank still to be filled, by its name and its place in the text (UTF-16 units, the braces included). */
export interface Gap {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

const BRACES = /(?<!\\)\{((?:\\.|[^{}\\\n])+)\}/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** The blanks of the document (process document 6.2). Where a playbook declares none, every name in braces is one. */
export function blanksOf({ fields, template }: PlaybookPostMortem): readonly PostMortemField[] {
  return (
    fields ?? [...new Set(placeholdersOf(template))].map((name) => ({ id: name, label: name, type: 'text' }))
  );
}

/** What the text still lacks, in its order: names in braces that the playbook knows. A brace in a value is escaped. */
export function findGaps(text: string, postMortem: PlaybookPostMortem): Gap[] {
  const labels = new Set([
    ...blanksOf(postMortem).map(({ label }) => label),
    ...(postMortem.moments ?? []).map(({ title }) => title),
  ]);
  return [...text.matchAll(BRACES)].flatMap(({ index, 0: whole, 1: inside = '' }) => {
    const label = inside.replaceAll(ESCAPE, '$1');
    return labels.has(label) ? [{ label, start: index, end: index + whole.length }] : [];
  });
}
