import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { asEventId, type Instant } from '#shared/domain/ids.ts';
import { type Done, type Incident, tickKey } from '#shared/domain/incident/incident.ts';
import {
  phasesToOpen,
  type PhaseState,
  type ProceduresView,
  proceduresOf,
  windowEdges,
} from '#shared/domain/incident/procedures.ts';
import type { PlaybookPhase } from '#shared/domain/playbook/schema-process.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { SEVERITIES, type Severity } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { incidentOf, metAt } from './incidents.ts';

const EN = builtInPlaybook('en');
const KO = builtInPlaybook('ko');
const min = (minutes: number): Instant => T0 + minutes * MINUTE_MS;
const done = (at: Instant): Done => ({ at, by: 'Ada', eventId: asEventId('tick') });

function ticked(checklist: string, items: readonly string[], at = T0): Incident['ticks'] {
  return Object.fromEntries(items.map((item) => [tickKey(checklist, item), done(at)]));
}
const flagged = (...flags: readonly string[]): Incident['flags'] =>
  Object.fromEntries(flags.map((flag) => [flag, done(min(40))]));

/** `immediate current`, for every phase. */
function statesOf({ procedures }: ProceduresView): string[] {
  return procedures.flatMap(({ phases }) => phases.map(({ id, state }) => `${id} ${state}`));
}
const lateIds = ({ late }: ProceduresView): string[] => late.map(({ id }) => id);

describe('the windows of 5.1', () => {
  const minutes: Record<Severity, readonly (readonly [string, number, number?])[]> = {
    'SEV-1': [
      ['immediate', 0, 5],
      ['initial', 5, 15],
      ['diagnosis', 15, 30],
      ['resolution', 30, 60],
    ],
    'SEV-2': [
      ['immediate', 0, 15],
      ['initial', 15, 30],
      ['diagnosis', 30, 60],
      ['resolution', 60, 240],
    ],
    'SEV-3': [['response', 0, 24 * 60]],
    'SEV-4': [['response', 0, 7 * 24 * 60]],
  };

  it.each(SEVERITIES)('%s', (severity) => {
    for (const playbook of [EN, KO]) {
      const view = proceduresOf(incidentOf({ severity }), playbook, T0);
      expect(view.procedures).toHaveLength(1);
      const phases = view.procedures[0]?.phases ?? [];
      expect(phases.slice(0, -1).map(({ id, startsAt, endsAt }) => [id, startsAt, endsAt])).toEqual(
        minutes[severity].map(([id, start, end = 0]) => [id, min(start), min(end)]),
      );
      const last = phases.at(-1);
      expect([last?.startsAt, last?.endsAt]).toEqual([undefined, undefined]);
      expect(last?.awaits).toBe(playbook === EN ? 'Resolve' : '해결');
    }
  });

  it.each([
    ['SEV-1', 5],
    ['SEV-1', 15],
    ['SEV-1', 30],
    ['SEV-1', 60],
    ['SEV-2', 15],
    ['SEV-2', 30],
    ['SEV-2', 60],
    ['SEV-2', 240],
  ] as const)('%s: what is unticked at T+%i is carried forward from then on', (severity, end) => {
    const incident = incidentOf({ severity });
    const ends = minutes[severity].map(([, , each = 0]) => each);
    const before = ends.filter((each) => each < end).length;
    expect(lateIds(proceduresOf(incident, EN, min(end) - 1))).toHaveLength(before * 4);
    expect(lateIds(proceduresOf(incident, EN, min(end)))).toHaveLength((before + 1) * 4);
  });

  it('walks by the clock, one phase at a time, and closing waits for the resolution', () => {
    const states = (at: number): string[] => statesOf(proceduresOf(incidentOf({}), EN, min(at)));
    const expected = (late: number, now?: number): string[] =>
      ['immediate', 'initial', 'diagnosis', 'resolution', 'closing'].map((id, index): string => {
        const state: PhaseState = index < late ? 'late' : index === now ? 'current' : 'upcoming';
        return `${id} ${state}`;
      });
    expect(states(0)).toEqual(expected(0, 0));
    expect(states(7)).toEqual(expected(1, 1));
    expect(states(29.9)).toEqual(expected(2, 2));
    expect(states(30)).toEqual(expected(3, 3));
    expect(states(60)).toEqual(expected(4));
    expect(states(24 * 60)).toEqual(expected(4));
  });
});

describe('ticks', () => {
  const immediate = ['verify-alert', 'create-channel', 'declare-ic', 'call-team'];
  const checklist = 'procedure:major-incident';

  it('end a phase before its time, and nothing of it is late afterwards', () => {
    const incident = incidentOf({ ticks: ticked(checklist, immediate) });
    const [procedure] = proceduresOf(incident, EN, min(2)).procedures;
    expect(procedure?.phases[0]).toMatchObject({ state: 'done', done: 4, total: 4 });
    expect(procedure === undefined ? [] : phasesToOpen(procedure).map(({ id }) => id)).toEqual(['initial']);
    expect(lateIds(proceduresOf(incident, EN, min(14)))).toEqual([]);
  });

  it('bring a late item back to its place', () => {
    const some = incidentOf({ ticks: ticked(checklist, ['verify-alert', 'declare-ic']) });
    const view = proceduresOf(some, EN, min(6));
    expect(view.late).toMatchObject([
      { id: 'create-channel', phaseTitle: 'Immediate action', endedAt: min(5) },
      { id: 'call-team', phaseTitle: 'Immediate action', endedAt: min(5) },
    ]);
    expect(view.procedures[0]?.phases[0]).toMatchObject({ state: 'late', done: 2, total: 4 });
    const all = incidentOf({ ticks: ticked(checklist, immediate, min(6)) });
    const after = proceduresOf(all, EN, min(6));
    expect(after.late).toEqual([]);
    expect(after.procedures[0]?.phases[0]?.items.map(({ id }) => id)).toEqual(immediate);
  });
});

describe('a change of severity', () => {
  it('recomputes the windows and keeps the ticks', () => {
    const ticks = ticked('procedure:major-incident', ['verify-alert']);
    const worse = proceduresOf(incidentOf({ severity: 'SEV-1', ticks }), EN, min(10));
    const better = proceduresOf(incidentOf({ severity: 'SEV-2', ticks }), EN, min(10));
    expect(worse.late).toHaveLength(3);
    expect(better.late).toEqual([]);
    expect(better.procedures[0]?.phases[0]).toMatchObject({ state: 'current', done: 1 });
    const least = proceduresOf(incidentOf({ severity: 'SEV-3', ticks }), EN, min(10));
    expect(statesOf(least)).toEqual(['response current', 'standard-closing upcoming']);
  });
});

describe('the end of an incident', () => {
  const resolvedAt = min(20);
  const resolved = { met: metAt({ resolve: resolvedAt }), resolvedAt };

  it('stops the clock of the phases before it, and begins the closing', () => {
    const view = proceduresOf(incidentOf(resolved), EN, min(90));
    expect(statesOf(view)).toEqual([
      'immediate late',
      'initial late',
      'diagnosis skipped',
      'resolution skipped',
      'closing current',
    ]);
    expect(view.procedures[0]?.phases.at(-1)).toMatchObject({ startsAt: resolvedAt });
    expect(view.procedures.flatMap(phasesToOpen).map(({ id }) => id)).toEqual(['closing']);
  });

  it('is no end for what a flag asked for, until it is closed', () => {
    const leak = { ...resolved, flags: flagged('data-leak') };
    expect(statesOf(proceduresOf(incidentOf(leak), EN, min(90)))).toContain('leak current');
    const closed = incidentOf({ ...leak, closedAt: min(95) });
    expect(statesOf(proceduresOf(closed, EN, min(99)))).toEqual(
      expect.arrayContaining(['closing skipped', 'leak skipped']),
    );
  });
});

describe('data incidents (5.3)', () => {
  it.each([
    [['data-leak'], ['leak']],
    [['data-loss'], ['loss']],
    [
      ['data-loss', 'data-leak'],
      ['leak', 'loss'],
    ],
    [['security'], []],
  ])('flagged %j adds %j', (flags, added) => {
    for (const severity of SEVERITIES) {
      const view = proceduresOf(incidentOf({ severity, flags: flagged(...flags) }), EN, min(50));
      expect(view.procedures.slice(1).flatMap(({ phases }) => phases.map(({ id }) => id))).toEqual(added);
      for (const { phases } of view.procedures.slice(1)) {
        expect(phases).toMatchObject([{ state: 'current', startsAt: min(40) }]);
        expect(phases[0]?.endsAt).toBeUndefined();
      }
    }
  });

  it('asks for five and four things, as the document does', () => {
    const view = proceduresOf(incidentOf({ flags: flagged('data-leak', 'data-loss') }), KO, min(50));
    const [leak, loss] = view.procedures
      .slice(1)
      .map(({ phases }) => phases[0]?.items.map(({ text }) => text));
    expect(leak).toEqual([
      '즉시 보안팀 통보',
      '영향 받은 데이터 범위 파악',
      '접근 로그 보존',
      '법무팀 통보 (필요시)',
      '규제 기관 보고 검토 (GDPR 등)',
    ]);
    expect(loss).toEqual([
      '마지막 정상 백업 확인',
      '복구 가능 범위 파악',
      '복구 절차 실행',
      '데이터 정합성 검증',
    ]);
  });
});

describe('words of an item', () => {
  const item = (incident: Incident): string | undefined =>
    proceduresOf(incident, EN, T0).procedures[0]?.phases[0]?.items[1]?.text;

  it('carry the day, and once it is named the very channel', () => {
    expect(item(incidentOf({}))).toMatch(/^Create the Slack channel #incident-\d{8}$/);
    const declared = incidentOf({ channel: '#incident-20261123-2', declaredAt: T0 });
    expect(item(declared)).toBe('Create the Slack channel #incident-20261123-2');
  });
});

describe('other playbooks', () => {
  const phase = (id: string, rest: Partial<PlaybookPhase>): PlaybookPhase => ({
    id,
    title: id,
    items: [{ id: `${id}-item`, text: id, command: undefined, rollback: undefined }],
    until: undefined,
    after: undefined,
    ...rest,
  });
  const withPhases = (...phases: readonly PlaybookPhase[]): Playbook => ({
    ...EN,
    procedures: [{ id: 'own', title: 'Own', phases: [...phases], severities: undefined, flag: undefined }],
  });

  it('may have no procedure', () => {
    const { procedures: _procedures, ...bare } = EN;
    expect(proceduresOf(incidentOf({}), { ...bare, procedures: undefined }, min(5))).toEqual({
      procedures: [],
      late: [],
    });
    expect(windowEdges(incidentOf({}), { ...bare, procedures: undefined })).toEqual([]);
  });

  it('end "at once" when that counts as late', () => {
    const view = proceduresOf(incidentOf({}), withPhases(phase('first', { until: 'acknowledge' })), min(4));
    expect(view.procedures[0]?.phases[0]).toMatchObject({ endsAt: min(5), state: 'current' });
  });

  it('share the next window where the severity does not ask for a milestone', () => {
    const playbook = withPhases(phase('a', { until: 'declare' }), phase('b', { until: 'resolve' }));
    const view = proceduresOf(incidentOf({ severity: 'SEV-3' }), playbook, min(1));
    expect(view.procedures[0]?.phases.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      [T0, T0 + DAY_MS],
      [T0, T0 + DAY_MS],
    ]);
    expect(statesOf(view)).toEqual(['a current', 'b current']);
  });

  it('may begin a phase by a milestone and end it by another', () => {
    const playbook = withPhases(phase('a', { after: 'declare', until: 'resolve' }));
    expect(statesOf(proceduresOf(incidentOf({}), playbook, min(70)))).toEqual(['a upcoming']);
    const declared = incidentOf({ met: metAt({ declare: min(4) }) });
    expect(statesOf(proceduresOf(declared, playbook, min(59)))).toEqual(['a current']);
    expect(statesOf(proceduresOf(declared, playbook, min(60)))).toEqual(['a late']);
  });
});

it('changes by the clock at every border of a window, the earliest first', () => {
  // A flag raised at 40 minutes begins its procedure then, between two borders of the other.
  const edges = windowEdges(incidentOf({ severity: 'SEV-1', flags: flagged('data-leak') }), EN);
  expect(edges.map((edge) => (edge - T0) / MINUTE_MS)).toEqual([0, 5, 15, 30, 40, 60]);
});

it('says which flag added a procedure, and what helps with an item', () => {
  const { procedures } = proceduresOf(incidentOf({ flags: flagged('data-loss') }), EN, T0);
  expect(procedures.map(({ id, flag }) => [id, flag])).toEqual([
    ['major-incident', undefined],
    ['data-loss', 'data-loss'],
  ]);
  const items = procedures.flatMap(({ phases }) => phases.flatMap((each) => each.items));
  expect(items.filter(({ rollback }) => rollback).map(({ id }) => id)).toEqual(['judge-rollback']);
  expect(items.flatMap(({ id, command }) => (command === undefined ? [] : [[id, command]]))).toEqual([
    ['analyse-logs', 'show-logs'],
  ]);
});

it('what a flag added comes after the procedure of the severity, wherever it stands in the playbook', () => {
  const playbook = { ...EN, procedures: EN.procedures?.toReversed() };
  const { procedures } = proceduresOf(incidentOf({ flags: flagged('data-leak', 'data-loss') }), playbook, T0);
  expect(procedures.map(({ id }) => id)).toEqual(['major-incident', 'data-loss', 'data-leak']);
});

it('words the day of an item by the declaration, which names the channel, else by the detection', () => {
  const words = (overrides: Partial<Incident>): string | undefined =>
    proceduresOf(incidentOf(overrides), EN, T0).procedures[0]?.phases[0]?.items[1]?.text;
  expect(words({})).toBe('Create the Slack channel #incident-20261123');
  expect(words({ declaredAt: T0 + DAY_MS })).toBe('Create the Slack channel #incident-20261124');
  expect(words({ declaredAt: T0 + DAY_MS, channel: '#incident-20261124-3' })).toBe(
    'Create the Slack channel #incident-20261124-3',
  );
});
