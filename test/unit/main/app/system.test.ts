import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { autostartEntry } from '../../../../src/main/app/autostart-entry.ts';
import { createDriftDetector } from '../../../../src/main/app/clock-drift.ts';
import { claimSingleInstance } from '../../../../src/main/app/single-instance.ts';
import {
  createStartWithSystem,
  type LoginItems,
  ownCommand,
} from '../../../../src/main/app/start-with-system.ts';
import { createStayAwake } from '../../../../src/main/app/stay-awake.ts';
import { createAppClock, exposeTestSwitches, isUnderTest } from '../../../../src/main/app/test-switches.ts';
import { createTheme, type NativeTheme } from '../../../../src/main/app/theme.ts';
import { type WakeReason, watchWake } from '../../../../src/main/app/wake.ts';

test('a clock that was set, and sleep, are told from drift', () => {
  const detector = createDriftDetector();
  expect(detector.look(1_000_000, 0)).toBe(0);
  expect(detector.look(1_015_900, 15_000)).toBe(0);
  expect(detector.look(1_030_900, 30_000)).toBe(0);
  expect(detector.look(1_645_900, 45_000)).toBe(600_000);
  expect(detector.look(1_660_900, 60_000)).toBe(0);
  expect(detector.look(1_645_900, 75_000)).toBe(-30_000);
});

test('waking up, unlocking and a clock that jumped are told, until stopped', async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const power = new EventEmitter();
  const onWake = vi.fn<(reason: WakeReason) => void>();
  const stop = watchWake(power, onWake);
  power.emit('resume');
  power.emit('unlock-screen');
  vi.setSystemTime(5_000_000);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(onWake.mock.calls.flat()).toEqual(['resume', 'unlock', 'clock-jump']);
  stop();
  power.emit('resume');
  vi.setSystemTime(9_000_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onWake).toHaveBeenCalledTimes(3);
});

test('macOS is kept from napping exactly while it is needed; others are left alone', () => {
  const blocker = { start: vi.fn<() => number>(() => 7), stop: vi.fn<(id: number) => void>() };
  const mac = createStayAwake(blocker, 'darwin');
  for (const needed of [false, true, true, false, false]) mac(needed);
  expect(blocker.start).toHaveBeenCalledTimes(1);
  expect(blocker.stop.mock.calls).toEqual([[7]]);
  createStayAwake(blocker, 'linux')(true);
  expect(blocker.start).toHaveBeenCalledTimes(1);
});

test('an autostart entry quotes for the Exec key and for the file', () => {
  const entry = autostartEntry(['/opt/My App/tplus', 'a"b', 'c\\d', '$HOME`x`', '50%', '--hidden']);
  expect(entry.split('\n')).toContain(
    String.raw`Exec="/opt/My App/tplus" "a\\"b" "c\\\\d" "\\$HOME\\` +
      '`x' +
      String.raw`\\` +
      '`" "50%%" "--hidden"',
  );
  expect(entry).toMatch(/^\[Desktop Entry\]\nType=Application\n/);
});

test('on Linux an autostart file comes and goes', async () => {
  const config = await mkdtemp(join(tmpdir(), 'tplus-config-'));
  onTestFinished(() => rm(config, { recursive: true, force: true }));
  const app = { setLoginItemSettings: vi.fn<LoginItems['setLoginItemSettings']>() };
  const start = createStartWithSystem({
    platform: 'linux',
    app,
    env: { XDG_CONFIG_HOME: config },
    home: '/nonexistent',
    command: ['/opt/tplus'],
  });
  const file = join(config, 'autostart', 'tplus.desktop');
  await start(false);
  await start(true);
  expect(await readFile(file, 'utf8')).toContain('\nExec="/opt/tplus" "--hidden"\n');
  await start(false);
  await expect(access(file)).rejects.toThrow('ENOENT');
  expect(app.setLoginItemSettings).not.toHaveBeenCalled();
});

test('elsewhere it is a login item', async () => {
  const app = { setLoginItemSettings: vi.fn<LoginItems['setLoginItemSettings']>() };
  await createStartWithSystem({ platform: 'win32', app, env: {}, home: '', command: [] })(true);
  expect(app.setLoginItemSettings).toHaveBeenCalledWith({ openAtLogin: true, args: ['--hidden'] });
});

test('the app knows how it is started again', () => {
  const facts = { execPath: '/e/electron', appPath: '/src', env: {} };
  expect(ownCommand({ ...facts, isPackaged: false })).toEqual(['/e/electron', '/src']);
  expect(ownCommand({ ...facts, isPackaged: true })).toEqual(['/e/electron']);
  expect(ownCommand({ ...facts, isPackaged: true, env: { APPIMAGE: '/home/T.AppImage' } })).toEqual([
    '/home/T.AppImage',
  ]);
});

test('a second start brings the window up, unless it was the log-in’s', () => {
  const app = Object.assign(new EventEmitter(), { requestSingleInstanceLock: () => true });
  const onSecond = vi.fn<() => void>();
  expect(claimSingleInstance(app as unknown as Electron.App, onSecond)).toBe(true);
  app.emit('second-instance', {}, ['/opt/tplus', '--hidden']);
  expect(onSecond).not.toHaveBeenCalled();
  app.emit('second-instance', {}, ['/opt/tplus', 'tplus://run?cmd=x', '--inspect']);
  expect(onSecond.mock.calls).toEqual([[]]);

  const refused = Object.assign(new EventEmitter(), { requestSingleInstanceLock: () => false });
  expect(claimSingleInstance(refused as unknown as Electron.App, onSecond)).toBe(false);
});

test('the theme in force is told when it changes, and only then', () => {
  const source: { themeSource: NativeTheme['themeSource']; shouldUseDarkColors: boolean } = {
    themeSource: 'system',
    shouldUseDarkColors: false,
  };
  const native = Object.assign(new EventEmitter(), source);
  const theme = createTheme(native);
  const changed = vi.fn<() => void>();
  theme.onChange(changed);
  theme.use('light');
  native.emit('updated');
  expect([native.themeSource, theme.current()]).toEqual(['light', 'light']);
  expect(changed).not.toHaveBeenCalled();
  native.shouldUseDarkColors = true;
  native.emit('updated');
  expect(theme.current()).toBe('dark');
  expect(changed).toHaveBeenCalledTimes(1);
});

test('tests move the clock; a packaged app has no switches, whatever its environment says', () => {
  expect(isUnderTest(false, { TPLUS_TEST: '1' })).toBe(true);
  expect(isUnderTest(true, { TPLUS_TEST: '1' })).toBe(false);
  expect(isUnderTest(false, {})).toBe(false);

  const fixed = createAppClock(false);
  expect(() => fixed.advance(1)).toThrow('tests only');
  expect(() => fixed.hold(1)).toThrow('tests only');
  exposeTestSwitches(false, { clock: fixed, blockedRequests: () => [] });
  expect(globalThis.tplusTest).toBeUndefined();

  const clock = createAppClock(true);
  exposeTestSwitches(true, { clock, blockedRequests: () => ['https://example.com/'] });
  onTestFinished(() => {
    globalThis.tplusTest = undefined;
  });
  globalThis.tplusTest?.clock.advance(60_000);
  expect(clock.offsetMs()).toBe(60_000);
  globalThis.tplusTest?.clock.hold(60_000);
  expect(globalThis.tplusTest?.clock.now()).toBe(60_000);
  expect(globalThis.tplusTest?.blockedRequests()).toEqual(['https://example.com/']);
});
