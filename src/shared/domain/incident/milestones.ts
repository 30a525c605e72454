import { MINUTE_MS } from '../duration.ts';
import type { Instant } from '../ids.ts';
import type { MilestoneMark, Playbook, PlaybookMilestone } from '../playbook/schema.ts';
import { severityOf } from '../playbook/lookup.ts';
import type { Done, Incident } from './incident.ts';

/** A milestone is due from two minutes before its deadline (public interface). */
export const DUE_SOON_MS = 2 * MINUTE_MS;

export type MilestoneState = 'upcoming' | 'due' | 'late' | 'met' | 'skipped';

/** A milestone of one incident at one instant. */
export interface MilestoneView {
  readonly id: string;
  readonly title: string;
  readonly action?: string;
  readonly marks?: MilestoneMark;
  /** Absent: the severity does not ask for it. */
  readonly dueAt?: Instant;
  /** When it counts as late; after `dueAt` only for what is due at once. */
  readonly lateAt?: Instant;
  readonly metAt?: Instant;
  /** It was met after its deadline. */
  readonly metLate: boolean;
  readonly state: MilestoneState;
}

/** When a milestone is due, soon due and late, from detection (process document 2.2, reading 1). */
export interface Deadline {
  readonly soonAt: Instant;
  readonly dueAt: Instant;
  readonly lateAt: Instant;
}

export function deadlineOf(
  playbook: Playbook,
  incident: Pick<Incident, 'severity' | 'detectedAt'>,
  milestone: string,
): Deadline | undefined {
  const deadline = severityOf(playbook, incident.severity)?.deadlines[milestone];
  if (deadline === undefined) return undefined;
  const dueAt = incident.detectedAt + deadline.due;
  return { soonAt: dueAt - DUE_SOON_MS, dueAt, lateAt: incident.detectedAt + deadline.lateAfter };
}

/** Every milestone of the playbook, in its order, as it stands at `now`. One that was merged is asked for none. */
export function milestonesOf(incident: Incident, playbook: Playbook, now: Instant): MilestoneView[] {
  const lastMet = playbook.milestones.findLastIndex(
    (milestone) => metAtOf(incident, milestone) !== undefined,
  );
  return playbook.milestones.map((milestone, index) =>
    viewOf(incident, playbook, milestone, { now, passed: index < lastMet || incident.merged !== undefined }),
  );
}

function metAtOf(incident: Incident, milestone: PlaybookMilestone): Instant | undefined {
  return milestone.marks === 'detection' ? incident.detectedAt : incident.met[milestone.id]?.at;
}

function viewOf(
  incident: Incident,
  playbook: Playbook,
  milestone: PlaybookMilestone,
  at: { now: Instant; passed: boolean },
): MilestoneView {
  const deadline = deadlineOf(playbook, incident, milestone.id);
  const metAt = metAtOf(incident, milestone);
  return {
    id: milestone.id,
    title: milestone.title,
    ...(milestone.action === undefined ? {} : { action: milestone.action }),
    ...(milestone.marks === undefined ? {} : { marks: milestone.marks }),
    ...(deadline === undefined ? {} : { dueAt: deadline.dueAt, lateAt: deadline.lateAt }),
    ...(metAt === undefined ? {} : { metAt }),
    metLate: metAt !== undefined && deadline !== undefined && metAt > deadline.lateAt,
    state: stateOf(deadline, metAt, at),
  };
}

function stateOf(
  deadline: Deadline | undefined,
  metAt: Instant | undefined,
  at: { now: Instant; passed: boolean },
): MilestoneState {
  if (metAt !== undefined) return 'met';
  if (at.passed || deadline === undefined) return 'skipped';
  if (at.now >= deadline.lateAt) return 'late';
  return at.now >= deadline.soonAt ? 'due' : 'upcoming';
}

/** How the milestones stand, in a word to compare by: time alone changes nothing else of them. */
export function statesOf(views: readonly MilestoneView[]): string {
  return views.map(({ state }) => state).join();
}

/** The next deadline still to be met, if the incident has one. */
export function nextMilestone(views: readonly MilestoneView[]): MilestoneView | undefined {
  return views.find((view) => view.state === 'upcoming' || view.state === 'due' || view.state === 'late');
}

/** The phase of the last milestone met, in the playbook's order (process document 2.1). */
export function phaseOf(incident: Incident, playbook: Playbook): { id: string; title: string } {
  const last = playbook.milestones.findLast((milestone) => metAtOf(incident, milestone) !== undefined);
  return last === undefined ? { id: 'unknown', title: '' } : { id: last.phase, title: last.phaseTitle };
}

/**
 * The one obvious next step: the first milestone that the severity asks for and that nothing later
 * made unnecessary; after resolution, closing, whether or not it has a deadline.
 */
export function nextStep(incident: Incident, playbook: Playbook, now: Instant): MilestoneView | undefined {
  const views = milestonesOf(incident, playbook, now);
  if (incident.closedAt !== undefined) return undefined;
  if (incident.resolvedAt !== undefined) return views.find((view) => view.marks === 'closure');
  // A playbook may give closing a deadline and resolving none; closing comes after resolving all the same.
  const open = views.filter((view) => view.marks !== 'closure');
  return nextMilestone(open) ?? open.find((view) => view.marks === 'resolution');
}

/** As main will judge it, so that nothing is offered only to be refused. */
export function canBeMet(view: MilestoneView, incident: Incident): boolean {
  if (view.metAt !== undefined || view.marks === 'detection' || incident.closedAt !== undefined) return false;
  if (view.marks === 'closure') return incident.resolvedAt !== undefined;
  return view.marks === 'resolution' || view.dueAt !== undefined;
}

/**
 * The milestone met last, while taking it back would not be refused: the acknowledgement goes with its page, and a step or
 * a reopening since holds it.
 */
export function undoableMilestone(
  incident: Incident,
  playbook: Playbook,
): { readonly milestone: PlaybookMilestone; readonly done: Done } | undefined {
  const milestone = playbook.milestones.findLast(({ id }) => incident.met[id] !== undefined);
  const done = milestone === undefined ? undefined : incident.met[milestone.id];
  if (milestone === undefined || done === undefined || milestone.marks === 'acknowledgement')
    return undefined;
  const since = [incident.entered, incident.reopened].some(
    (moved) => moved !== undefined && moved.eventId > done.eventId,
  );
  return since ? undefined : { milestone, done };
}
