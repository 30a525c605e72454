import * as v from 'valibot';
import { duration, item, items, severityId, severityIds, slug, text, variable } from './schema-parts.ts';

/**
 * The parts of a playbook that carry an incident beyond its clock: who does what, in which order, who is
 * called next, what is undone. Each is optional: a small team's playbook does without.
 */

/** Process document 2.1: one box of the flow. */
const lifecycleStep = v.strictObject({
  id: slug,
  title: text,
  /** The button that enters it, in the imperative. A step with a milestone has the milestone's. */
  action: v.optional(text),
  /** Whose way goes through it: declared incidents, the others, or (left out) all. */
  branch: v.optional(v.picklist(['declared', 'standard'])),
  /** Entering it and meeting this milestone are one act. */
  milestone: v.optional(slug),
  /** Where it goes back to when it fails, and the words on that button. */
  backTo: v.optional(slug),
  backAction: v.optional(text),
});

/** 3.1 and 3.2. */
const duty = v.strictObject({
  id: slug,
  title: text,
  /** The group is current from when this milestone is met; left out: from detection. */
  from: v.optional(slug),
  /** … until this one is met; left out: to the end. */
  until: v.optional(slug),
  items,
});
const role = v.strictObject({
  id: slug,
  title: text,
  /** As it is called for short, such as IC. */
  short: v.optional(text),
  purpose: text,
  /** Who may hold it. */
  who: text,
  /** The severities in which its being unassigned matters. */
  neededFor: v.optional(v.array(severityId)),
  duties: v.array(duty),
});

/** 3.3 and `reading.md` 2: what calls a level in. The first trigger that comes counts. */
const trigger = v.variant('when', [
  v.strictObject({ when: v.literal('unacknowledged'), after: duration, text }),
  v.strictObject({ when: v.literal('unresolved'), after: duration, text }),
  v.strictObject({ when: v.literal('severity'), severities: severityIds, text }),
  v.strictObject({ when: v.literal('flag'), flag: slug, text }),
]);
const escalationLevel = v.strictObject({
  id: slug,
  title: text,
  /** Id of the contact. */
  contact: v.optional(slug),
  /** Empty for the first: it is who was paged. */
  calledWhen: v.array(trigger),
});
const escalation = v.strictObject({
  levels: v.pipe(v.array(escalationLevel), v.minLength(1)),
  /** The message that calls somebody in. */
  template: slug,
});

/** What a person says of an incident, beyond its severity: data was leaked, the business suffers badly. */
const flag = v.strictObject({ id: slug, title: text });

const phaseItem = v.strictObject({
  ...item.entries,
  /** The command that helps with it. */
  command: v.optional(slug),
  /** It asks whether to roll back: the rollback opens from it. */
  rollback: v.optional(v.boolean()),
});

/** 5.1 and 5.3: a checklist in phases. The windows are the milestones' of the incident's own severity. */
const procedurePhase = v.strictObject({
  id: slug,
  title: text,
  /** Its window ends when this milestone is due; left out: with the incident. */
  until: v.optional(slug),
  /** It begins when this milestone is met, not by the clock. */
  after: v.optional(slug),
  items: v.pipe(v.array(phaseItem), v.minLength(1)),
});
const procedure = v.strictObject({
  id: slug,
  title: text,
  /** For incidents of these severities … */
  severities: v.optional(severityIds),
  /** … or for those with this flag, in addition. */
  flag: v.optional(slug),
  phases: v.pipe(v.array(procedurePhase), v.minLength(1)),
});

/** 9.2: `{braces}` in the text name a variable. */
const command = v.strictObject({
  id: slug,
  title: text,
  command: text,
  variables: v.optional(v.array(variable)),
});

/** 5.2. */
const rollback = v.strictObject({
  title: text,
  criteria: v.pipe(v.array(item), v.minLength(1)),
  steps: v.pipe(
    v.array(v.strictObject({ ...item.entries, command: v.optional(slug), template: v.optional(slug) })),
    v.minLength(1),
  ),
});

export const processEntries = {
  lifecycle: v.optional(v.strictObject({ steps: v.pipe(v.array(lifecycleStep), v.minLength(2)) })),
  roles: v.optional(v.array(role)),
  escalation: v.optional(escalation),
  flags: v.optional(v.array(flag)),
  procedures: v.optional(v.array(procedure)),
  rollback: v.optional(rollback),
  commands: v.optional(v.array(command)),
};
export type PlaybookRole = v.InferOutput<typeof role>;
export type PlaybookDuty = v.InferOutput<typeof duty>;
export type PlaybookTrigger = v.InferOutput<typeof trigger>;
export type PlaybookEscalation = v.InferOutput<typeof escalation>;
export type PlaybookProcedure = v.InferOutput<typeof procedure>;
export type PlaybookPhase = v.InferOutput<typeof procedurePhase>;
export type PlaybookCommand = v.InferOutput<typeof command>;
export type PlaybookRollback = v.InferOutput<typeof rollback>;
export type LifecycleStep = v.InferOutput<typeof lifecycleStep>;
