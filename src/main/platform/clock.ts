import { createListeners } from './listeners.ts';
import type { Clock } from './ports.ts';

const systemClock: Clock = { now: () => Date.now() };

/** A clock that tests move and stop. It runs with the machine's, ahead or behind it by an offset. */
export interface ShiftedClock extends Clock {
  /** What it is ahead of the machine's, in ms. */
  offsetMs(): number;
  /** Where it stands still; undefined while it runs. */
  heldAt(): number | undefined;
  advance(ms: number): void;
  /** @param at epoch ms */
  set(at: number): void;
  /** Stands still there until it is moved again. @param at epoch ms */
  hold(at: number): void;
  /** Whoever waits for a time must look again, as after sleep. */
  onShift(listener: () => void): () => void;
}

export function createShiftedClock(machine: Clock = systemClock): ShiftedClock {
  const listeners = createListeners<[]>();
  let offset = 0;
  let held: number | undefined;
  const offsetMs = (): number => (held === undefined ? offset : held - machine.now());
  const shift = (to: number, stopAt?: number): void => {
    if (!Number.isFinite(to)) throw new RangeError(`not a time: ${to}`);
    offset = to;
    held = stopAt;
    listeners.tell();
  };
  return {
    now: () => held ?? machine.now() + offset,
    offsetMs,
    heldAt: () => held,
    advance: (ms) => shift(offsetMs() + ms),
    set: (at) => shift(at - machine.now()),
    hold: (at) => shift(at - machine.now(), at),
    onShift: listeners.add,
  };
}
