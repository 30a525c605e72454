import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { findExcess, MAX_ALIASES } from './limits.ts';
import type { ProblemCause } from './problem-cause.ts';
import type { Finding, PlaceInText, ProblemPath } from './problem.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The plain data of a YAML text, and where each part of it stands. */
export interface YamlSource {
  readonly value: unknown;
  locate(finding: Pick<Finding, 'path' | 'atKey' | 'within'>): Position;
}

export interface SyntaxProblem extends Position {
  readonly cause: ProblemCause;
}

/**
 * Reads one YAML 1.2 document of plain data: no custom tags, no repeated keys, no merge keys.
 *
 * @returns its source, or every syntax problem found, in the order of the file.
 */
export function readYaml(text: string): YamlSource | readonly SyntaxProblem[] {
  const lines = new LineCounter();
  const excess = findExcess(text);
  if (excess !== undefined) return [{ ...positionIn(text, excess.offset), cause: excess.cause }];
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // Named, so that a %YAML 1.1 directive cannot bring in `yes` for true.
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    // The parser's own check compares every pair of keys; findMisused needs one pass.
    uniqueKeys: false,
    // Silent would also silence the error about a second document.
    logLevel: 'error',
  });
  const at = (offset: number): Position => positionAt(lines, offset);
  const problems = [
    ...[...document.errors, ...document.warnings].map((error) => ({
      ...at(error.pos[0]),
      cause: { code: `yaml-${error.code}` } as const,
    })),
    ...findMisused(document).map(({ offset, cause }) => ({ ...at(offset), cause })),
  ];
  if (problems.length > 0) return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return {
      value,
      locate: ({ path, atKey, within }) => at(offsetWithin(text, offsetOf(document, path, atKey), within)),
    };
  } catch (error) {
    // Few aliases, but of aliases: the parser counts what they come to.
    const cause: ProblemCause =
      error instanceof ReferenceError
        ? { code: 'too-many-aliases', most: MAX_ALIASES }
        : { code: 'unreadable' };
    return [{ line: 1, column: 1, cause }];
  }
}

/** Keys that stand twice in one mapping, and aliases of no anchor or of what they stand in. */
function findMisused(document: Document.Parsed): { offset: number; cause: ProblemCause }[] {
  const found: { offset: number; cause: ProblemCause }[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name))
          found.push({ offset: key.range?.[0] ?? 0, cause: { code: 'repeated-key', key: name } });
        seen.add(name);
      }
    },
    Alias(_, alias, path) {
      const target = alias.resolve(document);
      const offset = alias.range?.[0] ?? 0;
      const anchor = `&${alias.source}`;
      if (target === undefined) found.push({ offset, cause: { code: 'no-anchor', anchor } });
      else if (path.includes(target)) found.push({ offset, cause: { code: 'anchor-holds-itself', anchor } });
    },
  });
  return found;
}

/** The offset of the node at `path`, or of the deepest node on the way to it. */
function offsetOf(document: Document.Parsed, path: ProblemPath, atKey: boolean): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const [index, key] of path.entries()) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (atKey && index === path.length - 1 && isNode(pair?.key)) return pair.key.range?.[0] ?? offset;
      next = pair?.value;
    } else if (isSeq(node) && typeof key === 'number') {
      next = node.items[key];
    }
    if (!isNode(next)) return offset;
    node = next;
    offset = next.range?.[0] ?? offset;
  }
  return offset;
}

/** Where a place in a value stands in the file: where its line does, which may be quoted or indented there. */
function offsetWithin(file: string, valueOffset: number, within: PlaceInText | undefined): number {
  if (within === undefined) return valueOffset;
  const found = file.indexOf(within.lineText, valueOffset);
  return found === -1 ? valueOffset : found + within.index;
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
