import type { TableBlock } from './document.ts';
import { durationIn } from './durations.ts';
import { hasComparison, hasDate, hasMetricName, shareOf } from './markers.ts';
import { areInTurn, levelsOf, namesLevel, withoutLevel } from './read-escalation.ts';
import { areGoals, hasLimit, metricsIn } from './read-metrics.ts';
import { asChannels, asContacts, asRoles } from './read-people-table.ts';
import { attributesOf, withAttribute } from './read-severities.ts';
import { milestonesByOrder, milestonesOf, milestonesOfMoments } from './read-stages.ts';
import type { SeverityRow } from './report.ts';
import { severityLabel } from './severity-labels.ts';
import { dashless, isFilled, type Table, tableOf, transposed } from './table-columns.ts';
import { leftOut, raised, type Surroundings, taken, titled, type Verdict } from './verdict.ts';
import { HINTS } from './word-hints.ts';

/** What a table is: told by what its cells have in common, from the clearest mark to the faintest. */
export function readTable({ header, rows }: TableBlock, around: Surroundings): Verdict {
  const table = tableOf(header, rows);
  if (rows.length === 0) return leftOut('unknown-table');
  return (
    asSeverities(table, around) ??
    asSeverities(transposed(table), around) ??
    asEscalation(table, around) ??
    asTimeline(table) ??
    asMetrics(table, around) ??
    asTurns(table, around) ??
    asHistory(table) ??
    asChannels(table, around) ??
    asContacts(table, around) ??
    asRoles(table, around) ??
    leftOut('unknown-table')
  );
}

/** The column whose cells are severities; others may name one now and then. */
function severityColumn({ columns }: Table, { grading }: Surroundings): number {
  const found = columns.map((texts) => texts.map((text) => severityLabel(text, grading)?.severity));
  return found.findIndex((each) => {
    const named = each.filter((severity) => severity !== undefined);
    return named.length >= 2 && named.length * 3 >= each.length * 2 && new Set(named).size === named.length;
  });
}

function asSeverities(table: Table, around: Surroundings): Verdict | undefined {
  const key = severityColumn(table, around);
  if (key === -1) return undefined;
  const others = table.header.flatMap((label, index) =>
    index === key ? [] : [{ label, index, texts: (table.columns[index] ?? []).filter(isFilled) }],
  );
  const timed = others.filter(({ texts }) => shareOf(texts, (text) => durationIn(text) !== undefined) >= 0.5);
  if (timed.length >= 3) return asDeadlines(table, key, timed, around);
  const attributes = attributesOf(others);
  const rows = table.rows.flatMap((row): SeverityRow[] => {
    const label = severityLabel(row[key]?.text ?? '', around.grading);
    if (label === undefined) return [];
    const start: SeverityRow = {
      severity: label.severity,
      ...(label.name === '' ? {} : { name: label.name }),
    };
    return [
      others.reduce(
        (before, { index }, place) => withAttribute(before, attributes[place], row[index]?.text ?? ''),
        start,
      ),
    ];
  });
  const why = timed.length > 0 ? (['severity-labels', 'durations'] as const) : (['severity-labels'] as const);
  const isNamed = titled(HINTS.severity, [table.header[key] ?? '', ...around.titles]);
  return taken({ kind: 'severities', rows }, raised('medium', isNamed || timed.length > 0), ...why);
}

/** Severities by stages: when each is due (process document 2.2). */
function asDeadlines(
  table: Table,
  key: number,
  timed: readonly { readonly label: string; readonly index: number }[],
  { grading }: Surroundings,
): Verdict {
  const byName = milestonesOf(timed.map(({ label }) => label));
  const named = byName.filter((milestone) => milestone !== undefined).length;
  const milestones = named >= 2 ? byName : milestonesByOrder(timed.length);
  const rows = table.rows.flatMap((row) => {
    const label = severityLabel(row[key]?.text ?? '', grading);
    return label === undefined
      ? []
      : [{ severity: label.severity, times: timed.map(({ index }) => durationIn(row[index]?.text ?? '')) }];
  });
  const stages = timed.map(({ label }, index) => ({ title: label, milestone: milestones[index] }));
  return taken(
    { kind: 'deadlines', stages, rows },
    named >= 2 ? 'high' : 'low',
    'severity-labels',
    'durations',
    'stages',
  );
}

/** Rows of a moment and a stage: one line of time for all that are declared. */
function asTimeline({ header, columns, rows }: Table): Verdict | undefined {
  const times = columns.findIndex(
    (texts) => shareOf(texts, (text) => text.length < 30 && durationIn(text) !== undefined) >= 0.7,
  );
  if (times === -1 || rows.length < 3 || header.length < 2) return undefined;
  const isMoment = shareOf(columns[times] ?? [], (text) => /T\s?\+/i.test(text)) >= 0.5;
  const moments = (columns[times] ?? []).map((text) => durationIn(text));
  const names = columns
    .map((texts, index) => (index === times ? [] : milestonesOf(texts)))
    .map((milestones) => ({ milestones, count: milestones.filter((each) => each !== undefined).length }));
  const best = names.reduce(
    (found, each, index) => (each.count > (names[found]?.count ?? 0) ? index : found),
    0,
  );
  const { milestones = [], count = 0 } = names[best] ?? {};
  const isNamed = count >= 2 && (isMoment || count >= 3);
  const byOrder = isNamed || !isMoment ? [] : milestonesOfMoments(moments);
  if (!isNamed && !byOrder.some((each) => each !== undefined)) return undefined;
  const titles = columns[isNamed ? best : times === 0 ? 1 : 0] ?? [];
  const found = isNamed ? milestones : byOrder;
  const stages = titles.map((title, index) => ({ title, milestone: found[index] }));
  return taken(
    { kind: 'deadlines', stages, rows: [{ severity: undefined, times: moments }] },
    isNamed ? (isMoment ? 'high' : 'medium') : 'low',
    'durations',
    'stages',
  );
}

/** Who is called one after the other, where no word and no level says so. */
function asTurns({ header, columns }: Table, { grading }: Surroundings): Verdict | undefined {
  const times = columns.findIndex(areInTurn);
  const isName = (text: string): boolean =>
    isFilled(text) && text.length <= 60 && /\p{L}/u.test(text) && durationIn(text) === undefined;
  const names = columns.findIndex((texts, index) => index !== times && texts.every(isName));
  if (times === -1 || names === -1 || header.length > 4) return undefined;
  const pairs = (columns[names] ?? []).map((title, index) => ({
    title,
    condition: dashless(columns[times]?.[index] ?? ''),
  }));
  return taken({ kind: 'escalation', levels: levelsOf(pairs, grading) }, 'low', 'durations');
}

function asEscalation({ header, columns, rows }: Table, around: Surroundings): Verdict | undefined {
  const levels = columns.findIndex((texts) => shareOf(texts, namesLevel) >= 0.7);
  const isNamed = titled(HINTS.escalation, [...header, ...around.titles.slice(0, 1)]);
  const times = columns.findIndex((texts) => shareOf(texts, (text) => durationIn(text) !== undefined) >= 0.4);
  if (rows.length < 2 || times === -1 || (levels === -1 && !isNamed)) return undefined;
  const names = columns.findIndex(
    (texts, index) => index !== times && index !== levels && texts.every(isFilled),
  );
  const pairs = rows.map((row) => ({
    title:
      withoutLevel(row[names === -1 ? Math.max(levels, 0) : names]?.text ?? '') || (row[levels]?.text ?? ''),
    condition: dashless(row[times]?.text ?? ''),
  }));
  return taken(
    { kind: 'escalation', levels: levelsOf(pairs, around.grading) },
    raised('medium', isNamed),
    ...(levels === -1 ? (['durations', 'words'] as const) : (['levels', 'durations'] as const)),
  );
}

/** Names with a goal each (process document 7.1): by what they are called, or by goals as those of a response are. */
function asMetrics({ header, columns, rows }: Table, around: Surroundings): Verdict | undefined {
  const compared = columns.findIndex((texts) => shareOf(texts, hasComparison) >= 0.4);
  const goal = compared === -1 ? columns.findIndex((texts) => shareOf(texts, hasLimit) >= 0.6) : compared;
  if (goal === -1) return undefined;
  const isMetric = columns.some((texts) => texts.some(hasMetricName));
  const isNamed = isMetric || titled(HINTS.metric, [...header, ...around.titles]);
  if (!isNamed && !(goal > 0 && areGoals(columns[goal] ?? []))) return undefined;
  const description = columns.findIndex((_, index) => index !== 0 && index !== goal);
  const found = metricsIn(
    rows.map((row) => {
      const title = row[0]?.text ?? '';
      return { title, description: row[description]?.text || title, goal: row[goal]?.text ?? '' };
    }),
  );
  if (found.rows.length === 0) return undefined;
  const isGuess = found.rows.some((row) => row.isGuess === true);
  return taken(
    found,
    isGuess ? raised('low', isNamed) : raised('medium', isMetric),
    compared === -1 ? 'durations' : 'comparisons',
    ...(isNamed ? (['words'] as const) : []),
  );
}

function asHistory({ header, columns }: Table): Verdict | undefined {
  const dated = columns.some((texts) => shareOf(texts, hasDate) >= 0.6);
  return dated && header.length >= 3 ? leftOut('history') : undefined;
}
