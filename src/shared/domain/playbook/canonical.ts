import * as v from 'valibot';
import { playbookSchema } from './schema.ts';
import type { Playbook } from './schema.ts';

/**
 * JSON with object keys in code-unit order and no white space: the same value gives the same text, whatever order
 * it was built in. A playbook's content hash is taken over it. Properties that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sortKeys(part) : part)) ?? 'null';
}

/**
 * A playbook as the log keeps it: the normal form, durations in milliseconds. Only its shape is judged, never the
 * references, so that a rule added later cannot make an old incident unreadable.
 *
 * @returns undefined when the value does not have that shape.
 */
export function readLoggedPlaybook(value: unknown): Playbook | undefined {
  const result = v.safeParse(playbookSchema, value);
  return result.success ? result.output : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Through entries and fromEntries, since assignment to `__proto__` would be lost. */
function sortKeys(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
