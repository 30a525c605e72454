import { expect, it, onTestFinished, vi } from 'vitest';
import { SourcesBoard, type SourcesBoardPorts } from '../../../../src/main/app/sources-board.ts';
import { T0 } from '../../shared/domain/event/events.ts';

const API = { id: 'api', kind: 'api', detail: 'receiver' };
const ALERTMANAGER = { id: 'alertmanager', kind: 'alertmanager', detail: 'receiver' };
const heardAt = (source: typeof API, lastHeardAt: number) => ({ ...source, state: 'heard', lastHeardAt });

/** A board, what it had kept and whom it told, on a clock that the test moves. */
function openBoard() {
  vi.useFakeTimers();
  const clock = { at: T0, now: () => clock.at };
  const save = vi.fn<SourcesBoardPorts['save']>();
  const changed = vi.fn<SourcesBoardPorts['changed']>();
  const board = new SourcesBoard({ clock, save, changed });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  return { board, clock, save, changed };
}

it('says when each source was last heard', () => {
  const { board, clock } = openBoard();
  expect(board.list()).toEqual([]);
  board.heard(API);
  clock.at = T0 + 5000;
  board.heard(ALERTMANAGER);
  board.heard(API);
  expect(board.list()).toEqual([heardAt(API, T0 + 5000), heardAt(ALERTMANAGER, T0 + 5000)]);
});

it('has from the log what was heard by earlier runs, and what it heard itself is newer', () => {
  const { board, save, changed } = openBoard();
  board.heard(API);
  board.load([
    { id: 'alertmanager', lastHeardAt: T0 - 9000 },
    { id: 'api', lastHeardAt: T0 - 5000 },
  ]);
  expect(board.list()).toEqual([heardAt(API, T0), heardAt(ALERTMANAGER, T0 - 9000)]);
  board.stop();
  expect(save.mock.calls).toEqual([[[{ id: 'api', lastHeardAt: T0 }]]]);
  expect(changed).toHaveBeenCalledTimes(1);
});

it('keeps and tells it once for all that came within a second', async () => {
  const { board, clock, save, changed } = openBoard();
  for (let call = 0; call < 500; call += 1) {
    clock.at = T0 + call;
    board.heard(API);
  }
  board.heard(ALERTMANAGER);
  expect(save).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(save.mock.calls).toEqual([
    [
      [
        { id: 'api', lastHeardAt: T0 + 499 },
        { id: 'alertmanager', lastHeardAt: T0 + 499 },
      ],
    ],
  ]);
  expect(changed.mock.calls).toEqual([[board.list()]]);
  clock.at = T0 + 60_000;
  board.heard(ALERTMANAGER);
  await vi.advanceTimersByTimeAsync(1000);
  expect(save.mock.calls.at(-1)).toEqual([[{ id: 'alertmanager', lastHeardAt: T0 + 60_000 }]]);
  expect(changed).toHaveBeenCalledTimes(2);
});

it('leaves nothing behind when it stops, and owes nothing when all is told', async () => {
  const { board, save } = openBoard();
  board.heard(API);
  board.stop();
  expect(save).toHaveBeenCalledTimes(1);
  board.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(save).toHaveBeenCalledTimes(1);
});
