import { describe, expect, it } from 'vitest';
import { openActionsOf } from '#shared/domain/action/open-actions.ts';
import { reminderDay, reminderOf } from '#shared/domain/action/reminder.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { actionOf } from './actions.ts';

const SEOUL = builtInPlaybook('en');
const NEW_YORK: Playbook = { ...SEOUL, timeZone: 'America/New_York', actionReminder: '08:30' };
const at = (text: string): number => Date.parse(text);

describe('the day of the reminder', () => {
  it.each([
    ['a minute before nine in Seoul', SEOUL, '2026-11-30T23:59:59.999Z', '2026-11-30'],
    ['nine in Seoul', SEOUL, '2026-12-01T00:00:00Z', '2026-12-01'],
    ['until the next nine', SEOUL, '2026-12-01T23:59:59Z', '2026-12-01'],
    ['the playbook’s own hour, in summer', NEW_YORK, '2026-10-31T12:30:00Z', '2026-10-31'],
    ['the same hour, the day clocks are set back', NEW_YORK, '2026-11-01T13:30:00Z', '2026-11-01'],
    ['not an hour before that', NEW_YORK, '2026-11-01T13:29:59Z', '2026-10-31'],
    ['the day clocks are set forward', NEW_YORK, '2027-03-14T12:30:00Z', '2027-03-14'],
  ])('%s', (_, playbook, now, day) => {
    expect(reminderDay(playbook, at(now))).toBe(day);
  });

  it('at an hour that the clocks leave out comes right after the gap', () => {
    const playbook = { ...NEW_YORK, actionReminder: '02:30' };
    expect(reminderDay(playbook, at('2027-03-14T07:29:59Z'))).toBe('2027-03-13');
    expect(reminderDay(playbook, at('2027-03-14T07:30:00Z'))).toBe('2027-03-14');
  });
});

it('is of what is not completed, and of no test', () => {
  const actions = [
    actionOf('a'),
    actionOf('b', { status: 'completed' }),
    actionOf('c', { status: 'in-progress' }),
  ];
  expect(openActionsOf({ actions, test: false }).map(({ id }) => id)).toEqual(['a', 'c']);
  expect(openActionsOf({ actions, test: true })).toEqual([]);
  expect(openActionsOf({ actions, test: true, drill: 'drill-1' })).toEqual([]);
});

it('is of what a drill found too, marked', () => {
  const actions = [actionOf('a'), actionOf('b', { status: 'completed' })];
  expect(openActionsOf({ actions, test: false, drill: 'drill-1' })).toEqual([
    { ...actions[0], ofDrill: true },
  ]);
  expect(openActionsOf({ actions, test: false })).toEqual([actions[0]]);
});

describe('the reminder', () => {
  const now = at('2026-12-01T03:00:00Z');

  it('tells what is due from what is overdue, the longest due first, then by priority', () => {
    const { due, overdue } = reminderOf(
      [
        actionOf('a-low', { priority: 'low' }),
        actionOf('today'),
        actionOf('tomorrow', { dueOn: '2026-12-02' }),
        actionOf('yesterday', { dueOn: '2026-11-30', priority: 'low' }),
        actionOf('last-week', { dueOn: '2026-11-24', status: 'in-progress' }),
      ],
      SEOUL,
      now,
    );
    expect(due.map(({ id }) => id)).toEqual(['today', 'a-low']);
    expect(overdue.map(({ id }) => id)).toEqual(['last-week', 'yesterday']);
  });

  it('leaves what came after its hour to the next', () => {
    const just = actionOf('just', { scheduledAt: at('2026-12-01T00:00:00Z') });
    expect(reminderOf([just], SEOUL, now).due).toEqual([just]);
    const late = actionOf('late', { scheduledAt: at('2026-12-01T00:00:01Z') });
    expect(reminderOf([late], SEOUL, now)).toEqual({
      due: [],
      overdue: [],
      nextAt: at('2026-12-02T00:00:00Z'),
    });
    expect(reminderOf([late], SEOUL, at('2026-12-02T00:00:00Z')).overdue).toEqual([late]);
  });

  it('is next given when something is due, at the soonest tomorrow', () => {
    expect(reminderOf([], SEOUL, now)).not.toHaveProperty('nextAt');
    expect(reminderOf([actionOf('a')], SEOUL, now).nextAt).toBe(at('2026-12-02T00:00:00Z'));
    const later = [actionOf('a', { dueOn: '2026-12-24' }), actionOf('b', { dueOn: '2026-12-10' })];
    expect(reminderOf(later, SEOUL, now).nextAt).toBe(at('2026-12-10T00:00:00Z'));
  });

  it('of a day that another replica made up is overdue some time, and never looked for', () => {
    const odd = actionOf('odd', { dueOn: '2026-02-31' });
    expect(reminderOf([odd], SEOUL, now).overdue).toEqual([odd]);
    expect(reminderOf([odd], SEOUL, now)).not.toHaveProperty('nextAt');
    expect(reminderOf([actionOf('odd', { dueOn: '2027-99-99' })], SEOUL, now)).toEqual({
      due: [],
      overdue: [],
    });
  });
});
