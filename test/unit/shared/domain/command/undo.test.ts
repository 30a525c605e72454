import { beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '#shared/domain/command/plan.ts';
import type { KnownEvent } from '#shared/domain/event/event.ts';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { IncidentId } from '#shared/domain/ids.ts';
import { tickKey } from '#shared/domain/incident/incident.ts';
import { PaperLog } from './paper-log.ts';

let log = new PaperLog();
beforeEach(() => {
  log = new PaperLog();
});

const undo = (event: Pick<KnownEvent, 'id'>): Refusal | undefined =>
  log.refusal({ type: 'undo', eventId: event.id });
const undoLast = (type: KnownEvent['type']): Refusal | undefined => undo(log.last(type));

function meet(incidentId: IncidentId, ...milestones: string[]): void {
  for (const milestone of milestones) log.do({ type: 'meet-milestone', incidentId, milestone });
}

describe('a milestone', () => {
  it('undone is not met', () => {
    const incidentId = log.incident();
    meet(incidentId, 'declare');
    expect(undoLast('incident.milestone-met')).toBeUndefined();
    const incident = log.incidentNow(incidentId);
    expect(incident?.met).not.toHaveProperty('declare');
    expect(incident).not.toHaveProperty('channel');
    meet(incidentId, 'declare');
    expect(log.incidentNow(incidentId)?.channel).toBe('#incident-20261123');
  });

  it('is held by a later one, until that is undone', () => {
    const incidentId = log.incident();
    meet(incidentId, 'declare');
    const declared = log.last('incident.milestone-met');
    meet(incidentId, 'assemble');
    const assembled = log.last('incident.milestone-met');
    expect(undo(declared)).toBe('something-later-depends');
    expect(undo(assembled)).toBeUndefined();
    expect(undo(declared)).toBeUndefined();
  });

  it('is not held by an earlier one met afterwards', () => {
    const incidentId = log.incident();
    meet(incidentId, 'diagnose');
    const diagnosed = log.last('incident.milestone-met');
    meet(incidentId, 'declare');
    expect(undo(diagnosed)).toBeUndefined();
  });

  it('of resolution is held by closure and by a reopening', () => {
    const incidentId = log.incident();
    meet(incidentId, 'resolve');
    const resolved = log.last('incident.milestone-met');
    meet(incidentId, 'close');
    expect(undo(resolved)).toBe('something-later-depends');
    log.do({ type: 'reopen', incidentId });
    expect(undo(resolved)).toBe('something-later-depends');
  });

  it('of closure can be undone', () => {
    const incidentId = log.incident();
    meet(incidentId, 'resolve', 'close');
    expect(undoLast('incident.milestone-met')).toBeUndefined();
    expect(log.incidentNow(incidentId)).not.toHaveProperty('closedAt');
  });

  it('of acknowledgement goes with the acknowledgement', () => {
    log.incident();
    expect(undoLast('incident.milestone-met')).toBe('cannot-undo');
  });
});

describe('a reopening', () => {
  function reopened(): IncidentId {
    const incidentId = log.incident();
    meet(incidentId, 'resolve', 'close');
    log.now += 5 * MINUTE_MS;
    log.do({ type: 'reopen', incidentId });
    return incidentId;
  }

  it('by mistake is taken back: resolved and closed as before, without a pause', () => {
    const incidentId = log.incident();
    meet(incidentId, 'resolve', 'close');
    const before = log.incidentNow(incidentId);
    log.now += 5 * MINUTE_MS;
    log.do({ type: 'reopen', incidentId });
    log.do({ type: 'add-note', incidentId, text: 'wrong incident' });
    expect(undoLast('incident.reopened')).toBeUndefined();
    expect(log.incidentNow(incidentId)).toEqual(before);
    log.do({ type: 'reopen', incidentId });
    expect(log.incidentNow(incidentId)).not.toHaveProperty('resolvedAt');
  });

  it.each<[string, (incidentId: IncidentId) => void]>([
    ['a milestone met since', (incidentId) => meet(incidentId, 'resolve')],
    ['a step entered since', (incidentId) => log.do({ type: 'enter-step', incidentId, step: 'diagnosis' })],
    [
      'a page that joined since',
      (incidentId) => log.do({ type: 'link-pages', pageIds: [log.page('late')], incidentId }),
    ],
    [
      'an incident merged into it since',
      (incidentId) => log.do({ type: 'merge-incidents', from: log.incident(), into: incidentId }),
    ],
  ])('is held by %s', (_what, happens) => {
    const incidentId = reopened();
    happens(incidentId);
    expect(undoLast('incident.reopened')).toBe('something-later-depends');
  });

  it('is held by the one after it', () => {
    const incidentId = reopened();
    const first = log.last('incident.reopened');
    meet(incidentId, 'resolve');
    log.do({ type: 'reopen', incidentId });
    expect(undo(first)).toBe('something-later-depends');
    expect(undoLast('incident.reopened')).toBeUndefined();
    expect(undoLast('incident.milestone-met')).toBeUndefined();
    expect(undo(first)).toBeUndefined();
    expect(log.incidentNow(incidentId)).toHaveProperty('closedAt');
  });
});

describe('an acknowledgement', () => {
  it('that opened an incident takes the incident back', () => {
    const incidentId = log.incident();
    expect(undoLast('page.acknowledged')).toBeUndefined();
    expect(log.incidentNow(incidentId)).toBeUndefined();
    expect(log.pageNow('page-of-0')).toMatchObject({ status: 'firing' });
    expect(log.pageNow('page-of-0')).not.toHaveProperty('incidentId');
  });

  it.each(['declare', 'assemble', 'resolve'])('is held by %s', (milestone) => {
    const incidentId = log.incident();
    meet(incidentId, milestone);
    expect(undoLast('page.acknowledged')).toBe('something-later-depends');
    undoLast('incident.milestone-met');
    expect(undoLast('page.acknowledged')).toBeUndefined();
  });

  it('is held by a note', () => {
    const incidentId = log.incident();
    log.do({ type: 'add-note', incidentId, text: 'looking' });
    expect(undoLast('page.acknowledged')).toBe('something-later-depends');
  });

  it('that joined leaves the incident', () => {
    const incidentId = log.incident();
    log.do({ type: 'acknowledge', pageIds: [log.page('b')], incidentId });
    expect(undoLast('page.acknowledged')).toBeUndefined();
    expect(log.incidentNow(incidentId)?.pageIds).toEqual(['page-of-0']);
    expect(log.pageNow('b')?.status).toBe('firing');
  });

  it('put off again is back at the first promise', () => {
    const pageIds = [log.page('a')];
    log.do({ type: 'acknowledge', pageIds, recheckAfterMs: MINUTE_MS });
    const first = log.pageNow('a')?.recheckAt;
    log.now += 1000;
    log.do({ type: 'acknowledge', pageIds, recheckAfterMs: MINUTE_MS });
    expect(undoLast('page.acknowledged')).toBeUndefined();
    expect(log.pageNow('a')).toMatchObject({ status: 'acknowledged', recheckAt: first });
  });

  it('of many can be undone one after the other, the first last', () => {
    const pageIds = [log.page('a'), log.page('b')];
    log.do({ type: 'acknowledge', pageIds });
    const takes = log.events.filter(({ type }) => type === 'page.acknowledged');
    expect(takes.map(undo)).toEqual(['something-later-depends', undefined]);
    expect(takes.slice(0, 1).map(undo)).toEqual([undefined]);
    expect(pageIds.map((id) => log.pageNow(id)?.status)).toEqual(['firing', 'firing']);
  });
});

describe('the last word of its kind', () => {
  it('a severity', () => {
    const incidentId = log.incident();
    log.do({ type: 'change-severity', incidentId, severity: 'SEV-2' });
    const first = log.last('incident.severity-changed');
    log.do({ type: 'change-severity', incidentId, severity: 'SEV-3' });
    expect(undo(first)).toBe('something-later-depends');
    expect(undoLast('incident.severity-changed')).toBeUndefined();
    expect(log.incidentNow(incidentId)?.severity).toBe('SEV-2');
    expect(undo(first)).toBeUndefined();
    expect(log.incidentNow(incidentId)?.severity).toBe('SEV-1');
  });

  it('a title', () => {
    const incidentId = log.incident();
    log.do({ type: 'retitle', incidentId, title: 'b' });
    expect(undoLast('incident.retitled')).toBeUndefined();
    expect(log.incidentNow(incidentId)?.title).toBe('Disk full');
  });

  it('a tick is held by its own taking back, not by another item', () => {
    const incidentId = log.incident();
    const item = { incidentId, checklist: 'quick-reference', item: 'verify-problem' };
    log.do({ type: 'tick', ...item });
    const ticked = log.last('checklist.ticked');
    log.do({ type: 'tick', ...item, item: 'decide-severity' });
    log.do({ type: 'untick', ...item });
    expect(undo(ticked)).toBe('something-later-depends');
    expect(undoLast('checklist.unticked')).toBeUndefined();
    expect(log.incidentNow(incidentId)?.ticks).toHaveProperty([tickKey(item.checklist, item.item)]);
    expect(undo(ticked)).toBeUndefined();
  });
});

describe('what is held by its own kind only', () => {
  const role = (incidentId: IncidentId, id: string, name: string) =>
    log.do({ type: 'assign-role', incidentId, role: id, name });

  it('a role: handed over and back, each step is undone after the one that came later', () => {
    const incidentId = log.incident();
    const events = ['Ada', 'Bob', 'Ada'].map((name) => {
      role(incidentId, 'scribe', name);
      return log.last('role.assigned');
    });
    role(incidentId, 'technical-lead', 'Chae');
    const holder = (): string | undefined => log.incidentNow(incidentId)?.roles['scribe']?.name;
    expect(events.slice(0, 2).map(undo)).toEqual(['something-later-depends', 'something-later-depends']);
    expect(events.slice(2).map(undo)).toEqual([undefined]);
    expect(holder()).toBe('Bob');
    expect(events.slice(1, 2).map(undo)).toEqual([undefined]);
    expect(holder()).toBe('Ada');
    expect(events.slice(0, 1).map(undo)).toEqual([undefined]);
    expect(holder()).toBeUndefined();
    expect(log.incidentNow(incidentId)?.roles['technical-lead']?.name).toBe('Chae');
  });

  it('a flag: by its own taking back, not by another flag', () => {
    const incidentId = log.incident();
    log.do({ type: 'flag', incidentId, flag: 'security', on: true });
    const raised = log.last('incident.flagged');
    log.do({ type: 'flag', incidentId, flag: 'data-leak', on: true });
    log.do({ type: 'flag', incidentId, flag: 'security', on: false });
    expect(undo(raised)).toBe('something-later-depends');
    expect(undoLast('incident.flagged')).toBeUndefined();
    expect(undo(raised)).toBeUndefined();
    expect(Object.keys(log.incidentNow(incidentId)?.flags ?? {})).toEqual(['data-leak']);
  });

  it('an escalation: not by that of another level', () => {
    const incidentId = log.incident();
    log.do({ type: 'escalate', incidentId, level: 'level-2' });
    const called = log.last('incident.escalated');
    log.do({ type: 'escalate', incidentId, level: 'level-3' });
    expect(undo(called)).toBeUndefined();
    expect(Object.keys(log.incidentNow(incidentId)?.escalated ?? {})).toEqual(['level-3']);
  });

  it('a tick: not by one of the same name in another checklist', () => {
    const incidentId = log.incident();
    log.do({ type: 'tick', incidentId, checklist: 'quick-reference', item: 'create-channel' });
    const ticked = log.last('checklist.ticked');
    log.do({ type: 'tick', incidentId, checklist: 'procedure:major-incident', item: 'create-channel' });
    expect(undo(ticked)).toBeUndefined();
    expect(Object.keys(log.incidentNow(incidentId)?.ticks ?? {})).toEqual([
      tickKey('procedure:major-incident', 'create-channel'),
    ]);
  });
});

it('a note and a copied message can always be undone', () => {
  const incidentId = log.incident();
  log.do({ type: 'add-note', incidentId, text: 'a' });
  const note = log.last('note.added');
  log.do({
    type: 'record-copy',
    incidentId,
    template: 'status-update',
    title: 'Status update',
    kind: 'update',
    form: 'slack',
    text: 'x',
    fields: {},
  });
  expect(log.incidentNow(incidentId)).toHaveProperty('updatedAt');
  expect(undoLast('message.copied')).toBeUndefined();
  expect(log.incidentNow(incidentId)).not.toHaveProperty('updatedAt');
  expect(undo(note)).toBeUndefined();
});

describe('what cannot be undone', () => {
  it('what nobody wrote', () => {
    expect(log.refusal({ type: 'undo', eventId: 'x' })).toBe('no-such-event');
  });

  it('what is undone already', () => {
    const incidentId = log.incident();
    meet(incidentId, 'declare');
    const declared = log.last('incident.milestone-met');
    expect(undo(declared)).toBeUndefined();
    expect(undo(declared)).toBe('cannot-undo');
  });

  it.each(['page.received', 'incident.opened', 'page.resolved', 'event.undone', 'event.redacted'] as const)(
    '%s',
    (type) => {
      const incidentId = log.incident();
      log.do({ type: 'add-note', incidentId, text: 'a' });
      log.do({ type: 'redact', eventId: log.last('note.added').id });
      log.do({ type: 'retitle', incidentId, title: 'b' });
      undoLast('incident.retitled');
      log.do({ type: 'resolve-page', pageId: 'page-of-0' });
      expect(undoLast(type)).toBe('cannot-undo');
    },
  );
});
