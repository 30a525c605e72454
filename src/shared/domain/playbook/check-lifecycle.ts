import { milestoneById } from './lookup.ts';
import { findingAt, findRepeatedIds, findUnknown, idsOf, placed } from './problem.ts';
import type { Finding, Placed, ProblemPath } from './problem.ts';
import type { Playbook } from './schema.ts';
import type { LifecycleStep } from './schema-process.ts';

const BRANCHES = ['declared', 'standard'] as const;
type Branch = (typeof BRANCHES)[number];
type PlacedStep = Placed<LifecycleStep>;

/**
 * Process document 2.1. The flow is a line with two branches: whichever an incident takes, it meets milestones in
 * their order, and the only way back is a step's own `backTo`, to a step that it has been through.
 */
export function checkLifecycle(playbook: Playbook): Finding[] {
  const steps = placed(['lifecycle', 'steps'], playbook.lifecycle?.steps);
  const findings = [
    ...findRepeatedIds(['lifecycle', 'steps'], playbook.lifecycle?.steps),
    ...steps.slice(0, 1).flatMap(checkFirst),
    ...steps.flatMap((step, index) => checkWayBack(step, steps.slice(0, index))),
    ...steps.slice(1).flatMap((step) => checkAction(step, playbook)),
    ...BRANCHES.flatMap((branch) => checkOrder(onWay(steps, branch), playbook)),
  ];
  return unique(findings);
}

function checkFirst({ path, entry: { branch } }: PlacedStep): Finding[] {
  return branch === undefined ? [] : [findingAt([...path, 'branch'], { code: 'branch-of-first' })];
}

function checkWayBack(step: PlacedStep, before: readonly PlacedStep[]): Finding[] {
  const { path, entry } = step;
  if (entry.backTo === undefined) {
    return entry.backAction === undefined
      ? []
      : [findingAt([...path, 'backAction'], { code: 'back-to-nowhere' })];
  }
  const target = before.find(({ entry: { id } }) => id === entry.backTo);
  const at: ProblemPath = [...path, 'backTo'];
  if (target === undefined) return [findingAt(at, { code: 'no-step-before', step: entry.backTo })];
  const { branch } = target.entry;
  return [
    ...(branch === undefined || branch === entry.branch
      ? []
      : [findingAt(at, { code: 'not-on-the-way', step: entry.backTo })]),
    ...(entry.backAction === undefined ? [findingAt(path, { code: 'no-back-action' })] : []),
  ];
}

/** A step is entered by its own button, or by its milestone's where every incident on its way has that. */
function checkAction({ path, entry }: PlacedStep, playbook: Playbook): Finding[] {
  if (entry.action !== undefined) return [];
  const needed = findingAt(path, { code: 'no-action' });
  const { milestone } = entry;
  if (milestone === undefined) return [needed];
  const met = milestoneById(playbook, milestone);
  if (met === undefined || met.marks !== undefined) return [];
  const without = playbook.severities.find(
    ({ declared, deadlines }) =>
      (entry.branch === undefined || (entry.branch === 'declared') === declared) &&
      deadlines[milestone] === undefined,
  );
  return without === undefined
    ? []
    : [findingAt(path, { code: 'no-action-in', severity: without.id, milestone })];
}

function checkOrder(way: readonly PlacedStep[], { milestones }: Playbook): Finding[] {
  let latest = -1;
  return way.flatMap(({ path, entry: { milestone } }) => {
    if (milestone === undefined) return [];
    const at = [...path, 'milestone'];
    const index = milestones.findIndex(({ id }) => id === milestone);
    if (index === -1) return findUnknown(at, 'milestone', milestone, idsOf(milestones));
    if (index <= latest) return [findingAt(at, { code: 'milestone-order', milestone })];
    latest = index;
    return [];
  });
}

function onWay(steps: readonly PlacedStep[], way: Branch): readonly PlacedStep[] {
  return steps.filter(({ entry: { branch } }) => branch === undefined || branch === way);
}

/** What is wrong on both ways is said once. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
