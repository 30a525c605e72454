import type { ProblemCause } from './problem-cause.ts';
import { findingAt } from './problem.ts';
import type { Finding, ProblemPath } from './problem.ts';

/** A text with `{names}` in it, and where it stands in the playbook. */
export interface Wording {
  readonly path: ProblemPath;
  readonly text: string;
}
/** A name in braces, at its place in a text. */
interface NamedPlace {
  readonly name: string;
  readonly lineText: string;
  readonly index: number;
}

const PLACEHOLDER = /\{([^{}\n]*)\}/g;
const BRACE = /[{}]/g;

/** Every name in braces, in order, with the line that it stands on. */
function namedPlaces(text: string): NamedPlace[] {
  return text.split('\n').flatMap((lineText) =>
    [...lineText.matchAll(PLACEHOLDER)].map((match) => ({
      name: match[1] ?? '',
      lineText,
      index: match.index,
    })),
  );
}

/** Braces that open and do not close on their line, or close what never opened. */
export function findLooseBraces({ path, text }: Wording): Finding[] {
  return text.split('\n').flatMap((lineText) => {
    const rest = lineText.replaceAll(PLACEHOLDER, (name) => ' '.repeat(name.length));
    return [...rest.matchAll(BRACE)].map(({ 0: brace, index }) => ({
      ...findingAt(path, { code: brace === '{' ? 'open-brace' : 'closing-brace' }),
      within: { lineText, index },
    }));
  });
}

/** Names in braces that are not among those known, each reported once. */
export function findUndeclared(
  { path, text }: Wording,
  known: ReadonlySet<string>,
  causeOf: (name: string) => ProblemCause,
): Finding[] {
  const first = new Map(
    namedPlaces(text)
      .toReversed()
      .map((place) => [place.name, place]),
  );
  return [...first.values()]
    .filter(({ name }) => !known.has(name))
    .toReversed()
    .map(({ name, lineText, index }) => ({
      ...findingAt(path, causeOf(name)),
      within: { lineText, index },
    }));
}
