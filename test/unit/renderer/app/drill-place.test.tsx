// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { dayOf } from '#shared/domain/day.ts';
import { type Drill, foldDrills } from '#shared/domain/drill/drill.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import type { AppSnapshot } from '#shared/ipc/contract.ts';
import { defaultSettings } from '#shared/settings.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow, stopTime } from '../screen.tsx';

/** The place between incidents: what can be started, what of a running drill is shown, and who is trained in what. */

cleanScreens();

const settings = { ...defaultSettings(), welcomed: true, name: 'Mina' };
const START = { type: 'start-drill', scenario: 'slow-api', language: 'en', everyoneKnows: true } as const;

async function openPlace(
  seed: (main: FakeMain) => void = () => {},
  changes: Partial<AppSnapshot> = {},
): Promise<FakeMain> {
  const main = openWindow(seed, { settings, ...changes });
  await userEvent.click(await screen.findByRole('button', { name: /Drills and training/ }));
  await screen.findByRole('heading', { name: 'Scenarios' });
  return main;
}
const commands = (main: FakeMain, type: string): unknown[] =>
  main.asked.flatMap(({ name, input }) =>
    name === 'command.run' && (input as { type: string }).type === type ? [input] : [],
  );
const starts = () => screen.findAllByRole<HTMLButtonElement>('button', { name: /^Start drill:/ });

/** A drill of two steps, the first of which has come, late. */
const running = (startedAt: number): Drill => ({
  id: 'drill-1',
  scenario: 'outage',
  title: 'Outage',
  playbook: { id: 'p', version: '1', editions: {} },
  script: [
    { kind: 'note', at: MINUTE_MS, text: 'Support asks' },
    { kind: 'note', at: 5 * MINUTE_MS, text: 'The disk is full' },
  ],
  startedAt,
  startedBy: 'Ada',
  delivered: { 0: { at: startedAt + 2 * MINUTE_MS, late: true } },
});

describe('starting a drill', () => {
  const ask = async (): Promise<HTMLElement> => {
    const [first] = await starts();
    if (first === undefined) throw new Error('no scenario');
    await userEvent.click(first);
    return screen.findByRole('dialog');
  };

  it('waits until everybody knows of it', async () => {
    const main = await openPlace();
    const dialog = within(await ask());
    const start = dialog.getByRole('button', { name: 'Start drill' });
    expect(start).toHaveProperty('disabled', true);
    await userEvent.click(start);
    expect(commands(main, 'start-drill')).toEqual([]);
    expect(dialog.queryByText(/is open\. Handle/)).toBeNull();
    await userEvent.click(dialog.getByRole('checkbox'));
    await userEvent.click(start);
    await waitFor(() => expect(commands(main, 'start-drill')).toHaveLength(1));
  });

  it('says how much that is real is open: no drill’s, and nothing that is over', async () => {
    await openPlace(({ log }) => {
      const take = (of: Parameters<typeof receivePage>[1]): string => {
        const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log, of)] });
        return answer.ok ? (answer.incidentId ?? '') : '';
      };
      log.run(START);
      const [drill = ''] = foldDrills(log.events).keys();
      receivePage(log, { title: 'Of a drill', drill });
      take({ title: 'Taken in a drill', drill });
      log.run({ type: 'end-drill', drill });
      receivePage(log, { title: 'Waits' });
      take({ title: 'Handled' });
      log.run({ type: 'meet-milestone', incidentId: take({ title: 'Over' }), milestone: 'resolve' });
    });
    const dialog = within(await ask());
    expect(await dialog.findByText(/^\d+ real incidents and pages are open\./)).toHaveProperty(
      'textContent',
      '2 real incidents and pages are open. Handle them first, if you can.',
    );
  });

  it('is not offered while another runs', async () => {
    await openPlace(undefined, { drill: running(Date.now()) });
    expect((await starts()).every(({ disabled }) => disabled)).toBe(true);
  });
});

describe('a drill that runs', () => {
  it('shows what has come, says what came late, and what comes next only when that is asked for', async () => {
    stopTime();
    await openPlace(undefined, { drill: running(Date.now() - 3 * MINUTE_MS) });
    await screen.findByText('1 of 2 steps have come');
    const [come] = screen.getAllByText('Told to everyone: Support asks', { selector: 'li span' });
    expect(come?.closest('li')?.textContent).toBe('2:00Told to everyone: Support askslate');
    expect(screen.queryByText(/The disk is full/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show what comes next' }));
    expect(screen.getByText(/The disk is full/).textContent).toBe(
      'Next, in 2:00 Told to everyone: The disk is full',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Hide what comes next' }));
    expect(screen.queryByText(/The disk is full/)).toBeNull();
  });

  it('says that a step is due any moment, and once there is none', async () => {
    const late = running(Date.now() - 5 * MINUTE_MS - SECOND_MS);
    const main = await openPlace(undefined, { drill: late });
    await userEvent.click(await screen.findByRole('button', { name: 'Show what comes next' }));
    await screen.findByText('Next, any moment');
    main.change({ drill: { ...late, delivered: { ...late.delivered, 1: { at: Date.now(), late: false } } } });
    await screen.findByText('Nothing more comes.');
    expect(screen.getAllByText('late', { selector: '.tag' })).toHaveLength(1);
    const card = within(screen.getByRole('region', { name: /Outage$/ }));
    await userEvent.click(card.getByRole('button', { name: 'End drill' }));
    await waitFor(() => expect(commands(main, 'end-drill')).toHaveLength(1));
  });
});

describe('training', () => {
  const openTraining = async (seed?: (main: FakeMain) => void): Promise<FakeMain> => {
    const main = openWindow(seed, { settings });
    await userEvent.click(await screen.findByRole('button', { name: /Drills and training/ }));
    await userEvent.click(await screen.findByRole('radio', { name: 'Training' }));
    await screen.findByText('Every 3 months');
    return main;
  };
  const tick = (course: string, item: string) =>
    ({ type: 'tick-training', person: 'Mina', course, item }) as const;

  it('offers again what comes round, and not what is done once', async () => {
    await openTraining(({ log }) => {
      log.run(tick('quarterly', 'tabletop'));
      log.run(tick('newcomers', 'know-process'));
    });
    await screen.findByRole('button', { name: /^Mina: renew today:/ });
    expect(screen.getAllByRole('button', { name: /^Mina: renew today:/ })).toHaveLength(1);
    const open = screen.getAllByRole('button', { name: /^Mina: done today:/ });
    expect(open.every(({ textContent }) => textContent === 'Done today')).toBe(true);
    expect(screen.queryByRole('button', { name: /done today: Understand the incident/ })).toBeNull();
  });

  it('is recorded for another day, up to today, and taken back', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T03:00:00Z') });
    const main = await openTraining();
    const more = async (entry: string): Promise<void> => {
      await userEvent.click(await screen.findByRole('button', { name: /^Mina: Incident simulation/ }));
      await userEvent.click(await screen.findByRole('menuitem', { name: entry }));
    };
    await more('Done on another day…');
    const dialog = within(await screen.findByRole('dialog'));
    const day = dialog.getByLabelText<HTMLInputElement>('Done on');
    const record = dialog.getByRole('button', { name: 'Record' });
    expect(day.value).toBe('2026-11-23');
    for (const value of ['2026-11-24', '']) {
      fireEvent.change(day, { target: { value } });
      expect([value, (record as HTMLButtonElement).disabled]).toEqual([value, true]);
    }
    fireEvent.change(day, { target: { value: '2026-11-20' } });
    await userEvent.click(record);
    await waitFor(() => expect(commands(main, 'tick-training')).toHaveLength(1));
    const [told] = commands(main, 'tick-training') as { occurredAt: number }[];
    expect(dayOf(told?.occurredAt ?? 0, 'Asia/Seoul')).toBe('2026-11-20');
    // Today is now: noon would be ahead of it in the morning.
    vi.setSystemTime(Date.parse('2026-11-23T00:30:00Z'));
    await more('Done on another day…');
    await userEvent.click(await screen.findByRole('button', { name: 'Record' }));
    await waitFor(() => expect(commands(main, 'tick-training')).toHaveLength(2));
    const [, today] = commands(main, 'tick-training') as { occurredAt: number }[];
    expect(today?.occurredAt).toBeLessThanOrEqual(Date.now());
    expect(main.log.events.filter(({ type }) => type === 'training.ticked')).toHaveLength(2);
    await more('Take the last one back');
    await waitFor(() => expect(commands(main, 'untick-training')).toHaveLength(1));
  });

  it('takes people on by name, and off again', async () => {
    const main = await openTraining();
    await userEvent.click(screen.getByRole('button', { name: 'Add a person' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add a person' }));
    await userEvent.type(dialog.getByLabelText('Name'), '  ');
    expect(dialog.getByRole('button', { name: 'Add' })).toHaveProperty('disabled', true);
    await userEvent.type(dialog.getByLabelText('Name'), 'Joon ');
    await userEvent.click(dialog.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(commands(main, 'join-training')).toMatchObject([{ person: 'Joon' }]));
    const [off] = await screen.findAllByRole('button', { name: 'Take Joon off the list' });
    if (off === undefined) throw new Error('Joon is not there');
    await userEvent.click(off);
    await waitFor(() => expect(screen.queryByText('Joon')).toBeNull());
  });
});
