import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { asEventId } from '#shared/domain/ids.ts';
import {
  type EscalationLevel,
  type LevelView,
  levelsOf,
  nextLevel,
  reasonFor,
  stageOf,
} from '#shared/domain/incident/escalation.ts';
import type { Done, Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { incidentOf, metAt } from './incidents.ts';

const EN = builtInPlaybook('en');
const done = (at: number): Done => ({ at, by: 'Ada', eventId: asEventId('x') });
const flagged = (...flags: string[]): Incident['flags'] =>
  Object.fromEntries(flags.map((flag) => [flag, done(T0)]));
const FLAGS = ['severe-business-impact', 'security', 'public-relations', 'data-leak', 'data-loss'];

/** `L3 due: SEV-1`, for every level but the first. */
function matrix(overrides: Partial<Incident>, minutes: number, playbook: Playbook = EN): string[] {
  const now = T0 + minutes * MINUTE_MS;
  return levelsOf(incidentOf(overrides), playbook, now).map((view) => {
    const { level, state } = view;
    const at = 'dueAt' in view && view.dueAt !== undefined ? ` T+${(view.dueAt - T0) / MINUTE_MS}` : '';
    const why = state === 'waiting' ? view.on.join(', ') : reasonFor(view);
    return `${level.id.replace('level-', 'L')} ${state}${at}${why === '' ? '' : `: ${why}`}`;
  });
}

/** The playbook with its levels changed. */
function withLevels(change: (level: EscalationLevel) => EscalationLevel): Playbook {
  return { ...EN, escalation: { template: 'escalation', levels: EN.escalation?.levels.map(change) ?? [] } };
}

const acknowledged = { met: metAt({ acknowledge: T0 + MINUTE_MS }) };
const no30 = 'Not resolved within 30 minutes';
const no60 = 'Not resolved within 1 hour';
const flagWords = 'Severe business impact, Security incident, PR issue';

/** Process document 3.3 as reading 2 reads it: minutes from detection, and what stands then. */
describe('the escalation matrix', () => {
  it.each<[string, Partial<Incident>, number, readonly string[]]>([
    [
      'a SEV-2 nobody has acknowledged',
      { severity: 'SEV-2' },
      0,
      [
        'L2 scheduled T+15: No response within 15 minutes',
        `L3 scheduled T+30: ${no30}`,
        `L4 scheduled T+60: ${no60}`,
      ],
    ],
    [
      'the second before 15 minutes',
      { severity: 'SEV-2' },
      14.99,
      [
        'L2 scheduled T+15: No response within 15 minutes',
        `L3 scheduled T+30: ${no30}`,
        `L4 scheduled T+60: ${no60}`,
      ],
    ],
    [
      'no response in 15 minutes',
      { severity: 'SEV-2' },
      15,
      [
        'L2 due T+15: No response within 15 minutes',
        `L3 scheduled T+30: ${no30}`,
        `L4 scheduled T+60: ${no60}`,
      ],
    ],
    [
      'acknowledged: the timer for no response stops',
      { severity: 'SEV-2', ...acknowledged },
      20,
      ['L2 waiting', `L3 scheduled T+30: ${no30}`, `L4 scheduled T+60: ${no60}`],
    ],
    [
      'not resolved in 30 minutes',
      { severity: 'SEV-2', ...acknowledged },
      30,
      ['L2 waiting', `L3 due T+30: ${no30}`, `L4 scheduled T+60: ${no60}`],
    ],
    [
      'not resolved in an hour',
      { severity: 'SEV-2', ...acknowledged },
      60,
      ['L2 waiting', `L3 due T+30: ${no30}`, `L4 due T+60: ${no60}`],
    ],
    [
      'SEV-1: the third level at once',
      { severity: 'SEV-1', ...acknowledged },
      0,
      ['L2 waiting', 'L3 due: SEV-1', `L4 scheduled T+60: ${no60}`],
    ],
    [
      'SEV-1 after 30 minutes: both reasons',
      { severity: 'SEV-1', ...acknowledged },
      31,
      ['L2 waiting', `L3 due: SEV-1, ${no30}`, `L4 scheduled T+60: ${no60}`],
    ],
    [
      'severe business impact',
      { severity: 'SEV-2', ...acknowledged, flags: flagged('severe-business-impact') },
      2,
      ['L2 waiting', `L3 scheduled T+30: ${no30}`, 'L4 due: Severe business impact'],
    ],
    [
      'a security incident, past the levels before it',
      { severity: 'SEV-3', ...acknowledged, flags: flagged('security') },
      0,
      ['L2 waiting', `L3 scheduled T+30: ${no30}`, 'L4 due: Security incident'],
    ],
    [
      'a PR issue',
      { severity: 'SEV-4', ...acknowledged, flags: flagged('public-relations') },
      0,
      ['L2 waiting', `L3 scheduled T+30: ${no30}`, 'L4 due: PR issue'],
    ],
    [
      'a data leak by itself calls nobody',
      { severity: 'SEV-2', ...acknowledged, flags: flagged('data-leak') },
      0,
      ['L2 waiting', `L3 scheduled T+30: ${no30}`, `L4 scheduled T+60: ${no60}`],
    ],
    [
      'called: no longer due',
      { severity: 'SEV-1', ...acknowledged, escalated: { 'level-3': done(T0) } },
      45,
      ['L2 waiting', 'L3 called', `L4 scheduled T+60: ${no60}`],
    ],
    [
      'resolved: everything stops',
      { severity: 'SEV-1', resolvedAt: T0, flags: flagged('security') },
      90,
      ['L2 waiting', 'L3 waiting', 'L4 waiting'],
    ],
  ])('%s', (_what, overrides, minutes, levels) => {
    expect(matrix(overrides, minutes)).toEqual(['L1 here', ...levels]);
  });

  it('without timers waits for what is said', () => {
    const playbook = structuredClone(EN);
    const last = playbook.escalation?.levels.at(-1);
    if (last !== undefined) last.calledWhen = last.calledWhen.filter(({ when }) => when === 'flag');
    expect(matrix(acknowledged, 90, playbook).at(-1)).toBe(`L4 waiting: ${flagWords}`);
  });

  it('waits for a severity too, once its timer is stopped', () => {
    const playbook = withLevels((level) =>
      level.id === 'level-2'
        ? {
            ...level,
            calledWhen: [...level.calledWhen, { when: 'severity', severities: ['SEV-1'], text: 'SEV-1' }],
          }
        : level,
    );
    expect(matrix({ severity: 'SEV-2', ...acknowledged }, 1, playbook)[1]).toBe('L2 waiting: SEV-1');
  });

  it('counts down to the first of several timers, and says that one’s reason only', () => {
    const playbook = withLevels((level) =>
      level.id === 'level-4'
        ? {
            ...level,
            calledWhen: [
              ...level.calledWhen,
              { when: 'unresolved', after: 40 * MINUTE_MS, text: 'too long' },
            ],
          }
        : level,
    );
    expect(matrix({ severity: 'SEV-2', ...acknowledged }, 0, playbook)[3]).toBe(
      'L4 scheduled T+40: too long',
    );
    expect(matrix({ severity: 'SEV-2', ...acknowledged }, 40, playbook)[3]).toBe('L4 due T+40: too long');
    expect(matrix({ severity: 'SEV-2', ...acknowledged }, 61, playbook)[3]).toBe(
      `L4 due T+40: ${no60}, too long`,
    );
  });

  it('is empty for a playbook without one', () => {
    const { escalation: _none, ...rest } = EN;
    expect(levelsOf(incidentOf(), rest, T0)).toEqual([]);
    expect(nextLevel([])).toBeUndefined();
  });
});

describe('how far it is, in a word', () => {
  const stage = (overrides: Partial<Incident>, minutes: number): string =>
    stageOf(levelsOf(incidentOf({ ...acknowledged, ...overrides }), EN, T0 + minutes * MINUTE_MS));

  it('is another as soon as a level looks otherwise, and only then', () => {
    const stages = [0, 29, 30, 59, 60].map((minutes) => stage({ severity: 'SEV-2' }, minutes));
    expect(stages.map((each) => stages.indexOf(each))).toEqual([0, 0, 2, 2, 4]);
  });

  it('is another for another reason, and where a level is not known', () => {
    expect(stage({ severity: 'SEV-1' }, 31)).not.toBe(stage({ severity: 'SEV-1' }, 1));
    expect(stage({ flags: flagged('security') }, 1)).not.toBe(
      stage({ flags: flagged('public-relations') }, 1),
    );
    expect(stageOf([undefined])).toBe('');
  });
});

describe('who is next', () => {
  it('is whose timer ends first, whatever the order of the levels', () => {
    const [first, ...others] = EN.escalation?.levels ?? [];
    const levels = [...(first === undefined ? [] : [first]), ...others.toReversed()];
    const playbook: Playbook = { ...EN, escalation: { template: 'escalation', levels } };
    const views = levelsOf(incidentOf({ severity: 'SEV-2', ...acknowledged }), playbook, T0);
    expect(nextLevel(views)?.level.id).toBe('level-3');
  });

  const next = (overrides: Partial<Incident>, minutes: number): string | undefined =>
    nextLevel(levelsOf(incidentOf({ ...acknowledged, ...overrides }), EN, T0 + minutes * MINUTE_MS))?.level
      .id;

  it.each<[string, Partial<Incident>, number, string | undefined]>([
    ['SEV-2 at first: by the clock', { severity: 'SEV-2' }, 1, 'level-3'],
    ['unacknowledged: the tech lead', { severity: 'SEV-2', met: {} }, 1, 'level-2'],
    [
      'security on a SEV-2: the last, at once',
      { severity: 'SEV-2', flags: flagged('security') },
      1,
      'level-4',
    ],
    ['two due: the lower', { severity: 'SEV-1', flags: flagged('security') }, 1, 'level-3'],
    ['then the other', { flags: flagged('security'), escalated: { 'level-3': done(T0) } }, 1, 'level-4'],
    ['all called: nobody', { escalated: { 'level-3': done(T0), 'level-4': done(T0) } }, 90, undefined],
    ['resolved: nobody', { resolvedAt: T0 }, 90, undefined],
  ])('%s', (_what, overrides, minutes, id) => {
    expect(next(overrides, minutes)).toBe(id);
  });
});

describe('at any instant of any incident', () => {
  const incidents = fc.record({
    severity: fc.constantFrom(...SEVERITIES),
    flags: fc.subarray(FLAGS).map((flags) => flagged(...flags)),
    escalated: fc
      .subarray(['level-2', 'level-3', 'level-4'])
      .map((levels) => Object.fromEntries(levels.map((level) => [level, done(T0)]))),
    met: fc.boolean().map((isAcknowledged) => (isAcknowledged ? acknowledged.met : {})),
  });
  const instants = fc.integer({ min: -MINUTE_MS, max: 3 * HOUR_MS }).map((ms) => T0 + ms);
  const order: Readonly<Record<LevelView['state'], number>> = {
    here: 0,
    waiting: 0,
    scheduled: 0,
    due: 1,
    called: 2,
  };

  it('time alone only ever makes a level due, and what is scheduled lies ahead', () => {
    fc.assert(
      fc.property(incidents, instants, instants, (overrides, one, other) => {
        const incident = incidentOf(overrides);
        const [before, after] = [Math.min(one, other), Math.max(one, other)].map((at) =>
          levelsOf(incident, EN, at),
        );
        after?.forEach(({ state }, index) => {
          expect(order[state]).toBeGreaterThanOrEqual(order[before?.[index]?.state ?? 'here']);
        });
        for (const view of after ?? [])
          if (view.state === 'scheduled') expect(view.dueAt).toBeGreaterThan(Math.max(one, other));
      }),
    );
  });

  it('a resolution leaves nobody to be called', () => {
    fc.assert(
      fc.property(incidents, instants, (overrides, at) => {
        expect(nextLevel(levelsOf(incidentOf({ ...overrides, resolvedAt: at }), EN, at))).toBeUndefined();
      }),
    );
  });
});
