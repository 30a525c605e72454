import { describe, expect, it } from 'vitest';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { milestonesOf } from '#shared/domain/incident/milestones.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { T0 } from '../event/events.ts';
import { PaperLog, whole } from './paper-log.ts';

const EN = builtInPlaybook('en');
const MINUTE = 60_000;
const TEAM: Playbook = {
  ...EN,
  id: 'team',
  title: 'Team',
  services: ['payments-*'],
  severities: EN.severities.map((severity) => ({
    ...severity,
    deadlines: { ...severity.deadlines, declare: { due: 7 * MINUTE, lateAfter: 7 * MINUTE } },
  })),
};
/** Lacks the role, the flag, the level, the step and the item that the others have. */
const { lifecycle: _lifecycle, escalation: _escalation, ...REST } = EN;
const BARE: Playbook = {
  ...REST,
  id: 'bare',
  roles: [],
  flags: [],
  quickReference: { title: 'Short', items: [{ id: 'only', text: 'Only' }] },
};

function logWith(...others: readonly Playbook[]): PaperLog {
  const log = new PaperLog();
  log.shelf = { playbooks: [EN, TEAM, ...others].map(whole), defaultId: EN.id };
  return log;
}

describe('the playbook of a new incident', () => {
  it.each([
    ['search', undefined, EN.id],
    ['payments-api', undefined, 'team'],
    ['payments-api', EN.id, EN.id],
    ['search', 'team', 'team'],
  ])('of the service %s, asked for %s, is %s', (service, playbook, expected) => {
    const log = logWith();
    const page = log.page('page', { severity: 'SEV-1', service });
    log.do({ type: 'acknowledge', pageIds: [page], ...(playbook === undefined ? {} : { playbook }) });
    expect(log.incidentNow('incident-1')?.playbook).toEqual(whole(expected === 'team' ? TEAM : EN).ref);
  });

  it('that is not there is refused, and nothing is taken', () => {
    const log = logWith();
    const page = log.page('page');
    expect(log.refusal({ type: 'acknowledge', pageIds: [page], playbook: 'gone' })).toBe('no-such-playbook');
    expect(log.pageNow('page')?.status).toBe('firing');
  });

  it('does not change that of an incident that is joined', () => {
    const log = logWith();
    const incidentId = log.incident();
    log.do({ type: 'acknowledge', pageIds: [log.page('b')], incidentId, playbook: 'team' });
    expect(log.incidentNow(incidentId)?.playbook.id).toBe(EN.id);
  });
});

describe('changing the playbook of an incident', () => {
  it('moves its deadlines, keeps what was met, and can be undone', () => {
    const log = logWith();
    const incidentId = log.incident();
    log.do({ type: 'change-playbook', incidentId, playbook: 'team' });
    const incident = log.incidentNow(incidentId);
    expect(incident?.playbook).toEqual(whole(TEAM).ref);
    const views = incident === undefined ? [] : milestonesOf(incident, TEAM, T0);
    expect(views.find(({ id }) => id === 'acknowledge')?.state).toBe('met');
    const declare = views.find(({ id }) => id === 'declare');
    expect(declare?.dueAt).toBe((incident?.detectedAt ?? 0) + 7 * MINUTE);
    log.do({ type: 'undo', eventId: log.last('incident.playbook-changed').id });
    expect(log.incidentNow(incidentId)?.playbook.id).toBe(EN.id);
  });

  it('to the one it has changes nothing', () => {
    const log = logWith();
    expect(log.do({ type: 'change-playbook', incidentId: log.incident(), playbook: EN.id })).toEqual([]);
  });

  it('stands while something was done by it', () => {
    const log = logWith();
    const incidentId = log.incident();
    log.do({ type: 'change-playbook', incidentId, playbook: 'team' });
    const change = log.last('incident.playbook-changed').id;
    const item = EN.quickReference.items[0]?.id ?? '';
    log.do({ type: 'tick', incidentId, checklist: 'quick-reference', item });
    expect(log.refusal({ type: 'undo', eventId: change })).toBe('something-later-depends');
    log.do({ type: 'undo', eventId: log.last('checklist.ticked').id });
    expect(log.refusal({ type: 'undo', eventId: change })).toBeUndefined();
  });

  it.each([
    ['a tick', { type: 'tick', checklist: 'quick-reference', item: EN.quickReference.items[0]?.id ?? '' }],
    ['a role', { type: 'assign-role', role: EN.roles?.[0]?.id ?? '', name: 'Mina' }],
    ['a flag', { type: 'flag', flag: EN.flags?.[0]?.id ?? '', on: true }],
    ['an escalation', { type: 'escalate', level: 'level-2' }],
    ['a step of the lifecycle', { type: 'enter-step', step: 'severity-assessment' }],
  ] as const)('is refused where the other has no place for %s', (_what, done) => {
    const log = logWith(BARE);
    const incidentId = log.incident();
    log.do({ type: 'change-playbook', incidentId, playbook: 'bare' });
    log.do({ type: 'change-playbook', incidentId, playbook: EN.id });
    log.do({ ...done, incidentId });
    expect(log.refusal({ type: 'change-playbook', incidentId, playbook: 'bare' })).toBe('playbook-lacks');
    expect(log.incidentNow(incidentId)?.playbook.id).toBe(EN.id);
  });

  it('is refused where a milestone that was met means something else, or the severity is not there', () => {
    const renamed = EN.milestones.map((each) => (each.id === 'acknowledge' ? { ...each, id: 'ack' } : each));
    const log = logWith(
      { ...EN, id: 'renamed', milestones: renamed },
      { ...EN, id: 'small', severities: EN.severities.filter(({ id }) => id !== 'SEV-1') },
    );
    const incidentId = log.incident();
    for (const playbook of ['renamed', 'small']) {
      expect(log.refusal({ type: 'change-playbook', incidentId, playbook })).toBe('playbook-lacks');
    }
    expect(log.refusal({ type: 'change-playbook', incidentId, playbook: 'gone' })).toBe('no-such-playbook');
    expect(log.refusal({ type: 'change-playbook', incidentId: 'x', playbook: 'team' })).toBe(
      'no-such-incident',
    );
  });

  it('holds the severity that it was decided with, where it lacks the one before', () => {
    const small = { ...EN, id: 'small', severities: EN.severities.filter(({ id }) => id !== 'SEV-1') };
    const log = logWith(small);
    const incidentId = log.incident();
    log.do({ type: 'change-severity', incidentId, severity: 'SEV-2' });
    const weighed = log.last('incident.severity-changed').id;
    log.do({ type: 'change-playbook', incidentId, playbook: 'small' });
    expect(log.refusal({ type: 'undo', eventId: weighed })).toBe('something-later-depends');
    expect(log.incidentNow(incidentId)?.severity).toBe('SEV-2');
    log.do({ type: 'undo', eventId: log.last('incident.playbook-changed').id });
    expect(log.refusal({ type: 'undo', eventId: weighed })).toBeUndefined();
    expect(log.incidentNow(incidentId)?.severity).toBe('SEV-1');
  });

  it('lets a severity be taken back that both have, or that neither had when it came', () => {
    const small = { ...EN, id: 'small', severities: EN.severities.filter(({ id }) => id !== 'SEV-4') };
    const log = logWith(small);
    const incidentId = log.incident();
    log.do({ type: 'change-severity', incidentId, severity: 'SEV-2' });
    const weighed = log.last('incident.severity-changed').id;
    log.do({ type: 'change-playbook', incidentId, playbook: 'small' });
    expect(log.refusal({ type: 'undo', eventId: weighed })).toBeUndefined();
    const page = log.page('odd', { severity: 'SEV-4' });
    log.do({ type: 'acknowledge', pageIds: [page], playbook: 'small' });
    log.do({ type: 'change-severity', incidentId: 'incident-2', severity: 'SEV-3' });
    const odd = log.last('incident.severity-changed').id;
    expect(log.refusal({ type: 'undo', eventId: odd })).toBeUndefined();
    expect(log.incidentNow('incident-2')?.severity).toBe('SEV-4');
  });

  it('is over once the incident is resolved', () => {
    const log = logWith();
    const incidentId = log.incident();
    log.do({ type: 'meet-milestone', incidentId, milestone: 'resolve' });
    expect(log.refusal({ type: 'change-playbook', incidentId, playbook: 'team' })).toBe('playbook-too-late');
    log.do({ type: 'meet-milestone', incidentId, milestone: 'close' });
    expect(log.refusal({ type: 'change-playbook', incidentId, playbook: 'team' })).toBe('incident-closed');
  });
});
