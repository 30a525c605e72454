import type { LifecycleStep } from '#shared/domain/playbook/schema-process.ts';

/** Where a step stands in the way back: where it leads to, between, or where it leaves from. */
export type LoopPlace = 'start' | 'inside' | 'end';
/** A piece of the drawn lifecycle: a step that all incidents take, or lanes beside each other. */
export type FlowPart =
  | { readonly kind: 'step'; readonly step: LifecycleStep; readonly loop: LoopPlace | undefined }
  | { readonly kind: 'fork'; readonly lanes: readonly Lane[] };
interface Lane {
  readonly branch: 'declared' | 'standard';
  readonly steps: readonly LifecycleStep[];
}

/** The lifecycle as it is drawn, top to bottom (process document 2.1). */
export function flowOf(steps: readonly LifecycleStep[]): FlowPart[] {
  const parts: FlowPart[] = [];
  let branched: LifecycleStep[] = [];
  const join = (): void => {
    if (branched.length > 0) parts.push({ kind: 'fork', lanes: lanesOf(branched) });
    branched = [];
  };
  for (const step of steps) {
    if (step.branch !== undefined) {
      branched.push(step);
      continue;
    }
    join();
    parts.push({ kind: 'step', step, loop: loopPlace(step, steps) });
  }
  join();
  return parts;
}

function lanesOf(steps: readonly LifecycleStep[]): Lane[] {
  return (['declared', 'standard'] as const)
    .map((branch) => ({ branch, steps: steps.filter((step) => step.branch === branch) }))
    .filter((lane) => lane.steps.length > 0);
}

function loopPlace(step: LifecycleStep, steps: readonly LifecycleStep[]): LoopPlace | undefined {
  const index = steps.indexOf(step);
  const end = steps.findIndex(({ backTo }) => backTo !== undefined);
  const start = steps.findIndex(({ id }) => id === steps[end]?.backTo);
  if (start === -1 || index < start || index > end) return undefined;
  if (index === start) return 'start';
  return index === end ? 'end' : 'inside';
}
