import { MINUTE_MS, SECOND_MS } from '../duration.ts';
import { checkAfter } from './check-after.ts';
import { checkDrills } from './check-drills.ts';
import { checkLifecycle } from './check-lifecycle.ts';
import { checkMessages } from './check-messages.ts';
import { checkProcedures } from './check-procedures.ts';
import { checkRoles } from './check-roles.ts';
import { findingAt, findRepeated, findRepeatedIds, findUnknown, idsOf, placed } from './problem.ts';
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
    if (indexes.length === 0) found.push(findingAt(['milestones'], { code: 'no-mark', mark }));
    for (const index of indexes.slice(1)) {
      found.push(findingAt(['milestones', index, 'marks'], { code: 'mark-twice', mark }));
    }
    return indexes[0];
  });
  const present = places.filter((place) => place !== undefined);
  present.forEach((place, index) => {
    if (index > 0 && place < (present[index - 1] ?? 0)) {
      found.push(
        findingAt(['milestones', place, 'marks'], { code: 'mark-order', marks: MILESTONE_MARKS.join(', ') }),
      );
    }
  });
  milestones.forEach(({ marks, action }, index) => {
    if (index === 0 && marks !== 'detection') {
      found.push(findingAt(['milestones', 0], { code: 'first-mark' }));
    }
    if (marks === 'detection' && action !== undefined) {
      found.push(findingAt(['milestones', index, 'action'], { code: 'detection-action' }));
    }
    if (marks !== 'detection' && action === undefined) {
      found.push(findingAt(['milestones', index], { code: 'no-action' }));
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
        const cause = { code: 'unknown-name', kind: { word: 'milestone' }, name: milestone } as const;
        found.push({ path: at, atKey: true, cause });
      }
      if (milestone === milestones[0]?.id) found.push(findingAt(at, { code: 'deadline-of-detection' }));
      if (lateAfter < due) found.push(findingAt(at, { code: 'late-before-due' }));
      if (!isWholeSeconds(due) || !isWholeSeconds(lateAfter)) found.push(findingAt(at, { code: 'no-unit' }));
    }
    let latest = 0;
    for (const milestone of milestones) {
      const due = deadlines[milestone.id]?.due;
      if (due === undefined) continue;
      if (due < latest) {
        found.push(findingAt([...path, milestone.id], { code: 'deadline-order', severity: id }));
      }
      latest = Math.max(latest, due);
    }
    return found;
  });
}

function checkUpdates({ updates, templates }: Playbook): Finding[] {
  const found: Finding[] = [];
  if (updates.every < MINUTE_MS) found.push(findingAt(['updates', 'every'], { code: 'update-interval' }));
  const path = ['updates', 'template'];
  found.push(...findUnknown(path, 'template', updates.template, idsOf(templates)));
  const template = templates.find(({ id }) => id === updates.template);
  if (template !== undefined && template.kind !== 'update') {
    found.push(findingAt(path, { code: 'not-an-update', template: template.id }));
  }
  return found;
}

/** A number without a unit is milliseconds in the log's normal form, never what a person meant. */
function isWholeSeconds(ms: number): boolean {
  return ms % SECOND_MS === 0;
}
