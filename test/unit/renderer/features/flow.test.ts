import { describe, expect, it } from 'vitest';
import type { LifecycleStep } from '#shared/domain/playbook/schema-process.ts';
import { flowOf } from '../../../../src/renderer/features/playbook/flow.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

/** The drawing in short: `-` a step, with its place in the way back; a fork as its lanes. */
function drawn(steps: readonly LifecycleStep[]): unknown[] {
  return flowOf(steps).map((part) =>
    part.kind === 'step'
      ? [part.step.id, part.loop]
      : part.lanes.map(({ branch, steps: lane }) => [branch, ...lane.map(({ id }) => id)]),
  );
}

describe('the drawn lifecycle', () => {
  it('parts into two lanes and comes together, with the bracket of the way back (2.1)', () => {
    expect(drawn(builtInPlaybook('en').lifecycle?.steps ?? [])).toEqual([
      ['detection', undefined],
      ['initial-response', undefined],
      ['severity-assessment', undefined],
      [
        ['declared', 'declaration', 'assembly'],
        ['standard', 'standard-response'],
      ],
      ['diagnosis', 'start'],
      ['mitigation', 'inside'],
      ['verification', 'end'],
      ['resolution', undefined],
      ['closure', undefined],
      ['post-mortem', undefined],
      ['improvement', undefined],
    ]);
  });

  it('has one lane where only some incidents take a step, also at the end', () => {
    expect(
      drawn([
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B', branch: 'declared' },
      ]),
    ).toEqual([['a', undefined], [['declared', 'b']]]);
  });

  it('has no bracket without a way back', () => {
    expect(drawn([{ id: 'a', title: 'A' }])).toEqual([['a', undefined]]);
  });
});
