import type { ProblemCause, ProblemTerm } from '../domain/playbook/problem-cause.ts';
import { playbookProblem as english } from './en/playbook-problem.ts';

type Text = keyof typeof english.text;
type Word = keyof typeof english.word;
/** A key of the catalogue, under `playbookProblem`. */
export type ProblemKey = `text.${Text}` | `word.${Word}`;
/** Looks words up, and puts the terms into them. */
export type LookUp = (key: ProblemKey, terms: Readonly<Record<string, string | number>>) => string;

const ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries(english).flatMap(([kind, texts]) =>
    Object.entries(texts).map(([name, text]) => [`${kind}.${name}`, text] as const),
  ),
);

/** What is wrong with a playbook, in the words that `look` finds. */
export function problemText({ code, ...terms }: ProblemCause, look: LookUp): string {
  const said = Object.entries<ProblemTerm>(terms).map(
    ([name, term]) => [name, typeof term === 'object' ? look(`word.${term.word}`, {}) : term] as const,
  );
  return look(`text.${code}`, Object.fromEntries(said));
}

/** The same in English, for the app's own log and the command line, whatever language is on screen. */
export function englishProblemText(cause: ProblemCause): string {
  return problemText(cause, (key, terms) =>
    (ENGLISH.get(key) ?? key).replaceAll(/\{\{(\w+)\}\}/g, (gap, name: string) => String(terms[name] ?? gap)),
  );
}
