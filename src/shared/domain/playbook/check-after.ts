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

function checkPostMortem({ postMortem, roles, severities }: Playbook): Finding[] {
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
    // Where no field is declared, every name in braces is a text to fill in.
    ...(fields === undefined
      ? findLooseBraces(wording)
      : checkPlaceholders(['postMortem'], fields, [wording])),
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
    .map((key) => findingAt([...path, key], `the goal of "${id}" is given by "${fits}"`));
}
