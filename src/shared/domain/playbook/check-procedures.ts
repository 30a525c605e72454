import { commandVariables } from './commands.ts';
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
import type { PlaybookCommand, PlaybookPhase, PlaybookProcedure } from './schema-process.ts';

/** Procedures (process document 5.1, 5.3), the rollback (5.2) and the commands they name (9.2). */
export function checkProcedures(playbook: Playbook): Finding[] {
  return [
    ...findRepeatedIds(['procedures'], playbook.procedures),
    ...placed(['procedures'], playbook.procedures).flatMap((procedure) =>
      checkProcedure(procedure, playbook),
    ),
    ...checkRollback(playbook),
    ...findRepeatedIds(['commands'], playbook.commands),
    ...placed(['commands'], playbook.commands).flatMap(checkCommand),
  ];
}

/** The log knows an item by its procedure and its own id, whichever phase it stands in. */
function checkProcedure({ path, entry }: Placed<PlaybookProcedure>, playbook: Playbook): Finding[] {
  const { severities, flag, phases } = entry;
  const items = placed([...path, 'phases'], phases).flatMap((phase) =>
    placed([...phase.path, 'items'], phase.entry.items),
  );
  return [
    ...(severities === undefined && flag === undefined ? [findingAt(path, { code: 'for-no-incident' })] : []),
    ...findUnknowns([...path, 'severities'], 'severity', severities, idsOf(playbook.severities)),
    ...findUnknown([...path, 'flag'], 'flag', flag, idsOf(playbook.flags)),
    ...findRepeatedIds([...path, 'phases'], phases),
    ...findRepeated(items),
    ...items.flatMap((item) =>
      findUnknown([...item.path, 'command'], 'command', item.entry.command, idsOf(playbook.commands)),
    ),
    ...checkWindows(placed([...path, 'phases'], phases), playbook),
  ];
}

/** Windows follow each other as the milestones do. */
function checkWindows(phases: readonly Placed<PlaybookPhase>[], { milestones }: Playbook): Finding[] {
  const known = idsOf(milestones);
  let reached = 0;
  return phases.flatMap(({ path, entry: { after, until } }) => {
    const unknown = [
      ...findUnknown([...path, 'after'], 'milestone', after, known),
      ...findUnknown([...path, 'until'], 'milestone', until, known),
    ];
    if (unknown.length > 0) return unknown;
    const found: Finding[] = [];
    const place = (milestone: string): number => milestones.findIndex(({ id }) => id === milestone);
    if (after !== undefined && place(after) < reached)
      found.push(findingAt([...path, 'after'], { code: 'phase-begins-early' }));
    if (after !== undefined) reached = Math.max(reached, place(after));
    if (until !== undefined && place(until) <= reached)
      found.push(findingAt([...path, 'until'], { code: 'phase-ends-early' }));
    if (until !== undefined) reached = Math.max(reached, place(until));
    return found;
  });
}

/** Criteria and steps are one list in the log. */
function checkRollback({ rollback, commands, templates }: Playbook): Finding[] {
  const steps = placed(['rollback', 'steps'], rollback?.steps);
  return [
    ...findRepeated([...placed(['rollback', 'criteria'], rollback?.criteria), ...steps]),
    ...steps.flatMap(({ path, entry: { command, template } }) => [
      ...findUnknown([...path, 'command'], 'command', command, idsOf(commands)),
      ...findUnknown([...path, 'template'], 'template', template, idsOf(templates)),
    ]),
  ];
}

function checkCommand({ path, entry: { command, variables } }: Placed<PlaybookCommand>): Finding[] {
  const used = commandVariables(command);
  const declared = idsOf(variables);
  return [
    ...findRepeatedIds([...path, 'variables'], variables),
    ...used
      .filter((name) => !declared.has(name))
      .map((name) => ({
        ...findingAt([...path, 'command'], { code: 'undeclared-variable', name: `{${name}}` }),
        within: placeOf(command, `{${name}}`),
      })),
    ...placed([...path, 'variables'], variables)
      .filter(({ entry: { id } }) => !used.includes(id))
      .map((variable) => findingAt([...variable.path, 'id'], { code: 'unused', id: variable.entry.id })),
  ];
}

function placeOf(text: string, part: string): { lineText: string; index: number } {
  const lineText = text.split('\n').find((line) => line.includes(part)) ?? '';
  return { lineText, index: Math.max(0, lineText.indexOf(part)) };
}
