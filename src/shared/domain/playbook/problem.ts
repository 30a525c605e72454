import type * as v from 'valibot';

/** One thing wrong with a playbook file, where a person can find it. Line and column count from 1. */
export interface PlaybookProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Such as `templates[0].fields[2].id`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
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
  readonly message: string;
}

/** A finding about a value. */
export function findingAt(path: ProblemPath, message: string): Finding {
  return { path, atKey: false, message };
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
    if (seen.has(id)) return [findingAt([...path, 'id'], `"${id}" is used twice in this list`)];
    seen.add(id);
    return [];
  });
}

/** A name that nothing has; no finding when it was left out. */
export function findUnknown(
  path: ProblemPath,
  kind: string,
  name: string | undefined,
  known: ReadonlySet<string>,
): Finding[] {
  return name === undefined || known.has(name) ? [] : [findingAt(path, `no ${kind} is called "${name}"`)];
}

/** The names in a list that nothing has. */
export function findUnknowns(
  path: ProblemPath,
  kind: string,
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

/** A schema issue as a finding, in words for somebody writing YAML. */
export function describeIssue(issue: v.BaseIssue<unknown>): Finding {
  const path = issue.path?.map((item) => toPathKey(item.key)) ?? [];
  const key = path.at(-1);
  const isKeyIssue = issue.path?.at(-1)?.origin === 'key';
  if (isKeyIssue && issue.expected === 'never') {
    return { path, atKey: true, message: `unknown key "${key}"` };
  }
  if (isKeyIssue && issue.type === 'strict_object') {
    return { path: path.slice(0, -1), atKey: false, message: `"${key}" is missing` };
  }
  return { path, atKey: isKeyIssue, message: describeValue(issue) };
}

function describeValue(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  if (issue.type === 'non_empty') return 'must not be empty';
  if (issue.type === 'min_length') return 'must have at least one entry';
  return `must be ${describeExpected(issue.expected)}, not ${describeReceived(issue)}`;
}

/** The schema library's `("a" | "b")` and `Object` in a reader's words. */
function describeExpected(expected: string | null): string {
  if (expected === null) return 'valid';
  if (expected === 'Object') return 'a mapping';
  if (expected === 'Array') return 'a list';
  if (expected === 'string') return 'text';
  if (expected === 'boolean') return 'true or false';
  return expected.replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ', ');
}

function describeReceived(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'Object') return 'a mapping';
  if (issue.received === 'Array') return 'a list';
  if (issue.received === 'null') return 'empty';
  return issue.received.length > 60 ? 'this' : issue.received;
}

function toPathKey(key: unknown): string | number {
  return typeof key === 'number' ? key : String(key);
}
