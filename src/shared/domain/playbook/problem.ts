import type * as v from 'valibot';
import { isSchemaCode, type NameKind, type ProblemCause, type ProblemTerm } from './problem-cause.ts';

/** One thing wrong with a playbook file, where a person can find it. Line and column count from 1. */
export interface PlaybookProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Such as `templates[0].fields[2].id`; empty for the file as a whole. */
  readonly path: string;
  readonly cause: ProblemCause;
}

export type ProblemPath = readonly (string | number)[];

/** A place in a text of several lines: its line's own text, and an index into that. */
export interface PlaceInText {
  readonly lineText: string;
  readonly index: number;
}

/** What is wrong and with which node, before lines and columns are known. */
export interface Finding {
  readonly path: ProblemPath;
  /** Whether the key at the end of the path is meant, rather than its value. */
  readonly atKey: boolean;
  /** Which line of a value that has many, and where in it. */
  readonly within?: PlaceInText;
  readonly cause: ProblemCause;
}

/** A finding about a value. */
export function findingAt(path: ProblemPath, cause: ProblemCause): Finding {
  return { path, atKey: false, cause };
}

/** An entry with its place in the playbook. */
export interface Placed<Entry> {
  readonly path: ProblemPath;
  readonly entry: Entry;
}

/** The entries of a list, each with its place. */
export function placed<Entry>(path: ProblemPath, list: readonly Entry[] = []): Placed<Entry>[] {
  return list.map((entry, index) => ({ path: [...path, index], entry }));
}

/** Ids that stand twice in one list. */
export function findRepeatedIds(
  path: ProblemPath,
  list: readonly { readonly id: string }[] | undefined,
): Finding[] {
  return findRepeated(placed(path, list));
}

/** Ids that stand twice, where one list of the log is written as several. */
export function findRepeated(list: readonly Placed<{ readonly id: string }>[]): Finding[] {
  const seen = new Set<string>();
  return list.flatMap(({ path, entry: { id } }) => {
    if (seen.has(id)) return [findingAt([...path, 'id'], { code: 'repeated-id', id })];
    seen.add(id);
    return [];
  });
}

/** A name that nothing has; no finding when it was left out. */
export function findUnknown(
  path: ProblemPath,
  kind: NameKind,
  name: string | undefined,
  known: ReadonlySet<string>,
): Finding[] {
  return name === undefined || known.has(name)
    ? []
    : [findingAt(path, { code: 'unknown-name', kind: { word: kind }, name })];
}

/** The names in a list that nothing has. */
export function findUnknowns(
  path: ProblemPath,
  kind: NameKind,
  names: readonly string[] | undefined,
  known: ReadonlySet<string>,
): Finding[] {
  return placed(path, names).flatMap((name) => findUnknown(name.path, kind, name.entry, known));
}

type Named = readonly { readonly id?: string | undefined }[];
const knownSets = new WeakMap<Named, ReadonlySet<string>>();

/** The ids in a list. Asked for once for each thing that names one, so what was found is remembered with the list. */
export function idsOf(list: Named | undefined): ReadonlySet<string> {
  if (list === undefined) return new Set();
  const known = knownSets.get(list);
  if (known !== undefined) return known;
  const ids = new Set(list.flatMap(({ id }) => id ?? []));
  knownSets.set(list, ids);
  return ids;
}

/** `['severities', 0, 'id']` as `severities[0].id`. */
export function formatPath(path: ProblemPath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** A schema issue as a finding, for somebody writing YAML. */
export function describeIssue(issue: v.BaseIssue<unknown>): Finding {
  const path = issue.path?.map((item) => toPathKey(item.key)) ?? [];
  const key = path.at(-1);
  const isKeyIssue = issue.path?.at(-1)?.origin === 'key';
  if (isKeyIssue && issue.expected === 'never') {
    return { path, atKey: true, cause: { code: 'unknown-key', key: String(key) } };
  }
  if (isKeyIssue && issue.type === 'strict_object') {
    return { path: path.slice(0, -1), atKey: false, cause: { code: 'missing-key', key: String(key) } };
  }
  return { path, atKey: isKeyIssue, cause: causeOf(issue) };
}

function causeOf(issue: v.BaseIssue<unknown>): ProblemCause {
  if (isSchemaCode(issue.message)) return { code: issue.message };
  if (issue.type === 'non_empty') return { code: 'empty-text' };
  if (issue.type === 'min_length') return { code: 'empty-list' };
  return { code: 'wrong-value', expected: expectedOf(issue), received: receivedOf(issue.received) };
}

const TYPES: Readonly<Record<string, ProblemTerm>> = {
  Object: { word: 'mapping' },
  Array: { word: 'list' },
  string: { word: 'text' },
  number: { word: 'number' },
  boolean: { word: 'boolean' },
  null: { word: 'empty' },
};

/** The schema library's `("a" | "b")` and `Object` in a reader's words. */
function expectedOf({ expected, type }: v.BaseIssue<unknown>): ProblemTerm {
  if (expected === null) return { word: type === 'integer' ? 'whole-number' : 'valid' };
  return TYPES[expected] ?? expected.replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ', ');
}

function receivedOf(received: string): ProblemTerm {
  if (received.length > LONGEST_QUOTED) return { word: 'this' };
  return TYPES[received] ?? received;
}
/** Longer ones are seen at their place. */
const LONGEST_QUOTED = 60;

function toPathKey(key: unknown): string | number {
  return typeof key === 'number' ? key : String(key);
}
