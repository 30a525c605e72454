import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/command/command.ts';
import { asEventId, type IncidentId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { lifecycleOf, openSteps, stepOf, wayOf } from '#shared/domain/incident/lifecycle.ts';
import { canBeMet, milestonesOf, undoableMilestone } from '#shared/domain/incident/milestones.ts';
import { SEVERITIES, type Severity } from '#shared/domain/severity.ts';
import { PaperLog } from '../command/paper-log.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { incidentOf, metAt } from './incidents.ts';

const EN = builtInPlaybook('en');
let log = new PaperLog();
beforeEach(() => {
  log = new PaperLog();
});

/** Process document 2.1: the flow, by its two branches. */
const DECLARED =
  'detection initial-response severity-assessment declaration assembly diagnosis mitigation verification resolution closure post-mortem improvement';
const STANDARD = DECLARED.replace('declaration assembly', 'standard-response');

function now(incidentId: IncidentId): Incident {
  const incident = log.incidentNow(incidentId);
  if (incident === undefined) throw new Error('no incident');
  return incident;
}
const at = (incidentId: IncidentId): string | undefined => stepOf(now(incidentId), EN)?.id;
const open = (incidentId: IncidentId): string[] => openSteps(now(incidentId), EN).map(({ id }) => id);
const enter = (incidentId: IncidentId, ...steps: string[]): void => {
  for (const step of steps) log.do({ type: 'enter-step', incidentId, step });
};
const meet = (incidentId: IncidentId, ...milestones: string[]): void => {
  for (const milestone of milestones) log.do({ type: 'meet-milestone', incidentId, milestone });
};

describe('the way', () => {
  it.each<[Severity, string]>([
    ['SEV-1', DECLARED],
    ['SEV-2', DECLARED],
    ['SEV-3', STANDARD],
    ['SEV-4', STANDARD],
  ])('of a %s can be gone step by step', (severity, way) => {
    const steps = way.split(' ');
    const incidentId = log.incident({ severity });
    expect(wayOf(now(incidentId), EN).map(({ id }) => id)).toEqual(steps);
    expect(at(incidentId)).toBe('initial-response');
    for (const step of steps.slice(2)) {
      expect(open(incidentId)).toContain(step);
      enter(incidentId, step);
      expect(at(incidentId)).toBe(step);
    }
    expect(open(incidentId)).toEqual([]);
    expect(now(incidentId).closedAt).toBeDefined();
  });

  it('of a playbook without a lifecycle is none', () => {
    const { lifecycle: _none, ...rest } = EN;
    expect(stepOf(incidentOf(), rest)).toBeUndefined();
    expect(lifecycleOf(incidentOf(), rest)).toEqual([]);
  });
});

describe('the loop', () => {
  it('goes from verification back to diagnosis, and on again, as often as it takes', () => {
    const incidentId = log.incident();
    enter(incidentId, 'severity-assessment', 'declaration', 'assembly');
    for (let round = 0; round < 2; round += 1) {
      enter(incidentId, 'diagnosis', 'mitigation', 'verification');
      expect(open(incidentId)).toEqual(['diagnosis', 'resolution']);
    }
    enter(incidentId, 'diagnosis');
    expect(at(incidentId)).toBe('diagnosis');
    expect(Object.keys(now(incidentId).met)).toContain('diagnose');
  });

  it('is offered by its own words', () => {
    const incidentId = log.incident();
    meet(incidentId, 'declare', 'assemble', 'diagnose');
    enter(incidentId, 'verification');
    const back = lifecycleOf(now(incidentId), EN).find(({ state }) => state === 'back');
    expect(back).toMatchObject({ step: { id: 'diagnosis' }, action: 'Not resolved, back to diagnosis' });
  });
});

describe('milestones and steps are one', () => {
  it('a step with a milestone meets it', () => {
    const incidentId = log.incident();
    enter(incidentId, 'severity-assessment', 'declaration');
    expect(now(incidentId)).toMatchObject({ channel: '#incident-20261123' });
    expect(log.last('incident.milestone-met').payload).toMatchObject({
      milestone: 'declare',
      marks: 'declaration',
    });
  });

  it('a milestone met moves on to its step, past those that have none', () => {
    const incidentId = log.incident();
    expect(open(incidentId)).toEqual(['severity-assessment', 'declaration']);
    meet(incidentId, 'declare');
    expect(at(incidentId)).toBe('declaration');
    meet(incidentId, 'assemble');
    expect(open(incidentId)).toEqual(['diagnosis', 'mitigation']);
  });

  it('one recorded late never takes it back', () => {
    const incidentId = log.incident();
    meet(incidentId, 'declare', 'diagnose');
    enter(incidentId, 'verification');
    meet(incidentId, 'assemble');
    expect(at(incidentId)).toBe('verification');
  });

  it('one the severity does not ask for is only a step', () => {
    const incidentId = log.incident({ severity: 'SEV-3' });
    enter(incidentId, 'severity-assessment', 'standard-response', 'diagnosis', 'mitigation');
    expect(log.last('incident.step-entered').payload).toMatchObject({ step: 'mitigation' });
    expect(now(incidentId).met).not.toHaveProperty('diagnose');
  });
});

describe('what is not next', () => {
  it('is refused, and says what has to come before it', () => {
    const incidentId = log.incident();
    meet(incidentId, 'declare');
    const views = new Map(lifecycleOf(now(incidentId), EN).map((view) => [view.step.id, view]));
    expect(views.get('initial-response')?.state).toBe('passed');
    expect(views.get('declaration')?.state).toBe('current');
    expect(views.get('assembly')?.state).toBe('next');
    expect(views.get('verification')).toMatchObject({ state: 'not-yet', after: { id: 'mitigation' } });
    expect(views.get('standard-response')?.state).toBe('other-branch');
    const refusal = (step: string) => log.refusal({ type: 'enter-step', incidentId, step });
    expect(refusal('verification')).toBe('step-not-next');
    expect(refusal('initial-response')).toBe('step-not-next');
    expect(refusal('declaration')).toBe('step-not-next');
    expect(refusal('standard-response')).toBe('no-such-step');
    expect(refusal('lunch')).toBe('no-such-step');
  });
});

describe('a change of severity', () => {
  const change = (incidentId: IncidentId, severity: Severity) =>
    log.do({ type: 'change-severity', incidentId, severity });

  it.each<[string, Severity, readonly string[], Severity, string, readonly string[]]>([
    [
      'raised in the standard response: to the fork',
      'SEV-3',
      ['severity-assessment', 'standard-response'],
      'SEV-1',
      'severity-assessment',
      ['declaration'],
    ],
    [
      'lowered while assembling: to the fork',
      'SEV-1',
      ['severity-assessment', 'declaration', 'assembly'],
      'SEV-3',
      'severity-assessment',
      ['standard-response', 'resolution'],
    ],
    [
      'where both ways go: it stays',
      'SEV-3',
      ['severity-assessment', 'standard-response', 'diagnosis'],
      'SEV-1',
      'diagnosis',
      ['mitigation'],
    ],
    [
      'within the branch: it stays',
      'SEV-1',
      ['severity-assessment', 'declaration'],
      'SEV-2',
      'declaration',
      ['assembly'],
    ],
  ])('%s', (_what, from, steps, to, step, next) => {
    const incidentId = log.incident({ severity: from });
    enter(incidentId, ...steps);
    change(incidentId, to);
    expect(at(incidentId)).toBe(step);
    expect(open(incidentId)).toEqual(next);
  });

  it('and back brings the step back', () => {
    const incidentId = log.incident();
    enter(incidentId, 'severity-assessment', 'declaration', 'assembly');
    change(incidentId, 'SEV-4');
    change(incidentId, 'SEV-2');
    expect(at(incidentId)).toBe('assembly');
  });
});

describe('a reopened incident', () => {
  it('is back at the verification that turned out wrong', () => {
    const incidentId = log.incident();
    meet(incidentId, 'declare', 'resolve', 'close');
    enter(incidentId, 'post-mortem');
    log.do({ type: 'reopen', incidentId });
    expect(at(incidentId)).toBe('verification');
    expect(open(incidentId)).toContain('diagnosis');
    enter(incidentId, 'diagnosis');
    expect(at(incidentId)).toBe('diagnosis');
    meet(incidentId, 'resolve', 'close');
    expect(at(incidentId)).toBe('closure');
    expect(open(incidentId)).toEqual(['post-mortem']);
  });

  it('is there too where no step before it was entered', () => {
    const incidentId = log.incident();
    meet(incidentId, 'declare', 'resolve');
    log.do({ type: 'reopen', incidentId });
    expect(at(incidentId)).toBe('verification');
    expect(open(incidentId)).toEqual(['diagnosis', 'resolution']);
  });
});

describe('a place that the milestones do not bear out', () => {
  const enteredAt = (step: string): NonNullable<Incident['entered']> => ({
    step,
    at: T0,
    by: 'Ada',
    eventId: asEventId('x'),
  });

  // As replicas that were apart can make it.
  it.each<[string, Partial<Incident>, string]>([
    ['not resolved: at the verification', { entered: enteredAt('improvement') }, 'verification'],
    [
      'resolved and not closed: at the resolution',
      { entered: enteredAt('post-mortem'), met: metAt({ resolve: T0 }) },
      'resolution',
    ],
  ])('%s', (_what, overrides, step) => {
    expect(stepOf(incidentOf(overrides), EN)?.id).toBe(step);
  });
});

it('words the button of a step by itself, else by its milestone, else by its title', () => {
  const words = new Map(lifecycleOf(incidentOf(), EN).map(({ step, action }) => [step.id, action]));
  expect(['diagnosis', 'assembly', 'detection'].map((id) => words.get(id))).toEqual([
    'Start diagnosis',
    'Mark assembled',
    'Detection',
  ]);
});

describe('undoing', () => {
  const undo = (type: 'incident.step-entered' | 'incident.milestone-met') =>
    log.refusal({ type: 'undo', eventId: log.last(type).id });

  it('a step goes back to where it was', () => {
    const incidentId = log.incident();
    meet(incidentId, 'declare');
    enter(incidentId, 'assembly', 'diagnosis');
    expect(undo('incident.step-entered')).toBeUndefined();
    expect(at(incidentId)).toBe('assembly');
    expect(undo('incident.milestone-met')).toBeUndefined();
    expect(at(incidentId)).toBe('declaration');
  });

  it('a step is refused once a later one was entered, also by its milestone', () => {
    const incidentId = log.incident();
    enter(incidentId, 'severity-assessment');
    const first = log.last('incident.step-entered');
    enter(incidentId, 'declaration');
    expect(log.refusal({ type: 'undo', eventId: first.id })).toBe('something-later-depends');
    enter(incidentId, 'assembly', 'diagnosis');
    expect(log.refusal({ type: 'undo', eventId: first.id })).toBe('something-later-depends');
    expect(undo('incident.milestone-met')).toBe('something-later-depends');
  });
});

describe('whatever people do', () => {
  const steps = DECLARED.split(' ').concat('standard-response');
  const acts = fc.array(
    fc.oneof(
      fc.constantFrom(...steps).map(
        (step) =>
          (incidentId: string): Command => ({ type: 'enter-step', incidentId, step }),
      ),
      fc.constantFrom(...EN.milestones.map(({ id }) => id)).map(
        (milestone) =>
          (incidentId: string): Command => ({ type: 'meet-milestone', incidentId, milestone }),
      ),
      fc.constantFrom(...SEVERITIES).map(
        (severity) =>
          (incidentId: string): Command => ({ type: 'change-severity', incidentId, severity }),
      ),
      fc.constant((incidentId: string): Command => ({ type: 'reopen', incidentId })),
    ),
    { maxLength: 25 },
  );

  it('the step is on its way, the end is never before it was met, and what is open is accepted', () => {
    fc.assert(
      fc.property(acts, (todo) => {
        log = new PaperLog();
        const incidentId = log.incident();
        for (const act of todo) {
          const before = openSteps(now(incidentId), EN).map(({ id }) => id);
          const command = act(incidentId);
          const plan = log.run(command);
          if (command.type === 'enter-step') {
            expect(plan.ok).toBe(before.includes(command.step));
            if (plan.ok) expect(at(incidentId)).toBe(command.step);
          }
          const incident = now(incidentId);
          const way = wayOf(incident, EN).map(({ id }) => id);
          const place = way.indexOf(at(incidentId) ?? '');
          expect(place).toBeGreaterThan(0);
          if (incident.resolvedAt === undefined) expect(place).toBeLessThan(way.indexOf('resolution'));
          if (incident.closedAt === undefined) expect(place).toBeLessThan(way.indexOf('closure'));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('a milestone is offered to be met, and to be taken back, exactly when it is not refused', () => {
    const refused = (command: Command): boolean => {
      const ahead = new PaperLog();
      ahead.events.push(...log.events);
      return ahead.refusal(command) !== undefined;
    };
    fc.assert(
      fc.property(acts, (todo) => {
        log = new PaperLog();
        const incidentId = log.incident();
        for (const act of todo) log.run(act(incidentId));
        const incident = now(incidentId);
        for (const view of milestonesOf(incident, EN, log.now)) {
          const command: Command = { type: 'meet-milestone', incidentId, milestone: view.id };
          expect([view.id, canBeMet(view, incident)]).toEqual([view.id, !refused(command)]);
        }
        const last = EN.milestones.findLast(({ id }) => incident.met[id] !== undefined);
        const done = incident.met[last?.id ?? ''];
        if (last === undefined || done === undefined) throw new Error('acknowledged at least');
        const offered = undoableMilestone(incident, EN)?.milestone.id;
        const isRefused = refused({ type: 'undo', eventId: done.eventId });
        expect(offered).toBe(isRefused ? undefined : last.id);
      }),
      { numRuns: 150 },
    );
  });
});
