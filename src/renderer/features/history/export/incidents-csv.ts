import { BYTE_ORDER_MARK, toCsv } from '#shared/domain/csv.ts';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import { type Measure, spanOf } from '#shared/domain/metrics/measure.ts';

/** Names for machines: the same in every language. */
const HEAD = [
  'id',
  'title',
  'severity',
  'service',
  'counted',
  'fault_started_at',
  'detected_at',
  'acknowledged_at',
  'declared_at',
  'resolved_at',
  'closed_at',
  'mttd_minutes',
  'mtta_minutes',
  'mttr_minutes',
  'times_reopened',
  'milestones_late',
  'milestones_not_recorded',
  'updates_due',
  'updates_in_time',
  'action_items',
  'action_items_completed',
] as const;

/** Past incidents as CSV, a line each: instants in ISO 8601 and UTC, times in minutes; empty: not known. */
export function incidentsCsv(figures: readonly IncidentFigures[]): string {
  return `${BYTE_ORDER_MARK}${toCsv([HEAD, ...figures.map(rowOf)])}`;
}

function rowOf(figures: IncidentFigures): (string | number)[] {
  const { id, title, severity, service, notCounted, updates, actions } = figures;
  const milestones = Object.entries(figures.milestones);
  const late = milestones.filter(([, kept]) => typeof kept === 'number' && kept > 0);
  const skipped = milestones.filter(([, kept]) => kept === 'skipped');
  return [
    id,
    title,
    severity,
    service,
    notCounted ?? 'yes',
    iso(figures.faultStartedAt),
    iso(figures.detectedAt),
    iso(figures.acknowledgedAt),
    iso(figures.declaredAt),
    iso(figures.resolvedAt),
    iso(figures.closedAt),
    minutes(figures, 'mttd'),
    minutes(figures, 'mtta'),
    minutes(figures, 'mttr'),
    figures.reopened,
    late.map(([milestone]) => milestone).join(' '),
    skipped.map(([milestone]) => milestone).join(' '),
    updates?.due ?? '',
    updates?.kept ?? '',
    actions?.total ?? '',
    actions?.completed ?? '',
  ];
}

function iso(at: Instant | undefined): string {
  return at === undefined ? '' : new Date(at).toISOString();
}

function minutes(figures: IncidentFigures, measure: Measure): string | number {
  const span = spanOf(figures, measure);
  return typeof span === 'number' ? Math.round((span / MINUTE_MS) * 100) / 100 : '';
}
