import type { Instant } from '../ids.ts';
import type { Incident } from '../incident/incident.ts';
import { milestonesOf, type MilestoneView } from '../incident/milestones.ts';
import type { Playbook } from '../playbook/schema.ts';
import { type Cadence, cadenceOf } from './cadence.ts';

/** Why an incident counts in no figure (reading 8): it was no incident, or it is counted with another one. */
export type NotCounted = 'drill' | 'test' | 'merged';

/** ms it came after its deadline, 0 in time; `skipped`: never recorded; `open`: may still come. */
export type MilestoneFigure = number | 'skipped' | 'open';

/** What the figures of a dashboard are made from: one small flat record for each incident. */
export interface IncidentFigures
  extends Pick<
    Incident,
    | 'id'
    | 'title'
    | 'service'
    | 'severity'
    | 'detectedAt'
    | 'faultStartedAt'
    | 'acknowledgedAt'
    | 'declaredAt'
    | 'resolvedAt'
    | 'closedAt'
  > {
  readonly notCounted?: NotCounted;
  /** How often it was reopened. */
  readonly reopened: number;
  /** Milestone id to how it was kept; those that its severity asks for. */
  readonly milestones: Readonly<Record<string, MilestoneFigure>>;
  /** Absent: no update was asked for, or it may still come. */
  readonly updates?: Cadence;
  /** Its action items (6.3); absent: it has none. */
  readonly actions?: { readonly total: number; readonly completed: number };
}

/**
 * The figures of one incident (process document 7.1). Deadlines are those of the severity it ended with, by the
 * playbook it ran by; without one that can be read, there are no milestones and no updates to judge. Pure.
 */
export function figuresOf(incident: Incident, playbook: Playbook | undefined): IncidentFigures {
  const { id, title, service, severity, detectedAt } = incident;
  const notCounted = reasonNotToCount(incident);
  const updates = playbook === undefined ? undefined : cadenceOf(incident, playbook.updates.every);
  return {
    id,
    title,
    service,
    severity,
    detectedAt,
    ...present('faultStartedAt', incident.faultStartedAt),
    ...present('acknowledgedAt', incident.acknowledgedAt),
    ...present('declaredAt', incident.declaredAt),
    ...present('resolvedAt', incident.resolvedAt),
    ...present('closedAt', incident.closedAt),
    ...present('notCounted', notCounted),
    reopened: incident.pauses.length,
    milestones: playbook === undefined ? {} : milestoneFigures(incident, playbook),
    ...present('updates', updates),
    ...present('actions', actionFigures(incident.actions)),
  };
}

function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [Each in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [Each in Key]: Value });
}

function reasonNotToCount({ drill, merged, test }: Incident): NotCounted | undefined {
  if (drill !== undefined) return 'drill';
  if (test) return 'test';
  return merged === undefined ? undefined : 'merged';
}

function actionFigures(actions: Incident['actions']): IncidentFigures['actions'] {
  if (actions.length === 0) return undefined;
  return { total: actions.length, completed: actions.filter(({ status }) => status === 'completed').length };
}

function milestoneFigures(incident: Incident, playbook: Playbook): Readonly<Record<string, MilestoneFigure>> {
  // Whether one is late by now is not asked: what is still open is not judged.
  const views = milestonesOf(incident, playbook, incident.detectedAt);
  return Object.fromEntries(
    views.flatMap((view) => (view.dueAt === undefined ? [] : [[view.id, figureOf(view, view.dueAt)]])),
  );
}

function figureOf({ metAt, metLate, state }: MilestoneView, dueAt: Instant): MilestoneFigure {
  if (metAt !== undefined) return metLate ? metAt - dueAt : 0;
  return state === 'skipped' ? 'skipped' : 'open';
}
