import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, WEEK_MS } from '#shared/domain/duration.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { trainingCells } from '#shared/domain/training/renewal.ts';
import { foldTraining } from '#shared/domain/training/training.ts';
import { PaperLog, whole } from '../command/paper-log.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const EN = builtInPlaybook('en');
const TABLETOP = { person: 'Mina', course: 'quarterly', item: 'tabletop' } as const;
const cellOf = (log: PaperLog, now: Instant, playbook = EN) => {
  const person = foldTraining(log.events).get('Mina') ?? { done: {} };
  return trainingCells(person, playbook, now).find(({ item }) => item === 'tabletop');
};
function trained(at: Instant = T0): PaperLog {
  const log = new PaperLog();
  log.now = at;
  log.do({ type: 'tick-training', ...TABLETOP });
  return log;
}

describe('an item of the regular training', () => {
  // 23 November, 11:00 in Seoul: a quarter on is 23 February, 92 days.
  it.each<[string, number, string]>([
    ['is done', 0, 'done'],
    ['is done until two weeks before', 92 - 15, 'done'],
    ['is due soon from then on', 92 - 14, 'due-soon'],
    ['is due soon on its last day', 92, 'due-soon'],
    ['is overdue the day after', 93, 'overdue'],
  ])('%s', (_name, days, state) => {
    expect(cellOf(trained(), T0 + days * DAY_MS)).toMatchObject({
      state,
      doneOn: '2026-11-23',
      dueOn: '2027-02-23',
    });
  });

  it('turns overdue at midnight where the playbook is, whatever the zone does to its clocks', () => {
    const inZone = (timeZone: string) => ({ ...EN, timeZone });
    const seoulMidnight = Date.UTC(2027, 1, 23, 15);
    expect(cellOf(trained(), seoulMidnight - 1)?.state).toBe('due-soon');
    expect(cellOf(trained(), seoulMidnight)?.state).toBe('overdue');
    // Berlin, done on 23 October in summer time; due on 23 January, in winter time.
    const berlin = trained(Date.UTC(2026, 9, 23, 21, 30));
    expect(cellOf(berlin, Date.UTC(2027, 0, 23, 22, 59), inZone('Europe/Berlin'))?.state).toBe('due-soon');
    expect(cellOf(berlin, Date.UTC(2027, 0, 23, 23), inZone('Europe/Berlin'))?.state).toBe('overdue');
  });

  it.each([
    // What is said of a quarter: three months on, whatever their lengths.
    ['2027-01-15T03:00Z', 'Asia/Seoul', '2027-01-15', '2027-04-15'],
    ['2027-01-31T03:00Z', 'Asia/Seoul', '2027-01-31', '2027-04-30'],
    ['2026-11-30T03:00Z', 'Asia/Seoul', '2026-11-30', '2027-02-28'],
    ['2027-11-30T03:00Z', 'Asia/Seoul', '2027-11-30', '2028-02-29'],
    // The day is the playbook's: in Seoul it is the first of the month already, in New York still the last.
    ['2027-01-31T15:00Z', 'Asia/Seoul', '2027-02-01', '2027-05-01'],
    ['2027-02-01T04:59Z', 'America/New_York', '2027-01-31', '2027-04-30'],
    ['2027-02-01T05:00Z', 'America/New_York', '2027-02-01', '2027-05-01'],
    // Done on the day on which clocks go forward, at the hour that there is not in winter time.
    ['2027-03-14T07:00Z', 'America/New_York', '2027-03-14', '2027-06-14'],
    ['2026-10-25T00:30Z', 'Europe/Berlin', '2026-10-25', '2027-01-25'],
  ])('done at %s in %s, on %s, is due on %s', (at, timeZone, doneOn, dueOn) => {
    const done = Date.parse(at);
    expect(cellOf(trained(done), done, { ...EN, timeZone })).toMatchObject({ state: 'done', doneOn, dueOn });
  });

  it('counts in days where the playbook says so', () => {
    const every13w = {
      ...EN,
      training: EN.training?.map((course) => ({ ...course, every: 13 * WEEK_MS })) ?? [],
    };
    expect(cellOf(trained(), T0, every13w)?.dueOn).toBe('2027-02-22');
  });

  it('is renewed, and keeps its history', () => {
    const log = trained();
    log.now = T0 + 100 * DAY_MS;
    log.do({ type: 'tick-training', ...TABLETOP });
    expect(cellOf(log, log.now)).toMatchObject({
      state: 'done',
      doneOn: '2027-03-03',
      history: [{ at: T0 }, { at: log.now }],
    });
  });
});

describe('what is done once', () => {
  it('stays done', () => {
    const log = new PaperLog();
    log.do({ type: 'tick-training', person: 'Mina', course: 'newcomers', item: 'know-process' });
    const [first, second] = trainingCells(
      foldTraining(log.events).get('Mina') ?? { done: {} },
      EN,
      T0 + 900 * DAY_MS,
    );
    expect(first).toMatchObject({ state: 'done', doneOn: '2026-11-23' });
    expect(first).not.toHaveProperty('dueOn');
    expect(second?.state).toBe('open');
  });
});

describe('recording training', () => {
  it('takes the day on which it was done, and the same day once', () => {
    const log = trained();
    expect(log.do({ type: 'tick-training', ...TABLETOP })).toEqual([]);
    log.do({ type: 'tick-training', ...TABLETOP, occurredAt: T0 - 30 * DAY_MS });
    expect(cellOf(log, T0)?.history.map(({ at }) => at)).toEqual([T0 - 30 * DAY_MS, T0]);
  });

  it('takes the last one back', () => {
    const log = trained();
    log.do({ type: 'untick-training', ...TABLETOP });
    expect(cellOf(log, T0)?.state).toBe('open');
    expect(log.do({ type: 'untick-training', ...TABLETOP })).toEqual([]);
  });

  it('refuses what the playbook does not have, and days to come', () => {
    const log = new PaperLog();
    expect(log.refusal({ type: 'tick-training', ...TABLETOP, item: 'juggling' })).toBe('no-such-course');
    expect(log.refusal({ type: 'tick-training', ...TABLETOP, occurredAt: T0 + HOUR_MS })).toBe('time-ahead');
  });

  it('takes the courses of any playbook there is; the same item done is done for all', () => {
    const course = {
      id: 'payments',
      title: 'Payments',
      every: 13 * WEEK_MS,
      items: [{ id: 'refund', text: 'Refund' }],
    };
    const team = { ...EN, id: 'team', training: [...(EN.training ?? []), course] };
    const refund = { type: 'tick-training', person: 'Mina', course: 'payments', item: 'refund' } as const;
    const log = new PaperLog();
    expect(log.refusal({ ...refund, playbook: 'team' })).toBe('no-such-playbook');
    log.shelf = { playbooks: [EN, team].map(whole), defaultId: EN.id };
    expect(log.refusal(refund)).toBe('no-such-course');
    log.do({ ...refund, playbook: 'team' });
    log.do({ type: 'tick-training', ...TABLETOP, playbook: 'team' });
    const person = foldTraining(log.events).get('Mina') ?? { done: {} };
    expect(trainingCells(person, team, T0).find(({ item }) => item === 'refund')?.dueOn).toBe('2027-02-22');
    expect(cellOf(log, T0)?.state).toBe('done');
  });

  it('keeps people in the order in which they joined, and what they did when they come back', () => {
    const log = trained();
    log.do({ type: 'join-training', person: 'Joon' });
    expect(log.do({ type: 'join-training', person: 'Joon' })).toEqual([]);
    log.do({ type: 'leave-training', person: 'Mina' });
    expect(log.do({ type: 'leave-training', person: 'Mina' })).toEqual([]);
    expect([...foldTraining(log.events).values()].map(({ person, left }) => [person, left])).toEqual([
      ['Mina', true],
      ['Joon', false],
    ]);
    log.do({ type: 'join-training', person: 'Mina' });
    expect(cellOf(log, T0)?.state).toBe('done');
    // Whoever is trained is on the list, without joining first.
    log.do({ type: 'leave-training', person: 'Joon' });
    for (const person of ['Joon', 'Sora']) log.do({ type: 'tick-training', ...TABLETOP, person });
    expect([...foldTraining(log.events).values()].filter(({ left }) => left)).toEqual([]);
  });
});
