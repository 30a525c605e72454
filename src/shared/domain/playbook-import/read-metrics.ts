import { MINUTE_MS } from '../duration.ts';
import { durationIn, writeDuration } from './durations.ts';
import { hasComparison } from './markers.ts';
import { type Content, METRIC_IDS, type MetricId, type MetricRow } from './report.ts';
import { type Grading, severitiesIn } from './severity-labels.ts';

const NAMES: readonly (readonly [MetricId, RegExp])[] = [
  ['mttr', /\bMTTR\b|time to (?:re|fix)|평균 복구|복구 시간/i],
  ['mtta', /\bMTTA\b|time to ack|평균 확인|확인 시간/i],
  ['mttd', /\bMTTD\b|time to det|평균 감지|감지 시간/i],
  ['action-item-completion', /action item|액션|completion|완료율/i],
  ['incident-rate', /incident rate|incidents? (?:per|count)|인시던트 수|발생률|장애 건수/i],
];
const PERCENT = /(\d{1,3}(?:\.\d+)?)\s?[%％]/;
/** A goal as near to all as this is of a service that is up, not of work that gets done. */
const NEARLY_ALL = 99;
const LONGEST_TREND = 40;

/** A line of a table or a list, with what may be its goal. */
export interface GoalLine {
  readonly title: string;
  readonly description: string;
  readonly goal: string;
}

/** Which of the metrics that the app can work out a text is about (process document 7.1). */
function metricId(text: string): MetricId | undefined {
  return NAMES.find(([, pattern]) => pattern.test(text))?.[0];
}

/** A time of a minute at least: what is shorter is about machines. */
function timeIn(goal: string): number | undefined {
  const ms = durationIn(goal);
  return ms !== undefined && ms >= MINUTE_MS ? ms : undefined;
}

function percentIn(goal: string): number | undefined {
  const percent = PERCENT.exec(goal)?.[1];
  return percent === undefined ? undefined : Number(percent);
}

/** Whether a text says a limit: a time or a share. */
export function hasLimit(text: string): boolean {
  return timeIn(text) !== undefined || percentIn(text) !== undefined;
}

/** Goals as those of a response are: times, together with a share or with a mark that they are limits. */
export function areGoals(goals: readonly string[]): boolean {
  const times = goals.filter((goal) => timeIn(goal) !== undefined);
  const shares = goals.filter((goal) => timeIn(goal) === undefined && percentIn(goal) !== undefined);
  return times.length > 1 && (shares.length > 0 || times.every(hasComparison));
}

/**
 * The metrics that lines are about: by what they are called; where that is not known, by what their goals can be, which is
 * a guess and marked. Of times the longest is the one to the recovery, which holds the others (`reading.md` 8); those are
 * taken in the order of the process document. A line that can be none of them is left out, and named.
 */
export function metricsIn(found: readonly GoalLine[]): Extract<Content, { kind: 'metrics' }> {
  // A playbook's metric has both: where one cell is empty, what another says stands for it.
  const lines = found
    .map((line) => ({ ...line, title: line.title || line.description || line.goal }))
    .map((line) => ({ ...line, description: line.description || line.title }))
    .filter(({ title }) => title !== '');
  const named = lines.map(({ title, description }) => metricId(`${title} ${description}`));
  const guesses = areGoals(lines.map(({ goal }) => goal))
    ? guessed(
        lines.map(({ goal }, index) => (named[index] === undefined ? goal : '')),
        new Set(METRIC_IDS.filter((id) => !named.includes(id))),
      )
    : [];
  const read = lines.map((line, index): MetricRow | undefined => {
    const id = named[index];
    if (id !== undefined) return { id, ...line };
    const guess = guesses[index];
    return guess === undefined ? undefined : { id: guess, ...line, isGuess: true };
  });
  return {
    kind: 'metrics',
    rows: read.filter((row) => row !== undefined),
    others: lines.filter((_line, index) => read[index] === undefined).map(({ title }) => title),
  };
}

/** What each goal may be of, as far as there are `free` metrics; an empty one is of none. */
function guessed(goals: readonly string[], free: Set<MetricId>): (MetricId | undefined)[] {
  const longest = Math.max(...goals.map((goal) => timeIn(goal) ?? 0));
  const take = (...ids: readonly MetricId[]): MetricId | undefined => {
    const id = ids.find((each) => free.has(each));
    if (id !== undefined) free.delete(id);
    return id;
  };
  return goals.map((goal) => {
    const ms = timeIn(goal);
    if (ms !== undefined) return (ms === longest ? take('mttr') : undefined) ?? take('mtta', 'mttd');
    const percent = percentIn(goal);
    if (percent !== undefined)
      return percent < NEARLY_ALL || percent === 100 ? take('action-item-completion') : undefined;
    return goal !== '' && goal.length <= LONGEST_TREND && !/\d/.test(goal)
      ? take('incident-rate')
      : undefined;
  });
}

/** A metric with its goal as a figure, where the words give one. */
export function metricEntry(
  row: MetricRow,
  grading: Grading,
  known: ReadonlySet<string>,
): Record<string, unknown> {
  const ms = durationIn(row.goal);
  const severities = severitiesIn(row.goal, grading).filter((severity) => known.has(severity));
  const percent = percentIn(row.goal);
  const figure =
    row.id === 'action-item-completion'
      ? percent !== undefined && percent <= 100
        ? { over: percent / 100 }
        : {}
      : row.id === 'incident-rate'
        ? /감소|fall|down|decreas|lower|less|[↓↘▼]/i.test(row.goal)
          ? { trend: 'falling' }
          : {}
        : ms === undefined
          ? {}
          : { under: writeDuration(ms), ...(severities.length > 0 ? { severities } : {}) };
  const { id, title, description, goal } = row;
  return { id, title, description, goal: goal || title, ...figure };
}
