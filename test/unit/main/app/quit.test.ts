import { expect, test, vi } from 'vitest';
import { createQuitting, type QuitPorts } from '../../../../src/main/app/quit.ts';

/** Only a limit: the machine may be slow. */
const waitMs = 30_000;

/** Electron's order of events, without the windows. */
function setUp(ports: Partial<QuitPorts> = {}) {
  const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
  const emit = (name: string): boolean => {
    const preventDefault = vi.fn<() => void>();
    listeners.get(name)?.({ preventDefault });
    return preventDefault.mock.calls.length === 0;
  };
  const exit = vi.fn<(code?: number) => void>();
  const app = {
    on: (name: string, listener: (event: { preventDefault(): void }) => void) =>
      listeners.set(name, listener),
    quit: vi.fn<() => void>(() => {
      if (emit('before-quit')) emit('will-quit');
    }),
    exit,
  };
  const ask = vi.fn<QuitPorts['ask']>(async () => true);
  const onQuitting = vi.fn<() => void>();
  const shutDown = vi.fn<() => Promise<void>>(async () => undefined);
  const quitting = createQuitting({
    app,
    unacknowledged: () => 0,
    ask,
    onQuitting,
    shutDown,
    askAlways: false,
    ...ports,
  });
  return { app, quitting, ask, onQuitting, shutDown, exit };
}

test('with nothing waiting it quits without a word, after all is shut down', async () => {
  const { quitting, ask, onQuitting, shutDown, exit } = setUp();
  await quitting.request();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0), waitMs);
  expect(ask).not.toHaveBeenCalled();
  expect(onQuitting).toHaveBeenCalledBefore(shutDown);
  expect(shutDown).toHaveBeenCalledTimes(1);
});

test('with pages waiting it asks, once at a time, and stays if so told', async () => {
  const answers = [Promise.withResolvers<boolean>(), Promise.withResolvers<boolean>()] as const;
  const left = answers.map(({ promise }) => promise);
  const ask = vi.fn<QuitPorts['ask']>(() => left.shift() ?? Promise.resolve(false));
  const { quitting, app, exit } = setUp({ unacknowledged: () => 2, ask });
  const first = quitting.request();
  await quitting.request();
  expect(ask.mock.calls).toEqual([[2]]);
  answers[0].resolve(false);
  await first;
  expect(app.quit).not.toHaveBeenCalled();
  const second = quitting.request();
  answers[1].resolve(true);
  await second;
  await vi.waitFor(() => expect(exit).toHaveBeenCalledTimes(1), waitMs);
});

test('a signal is not asked; a question that cannot be put does not hold the app', async () => {
  const one = setUp({ unacknowledged: () => 2 });
  one.quitting.now();
  await vi.waitFor(() => expect(one.exit).toHaveBeenCalled(), waitMs);
  expect(one.ask).not.toHaveBeenCalled();

  const other = setUp({ unacknowledged: () => 2, ask: () => Promise.reject(new Error('no display')) });
  await other.quitting.request();
  await vi.waitFor(() => expect(other.exit).toHaveBeenCalled(), waitMs);
});

test('where every way out goes by the question, so does the system’s own', async () => {
  const answer = Promise.withResolvers<boolean>();
  const ask = vi.fn<QuitPorts['ask']>(() => answer.promise);
  const { app, exit, onQuitting } = setUp({ unacknowledged: () => 1, ask, askAlways: true });
  app.quit();
  expect(ask).toHaveBeenCalledTimes(1);
  expect(onQuitting).not.toHaveBeenCalled();
  answer.resolve(true);
  await vi.waitFor(() => expect(exit).toHaveBeenCalledTimes(1), waitMs);
});

test('shutting down that fails or hangs does not hold the app', async () => {
  const failing = setUp({ shutDown: () => Promise.reject(new Error('disk')) });
  await failing.quitting.request();
  await vi.waitFor(() => expect(failing.exit).toHaveBeenCalled(), waitMs);

  vi.useFakeTimers();
  const hanging = setUp({ shutDown: () => Promise.withResolvers<void>().promise });
  await hanging.quitting.request();
  await vi.advanceTimersByTimeAsync(3900);
  expect(hanging.exit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(hanging.exit).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});
