import { MINUTE_MS } from '../duration.ts';
import { parseDuration } from '../duration.ts';
import { SEVERITIES, type Severity } from '../severity.ts';
import { deadlineName } from './choices.ts';
import type { DraftSource } from './draft-source.ts';
import { durationIn, writeDuration } from './durations.ts';
import type { SeverityRow } from './report.ts';

export interface DraftSeverity {
  readonly id: Severity;
  readonly declared: boolean;
  readonly [key: string]: unknown;
}
/** Milestone to ms from detection, in the order of the milestones. */
export type Due = ReadonlyMap<string, number>;
/** A deadline of the draft, and whether the built-in playbook's stands there because the document gives none. */
export interface StandingDeadline {
  readonly ms: number;
  readonly isDefault: boolean;
}

/** Process document 1.1-1.3 and 2.1-2.2: severities with their deadlines, milestones, the flow. */
export function draftSeverities(source: DraftSource) {
  const { base } = source;
  const rows = mergedRows(source);
  if (rows.size === 0) source.lacks('severities', 'default');
  const ids = rows.size === 0 ? base.severities.map(({ id }) => id) : SEVERITIES.filter((id) => rows.has(id));
  const written = source.answers('deadlines');
  const points = source.answers('characteristics');
  const standing = new Map<string, StandingDeadline>();
  const due = new Map(
    ids.map((id) => {
      const found = deadlines(source, id, rows.get(id), written);
      for (const [milestone, deadline] of found) standing.set(deadlineName(id, milestone), deadline);
      return [id, new Map([...found].map(([milestone, { ms }]) => [milestone, ms]))] as const;
    }),
  );
  if ([...standing.values()].some(({ isDefault }) => isDefault)) source.lacks('deadlines', 'default');
  const severities = ids.map((id) =>
    severityEntry(source, id, rows.get(id), due.get(id) ?? new Map(), points),
  );
  source.lacks('milestones', 'default');
  const steps = source.answers('lifecycle');
  if (steps === undefined) source.lacks('lifecycle', 'default');
  const lifecycle =
    base.lifecycle === undefined
      ? undefined
      : {
          steps: base.lifecycle.steps.map((step) => {
            const action = step.action ?? base.milestones.find(({ id }) => id === step.milestone)?.action;
            const title = steps?.get(`step.${step.id}`)?.trim() || step.title;
            return { ...step, title, ...(action === undefined ? {} : { action }) };
          }),
        };
  return { severities, milestones: base.milestones, lifecycle, due, standing };
}

/** What several tables say of a severity, put together; the first that says something of it counts. */
function mergedRows(source: DraftSource): ReadonlyMap<Severity, SeverityRow> {
  const merged = new Map<Severity, SeverityRow>();
  for (const finding of source.all('severities')) {
    for (const row of finding.content.rows) {
      const before = merged.get(row.severity);
      merged.set(row.severity, { ...row, ...before });
      if (before === undefined) source.from(`severities.${SEVERITIES.indexOf(row.severity)}`, finding);
    }
  }
  return merged;
}

function severityEntry(
  source: DraftSource,
  id: Severity,
  row: SeverityRow | undefined,
  due: Due,
  points: ReadonlyMap<string, string> | undefined,
): DraftSeverity {
  const known = source.base.severities.find((each) => each.id === id) ?? source.base.severities[0];
  if (known === undefined) throw new Error('a playbook has at least one severity');
  const isWhole =
    row?.scope !== undefined &&
    row.impact !== undefined &&
    row.response !== undefined &&
    row.resolution !== undefined;
  if (!isWhole && row !== undefined) source.lacks('severity-details', 'default');
  return {
    id,
    name: row?.name ?? known.name,
    scope: row?.scope ?? known.scope,
    impact: row?.impact ?? known.impact,
    responseTarget: row?.response ?? known.responseTarget,
    resolutionTarget: row?.resolution ?? known.resolutionTarget,
    characteristics:
      lines(points?.get(`characteristics.${id}`)) ??
      row?.characteristics ??
      (row === undefined ? known.characteristics : []),
    examples: row?.examples ?? (row === undefined ? known.examples : []),
    declared: known.declared,
    deadlines: Object.fromEntries([...due].map(([milestone, ms]) => [milestone, deadlineEntry(ms)])),
  };
}

/** "At once" is due at once, and late after five minutes (`reading.md` 1). */
function deadlineEntry(ms: number): unknown {
  return ms === 0 ? { due: '0m', lateAfter: writeDuration(5 * MINUTE_MS) } : writeDuration(ms);
}

/**
 * When each milestone is due: as a person wrote it, as the document's own timeline has it, as its targets say; the
 * built-in playbook's where that fits between these.
 */
function deadlines(
  source: DraftSource,
  id: Severity,
  row: SeverityRow | undefined,
  written: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, StandingDeadline> {
  const { base } = source;
  const known = base.severities.find((each) => each.id === id);
  const timeline = timelineOf(source, id);
  const given = new Map<string, number>();
  const left = new Set<string>();
  for (const { id: milestone, marks } of base.milestones) {
    const name = deadlineName(id, milestone);
    const text = written?.get(name);
    const own = source.choices.answers[name];
    if (own !== undefined && own.trim() === '') left.add(milestone);
    const targets = { acknowledgement: row?.responseMs, resolution: row?.resolutionMs };
    const target = marks === 'acknowledgement' || marks === 'resolution' ? targets[marks] : undefined;
    const ms = durationOf(text) ?? timeline.get(milestone) ?? target;
    if (ms !== undefined && marks !== 'detection') given.set(milestone, ms);
  }
  const all = new Map<string, StandingDeadline>();
  for (const [index, { id: milestone }] of base.milestones.entries()) {
    const own = given.get(milestone);
    const fallback = known?.deadlines[milestone]?.due;
    if (left.has(milestone)) continue;
    if (own !== undefined) all.set(milestone, { ms: own, isDefault: false });
    else if (
      fallback !== undefined &&
      fits(
        fallback,
        index,
        base.milestones.map((each) => given.get(each.id)),
      )
    ) {
      all.set(milestone, { ms: fallback, isDefault: true });
    }
  }
  return all;
}

function fits(ms: number, index: number, given: readonly (number | undefined)[]): boolean {
  return given.every((other, place) => other === undefined || (place < index ? other <= ms : other >= ms));
}

/** Of the taken timelines, what they say of a severity; one for all holds for what is declared. */
function timelineOf(source: DraftSource, id: Severity): ReadonlyMap<string, number> {
  const isDeclared = source.base.severities.find((each) => each.id === id)?.declared === true;
  const found = new Map<string, number>();
  for (const finding of source.all('deadlines')) {
    const { stages, rows } = finding.content;
    const row =
      rows.find(({ severity }) => severity === id) ??
      (isDeclared ? rows.find(({ severity }) => severity === undefined) : undefined);
    stages.forEach(({ milestone }, index) => {
      const ms = row?.times[index];
      if (milestone !== undefined && ms !== undefined && !found.has(milestone)) found.set(milestone, ms);
    });
    source.from('deadlines', finding);
  }
  return found;
}

function durationOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  return parseDuration(text) ?? durationIn(text);
}

export function lines(text: string | undefined): string[] | undefined {
  const found = (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return found.length > 0 ? found : undefined;
}
