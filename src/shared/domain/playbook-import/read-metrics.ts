import { durationIn, writeDuration } from './durations.ts';
import type { METRIC_IDS, MetricRow } from './report.ts';
import { type Grading, severitiesIn } from './severity-labels.ts';

const NAMES: readonly (readonly [(typeof METRIC_IDS)[number], RegExp])[] = [
  ['mttr', /\bMTTR\b|time to (?:re|fix)|평균 복구|복구 시간/i],
  ['mtta', /\bMTTA\b|time to ack|평균 확인|확인 시간/i],
  ['mttd', /\bMTTD\b|time to det|평균 감지|감지 시간/i],
  ['action-item-completion', /action item|액션|completion|완료율/i],
  ['incident-rate', /incident rate|incidents? (?:per|count)|인시던트 수|발생률|장애 건수/i],
];

/** Which of the metrics that the app can work out a text is about (process document 7.1). */
export function metricId(text: string): (typeof METRIC_IDS)[number] | undefined {
  return NAMES.find(([, pattern]) => pattern.test(text))?.[0];
}

/** A metric with its goal as a figure, where the words give one. */
export function metricEntry(
  row: MetricRow,
  grading: Grading,
  known: ReadonlySet<string>,
): Record<string, unknown> {
  const ms = durationIn(row.goal);
  const severities = severitiesIn(row.goal, grading).filter((severity) => known.has(severity));
  const percent = /(\d{1,3}(?:\.\d+)?)\s?%/.exec(row.goal)?.[1];
  const figure =
    row.id === 'action-item-completion'
      ? percent !== undefined && Number(percent) <= 100
        ? { over: Number(percent) / 100 }
        : {}
      : row.id === 'incident-rate'
        ? /감소|fall|down|decreas|lower|less/i.test(row.goal)
          ? { trend: 'falling' }
          : {}
        : ms === undefined
          ? {}
          : { under: writeDuration(ms), ...(severities.length > 0 ? { severities } : {}) };
  const { id, title, description, goal } = row;
  return { id, title, description, goal: goal || title, ...figure };
}
