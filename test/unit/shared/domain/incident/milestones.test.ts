import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, WEEK_MS } from '#shared/domain/duration.ts';
import {
  deadlineOf,
  DUE_SOON_MS,
  type MilestoneView,
  milestonesOf,
  nextMilestone,
  nextStep,
  phaseOf,
} from '#shared/domain/incident/milestones.ts';
import { asEventId } from '#shared/domain/ids.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { SEVERITIES, type Severity } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { incidentOf, metAt } from './incidents.ts';

const MILESTONES = ['acknowledge', 'declare', 'assemble', 'diagnose', 'resolve', 'close'] as const;
const EN = builtInPlaybook('en');
const none = undefined;
/** Reading 1, from detection; none where the severity does not ask for it. */
const FIGURES: Record<Severity, readonly (number | undefined)[]> = {
  'SEV-1': [0, 5 * MINUTE_MS, 15 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, 24 * HOUR_MS],
  'SEV-2': [5 * MINUTE_MS, 15 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS, 24 * HOUR_MS],
  'SEV-3': [HOUR_MS, none, none, none, DAY_MS, none],
  'SEV-4': [24 * HOUR_MS, none, none, none, WEEK_MS, none],
};
const figures = SEVERITIES.flatMap((severity) =>
  MILESTONES.map((milestone, index) => [severity, milestone, FIGURES[severity][index]] as const),
);
const asked = figures.flatMap(([severity, milestone, due]) =>
  due === undefined ? [] : [[severity, milestone, due] as const],
);

function viewAt(severity: Severity, milestone: string, now: number, playbook: Playbook = EN): MilestoneView {
  const view = milestonesOf(incidentOf({ severity }), playbook, now).find(({ id }) => id === milestone);
  if (view === undefined) throw new Error(`no milestone ${milestone}`);
  return view;
}

describe.each(['en', 'ko'] as const)('the figures of 2.2 in the %s playbook', (language) => {
  const playbook = builtInPlaybook(language);

  it.each(figures)('%s: %s', (severity, milestone, due) => {
    const deadline = deadlineOf(playbook, { severity, detectedAt: T0 }, milestone);
    expect(deadline?.dueAt).toBe(due === undefined ? undefined : T0 + due);
    expect(viewAt(severity, milestone, T0, playbook).dueAt).toBe(deadline?.dueAt);
  });

  it.each(asked)('%s: %s is late when due, but for what is due at once', (severity, milestone, due) => {
    const lateAfter = due === 0 ? 5 * MINUTE_MS : due;
    expect(deadlineOf(playbook, { severity, detectedAt: T0 }, milestone)?.lateAt).toBe(T0 + lateAfter);
  });
});

describe('states at their borders', () => {
  it.each(asked.filter(([, , due]) => due > 0))('%s: %s', (severity, milestone, due) => {
    const dueAt = T0 + due;
    expect(viewAt(severity, milestone, dueAt - DUE_SOON_MS - 1).state).toBe('upcoming');
    expect(viewAt(severity, milestone, dueAt - DUE_SOON_MS).state).toBe('due');
    expect(viewAt(severity, milestone, dueAt - 1).state).toBe('due');
    expect(viewAt(severity, milestone, dueAt).state).toBe('late');
    expect(viewAt(severity, milestone, dueAt + WEEK_MS).state).toBe('late');
  });

  it('SEV-1: acknowledge is due at once and late after 5 minutes', () => {
    const state = (afterMs: number) => viewAt('SEV-1', 'acknowledge', T0 + afterMs).state;
    expect(state(0)).toBe('due');
    expect(state(5 * MINUTE_MS - 1)).toBe('due');
    expect(state(5 * MINUTE_MS)).toBe('late');
    expect(viewAt('SEV-1', 'acknowledge', T0)).toMatchObject({ dueAt: T0, lateAt: T0 + 5 * MINUTE_MS });
  });

  it.each(figures.filter(([, , due]) => due === undefined))(
    '%s does not ask for %s',
    (severity, milestone) => {
      const view = viewAt(severity, milestone, T0 + WEEK_MS);
      expect(view.state).toBe('skipped');
      expect(view).not.toHaveProperty('dueAt');
    },
  );

  it('two minutes is soon', () => {
    expect(DUE_SOON_MS).toBe(2 * MINUTE_MS);
  });
});

describe('met', () => {
  const views = (met: Record<string, number>, now: number, severity: Severity = 'SEV-1') =>
    Object.fromEntries(
      milestonesOf(incidentOf({ severity, met: metAt(met) }), EN, now).map((view) => [view.id, view]),
    );

  it('detection is, always', () => {
    expect(views({}, T0)['detect']).toMatchObject({ state: 'met', metAt: T0, metLate: false });
  });

  it.each([
    ['in time', 5 * MINUTE_MS - 1, false],
    ['at its deadline', 5 * MINUTE_MS, false],
    ['a millisecond late', 5 * MINUTE_MS + 1, true],
  ])('%s', (_, afterMs, metLate) => {
    expect(views({ declare: T0 + afterMs }, T0 + DAY_MS)['declare']).toMatchObject({ state: 'met', metLate });
  });

  it('at once, within the five minutes, is in time', () => {
    expect(views({ acknowledge: T0 + 5 * MINUTE_MS }, T0 + DAY_MS)['acknowledge']?.metLate).toBe(false);
    expect(views({ acknowledge: T0 + 5 * MINUTE_MS + 1 }, T0 + DAY_MS)['acknowledge']?.metLate).toBe(true);
  });

  it('makes what is before it and was not met skipped', () => {
    const now = T0 + HOUR_MS;
    const states = Object.values(views({ acknowledge: T0 + 1, diagnose: T0 + 2 }, now)).map(
      ({ state }) => state,
    );
    expect(states).toEqual(['met', 'met', 'skipped', 'skipped', 'met', 'late', 'upcoming']);
  });

  it('of a severity that does not ask is met all the same', () => {
    expect(views({ declare: T0 + 1 }, T0, 'SEV-3')['declare']).toMatchObject({
      state: 'met',
      metLate: false,
    });
  });
});

describe('merged into another', () => {
  const merged = { at: T0, by: 'Ada', eventId: asEventId('m'), into: 'x', title: 'The other' };

  it('asks for nothing any more', () => {
    const incident = incidentOf({ merged, met: metAt({ acknowledge: T0 }) });
    const views = milestonesOf(incident, EN, T0 + WEEK_MS);
    expect(new Set(views.slice(2).map(({ state }) => state))).toEqual(new Set(['skipped']));
    expect(nextMilestone(views)).toBeUndefined();
  });
});

it('a milestone has the words of its button, and says what it marks, where the playbook does', () => {
  const [detect, acknowledge] = milestonesOf(incidentOf(), EN, T0);
  expect(detect).toMatchObject({ title: 'Detect', marks: 'detection' });
  expect(detect).not.toHaveProperty('action');
  expect(acknowledge).toMatchObject({ action: 'Acknowledge', marks: 'acknowledgement' });
  expect(milestonesOf(incidentOf(), EN, T0)[3]).not.toHaveProperty('marks');
});

describe('a changed severity', () => {
  const met = metAt({ acknowledge: T0 + 4 * MINUTE_MS, declare: T0 + 10 * MINUTE_MS });
  const states = (severity: Severity) =>
    milestonesOf(incidentOf({ severity, met }), EN, T0 + 20 * MINUTE_MS).map(({ state }) => state);

  it('computes the deadlines anew and keeps what was met', () => {
    expect(states('SEV-1')).toEqual(['met', 'met', 'met', 'late', 'upcoming', 'upcoming', 'upcoming']);
    expect(states('SEV-2')).toEqual(['met', 'met', 'met', 'upcoming', 'upcoming', 'upcoming', 'upcoming']);
    expect(states('SEV-3')).toEqual(['met', 'met', 'met', 'skipped', 'skipped', 'upcoming', 'skipped']);
  });

  it('judges what was met by the new deadlines', () => {
    const late = (severity: Severity) =>
      milestonesOf(incidentOf({ severity, met }), EN, T0).flatMap(({ id, metLate }) => (metLate ? [id] : []));
    expect(late('SEV-1')).toEqual(['declare']);
    expect(late('SEV-2')).toEqual([]);
  });
});

describe('the next deadline and the next step', () => {
  const resolved = { resolvedAt: T0 + 2, met: metAt({ acknowledge: T0, resolve: T0 + 2 }) };
  it.each<[string, Partial<Parameters<typeof incidentOf>[0]>, string | undefined, string | undefined]>([
    ['SEV-1, taken', { met: metAt({ acknowledge: T0 }) }, 'declare', 'declare'],
    ['SEV-1, declared', { met: metAt({ acknowledge: T0, declare: T0 }) }, 'assemble', 'assemble'],
    ['SEV-1, diagnosed', { met: metAt({ acknowledge: T0, diagnose: T0 }) }, 'resolve', 'resolve'],
    ['SEV-1, resolved', resolved, 'close', 'close'],
    [
      'SEV-1, closed',
      { ...resolved, closedAt: T0, met: metAt({ resolve: T0, close: T0 }) },
      undefined,
      undefined,
    ],
    ['SEV-2, taken', { severity: 'SEV-2', met: metAt({ acknowledge: T0 }) }, 'declare', 'declare'],
    ['SEV-3, taken', { severity: 'SEV-3', met: metAt({ acknowledge: T0 }) }, 'resolve', 'resolve'],
    ['SEV-3, resolved: closing has no deadline', { severity: 'SEV-3', ...resolved }, undefined, 'close'],
    ['SEV-4, resolved', { severity: 'SEV-4', ...resolved }, undefined, 'close'],
  ])('%s', (_, overrides, deadline, step) => {
    const incident = incidentOf(overrides);
    expect(nextMilestone(milestonesOf(incident, EN, T0))?.id).toBe(deadline);
    expect(nextStep(incident, EN, T0)?.id).toBe(step);
  });

  it('is never to close what is not resolved, whatever a playbook asks for', () => {
    const own: Playbook = {
      ...EN,
      severities: EN.severities.map((severity) => {
        const { resolve: _resolve, ...deadlines } = severity.deadlines;
        return { ...severity, deadlines };
      }),
    };
    const incident = incidentOf({ met: metAt({ acknowledge: T0, declare: T0, assemble: T0, diagnose: T0 }) });
    expect(nextStep(incident, own, T0)?.id).toBe('resolve');
  });

  it('is the same while it is upcoming, due and late', () => {
    const incident = incidentOf({ met: metAt({ acknowledge: T0 }) });
    const next = (afterMs: number) => nextMilestone(milestonesOf(incident, EN, T0 + afterMs));
    expect(next(0)).toMatchObject({ id: 'declare', state: 'upcoming' });
    expect(next(4 * MINUTE_MS)).toMatchObject({ id: 'declare', state: 'due' });
    expect(next(6 * MINUTE_MS)).toMatchObject({ id: 'declare', state: 'late' });
  });

  it('is still the same when everything is late', () => {
    const incident = incidentOf({ met: metAt({ acknowledge: T0 }) });
    expect(nextStep(incident, EN, T0 + WEEK_MS)).toMatchObject({ id: 'declare', state: 'late' });
  });
});

describe('the phase', () => {
  it.each([
    ['nothing met', {}, 'detected'],
    ['acknowledged', { acknowledge: T0 }, 'acknowledged'],
    ['declared before acknowledged', { declare: T0 }, 'declared'],
    ['declared and acknowledged later', { declare: T0, acknowledge: T0 + 1 }, 'declared'],
    ['resolved', { acknowledge: T0, resolve: T0 }, 'resolved'],
    ['closed', { resolve: T0, close: T0 }, 'closed'],
    ['reopened: back to the diagnosis', { acknowledge: T0, diagnose: T0 }, 'diagnosed'],
  ])('%s', (_, met, phase) => {
    expect(phaseOf(incidentOf({ met: metAt(met) }), EN).id).toBe(phase);
  });

  it('has a title in the language of the playbook', () => {
    const incident = incidentOf({ met: metAt({ declare: T0 }) });
    expect(phaseOf(incident, EN).title).toBe('Declared');
    expect(phaseOf(incident, builtInPlaybook('ko')).title).not.toBe('Declared');
  });
});
