import * as v from 'valibot';
import { duration, severityId, slug, text } from './schema-parts.ts';

/** The drills of a playbook (process document 8.2): scenarios to run, each with the script that it runs by. */

/** When, counted from the drill's start. */
const at = duration;
const step = v.variant('kind', [
  /** A page comes in; later steps name it by its key. */
  v.strictObject({
    kind: v.literal('page'),
    at,
    key: slug,
    title: text,
    severity: severityId,
    service: v.optional(text),
    summary: v.optional(text),
    labels: v.optional(v.record(v.string(), text)),
  }),
  v.strictObject({ kind: v.literal('raise'), at, key: slug, severity: severityId }),
  v.strictObject({ kind: v.literal('resolve'), at, key: slug }),
  /** Something that the participants are told: what customers write, what a colleague found. */
  v.strictObject({ kind: v.literal('note'), at, text }),
]);
const scenario = v.strictObject({
  id: slug,
  title: text,
  /** What the participants are told before it begins. */
  brief: v.optional(text),
  script: v.optional(v.pipe(v.array(step), v.minLength(1), v.maxLength(200))),
  /** For whoever leads the drill: what to look for, and what helps those who are stuck. */
  hints: v.optional(v.array(text)),
});
export const drills = v.strictObject({
  purpose: v.array(text),
  principles: v.array(text),
  scenarios: v.array(scenario),
});

export type Scenario = v.InferOutput<typeof scenario>;
export type ScriptStep = v.InferOutput<typeof step>;
