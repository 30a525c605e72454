import type { Instant } from '../ids.ts';
import type { Incident } from '../incident/incident.ts';
import { DUE_SOON_MS, type MilestoneView, milestonesOf } from '../incident/milestones.ts';
import { updateDueAt } from '../incident/update-clock.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { Showing } from './page-toasts.ts';
import type { Toast } from './toast.ts';
import { urgencyOf } from './toast.ts';

/** An incident with the playbook that it runs by. */
export interface RunningIncident {
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/**
 * Notices of one incident: the latest change among its deadlines (soon, then late), and the status
 * update that is due. Deadlines that passed together make one notice, not one each.
 */
export function incidentToasts(running: RunningIncident, now: Instant): Showing {
  const views = milestonesOf(running.incident, running.playbook, now).filter(isOpen);
  const deadline = deadlineToast(running, views, now);
  const update = updateToast(running, now);
  return {
    toasts: [...deadline, ...update.toasts],
    changesAt: [...views.flatMap(({ dueAt, lateAt }) => [dueAt - DUE_SOON_MS, lateAt]), ...update.changesAt],
  };
}

function ofDrill({ drill }: Incident): Pick<Toast, 'drill'> {
  return drill === undefined ? {} : { drill: true };
}

type OpenMilestone = MilestoneView & { dueAt: Instant; lateAt: Instant };

function isOpen(view: MilestoneView): view is OpenMilestone {
  return (
    view.dueAt !== undefined &&
    view.lateAt !== undefined &&
    view.metAt === undefined &&
    view.state !== 'skipped'
  );
}

interface Transition {
  readonly at: Instant;
  readonly stage: 'soon' | 'late';
  readonly view: OpenMilestone;
}

function deadlineToast(
  { incident }: RunningIncident,
  views: readonly OpenMilestone[],
  now: Instant,
): Toast[] {
  const transitions = views.flatMap((view): Transition[] => [
    { at: view.dueAt - DUE_SOON_MS, stage: 'soon', view },
    { at: view.lateAt, stage: 'late', view },
  ]);
  const latest = transitions
    .filter(({ at }) => at <= now)
    .toSorted((one, other) => one.at - other.at)
    .at(-1);
  if (latest === undefined) return [];
  const { stage, view } = latest;
  return [
    {
      tag: `deadline:${incident.id}`,
      ring: `${stage}:${view.id}:${view.dueAt}`,
      urgency: stage === 'late' ? urgencyOf(incident.severity) : 'normal',
      ...ofDrill(incident),
      content: {
        kind: 'deadline',
        stage,
        title: incident.title,
        severity: incident.severity,
        milestone: view.title,
        dueAt: view.dueAt,
        late: views.filter(({ state }) => state === 'late').map(({ title }) => title),
      },
      actions: ['open'],
      target: { kind: 'incident', incidentId: incident.id },
    },
  ];
}

function updateToast({ incident, playbook }: RunningIncident, now: Instant): Showing {
  const dueAt = updateDueAt(incident, playbook);
  if (dueAt === undefined) return { toasts: [], changesAt: [] };
  if (now < dueAt) return { toasts: [], changesAt: [dueAt] };
  const missed = Math.floor((now - dueAt) / playbook.updates.every);
  const toast: Toast = {
    tag: `update:${incident.id}`,
    ring: `${dueAt}:${missed}`,
    urgency: 'normal',
    ...ofDrill(incident),
    content: { kind: 'update', title: incident.title, severity: incident.severity, dueAt },
    actions: ['open'],
    target: { kind: 'incident', incidentId: incident.id },
  };
  return { toasts: [toast], changesAt: [dueAt + (missed + 1) * playbook.updates.every] };
}
