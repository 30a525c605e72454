import { describe, expect, it } from 'vitest';
import { incidentsCsv } from '../../../../../src/renderer/features/history/export/incidents-csv.ts';
import { listedOf } from '../../../../../src/renderer/features/history/list/listed.ts';
import { readCsv } from '../../../../support/read-csv.ts';
import { figuresAt } from '../../../shared/domain/metrics/figures.ts';

const FIGURES = [
  figuresAt('a', '2026-10-31T14:59:00Z', {}, { title: 'Checkout down', service: 'checkout-api' }),
  figuresAt('b', '2026-10-31T15:00:00Z', {}, { title: '결제 지연', service: '', severity: 'SEV-3' }),
  figuresAt('c', '2026-11-20T00:00:00Z', {}, { title: 'Search slow', service: 'search' }),
];
const listed = (...[picked, filter]: [string[] | undefined, Parameters<typeof listedOf>[2]]): string[] =>
  listedOf(FIGURES, picked as Parameters<typeof listedOf>[1], filter, 'Asia/Seoul').map(({ id }) => id);

describe('the list of past incidents', () => {
  it('is of all, newest first', () => {
    expect(listed(undefined, { text: '' })).toEqual(['c', 'b', 'a']);
  });

  it.each([
    ['by title', { text: 'CHECK down' }, ['a']],
    ['by service', { text: 'api' }, ['a']],
    ['in Korean', { text: '결제' }, ['b']],
    ['by severity', { text: '', severity: 'SEV-1' }, ['c', 'a']],
    ['by service, one without a name too', { text: '', service: '' }, ['b']],
    ['by the month of the playbook’s zone', { text: '', month: '2026-11' }, ['c', 'b']],
    ['by all of it', { text: 'slow', severity: 'SEV-1', month: '2026-11' }, ['c']],
  ] as const)('can be filtered %s', (_name, filter, wanted) => {
    expect(listed(undefined, filter)).toEqual(wanted);
  });

  it('is of those behind a figure, and can be filtered further', () => {
    expect(listed(['a', 'b'], { text: '' })).toEqual(['b', 'a']);
    expect(listed(['a', 'b'], { text: 'checkout' })).toEqual(['a']);
  });
});

it('as CSV says what is known of each, in UTC and minutes, with no formula among it', () => {
  const [head = [], row = []] = readCsv(
    incidentsCsv([
      figuresAt(
        'a',
        '2026-11-20T00:00:00Z',
        { fault: -4.5, acknowledged: 3, resolved: 45 },
        {
          title: '=HYPERLINK("http://evil"), down',
          notCounted: 'drill',
          reopened: 1,
          milestones: { acknowledge: 0, declare: 60_000, assemble: 'skipped', close: 'open' },
          updates: { due: 3, kept: 2 },
        },
      ),
    ]),
  );
  expect(Object.fromEntries(head.map((name, index) => [name, row[index]]))).toEqual({
    id: 'a',
    title: '\'=HYPERLINK("http://evil"), down',
    severity: 'SEV-1',
    service: 'checkout',
    counted: 'drill',
    fault_started_at: '2026-11-19T23:55:30.000Z',
    detected_at: '2026-11-20T00:00:00.000Z',
    acknowledged_at: '2026-11-20T00:03:00.000Z',
    declared_at: '',
    resolved_at: '2026-11-20T00:45:00.000Z',
    closed_at: '',
    mttd_minutes: '4.5',
    mtta_minutes: '3',
    mttr_minutes: '45',
    times_reopened: '1',
    milestones_late: 'declare',
    milestones_not_recorded: 'assemble',
    updates_due: '3',
    updates_in_time: '2',
    action_items: '',
    action_items_completed: '',
  });
});
