import * as v from 'valibot';
import { type Months, parseDuration, parseMonths } from '../duration.ts';
import { SEVERITIES } from '../severity.ts';
import type { SchemaCode } from './problem-cause.ts';

/** The words that the playbook's schema is made of. */
export const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]*$/, 'not-a-slug' satisfies SchemaCode),
  // Every object has one: looked up by it, what nobody met, raised or holds would be there.
  v.notValue('constructor', 'not-this-word' satisfies SchemaCode),
);
export const duration = v.union(
  [
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    v.pipe(
      v.string(),
      v.check((value) => parseDuration(value) !== undefined),
      v.transform((value) => parseDuration(value) ?? 0),
    ),
  ],
  'not-a-duration' satisfies SchemaCode,
);
/** How often something comes round: a duration, or months of the calendar such as `3mo`. */
export const interval = v.union(
  [
    duration,
    v.pipe(
      v.string(),
      v.check((value) => parseMonths(value) !== undefined),
      v.transform((value): Months => parseMonths(value) ?? { months: 1 }),
    ),
    v.strictObject({ months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)) }),
  ],
  'not-an-interval' satisfies SchemaCode,
);
/** `HH:MM`. */
export const timeOfDay = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time-of-day' satisfies SchemaCode),
);
export const severityId = v.picklist(SEVERITIES);
export const severityIds = v.pipe(v.array(severityId), v.minLength(1));

/** Something to do, known to the log by its id. */
export const item = v.strictObject({ id: slug, text });
export const items = v.pipe(v.array(item), v.minLength(1));

/** What a command or a message leaves open. */
export const variable = v.strictObject({
  id: slug,
  label: text,
  hint: v.optional(text),
});
