import { setTimeout as pause } from 'node:timers/promises';

/** Thrown by a condition to say that waiting longer cannot help (the process it waits for has died). */
export class Hopeless extends Error {
  override name = 'Hopeless';
}

type Settled<T> = Exclude<T, undefined | null | false | 0 | ''>;

function isSettled<T>(value: T): value is Settled<T> {
  return Boolean(value);
}

function describe(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`.slice(0, 2_000);
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 2_000);
  } catch {
    return String(value);
  }
}

const pollMs = 20;
/** Even the last try gets this long: a slow machine must not turn "just in time" into "hung". */
const shortestTryMs = 250;

/** A condition may itself hang (a call to a peer that never answers), so each try is bounded too. */
async function attempt<T>(condition: () => T | Promise<T>, timeoutMs: number): Promise<T> {
  const ended = new AbortController();
  const tooLong = async (): Promise<never> => {
    await pause(timeoutMs, undefined, { signal: ended.signal });
    throw new Error('a try that did not end');
  };
  try {
    return await Promise.race([condition(), tooLong()]);
  } finally {
    ended.abort();
  }
}

/**
 * Polls until `condition` gives something truthy, and returns that. A condition that throws counts as "not yet",
 * because what is awaited (a socket, a file, a bus name) often fails loudly until it is there. The error names what
 * was awaited and the last value seen: a bare "timed out" on a build machine cannot be debugged afterwards.
 */
export async function waitFor<T>(
  description: string,
  condition: () => T | Promise<T>,
  timeoutMs = 30_000,
): Promise<Settled<T>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    let seen: unknown;
    try {
      const value = await attempt(condition, Math.max(shortestTryMs, deadline - performance.now()));
      if (isSettled(value)) return value;
      seen = value;
    } catch (error) {
      if (error instanceof Hopeless) throw new Hopeless(`Waiting for ${description}: ${error.message}`);
      seen = error;
    }
    if (performance.now() >= deadline) {
      throw new Error(`Waited ${timeoutMs} ms for ${description}; last seen: ${describe(seen)}`);
    }
    await pause(pollMs);
  }
}

/** The first that `matches`; throws a list of what there was instead, so that `waitFor` can report it. */
export function pick<T>(list: readonly T[], matches: (each: T) => boolean): T {
  const found = list.find(matches);
  if (found === undefined) throw new Error(`no match among ${list.length}: ${describe(list)}`);
  return found;
}
