import { createListeners } from './listeners.ts';
import type { Clock } from './ports.ts';

const systemClock: Clock = { now: () => Date.now() };

/** A clock that tests move. It runs on with the machine's, ahead or behind it by an offset. */
export interface ShiftedClock extends Clock {
  /** What it is ahead of the machine's, in ms. */
  offsetMs(): number;
  advance(ms: number): void;
  /** @param at epoch ms */
  set(at: number): void;
  /** Whoever waits for a time must look again, as after sleep. */
  onShift(listener: () => void): () => void;
}

export function createShiftedClock(machine: Clock = systemClock): ShiftedClock {
  const listeners = createListeners<[]>();
  let offset = 0;
  const shift = (to: number): void => {
    if (!Number.isFinite(to)) throw new RangeError(`not a time: ${to}`);
    offset = to;
    listeners.tell();
  };
  return {
    now: () => machine.now() + offset,
    offsetMs: () => offset,
    advance: (ms) => shift(offset + ms),
    set: (at) => shift(at - machine.now()),
    onShift: listeners.add,
  };
}
