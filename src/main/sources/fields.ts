import { visibleLine } from '#shared/domain/page/hostile-text.ts';
import { readText } from '#shared/domain/page/page-input.ts';
import type { Warnings } from '#shared/domain/page/warning.ts';

/** A JSON object's own fields. Absent ones are undefined; `toString` and the like never are there by inheritance. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a JSON object, or undefined for any other value. */
export function asFields(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  // Without a prototype, a label named "constructor" is found only where it was sent.
  return Object.assign(Object.create(null) as Record<string, unknown>, value);
}

/** A value and where it stands in what was sent (JSON Pointer). */
export interface Candidate {
  readonly value: unknown;
  readonly path: string;
}

/** The first that shows as text; those before it that are not strings are warned about. */
export function firstText(
  candidates: readonly Candidate[],
  limit: number,
  warnings: Warnings,
  lines: 'one' | 'many' = 'one',
): string {
  for (const { value, path } of candidates) {
    if (typeof value === 'string' && visibleLine(value) === '') continue;
    const text = readText(value, path, limit, warnings, lines);
    if (text !== '') return text;
  }
  return '';
}
