import type { IncidentId, Instant, PageId } from '../ids.ts';
import { milestonesOf, nextMilestone } from '../incident/milestones.ts';
import { updateDueAt } from '../incident/update-clock.ts';
import type { Page } from '../page/page.ts';
import type { PlaybookFor } from '../playbook/for-page.ts';
import type { Playbook } from '../playbook/schema.ts';
import { type Severity, severityRank } from '../severity.ts';
import type { RunningIncident } from './incident-toasts.ts';
import { acknowledgeDeadline } from './page-toasts.ts';

export type TrayState = 'quiet' | 'firing' | 'late' | 'degraded';

/** What the tray shows of one open page or incident. */
export interface TrayEntry {
  readonly kind: 'page' | 'incident';
  readonly pageId?: PageId;
  readonly incidentId?: IncidentId;
  readonly title: string;
  readonly severity: Severity;
  /** The next deadline; `update` is the status update's. */
  readonly deadline?: { readonly label: string; readonly at: Instant; readonly isUpdate: boolean };
  readonly late: boolean;
  readonly drill?: true;
}
export interface TrayView {
  readonly state: TrayState;
  /** Pages nobody has taken and incidents not resolved. */
  readonly count: number;
  readonly entries: readonly TrayEntry[];
  readonly degraded: boolean;
  /** The drill that is running. */
  readonly drill?: TrayDrill;
}
export interface TrayDrill {
  readonly id: string;
  readonly title: string;
}

/** Worst first: what is real before a drill, late before on time, then by severity, then by the nearer deadline. */
export function trayView(
  firing: readonly Page[],
  running: readonly RunningIncident[],
  playbookFor: PlaybookFor,
  at: { readonly now: Instant; readonly degraded: boolean; readonly drill?: TrayDrill | undefined },
): TrayView {
  const entries = [
    ...firing.map((page) => pageEntry(page, playbookFor(page), at.now)),
    ...running.map((each) => incidentEntry(each, at.now)),
  ].toSorted(byUrgency);
  const { degraded, drill } = at;
  return {
    state: stateOf(entries, degraded),
    count: entries.length,
    entries,
    degraded,
    ...(drill === undefined ? {} : { drill }),
  };
}

function stateOf(entries: readonly TrayEntry[], degraded: boolean): TrayState {
  if (entries.some(({ late }) => late)) return 'late';
  if (entries.length > 0) return 'firing';
  return degraded ? 'degraded' : 'quiet';
}

function pageEntry(page: Page, playbook: Playbook, now: Instant): TrayEntry {
  const deadline = acknowledgeDeadline(page, playbook);
  const title = playbook.milestones.find(({ marks }) => marks === 'acknowledgement')?.title ?? '';
  return {
    kind: 'page',
    pageId: page.id,
    title: page.title,
    severity: page.severity,
    ...(page.drill === undefined ? {} : { drill: true }),
    late: deadline !== undefined && now >= deadline.lateAt,
    ...(deadline === undefined ? {} : { deadline: { label: title, at: deadline.dueAt, isUpdate: false } }),
  };
}

function incidentEntry({ incident, playbook }: RunningIncident, now: Instant): TrayEntry {
  const views = milestonesOf(incident, playbook, now);
  const next = nextMilestone(views);
  const updateAt = updateDueAt(incident, playbook);
  const deadlines = [
    ...(next?.dueAt === undefined ? [] : [{ label: next.title, at: next.dueAt, isUpdate: false }]),
    ...(updateAt === undefined ? [] : [{ label: '', at: updateAt, isUpdate: true }]),
  ].toSorted((one, other) => one.at - other.at);
  const late = views.some(({ state }) => state === 'late') || (updateAt !== undefined && now >= updateAt);
  return {
    kind: 'incident',
    incidentId: incident.id,
    title: incident.title,
    severity: incident.severity,
    ...(incident.drill === undefined ? {} : { drill: true }),
    late,
    ...(deadlines[0] === undefined ? {} : { deadline: deadlines[0] }),
  };
}

function byUrgency(one: TrayEntry, other: TrayEntry): number {
  if (one.drill !== other.drill) return one.drill === undefined ? -1 : 1;
  if (one.late !== other.late) return one.late ? -1 : 1;
  const rank = severityRank(one.severity) - severityRank(other.severity);
  if (rank !== 0) return rank;
  return (
    (one.deadline?.at ?? Number.POSITIVE_INFINITY) - (other.deadline?.at ?? Number.POSITIVE_INFINITY) || 0
  );
}
