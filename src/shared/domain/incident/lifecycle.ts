import { severityOf } from '../playbook/lookup.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { LifecycleStep } from '../playbook/schema-process.ts';
import type { Incident } from './incident.ts';

/** The way of one incident through the lifecycle (process document 2.1): declared, or the standard response. */
export function wayOf(incident: Incident, playbook: Playbook): readonly LifecycleStep[] {
  const declared = severityOf(playbook, incident.severity)?.declared === true;
  return (playbook.lifecycle?.steps ?? []).filter(
    ({ branch }) => branch === undefined || branch === (declared ? 'declared' : 'standard'),
  );
}

/**
 * Where it is: the step entered last, or the furthest one whose milestone was met since. What is recorded late never
 * takes it back; a reopening takes it to just before the resolution. The first step when nothing has happened.
 */
export function stepOf(incident: Incident, playbook: Playbook): LifecycleStep | undefined {
  const way = wayOf(incident, playbook);
  const anchor = anchorOf(incident, playbook, way);
  const since = anchor?.eventId ?? '';
  const reached = way.map(({ milestone }, index) => {
    const met = milestone === undefined ? undefined : incident.met[milestone];
    return met !== undefined && met.eventId > since ? index : 0;
  });
  const branching = branchedOff(incident, playbook, way);
  const furthest = Math.max(0, anchor?.index ?? 0, branching, ...reached);
  return way[Math.min(furthest, lastAllowed(incident, playbook, way))];
}

/** What set the place last by itself: a step entered, or the reopening, whichever came later. */
function anchorOf(
  incident: Incident,
  playbook: Playbook,
  way: readonly LifecycleStep[],
): { readonly index: number; readonly eventId: string } | undefined {
  const { entered, reopened } = incident;
  if (reopened !== undefined && reopened.eventId > (entered?.eventId ?? '')) {
    const resolution = way.findIndex((step) => markOf(step, playbook) === 'resolution');
    return { index: Math.max(0, resolution - 1), eventId: reopened.eventId };
  }
  if (entered === undefined) return undefined;
  return { index: placeOn(way, playbook, entered.step), eventId: entered.eventId };
}

/** A step of the other branch stands for the fork: the last step before it that both branches share. */
function placeOn(way: readonly LifecycleStep[], playbook: Playbook, step: string): number {
  const steps = playbook.lifecycle?.steps ?? [];
  const place = steps.findIndex(({ id }) => id === step);
  const standing = steps
    .slice(0, place + 1)
    .findLast((each) => (each.id === step && way.includes(each)) || each.branch === undefined);
  return standing === undefined ? 0 : way.indexOf(standing);
}

/** A milestone met on the other branch, before the severity changed, has at least brought it to the fork. */
function branchedOff(incident: Incident, playbook: Playbook, way: readonly LifecycleStep[]): number {
  const others = (playbook.lifecycle?.steps ?? []).filter(
    (step) => !way.includes(step) && step.milestone !== undefined && incident.met[step.milestone],
  );
  return Math.max(0, ...others.map(({ id }) => placeOn(way, playbook, id)));
}

/** What is not resolved is never past its verification, what is not closed never in its post-mortem. */
function lastAllowed(incident: Incident, playbook: Playbook, way: readonly LifecycleStep[]): number {
  const shut = way.findIndex((step) => {
    const mark = markOf(step, playbook);
    const ends = mark === 'resolution' || mark === 'closure';
    return ends && step.milestone !== undefined && incident.met[step.milestone] === undefined;
  });
  return shut === -1 ? way.length - 1 : Math.max(0, shut - 1);
}

function markOf(step: LifecycleStep, playbook: Playbook) {
  return playbook.milestones.find(({ id }) => id === step.milestone)?.marks;
}

/** Whether entering the step meets its milestone: not met yet, and asked for by the severity or by the end itself. */
export function meetsMilestone(step: LifecycleStep, incident: Incident, playbook: Playbook): boolean {
  const { milestone } = step;
  if (milestone === undefined || incident.met[milestone] !== undefined) return false;
  const mark = markOf(step, playbook);
  if (mark === 'resolution' || mark === 'closure') return true;
  return mark !== 'detection' && severityOf(playbook, incident.severity)?.deadlines[milestone] !== undefined;
}

/** What can be done about a step now, and why not (process document 2.1: nothing is jumped over). */
export type StepView = {
  readonly step: LifecycleStep;
  /** The words on its button. */
  readonly action: string;
} & (
  | { readonly state: 'passed' | 'current' | 'next' | 'back' }
  /** `after`: the step that has to come before it. */
  | { readonly state: 'not-yet'; readonly after: LifecycleStep }
  /** On the way of the other severities only. */
  | { readonly state: 'other-branch' }
);

/**
 * Every step as it stands. Next are the one after the current, and the first beyond it whose milestone is still asked
 * for, as its button on the clock is: steps without a milestone may be passed over, a milestone's may not.
 */
export function lifecycleOf(incident: Incident, playbook: Playbook): readonly StepView[] {
  const way = wayOf(incident, playbook);
  const current = stepOf(incident, playbook);
  const place = current === undefined ? -1 : way.indexOf(current);
  const ahead = way.findIndex((step, index) => index > place && meetsMilestone(step, incident, playbook));
  return (playbook.lifecycle?.steps ?? []).map((step): StepView => {
    const index = way.indexOf(step);
    const isBack = index !== -1 && current?.backTo === step.id;
    const view = { step, action: (isBack ? current?.backAction : undefined) ?? actionOf(step, playbook) };
    if (index === -1) return { ...view, state: 'other-branch' };
    if (isBack) return { ...view, state: 'back' };
    if (index <= place) return { ...view, state: index === place ? 'current' : 'passed' };
    if (index === place + 1 || index === ahead) return { ...view, state: 'next' };
    return { ...view, state: 'not-yet', after: way[index - 1] ?? step };
  });
}

function actionOf(step: LifecycleStep, playbook: Playbook): string {
  const milestone = playbook.milestones.find(({ id }) => id === step.milestone);
  return step.action ?? milestone?.action ?? step.title;
}

/** The steps that can be entered now: those that come next, and the one it goes back to when this one fails. */
export function openSteps(incident: Incident, playbook: Playbook): readonly LifecycleStep[] {
  return lifecycleOf(incident, playbook)
    .filter(({ state }) => state === 'next' || state === 'back')
    .map(({ step }) => step);
}
