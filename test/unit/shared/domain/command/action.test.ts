import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Command, commandSchema } from '#shared/domain/command/command.ts';
import { HOUR_MS } from '#shared/domain/duration.ts';
import { readEvent } from '#shared/domain/event/event.ts';
import { redact } from '#shared/domain/event/redact.ts';
import type { IncidentId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { T0 } from '../event/events.ts';
import { PaperLog } from './paper-log.ts';

let log = new PaperLog();
let incidentId: IncidentId;
beforeEach(() => {
  log = new PaperLog();
  incidentId = log.incident();
});

const FIELDS = {
  description: 'Alert at 80 % of the disk',
  owner: 'Mina',
  dueOn: '2026-12-07',
  status: 'open',
  priority: 'high',
  category: 'detection',
} as const;

function add(over: Partial<Extract<Command, { type: 'add-action' }>> = {}): string {
  log.do({ type: 'add-action', incidentId, ...FIELDS, ...over });
  return log.last('action.added').id;
}
const change = (action: string, changes: object) =>
  log.do({ type: 'change-action', incidentId, action, ...changes });
const undo = (eventId: string) => log.refusal({ type: 'undo', eventId });
const actions = (): Incident['actions'] => log.incidentNow(incidentId)?.actions ?? [];

describe('adding', () => {
  it('makes the record of 6.3, numbered within its incident', () => {
    const id = add();
    add({ description: 'Write the runbook', owner: '', category: '' });
    expect(actions()).toEqual([
      { ...FIELDS, id, number: 1, incidentId, addedAt: T0, scheduledAt: T0 },
      {
        ...FIELDS,
        id: log.last('action.added').id,
        number: 2,
        incidentId,
        addedAt: T0,
        scheduledAt: T0,
        description: 'Write the runbook',
        owner: '',
        category: '',
      },
    ]);
    const other = log.incident({ key: 'other' });
    log.do({ type: 'add-action', incidentId: other, ...FIELDS });
    expect(log.incidentNow(other)?.actions).toMatchObject([{ number: 1, incidentId: other }]);
  });

  it('goes on after the incident was closed', () => {
    for (const milestone of ['resolve', 'close']) log.do({ type: 'meet-milestone', incidentId, milestone });
    add();
    expect(actions()).toHaveLength(1);
  });

  it('wants an incident and a category that there are', () => {
    const command = { type: 'add-action', incidentId, ...FIELDS } as const;
    expect(log.refusal({ ...command, incidentId: 'x' })).toBe('no-such-incident');
    expect(log.refusal({ ...command, category: 'blame' })).toBe('no-such-category');
    log.playbook = undefined;
    expect(log.refusal(command)).toBe('no-playbook');
    expect(log.refusal({ ...command, category: '' })).toBeUndefined();
  });

  it.each([
    ['no description', { description: '  ' }],
    ['a day that does not exist', { dueOn: '2026-02-31' }],
    ['no day', { dueOn: '' }],
    ['another status', { status: 'cancelled' }],
    ['another priority', { priority: 'urgent' }],
  ])('is not a command with %s', (_, over) => {
    const command = { type: 'add-action', incidentId, ...FIELDS, ...over };
    expect(v.safeParse(commandSchema, command).success).toBe(false);
  });
});

describe('changing', () => {
  it('keeps only what is otherwise', () => {
    const action = add();
    expect(change(action, { ...FIELDS, owner: 'Joon' })).toMatchObject([
      { type: 'action.changed', payload: { action, owner: 'Joon' } },
    ]);
    expect(Object.keys(log.last('action.changed').payload).toSorted()).toEqual(['action', 'owner']);
    expect(change(action, { owner: 'Joon', priority: undefined })).toEqual([]);
    expect(actions()).toMatchObject([{ ...FIELDS, owner: 'Joon' }]);
  });

  it('to completed says when, and back takes it away', () => {
    const action = add();
    log.now = T0 + HOUR_MS;
    change(action, { status: 'completed' });
    log.now = T0 + 2 * HOUR_MS;
    change(action, { owner: 'Joon' });
    expect(actions()).toMatchObject([{ status: 'completed', completedAt: T0 + HOUR_MS }]);
    change(action, { status: 'in-progress' });
    expect(actions()[0]).not.toHaveProperty('completedAt');
    add({ status: 'completed' });
    expect(actions()[1]).toMatchObject({ completedAt: T0 + 2 * HOUR_MS });
  });

  it('of the day, or opening it again, counts from then', () => {
    const action = add();
    log.now = T0 + HOUR_MS;
    change(action, { owner: 'Joon', status: 'completed' });
    expect(actions()).toMatchObject([{ scheduledAt: T0 }]);
    log.now = T0 + 2 * HOUR_MS;
    change(action, { status: 'open' });
    expect(actions()).toMatchObject([{ scheduledAt: T0 + 2 * HOUR_MS }]);
    log.now = T0 + 3 * HOUR_MS;
    change(action, { dueOn: '2026-12-24' });
    expect(actions()).toMatchObject([{ addedAt: T0, scheduledAt: T0 + 3 * HOUR_MS }]);
    log.now = T0 + 4 * HOUR_MS;
    change(action, { owner: 'Sora', status: 'in-progress' });
    expect(actions()).toMatchObject([{ scheduledAt: T0 + 3 * HOUR_MS }]);
  });

  it('wants an item and a category that there are', () => {
    const action = add();
    const command = { type: 'change-action', incidentId, action, owner: 'Joon' } as const;
    expect(log.refusal({ ...command, incidentId: 'x' })).toBe('no-such-incident');
    expect(log.refusal({ ...command, action: 'x' })).toBe('no-such-action');
    expect(log.refusal({ ...command, category: 'blame' })).toBe('no-such-category');
    expect(log.refusal({ ...command, category: '' })).toBeUndefined();
  });
});

describe('undoing', () => {
  it('takes back an addition while the item was not changed since', () => {
    const action = add();
    change(action, { owner: 'Joon' });
    expect(undo(action)).toBe('something-later-depends');
    expect(undo(log.last('action.changed').id)).toBeUndefined();
    expect(undo(action)).toBeUndefined();
    expect(actions()).toEqual([]);
  });

  it('takes back a change while the same was not changed again', () => {
    const [one, other] = [add(), add()];
    change(one, { owner: 'Joon', priority: 'low' });
    const first = log.last('action.changed').id;
    change(other, { owner: 'Sora' });
    change(one, { status: 'completed' });
    expect(undo(first)).toBeUndefined();
    expect(actions()).toMatchObject([{ ...FIELDS, status: 'completed' }, { owner: 'Sora' }]);
    change(one, { owner: 'Ada' });
    const second = log.last('action.changed').id;
    change(one, { owner: 'Bob' });
    expect(undo(second)).toBe('something-later-depends');
  });
});

describe('removing', () => {
  it('takes back the item with its changes, and never gives its number out again', () => {
    const [one, other] = [add(), add()];
    change(one, { owner: 'Joon' });
    change(other, { status: 'completed' });
    log.do({ type: 'remove-action', incidentId, action: one });
    expect(actions()).toMatchObject([{ id: other, number: 2, status: 'completed' }]);
    log.do({ type: 'remove-action', incidentId, action: other });
    add();
    expect(actions()).toMatchObject([{ number: 3 }]);
  });

  it('of what is not there is refused', () => {
    expect(log.refusal({ type: 'remove-action', incidentId, action: 'x' })).toBe('no-such-action');
    const action = add();
    log.do({ type: 'remove-action', incidentId, action });
    expect(log.refusal({ type: 'remove-action', incidentId, action })).toBe('no-such-action');
  });
});

it('goes on for an incident that was merged, but nothing new is added there', () => {
  const action = add();
  const into = log.incident({ key: 'other' });
  log.do({ type: 'merge-incidents', from: incidentId, into });
  change(action, { status: 'completed' });
  expect(undo(log.last('action.changed').id)).toBeUndefined();
  expect(log.refusal({ type: 'add-action', incidentId, ...FIELDS })).toBe('incident-merged');
  log.do({ type: 'remove-action', incidentId, action });
  expect(actions()).toEqual([]);
});

it('redacted loses its words and keeps its deadline', () => {
  add();
  const redacted = redact(log.last('action.added'));
  expect(readEvent(redacted)).toEqual(redacted);
  expect(redacted.payload).toEqual({
    ...FIELDS,
    number: 1,
    description: '[redacted]',
    owner: '[redacted]',
  });
});
