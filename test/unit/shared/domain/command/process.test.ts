import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/command/command.ts';
import type { Refusal } from '#shared/domain/command/plan.ts';
import type { KnownEvent } from '#shared/domain/event/event.ts';
import type { IncidentId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { milestonesOf } from '#shared/domain/incident/milestones.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { PaperLog } from './paper-log.ts';

const EN = builtInPlaybook('en');
let log = new PaperLog();
let incidentId: IncidentId;
beforeEach(() => {
  log = new PaperLog();
  incidentId = log.incident();
});

const now = (): Incident | undefined => log.incidentNow(incidentId);
const undoLast = (type: KnownEvent['type']): Refusal | undefined =>
  log.refusal({ type: 'undo', eventId: log.last(type).id });

describe('a role', () => {
  const role = 'scribe';
  const assign = (name: string): Command => ({ type: 'assign-role', incidentId, role, name });

  it('is assigned, handed over and given up, each said once', () => {
    expect(log.do(assign(''))).toEqual([]);
    expect(log.do(assign('Ada'))).toHaveLength(1);
    expect(log.do(assign('Ada'))).toEqual([]);
    expect(now()?.roles).toMatchObject({ scribe: { name: 'Ada', by: 'Ada' } });
    log.do(assign('Bob'));
    expect(now()?.roles).toMatchObject({ scribe: { name: 'Bob' } });
    log.do(assign(''));
    expect(now()?.roles).toEqual({});
  });

  it('handed over and undone is back with who held it', () => {
    log.do(assign('Ada'));
    const first = log.last('role.assigned');
    log.do({ type: 'assign-role', incidentId, role: 'technical-lead', name: 'Eve' });
    const other = log.last('role.assigned');
    log.do(assign('Bob'));
    expect(log.refusal({ type: 'undo', eventId: first.id })).toBe('something-later-depends');
    expect(undoLast('role.assigned')).toBeUndefined();
    expect(now()?.roles).toMatchObject({ scribe: { name: 'Ada' }, 'technical-lead': { name: 'Eve' } });
    expect(log.refusal({ type: 'undo', eventId: other.id })).toBeUndefined();
    expect(now()?.roles).not.toHaveProperty('technical-lead');
  });

  it('has its own checklist', () => {
    const tick = { incidentId, checklist: 'role:incident-commander', item: 'ic-open-channel' } as const;
    log.do({ type: 'tick', ...tick });
    expect(now()?.ticks).toHaveProperty('role:incident-commander/ic-open-channel');
    expect(log.refusal({ type: 'tick', ...tick, checklist: 'role:scribe' })).toBe('no-such-item');
  });
});

describe('a flag', () => {
  const flag = (on: boolean): Command => ({ type: 'flag', incidentId, flag: 'security', on });

  it('is raised and lowered, each said once, and undone', () => {
    expect(log.do(flag(false))).toEqual([]);
    expect(log.do(flag(true))).toHaveLength(1);
    expect(log.do(flag(true))).toEqual([]);
    expect(Object.keys(now()?.flags ?? {})).toEqual(['security']);
    log.do(flag(false));
    expect(now()?.flags).toEqual({});
    expect(undoLast('incident.flagged')).toBeUndefined();
    expect(Object.keys(now()?.flags ?? {})).toEqual(['security']);
  });
});

describe('an escalation', () => {
  const escalate = (level: string): Command => ({ type: 'escalate', incidentId, level });

  it('is recorded once for each level, may skip levels, and is undone', () => {
    expect(log.do(escalate('level-4'))).toHaveLength(1);
    expect(log.do(escalate('level-4'))).toEqual([]);
    log.do(escalate('level-3'));
    expect(Object.keys(now()?.escalated ?? {}).toSorted()).toEqual(['level-3', 'level-4']);
    expect(undoLast('incident.escalated')).toBeUndefined();
    expect(Object.keys(now()?.escalated ?? {})).toEqual(['level-4']);
  });

  it('told twice by two replicas keeps the first', () => {
    log.append({ type: 'incident.escalated', incidentId, payload: { level: 'level-3' } });
    const first = log.last('incident.escalated').id;
    log.append({ type: 'incident.escalated', incidentId, payload: { level: 'level-3' } });
    expect(now()?.escalated['level-3']?.eventId).toBe(first);
  });
});

describe('what the playbook does not have', () => {
  it.each<[Refusal, Command]>([
    ['no-such-role', { type: 'assign-role', incidentId: 'incident-1', role: 'chef', name: 'Ada' }],
    ['no-such-flag', { type: 'flag', incidentId: 'incident-1', flag: 'pirate', on: true }],
    ['no-such-level', { type: 'escalate', incidentId: 'incident-1', level: 'level-9' }],
    ['no-such-step', { type: 'enter-step', incidentId: 'incident-1', step: 'lunch' }],
    ['no-such-incident', { type: 'assign-role', incidentId: 'x', role: 'scribe', name: 'Ada' }],
    ['no-such-incident', { type: 'flag', incidentId: 'x', flag: 'security', on: true }],
    ['no-such-incident', { type: 'escalate', incidentId: 'x', level: 'level-2' }],
    ['no-such-incident', { type: 'enter-step', incidentId: 'x', step: 'diagnosis' }],
  ])('%s', (refusal, command) => {
    expect(log.refusal(command)).toBe(refusal);
  });

  it('is refused as well by one without these parts, or none that can be read', () => {
    const { roles: _roles, flags: _flags, escalation: _levels, lifecycle: _steps, ...rest } = EN;
    const commands: readonly [Refusal, Command][] = [
      ['no-such-role', { type: 'assign-role', incidentId, role: 'scribe', name: 'Ada' }],
      ['no-such-flag', { type: 'flag', incidentId, flag: 'security', on: true }],
      ['no-such-level', { type: 'escalate', incidentId, level: 'level-2' }],
      ['no-such-step', { type: 'enter-step', incidentId, step: 'diagnosis' }],
    ];
    log.playbook = rest;
    for (const [refusal, command] of commands) expect(log.refusal(command)).toBe(refusal);
    log.playbook = undefined;
    for (const [, command] of commands) expect(log.refusal(command)).toBe('no-playbook');
  });
});

/** Process document 1.2 and 2.2: the milestones follow the severity, what was met stays met. */
it('a change of severity asks for other milestones and keeps what was met', () => {
  log.do({ type: 'meet-milestone', incidentId, milestone: 'declare' });
  log.do({ type: 'change-severity', incidentId, severity: 'SEV-3' });
  const incident = now();
  if (incident === undefined) throw new Error('no incident');
  const views = milestonesOf(incident, EN, log.now).map(({ id, state }) => `${id} ${state}`);
  expect(views).toEqual([
    'detect met',
    'acknowledge met',
    'declare met',
    'assemble skipped',
    'diagnose skipped',
    'resolve upcoming',
    'close skipped',
  ]);
  expect(undoLast('incident.severity-changed')).toBeUndefined();
  expect(now()?.severity).toBe('SEV-1');
});
