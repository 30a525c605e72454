import type { Severity } from '../severity.ts';
import { commandVariables } from '../playbook/commands.ts';
import type { Due, DraftSeverity } from './draft-severities.ts';
import type { DraftSource, FoundAs } from './draft-source.ts';
import { freshId } from './fresh-id.ts';

interface Flag {
  readonly id: string;
  readonly title: string;
}
type Phase = FoundAs<'procedure'>;

/** Procedures (process document 5.1, 5.3), the rollback (5.2), commands (9.2), the quick reference (9.1). */
export function draftProcedures(
  source: DraftSource,
  severities: readonly DraftSeverity[],
  due: ReadonlyMap<Severity, Due>,
  before: readonly Flag[],
) {
  const [quick, ...others] = quickOf(source);
  const procedures: Record<string, unknown>[] = [];
  const flags: Flag[] = [];
  const used = new Set<string>();
  for (const phases of groupsOf(source.all('procedure'))) {
    const [first] = phases;
    if (first === undefined) continue;
    const named = severities
      .filter(({ id }) => phases.some(({ content }) => content.severities.includes(id)))
      .map(({ id }) => id);
    const isTimed = phases.some(({ content }) => content.untilMs !== undefined);
    const asked =
      named.length > 0
        ? named
        : isTimed
          ? severities.filter(({ declared }) => declared).map(({ id }) => id)
          : [];
    // Without severities or times it is something in addition: for incidents of which that is said.
    const parts = asked.length > 0 ? [phases] : phases.map((phase) => [phase]);
    for (const part of parts) {
      const title =
        (asked.length > 0 ? first.content.group : part[0]?.content.phase) ||
        first.content.phase ||
        source.choices.title;
      const id = freshId(title, 'procedure', used);
      used.add(id);
      if (asked.length === 0) flags.push(newFlag(title, [...before, ...flags]));
      const scope = asked.length > 0 ? { severities: asked } : { flag: flags.at(-1)?.id };
      source.from(`procedures.${procedures.length}`, part[0] ?? first);
      procedures.push({
        id,
        title,
        ...scope,
        phases: phasesOf(part, id, due.get(asked[0] ?? 'SEV-1') ?? new Map(), asked.length > 0),
      });
    }
  }
  for (const other of others) {
    const title = other.content.title || source.choices.title;
    const id = freshId(title, 'procedure', used);
    used.add(id);
    source.from(`procedures.${procedures.length}`, other);
    const items = other.content.items.map((text, index) => ({ id: `${id}-${index + 1}`, text }));
    procedures.push({
      id,
      title,
      severities: severities.map((severity) => severity.id),
      phases: [{ id: 'all', title, items }],
    });
  }
  if (procedures.length === 0) source.lacks('procedures', 'empty');
  return {
    quickReference: quickReferenceOf(source, quick),
    procedures,
    flags,
    ...rollbackAndCommands(source),
  };
}

/** The surest first: what else looks like one becomes a procedure. */
function quickOf(source: DraftSource): FoundAs<'quick-reference'>[] {
  const found = source.all('quick-reference');
  const best = found.find(({ confidence }) => confidence === 'high') ?? found[0];
  return best === undefined ? [] : [best, ...found.filter((each) => each !== best)];
}

function quickReferenceOf(source: DraftSource, quick: FoundAs<'quick-reference'> | undefined): unknown {
  if (quick === undefined) {
    source.lacks('quick-reference', 'default');
    return source.base.quickReference;
  }
  source.from('quickReference', quick);
  const title = quick.content.title || source.base.quickReference.title;
  return { title, items: quick.content.items.map((text, index) => ({ id: `quick-${index + 1}`, text })) };
}

/** Phases under one heading, one after the other. */
function groupsOf(phases: readonly Phase[]): Phase[][] {
  const groups: Phase[][] = [];
  for (const phase of phases) {
    const last = groups.at(-1);
    if (last?.[0]?.content.group === phase.content.group) last.push(phase);
    else groups.push([phase]);
  }
  return groups;
}

/** A window ends with the milestone that is due when it does; what follows the last window begins with resolving. */
function phasesOf(phases: readonly Phase[], procedure: string, due: Due, isTimed: boolean): unknown[] {
  const order = [...due.keys()];
  const used = new Set<string>();
  let reached = -1;
  let count = 0;
  return phases.map(({ content: { phase, untilMs, items } }, index) => {
    const id = freshId(phase, 'phase', used);
    used.add(id);
    const until = isTimed
      ? order.find((milestone, place) => place > reached && due.get(milestone) === untilMs)
      : undefined;
    if (until !== undefined) reached = order.indexOf(until);
    const isAfter =
      until === undefined && untilMs === undefined && reached >= 0 && index === phases.length - 1;
    const resolve = order.indexOf('resolve');
    const window =
      until === undefined ? (isAfter && resolve >= reached ? { after: 'resolve' } : {}) : { until };
    return {
      id,
      title: phase || procedure,
      ...window,
      items: items.map((text) => {
        count += 1;
        return { id: `${procedure}-${count}`, text };
      }),
    };
  });
}

function newFlag(title: string, flags: readonly Flag[]): Flag {
  return { id: freshId(title, 'flag', new Set(flags.map(({ id }) => id))), title };
}

function rollbackAndCommands(source: DraftSource) {
  const used = new Set<string>();
  const commands: Record<string, unknown>[] = [];
  const add = (title: string, command: string): string => {
    const id = freshId(title, 'command', used);
    used.add(id);
    commands.push(commandEntry(id, title || id, command));
    return id;
  };
  for (const finding of source.all('commands')) {
    for (const { title, command } of finding.content.commands) {
      source.from(`commands.${commands.length}`, finding);
      add(title, command);
    }
  }
  const [finding] = source.all('rollback');
  if (finding === undefined) {
    source.lacks('rollback', 'empty');
    if (commands.length === 0) source.lacks('commands', 'empty');
    return { commands, rollback: undefined };
  }
  source.from('rollback', finding);
  const { title, criteria, steps } = finding.content;
  const given =
    criteria.length > 0 ? criteria : (source.base.rollback?.criteria ?? []).map(({ text }) => text);
  if (criteria.length === 0) source.lacks('rollback-criteria', 'default');
  const rollback = {
    title: title || finding.content.steps[0]?.text,
    criteria: given.map((text, index) => ({ id: `criterion-${index + 1}`, text })),
    steps: steps.map(({ text, command }, index) => ({
      id: `step-${index + 1}`,
      text,
      ...(command === undefined ? {} : { command: add(text, command) }),
    })),
  };
  return { commands, rollback };
}

/** `{version}` is a variable; so is a name in braces in words that no shell reads. */
function commandEntry(id: string, title: string, command: string): Record<string, unknown> {
  const labels = new Map<string, string>();
  const written = command.replaceAll(/(?<!\$)\{([\p{L}][\p{L}\d _-]{0,40})\}/gu, (whole, name: string) => {
    if (!/[^\p{ASCII}]/u.test(name) && !/^[a-z][a-z0-9-]*$/.test(name)) return whole;
    const variable = /^[a-z][a-z0-9-]*$/.test(name)
      ? name
      : ([...labels].find(([, label]) => label === name)?.[0] ??
        freshId(name, 'variable', new Set([...labels.keys(), ...commandVariables(command)])));
    labels.set(variable, name);
    return `{${variable}}`;
  });
  const variables = commandVariables(written).map((variable) => ({
    id: variable,
    label: labels.get(variable) ?? variable,
  }));
  return { id, title, command: written, ...(variables.length === 0 ? {} : { variables }) };
}
