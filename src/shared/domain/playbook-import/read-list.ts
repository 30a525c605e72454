import type { ListBlock, ListItem } from './document.ts';
import { durationIn, durationsIn } from './durations.ts';
import { textsOf, wholeText } from './list-texts.ts';
import { hasComparison, hasMetricName, shareOf } from './markers.ts';
import { readChecklist } from './read-checklist.ts';
import { areInTurn, levelsOf, namesLevel, withoutLevel } from './read-escalation.ts';
import { areGoals, type GoalLine, hasLimit, metricsIn } from './read-metrics.ts';
import { asChannels, asContacts, asDuties, asRoles } from './read-people-list.ts';
import { asDrills, asMeeting } from './read-practice-list.ts';
import { severityItem } from './read-severities.ts';
import { milestonesOf, milestonesOfMoments } from './read-stages.ts';
import type { SeverityRow } from './report.ts';
import { severitiesIn } from './severity-labels.ts';
import { leftOut, raised, type Surroundings, taken, titled, type Verdict } from './verdict.ts';
import { HINTS } from './word-hints.ts';

type Reader = (list: ListBlock, around: Surroundings) => Verdict | undefined;

/** In this order: what has marks of its own before what is only told by where it stands. */
const READERS: readonly Reader[] = [
  readChecklist,
  asMeetingTimes,
  asSeverities,
  asEscalation,
  asTimeline,
  asMetrics,
  asLinks,
  asDuties,
  asChannels,
  asContacts,
  asRoles,
  asMeeting,
  asDrills,
];

/** What a list is. */
export function readList(list: ListBlock, around: Surroundings): Verdict {
  if (list.items.length === 0) return leftOut('unknown-list');
  for (const read of READERS) {
    const verdict = read(list, around);
    if (verdict !== undefined) return verdict;
  }
  return leftOut('unknown-list');
}

/** 6.1: when to meet after an incident of each severity. Severities are defined once, so a later list is about them. */
function asMeetingTimes(
  list: ListBlock,
  { grading, hasSeverities, titles }: Surroundings,
): Verdict | undefined {
  const labelled = list.items.filter(({ text }) => severitiesIn(text.slice(0, 24), grading).length > 0);
  if (
    !hasSeverities ||
    labelled.length < list.items.length ||
    list.items.some(({ items }) => items.length > 0)
  )
    return undefined;
  const isNamed = titled(HINTS.postMortem, titles);
  const several = labelled.some(({ text }) => severitiesIn(text.slice(0, 24), grading).length > 1);
  if (!isNamed && !several) return undefined;
  return taken(
    { kind: 'meeting', part: 'times', items: textsOf(list) },
    raised('medium', isNamed),
    'severity-labels',
  );
}

function asSeverities({ items }: ListBlock, { grading, titles }: Surroundings): Verdict | undefined {
  const rows = items
    .map((item) => severityItem(item, grading))
    .filter((row): row is SeverityRow => row !== undefined);
  const isWhole = rows.length >= 2 && rows.length * 3 >= items.length * 2;
  if (!isWhole || new Set(rows.map(({ severity }) => severity)).size < rows.length) return undefined;
  const timed = rows.filter(
    ({ responseMs, resolutionMs }) => responseMs !== undefined || resolutionMs !== undefined,
  );
  return taken(
    { kind: 'severities', rows },
    raised('medium', titled(HINTS.severity, titles) || timed.length >= 2),
    ...(timed.length > 0 ? (['severity-labels', 'durations'] as const) : (['severity-labels'] as const)),
  );
}

function asEscalation({ items, ordered }: ListBlock, { grading, titles }: Surroundings): Verdict | undefined {
  const isNamed = titled(HINTS.escalation, titles.slice(0, 2));
  const levels = shareOf(
    items.map(({ text }) => text),
    namesLevel,
  );
  const timed = items.filter((item) => durationIn(wholeText(item)) !== undefined).length;
  const isTold = levels >= 0.7 || (ordered && (isNamed || areCalledInTurn(items)));
  if (items.length < 2 || timed === 0 || !isTold) return undefined;
  const pairs = items.map((item) => {
    const [name = '', ...rest] =
      item.label === '' ? item.text.split(/\s(?:after|if|when)\s|,\s|\s[-–—]\s/i) : [item.label, item.rest];
    const condition = [
      item.label === '' ? item.text.slice(name.length) : rest.join(' '),
      ...item.items.map(({ text }) => text),
    ];
    // `Level 2: Tech Lead` has the name after the level.
    const isOnlyLevel = withoutLevel(name) === '';
    const [called = '', ...more] = isOnlyLevel ? item.rest.split(/[,;(]|\s[-–—]\s/) : [withoutLevel(name)];
    const given = isOnlyLevel ? [more.join(' '), ...item.items.map(({ text }) => text)] : condition;
    return { title: called.trim(), condition: given.join('; ').replaceAll(/^[\s;,)–—-]+|[\s;)]+$/g, '') };
  });
  return taken(
    {
      kind: 'escalation',
      levels: levelsOf(
        pairs.filter(({ title }) => title !== ''),
        grading,
      ),
    },
    raised(levels >= 0.7 ? 'medium' : 'low', isNamed),
    levels >= 0.7 ? 'levels' : 'numbered-steps',
    'durations',
    ...(isNamed ? (['words'] as const) : []),
  );
}

/** Names, each later one with a time of its own. */
function areCalledInTurn(items: readonly ListItem[]): boolean {
  return (
    items.slice(1).every(({ label }) => label !== '' && durationIn(label) === undefined) &&
    areInTurn(items.map(wholeText))
  );
}

/** `T+5 min: acknowledge`, one after the other. */
function asTimeline({ items }: ListBlock): Verdict | undefined {
  const texts = items.map(({ text }) => text);
  const starts = (text: string): boolean => (durationsIn(text)[0]?.index ?? 99) <= 8;
  const isMoment = shareOf(texts, (text) => /T\s?\+/i.test(text)) >= 0.6;
  if (items.length < 3 || shareOf(texts, starts) < 0.7) return undefined;
  const byName = milestonesOf(texts);
  const times = texts.map((text) => durationIn(text));
  const named = byName.filter((each) => each !== undefined).length;
  const isNamed = named >= 2 && (isMoment || named >= 3);
  const milestones = isNamed || !isMoment ? byName : milestonesOfMoments(times);
  if (!isNamed && !(isMoment && milestones.some((each) => each !== undefined))) return undefined;
  const stages = items.map(({ label, rest, text }, index) => ({
    title: label === '' ? text : rest,
    milestone: milestones[index],
  }));
  return taken(
    { kind: 'deadlines', stages, rows: [{ severity: undefined, times }] },
    isNamed ? (isMoment ? 'high' : 'medium') : 'low',
    'durations',
    'stages',
  );
}

const LIMIT =
  /[<>≤≥][^,;.)]*|(?:under|below|over|less than|more than)\s[^,;.)]*|[^,;(]*(?:미만|이하|이상|초과)/i;

/** A name and its goal on each line. */
function asMetrics({ items }: ListBlock, { titles }: Surroundings): Verdict | undefined {
  const lines = items.flatMap((item): GoalLine[] => {
    const whole = wholeText(item);
    const goal = LIMIT.exec(whole)?.[0] ?? (hasLimit(item.rest) || hasComparison(whole) ? item.rest : '');
    return goal === ''
      ? []
      : [{ title: item.label || item.text, description: item.rest || item.text, goal: goal.trim() }];
  });
  const metrics = metricsIn(lines);
  const { rows } = metrics;
  const isNamed = titled(HINTS.metric, titles) || items.some(({ text }) => hasMetricName(text));
  const areLabelled = items.every(({ label }) => label !== '');
  const isTold = isNamed || (areLabelled && areGoals(lines.map(({ goal }) => goal)));
  if (rows.length < 2 || rows.length * 2 < items.length || !isTold) return undefined;
  const isGuess = rows.some((row) => row.isGuess === true);
  return taken(
    metrics,
    isGuess ? raised('low', isNamed) : raised('medium', isNamed),
    'comparisons',
    ...(isNamed ? (['words'] as const) : []),
  );
}

function asLinks({ items }: ListBlock): Verdict | undefined {
  return items.every(({ isLink }) => isLink) ? leftOut('links') : undefined;
}
