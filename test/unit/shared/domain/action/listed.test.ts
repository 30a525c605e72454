import { describe, expect, it } from 'vitest';
import { completionOf } from '#shared/domain/action/completion.ts';
import { actionsAsCsv, actionsAsMarkdown, type ExportWords } from '#shared/domain/action/export.ts';
import {
  dueState,
  filterActions,
  isSameName,
  type ListedAction,
  listActions,
  ownersOf,
  sortActions,
} from '#shared/domain/action/listed.ts';
import { asIncidentId } from '#shared/domain/ids.ts';
import { incidentOf } from '../incident/incidents.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { actionOf } from './actions.ts';

const EN = builtInPlaybook('en');
const TODAY = '2026-12-01';
const disk = incidentOf({
  title: 'Disk full',
  actions: [
    actionOf('a', { dueOn: '2026-12-24', owner: 'Mina' }),
    actionOf('b', {
      dueOn: '2026-11-30',
      owner: '@mina',
      status: 'in-progress',
      priority: 'low',
      category: '',
    }),
  ],
});
const checkout = incidentOf({
  id: asIncidentId('incident-2'),
  title: 'Checkout | down',
  actions: [
    actionOf('c', { dueOn: TODAY, owner: '', category: 'training' }),
    actionOf('d', { dueOn: '2026-11-01', owner: 'Joon', status: 'completed' }),
  ],
});
const ALL = listActions([disk, checkout]);
const ids = (listed: readonly ListedAction[]): string => listed.map(({ action }) => action.id).join('');

it('lists the items of all incidents, the longest due first', () => {
  expect(ids(ALL)).toBe('dbca');
});

it('tells how an item stands on a day', () => {
  expect(ALL.map(({ action }) => dueState(action, TODAY))).toEqual([
    'completed',
    'overdue',
    'today',
    'later',
  ]);
});

it.each([
  ['nothing', {}, 'dbca'],
  ['a name, however it is written', { owner: 'MINA' }, 'ba'],
  ['nobody', { owner: '' }, 'c'],
  ['a category', { category: 'training' }, 'c'],
  ['no category', { category: '' }, 'b'],
  ['a priority', { priority: 'low' }, 'b'],
  ['what is overdue', { overdue: true }, 'b'],
  ['several at once', { owner: 'Mina', priority: 'high', category: 'detection' }, 'a'],
] as const)('filtered by %s', (_, filter, expected) => {
  expect(ids(filterActions(ALL, filter, TODAY))).toBe(expected);
});

it('names every owner once', () => {
  expect(ownersOf(ALL)).toEqual(['Joon', 'Mina']);
  expect(isSameName(' @김미나', '김미나')).toBe(true);
  expect(isSameName('', 'Mina')).toBe(false);
});

it.each([
  ['description', false, 'dbca'],
  ['incident', false, 'dcba'],
  ['owner', false, 'cbda'],
  ['dueOn', true, 'acbd'],
  ['status', false, 'cabd'],
  ['status', true, 'dbca'],
  ['priority', false, 'dcab'],
] as const)('sorted by %s, descending: %s', (key, descending, expected) => {
  expect(ids(sortActions(ALL, { key, descending }))).toBe(expected);
});

describe('the completion rate', () => {
  it('is held against the goal of the playbook', () => {
    expect(completionOf(ALL, EN)).toEqual({ total: 4, completed: 1, share: 0.25, goal: '> 90%', met: false });
    const nine = Array.from({ length: 10 }, (_each, index) =>
      actionOf(`n${index}`, { status: index < 9 ? 'completed' : 'open' }),
    );
    expect(completionOf(listActions([incidentOf({ actions: nine })]), EN)).toMatchObject({
      share: 0.9,
      met: false,
    });
    const all = nine.map((action) => ({ ...action, status: 'completed' as const }));
    expect(completionOf(listActions([incidentOf({ actions: all })]), EN)).toMatchObject({
      share: 1,
      met: true,
    });
  });

  it('leaves out tests and drills, and is none while there is nothing to do', () => {
    expect(completionOf(listActions([{ ...disk, test: true }]), EN)).toEqual({
      total: 0,
      completed: 0,
      goal: '> 90%',
    });
    expect(completionOf(listActions([{ ...disk, drill: 'drill-1' }]), EN)).toEqual({
      total: 0,
      completed: 0,
      ofDrills: 2,
      goal: '> 90%',
    });
    expect(completionOf(listActions([{ ...disk, drill: 'drill-1' }, checkout]), EN)).toMatchObject({
      total: 2,
      completed: 1,
      ofDrills: 2,
    });
    const { metrics: _metrics, ...bare } = EN;
    expect(completionOf(ALL, bare)).toEqual({ total: 4, completed: 1, share: 0.25 });
    expect(completionOf([], undefined)).toEqual({ total: 0, completed: 0 });
  });
});

describe('copied', () => {
  const words: ExportWords = {
    columns: {
      number: 'ID',
      description: 'Action',
      owner: 'Owner',
      dueOn: 'Due date',
      status: 'Status',
      priority: 'Priority',
      category: 'Category',
      incident: 'Incident',
    },
    status: { open: 'Open', 'in-progress': 'In progress', completed: 'Completed' },
    priority: { high: 'High', medium: 'Medium', low: 'Low' },
    category: ({ action }) => action.category,
    drill: (title) => `[DRILL] ${title}`,
  };
  const odd = listActions([
    incidentOf({
      title: 'Checkout | down',
      actions: [actionOf('a', { description: '=cmd|"/c calc"!A1\n**bold** `x` \\| @here', owner: '@mina' })],
    }),
  ]);

  it('as a table in Markdown, in which nothing of the text takes effect', () => {
    expect(actionsAsMarkdown(odd, words)).toBe(
      [
        '| ID | Action | Owner | Due date | Status | Priority | Category | Incident |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        '| 1 | =cmd\\|"/c calc"!A1 \\*\\*bold\\*\\* \\`x\\` \\\\\\| @\u200bhere | @mina | 2026-12-01 | Open | High | detection | Checkout \\| down |',
      ].join('\n'),
    );
  });

  it('says what is of a drill', () => {
    const listed = listActions([{ ...disk, drill: 'drill-1' }]);
    expect(actionsAsMarkdown(listed, words).match(/\\\[DRILL\] Disk full \|/g)).toHaveLength(2);
    expect(actionsAsCsv(listed, words).match(/,\[DRILL\] Disk full\r\n/g)).toHaveLength(2);
  });

  it('as CSV, in which no text is a formula', () => {
    expect(actionsAsCsv(odd, words)).toBe(
      'ID,Action,Owner,Due date,Status,Priority,Category,Incident\r\n' +
        '1,"\'=cmd|""/c calc""!A1\n**bold** `x` \\| @here",\'@mina,2026-12-01,Open,High,detection,Checkout | down\r\n',
    );
  });
});
