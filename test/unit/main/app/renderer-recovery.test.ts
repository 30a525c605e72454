import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recoverRenderer, reloadAfterMs } from '../../../../src/main/app/renderer-recovery.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const contents = Object.assign(new EventEmitter(), {
    forcefullyCrashRenderer: vi.fn<() => void>(),
    getOSProcessId: () => 4711,
  });
  const window = Object.assign(new EventEmitter(), { webContents: contents, isDestroyed: () => false });
  const load = vi.fn<() => void>();
  const onTrouble = vi.fn<(what: string, detail: string) => void>();
  const kill = vi.fn<(pid: number) => void>();
  recoverRenderer(window as unknown as BrowserWindow, { load, kill, now: Date.now, onTrouble });
  return { window, contents, load, kill, onTrouble };
}

test('the first failure is answered at once, the next soon, then every half minute', () => {
  expect(reloadAfterMs([5000])).toBe(0);
  expect(reloadAfterMs([0, 5000])).toBe(1000);
  expect(reloadAfterMs([0, 2000, 5000])).toBe(30_000);
  expect(reloadAfterMs([0, 2000, 100_000])).toBe(0);
});

test('a page that died is loaded again, more slowly each time', async () => {
  const { contents, load, onTrouble } = setUp();
  const die = (): boolean => contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  die();
  await vi.advanceTimersByTimeAsync(0);
  expect(load).toHaveBeenCalledTimes(1);
  expect(onTrouble).toHaveBeenCalledWith('render-process-gone', 'crashed (5)');
  die();
  await vi.advanceTimersByTimeAsync(1000);
  expect(load).toHaveBeenCalledTimes(2);
  die();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(load).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(load).toHaveBeenCalledTimes(3);
});

test('a page that hangs is given some seconds', async () => {
  const { window, contents, kill } = setUp();
  window.emit('unresponsive');
  await vi.advanceTimersByTimeAsync(5000);
  window.emit('responsive');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(contents.forcefullyCrashRenderer).not.toHaveBeenCalled();
  window.emit('unresponsive');
  await vi.advanceTimersByTimeAsync(8000);
  expect(contents.forcefullyCrashRenderer).toHaveBeenCalledTimes(1);
  expect(kill).not.toHaveBeenCalled();
  contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(kill).not.toHaveBeenCalled();
});

test('a page whose process is stopped is killed', async () => {
  const { window, kill } = setUp();
  window.emit('unresponsive');
  await vi.advanceTimersByTimeAsync(11_000);
  expect(kill).toHaveBeenCalledExactlyOnceWith(4711);
});

test('a failed load is tried again; an aborted one, or an embedded frame’s, is not a failure', async () => {
  const { contents, load } = setUp();
  contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'app://tplus/', true);
  contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://tplus/x', false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).not.toHaveBeenCalled();
  contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://tplus/', true);
  await vi.advanceTimersByTimeAsync(0);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a window that was closed is left alone', async () => {
  const { window, contents, load } = setUp();
  contents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
  window.emit('closed');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).not.toHaveBeenCalled();
});
