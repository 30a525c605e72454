import { MINUTE_MS, SECOND_MS } from '../duration.ts';
import { checkAfter } from './check-after.ts';
import { checkDrills } from './check-drills.ts';
import { checkLifecycle } from './check-lifecycle.ts';
import { checkMessages } from './check-messages.ts';
import { checkProcedures } from './check-procedures.ts';
import { checkRoles } from './check-roles.ts';
import { findingAt, findRepeated, findRepeatedIds, placed } from './problem.ts';
import type { Finding } from './problem.ts';
import { MILESTONE_MARKS } from './schema.ts';
import type { Playbook } from './schema.ts';

/**
 * What the schema cannot say: that the parts of a playbook fit together. Ids are unique, deadlines name
 * milestones and follow their order, each mark stands once, messages use the fields they declare, and whatever
 * one part names in another is there.
 *
 * @returns every misfit; empty when there is none.
 */
export function checkPlaybook(playbook: Playbook): Finding[] {
  return [
    ...checkIds(playbook),
    ...checkMarks(playbook),
    ...checkDeadlines(playbook),
    ...checkUpdates(playbook),
    ...checkMessages(playbook),
    ...checkLifecycle(playbook),
    ...checkRoles(playbook),
    ...checkProcedures(playbook),
    ...checkAfter(playbook),
    ...checkDrills(playbook),
  ];
}

function checkIds(playbook: Playbook): Finding[] {
  return [
    ...findRepeatedIds(['severities'], playbook.severities),
    ...findRepeatedIds(['milestones'], playbook.milestones),
    ...findRepeatedIds(['quickReference', 'items'], playbook.quickReference.items),
    ...findRepeatedIds(['templates'], playbook.templates),
    ...findRepeatedIds(['statusPage', 'states'], playbook.statusPage.states),
    ...findRepeatedIds(['channels'], playbook.channels),
    ...findRepeatedIds(['flags'], playbook.flags),
    ...findRepeated(
      placed(['contacts'], playbook.contacts).flatMap(({ path, entry: { id } }) =>
        id === undefined ? [] : [{ path, entry: { id } }],
      ),
    ),
  ];
}

/** Process document 2.2: from detection to closure, in this order, each exactly once. */
function checkMarks({ milestones }: Playbook): Finding[] {
  const found: Finding[] = [];
  const places = MILESTONE_MARKS.map((mark) => {
    const indexes = milestones.flatMap((milestone, index) => (milestone.marks === mark ? [index] : []));
    if (indexes.length === 0) found.push(findingAt(['milestones'], `no milestone has "marks: ${mark}"`));
    for (const index of indexes.slice(1)) {
      found.push(findingAt(['milestones', index, 'marks'], `"${mark}" is marked twice`));
    }
    return indexes[0];
  });
  const present = places.filter((place) => place !== undefined);
  present.forEach((place, index) => {
    if (index > 0 && place < (present[index - 1] ?? 0)) {
      found.push(
        findingAt(
          ['milestones', place, 'marks'],
          `marks must come in the order ${MILESTONE_MARKS.join(', ')}`,
        ),
      );
    }
  });
  milestones.forEach(({ marks, action }, index) => {
    if (index === 0 && marks !== 'detection') {
      found.push(findingAt(['milestones', 0], 'the first milestone must have "marks: detection"'));
    }
    if (marks === 'detection' && action !== undefined) {
      found.push(findingAt(['milestones', index, 'action'], 'detection has no action: nobody presses it'));
    }
    if (marks !== 'detection' && action === undefined) {
      found.push(findingAt(['milestones', index], 'needs an action: the words on its button'));
    }
  });
  return found;
}

function checkDeadlines({ severities, milestones }: Playbook): Finding[] {
  const known = new Set(milestones.map(({ id }) => id));
  return severities.flatMap(({ id, deadlines }, index) => {
    const path = ['severities', index, 'deadlines'];
    const found: Finding[] = [];
    for (const [milestone, { due, lateAfter }] of Object.entries(deadlines)) {
      const at = [...path, milestone];
      if (!known.has(milestone)) {
        found.push({ path: at, atKey: true, message: `no milestone is called "${milestone}"` });
      }
      if (milestone === milestones[0]?.id)
        found.push(findingAt(at, 'deadlines count from detection: it has none'));
      if (lateAfter < due) found.push(findingAt(at, 'lateAfter must not be before due'));
      if (!isWholeSeconds(due) || !isWholeSeconds(lateAfter))
        found.push(findingAt(at, 'needs a unit, such as 15m'));
    }
    let latest = 0;
    for (const milestone of milestones) {
      const due = deadlines[milestone.id]?.due;
      if (due === undefined) continue;
      if (due < latest) {
        found.push(
          findingAt([...path, milestone.id], `${id}: due before the milestone that comes before it`),
        );
      }
      latest = Math.max(latest, due);
    }
    return found;
  });
}

function checkUpdates({ updates, templates }: Playbook): Finding[] {
  const found: Finding[] = [];
  if (updates.every < MINUTE_MS)
    found.push(findingAt(['updates', 'every'], 'must be a minute or more, such as 15m'));
  const template = templates.find(({ id }) => id === updates.template);
  if (template === undefined) {
    found.push(findingAt(['updates', 'template'], `no template is called "${updates.template}"`));
  } else if (template.kind !== 'update') {
    found.push(findingAt(['updates', 'template'], `"${template.id}" must be a template of kind update`));
  }
  return found;
}

/** A number without a unit is milliseconds in the log's normal form, never what a person meant. */
function isWholeSeconds(ms: number): boolean {
  return ms % SECOND_MS === 0;
}
