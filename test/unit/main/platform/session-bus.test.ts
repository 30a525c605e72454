import { expect, test, vi } from 'vitest';
import type { BusConnection } from '../../../../src/main/platform/dbus/connection.ts';
import { createSessionBus, retryAfterMs } from '../../../../src/main/platform/dbus/session-bus.ts';

function fakeConnection(): BusConnection & { readonly breakOff: () => void } {
  const { promise, resolve } = Promise.withResolvers<string>();
  return {
    call: async () => ({ kind: 'answer', body: [] }),
    send: () => undefined,
    onSignal: () => () => undefined,
    variant: (_signature, value) => value,
    closed: promise,
    close: () => resolve('closed'),
    breakOff: () => resolve('broken'),
  };
}

test('waits longer after each failure, up to a minute', () => {
  expect([1, 2, 3, 6, 7, 40].map(retryAfterMs)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000]);
});

test('several who want the bus at once share one attempt', async () => {
  const connect = vi.fn<() => Promise<BusConnection>>(async () => fakeConnection());
  const bus = createSessionBus(connect);
  const [one, other] = await Promise.all([bus.connection(), bus.connection()]);
  expect(one).toBe(other);
  expect(connect).toHaveBeenCalledTimes(1);
  bus.stop();
});

test('tries again by itself after a failure and after a loss, and at once when asked', async () => {
  vi.useFakeTimers();
  const made = [fakeConnection(), fakeConnection()];
  let there = false;
  const connect = vi.fn<() => Promise<BusConnection>>(async () => {
    const next = there ? made.shift() : undefined;
    if (next === undefined) throw new Error('no bus');
    return next;
  });
  const bus = createSessionBus(connect);
  const lost: string[] = [];
  const connected = vi.fn<(connection: BusConnection) => void>();
  bus.onLost((detail) => lost.push(detail));
  bus.onConnected(connected);

  expect(await bus.connection()).toBeUndefined();
  expect(await bus.connection()).toBeUndefined();
  expect(connect).toHaveBeenCalledTimes(2);
  there = true;
  await vi.advanceTimersByTimeAsync(retryAfterMs(2));
  expect(connected).toHaveBeenCalledTimes(1);

  const [first] = [await bus.connection()];
  (first as ReturnType<typeof fakeConnection>).breakOff();
  await vi.advanceTimersByTimeAsync(retryAfterMs(1));
  expect(connected).toHaveBeenCalledTimes(2);
  expect(lost).toEqual(['no bus', 'no bus', 'broken']);

  bus.stop();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(connect).toHaveBeenCalledTimes(4);
  vi.useRealTimers();
});
