import { useSyncExternalStore } from 'react';
import { type Day, dayOf } from '#shared/domain/day.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import type { Instant } from '#shared/domain/ids.ts';

/**
 * The one clock of the window: ticks on the full second while somebody listens and the window is seen, so
 * all figures change together. Deadlines are absolute; a missed tick shows nothing wrong, only late.
 */
const QUARTER_MS = 15 * MINUTE_MS;
const listeners = new Set<() => void>();
/** Those who wait for nothing, unless the clock itself is set. */
const settings = new Set<() => void>();
let offsetMs = 0;
let heldAt: Instant | undefined;
let shown: Instant = alignedNow();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Main's clock, to the millisecond. */
export function clockNow(): Instant {
  return heldAt ?? Date.now() + offsetMs;
}

/** How far main's clock is ahead of the machine's, and where it stands still if it does. */
export function setClock(ms: number, held: Instant | undefined): void {
  if (ms === offsetMs && held === heldAt) return;
  offsetMs = ms;
  heldAt = held;
  tick();
  for (const listener of settings) listener();
}

/**
 * Tells the current second, at once and whenever it is another.
 * @returns stops telling
 */
export function onTick(tell: (now: Instant) => void): () => void {
  const listener = (): void => tell(second());
  const stop = subscribe(listener);
  listener();
  return stop;
}

/** The current second. Whoever uses it is drawn again every second: keep that part small. */
export function useNow(): Instant {
  return useSyncExternalStore(subscribe, second);
}

/**
 * What is made of the current second. Whoever uses it is drawn again only when it is another value than before.
 *
 * @param read cheap: it is asked every second
 */
export function useTicked<Value extends string | number | boolean | undefined>(
  read: (now: Instant) => Value,
): Value {
  return useSyncExternalStore(subscribe, () => read(second()));
}

/**
 * The current second, for what looks different only when `read` of it does: it is drawn again only then, and every quarter
 * of an hour: midnight, when a time of day gets its date, comes at one in every zone.
 */
export function useNowWhen(read: (now: Instant) => string): Instant {
  useTicked((now) => `${read(now)} ${Math.floor(now / QUARTER_MS)}`);
  return second();
}

/**
 * The latest of these instants that has come. Whoever uses it is drawn again only when the next one comes.
 *
 * @param instants ascending
 */
export function useLatest(instants: readonly Instant[]): Instant | undefined {
  // With nothing left to come nobody needs a second hand: an app that stands by does not wake for one.
  const waits = (instants.at(-1) ?? 0) > second();
  return useSyncExternalStore(waits ? subscribe : subscribeToSetting, () =>
    instants.findLast((instant) => instant <= second()),
  );
}

/** The day in a time zone. Whoever uses it is drawn again when the next one begins. */
export function useToday(timeZone: string): Day {
  return useTicked((now) => dayOf(now, timeZone));
}

function subscribe(listener: () => void): () => void {
  const first = listeners.size === 0;
  listeners.add(listener);
  if (first) {
    document.addEventListener('visibilitychange', tick);
    shown = alignedNow();
    plan();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

/** The second that is shown. While nobody listens it is not kept. */
function second(): Instant {
  if (listeners.size === 0) shown = alignedNow();
  return shown;
}

function subscribeToSetting(listener: () => void): () => void {
  settings.add(listener);
  return () => settings.delete(listener);
}

function alignedNow(): Instant {
  return Math.floor(clockNow() / SECOND_MS) * SECOND_MS;
}

function tick(): void {
  shown = alignedNow();
  for (const listener of listeners) listener();
  plan();
}

function plan(): void {
  clearTimeout(timer);
  if (listeners.size === 0 || document.visibilityState === 'hidden') return;
  timer = setTimeout(tick, SECOND_MS - (clockNow() % SECOND_MS));
}
