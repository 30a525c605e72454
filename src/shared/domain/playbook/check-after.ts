import { allItemsOf } from './checklists.ts';
import { findLooseBraces } from './check-braces.ts';
import { checkOptions, checkPlaceholders } from './check-messages.ts';
import { findingAt, findRepeatedIds, findUnknown, findUnknowns, idsOf, placed } from './problem.ts';
import type { Finding, Placed } from './problem.ts';
import type { Playbook } from './schema.ts';
import type { PlaybookMetric } from './schema-after.ts';

/** Post-mortem (process document 6), metrics (7.1) and training (8.1). */
export function checkAfter(playbook: Playbook): Finding[] {
  const severities = idsOf(playbook.severities);
  return [
    ...checkPostMortem(playbook),
    ...findRepeatedIds(['actionCategories'], playbook.actionCategories),
    ...findRepeatedIds(['metrics'], playbook.metrics),
    ...placed(['metrics'], playbook.metrics).flatMap((metric) => [
      ...findUnknowns([...metric.path, 'severities'], 'severity', metric.entry.severities, severities),
      ...checkGoal(metric),
    ]),
    ...findRepeatedIds(['training'], playbook.training),
    ...placed(['training'], playbook.training).flatMap(({ path, entry: { items } }) =>
      findRepeatedIds([...path, 'items'], items),
    ),
  ];
}

function checkPostMortem(playbook: Playbook): Finding[] {
  const { postMortem, roles, severities } = playbook;
  if (postMortem === undefined) return [];
  const { meeting, fields, template } = postMortem;
  const wording = { path: ['postMortem', 'template'], text: template };
  const listed = placed(['postMortem', 'fields'], fields);
  return [
    ...placed(['postMortem', 'meeting', 'times'], meeting.times).flatMap(({ path, entry }) =>
      findUnknowns([...path, 'severities'], 'severity', entry.severities, idsOf(severities)),
    ),
    ...findRepeatedIds(['postMortem', 'fields'], fields),
    ...listed.flatMap(({ path, entry: { type, options, role } }) => [
      ...checkOptions(path, type, options),
      ...findUnknown([...path, 'role'], 'role', role, idsOf(roles)),
    ]),
    ...checkMoments(playbook),
    // Where no field is declared, every name in braces is a text to fill in.
    ...(fields === undefined
      ? findLooseBraces(wording)
      : checkPlaceholders(['postMortem'], fields, [wording])),
  ];
}

/** A moment is known by something that the playbook has. */
function checkMoments(playbook: Playbook): Finding[] {
  const { postMortem, milestones, lifecycle, roles, severities } = playbook;
  const path = ['postMortem', 'moments'];
  const items = idsOf(allItemsOf(playbook));
  return [
    ...findRepeatedIds(path, postMortem?.moments),
    ...placed(path, postMortem?.moments).flatMap(({ path: at, entry }) => [
      ...findUnknowns([...at, 'severities'], 'severity', entry.severities, idsOf(severities)),
      ...findUnknown([...at, 'milestone'], 'milestone', entry.milestone, idsOf(milestones)),
      ...findUnknown([...at, 'step'], 'step', entry.step, idsOf(lifecycle?.steps)),
      ...findUnknown([...at, 'role'], 'role', entry.role, idsOf(roles)),
      ...findUnknowns([...at, 'items'], 'item', entry.items, items),
      ...([entry.of, entry.milestone, entry.step, entry.role, entry.items].every((each) => each === undefined)
        ? [findingAt(at, { code: 'moment-of-nothing' })]
        : []),
    ]),
  ];
}

const SHARES: ReadonlySet<string> = new Set(['action-item-completion']);
const COUNTS: ReadonlySet<string> = new Set(['incident-rate']);

/** A time has a limit, a count a trend, a share a floor. */
function checkGoal({ path, entry }: Placed<PlaybookMetric>): Finding[] {
  const { id, under, over, trend } = entry;
  const fits = SHARES.has(id) ? 'over' : COUNTS.has(id) ? 'trend' : 'under';
  const given = { under, over, trend };
  return (['under', 'over', 'trend'] as const)
    .filter((key) => given[key] !== undefined && key !== fits)
    .map((key) => findingAt([...path, key], { code: 'wrong-goal', metric: id, key: fits }));
}
