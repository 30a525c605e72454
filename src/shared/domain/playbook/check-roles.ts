import {
  findingAt,
  findRepeated,
  findRepeatedIds,
  findUnknown,
  findUnknowns,
  idsOf,
  placed,
} from './problem.ts';
import type { Finding, Placed } from './problem.ts';
import type { Playbook } from './schema.ts';
import type { PlaybookDuty, PlaybookRole, PlaybookTrigger } from './schema-process.ts';

/** Roles with their duties (process document 3.1, 3.2) and the escalation matrix (3.3). */
export function checkRoles(playbook: Playbook): Finding[] {
  const { roles, escalation } = playbook;
  return [
    ...findRepeatedIds(['roles'], roles),
    ...placed(['roles'], roles).flatMap((role) => checkRole(role, playbook)),
    ...findRepeatedIds(['escalation', 'levels'], escalation?.levels),
    ...findUnknown(['escalation', 'template'], 'template', escalation?.template, idsOf(playbook.templates)),
    ...placed(['escalation', 'levels'], escalation?.levels).flatMap(
      ({ path, entry: { contact, calledWhen } }) => [
        ...findUnknown([...path, 'contact'], 'contact', contact, idsOf(playbook.contacts)),
        ...placed([...path, 'calledWhen'], calledWhen).flatMap((trigger) => checkTrigger(trigger, playbook)),
      ],
    ),
  ];
}

/** The log knows an item by its role and its own id, whichever group it stands in. */
function checkRole(
  { path, entry: { duties, neededFor } }: Placed<PlaybookRole>,
  playbook: Playbook,
): Finding[] {
  const groups = placed([...path, 'duties'], duties);
  return [
    ...findUnknowns([...path, 'neededFor'], 'severity', neededFor, idsOf(playbook.severities)),
    ...findRepeatedIds([...path, 'duties'], duties),
    ...findRepeated(groups.flatMap((group) => placed([...group.path, 'items'], group.entry.items))),
    ...groups.flatMap((group) => checkDuty(group, playbook)),
  ];
}

function checkDuty(
  { path, entry: { from, until } }: Placed<PlaybookDuty>,
  { milestones }: Playbook,
): Finding[] {
  const known = idsOf(milestones);
  const unknown = [
    ...findUnknown([...path, 'from'], 'milestone', from, known),
    ...findUnknown([...path, 'until'], 'milestone', until, known),
  ];
  if (unknown.length > 0 || until === undefined) return unknown;
  const place = (milestone: string): number => milestones.findIndex(({ id }) => id === milestone);
  return place(until) > (from === undefined ? 0 : place(from))
    ? []
    : [findingAt([...path, 'until'], { code: 'duty-ends-early' })];
}

function checkTrigger({ path, entry }: Placed<PlaybookTrigger>, playbook: Playbook): Finding[] {
  if (entry.when === 'flag') return findUnknown([...path, 'flag'], 'flag', entry.flag, idsOf(playbook.flags));
  if (entry.when !== 'severity') return [];
  return findUnknowns([...path, 'severities'], 'severity', entry.severities, idsOf(playbook.severities));
}
