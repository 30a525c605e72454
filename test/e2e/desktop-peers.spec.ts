import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Variant } from 'dbus-next';
import { startAlertmanager } from '../support/alertmanager.ts';
import { busCall, connectBus, type BusConnection } from '../support/bus.ts';
import { startDesktop } from '../support/desktop.ts';
import { expect, test } from '../support/fixtures.ts';
import { startNotificationService } from '../support/notification-service.ts';
import { notificationsName, notificationsPath } from '../support/notify-call.ts';
import { isAlive } from '../support/process-tree.ts';
import { run } from '../support/processes.ts';
import { waitFor } from '../support/wait-for.ts';

/** The peers prove themselves without the app: a failure here is the test bench's, not the product's. */

interface Toast {
  readonly summary: string;
  readonly replaces?: number;
  readonly urgency?: number;
  readonly actions?: readonly string[];
  readonly expire?: number;
}

async function notify({ call }: BusConnection, toast: Toast, timeoutMs?: number): Promise<number> {
  const body = [
    'peer test',
    toast.replaces ?? 0,
    '',
    toast.summary,
    '한국어 &amp; markup',
    toast.actions ?? [],
    { urgency: new Variant('y', toast.urgency ?? 1) },
    toast.expire ?? -1,
  ];
  const target = { destination: notificationsName, path: notificationsPath, interface: notificationsName };
  const [id] = await call({ ...target, member: 'Notify', signature: 'susssasa{sv}i', body }, timeoutMs);
  return Number(id);
}

/** An Electron app of a dozen lines, so that tray and process handling are tried on the real runtime. */
const probeApp = `
const { app, BrowserWindow, Menu, Tray, nativeImage } = require('electron');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
app.whenReady().then(async () => {
  const tray = new Tray(nativeImage.createFromBitmap(Buffer.alloc(22 * 22 * 4, 200), { width: 22, height: 22 }));
  tray.setToolTip('probe: idle');
  tray.on('click', () => tray.setToolTip('probe: activated'));
  tray.setContextMenu(Menu.buildFromTemplate([
    { label: '&Acknowledge _all', click: () => tray.setToolTip('probe: menu') },
    { type: 'separator' },
    { label: 'More', submenu: [{ label: 'Mute', type: 'checkbox', checked: true }, { label: 'Off', enabled: false }] },
  ]));
  globalThis.tray = tray;
  await new BrowserWindow({ show: true }).loadURL('data:text/html,<title>probe</title>');
  const file = join(app.getPath('userData'), 'receiver.json');
  writeFileSync(file, JSON.stringify({ url: 'http://127.0.0.1:9', token: 't', pid: process.pid }));
});
app.on('window-all-closed', () => app.quit());
`;

async function writeProbeApp(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tplus-probe-'));
  await writeFile(join(dir, 'package.json'), JSON.stringify({ name: 'probe', main: 'main.cjs' }));
  await writeFile(join(dir, 'main.cjs'), probeApp);
  await run('chmod', ['755', dir], { env: { PATH: process.env['PATH'] ?? '' } });
  return dir;
}

test('dunst shows notifications, and the monitor records what was said', async ({
  desktop,
  dunst,
  notifications,
}) => {
  const connection = await connectBus(desktop);
  await connection.call(busCall('AddMatch', 's', [`interface='${notificationsName}'`]));
  const first = await notify(connection, {
    summary: 'SEV-1 down',
    urgency: 2,
    actions: ['default', 'Open', 'ack', 'Ack'],
  });
  const second = await notify(connection, { summary: 'SEV-3 slow' });
  await waitFor('both on the screen', async () => (await dunst.displayed()) === 2);

  const seen = await notifications.answered('the first', ({ id }) => id === first);
  expect(seen).toMatchObject({
    appName: 'peer test',
    summary: 'SEV-1 down',
    urgency: 'critical',
    replacesId: 0,
  });
  expect(seen.actions).toEqual([
    { key: 'default', label: 'Open' },
    { key: 'ack', label: 'Ack' },
  ]);
  await expect.poll(() => notifications.open().map(({ id }) => id)).toEqual([first, second]);

  await notify(connection, { summary: 'SEV-2 slow', replaces: second });
  await waitFor('the replacement', () =>
    notifications.open().some(({ summary }) => summary === 'SEV-2 slow'),
  );
  expect(notifications.open()).toHaveLength(2);

  await dunst.clickDefault(0);
  await waitFor('the click', () =>
    notifications.invoked().some(({ id, key }) => id === first && key === 'default'),
  );
  await dunst.clickWithMouse();
  await waitFor('the mouse click to close it', () => notifications.closed().some(({ id }) => id === first));
  await expect.poll(() => notifications.invoked()).toHaveLength(2);
  await dunst.closeAll();
  await waitFor('all closed', () => notifications.open().length === 0);
  expect(new Set(notifications.closed().map(({ id }) => id))).toEqual(new Set([first, second]));
  const history = await dunst.history();
  expect(history.map(({ summary }) => summary).toSorted()).toEqual(['SEV-1 down', 'SEV-2 slow']);
  expect(history.find(({ id }) => id === first)).toMatchObject({
    summary: 'SEV-1 down',
    appname: 'peer test',
  });
  connection.disconnect();
});

test('the stand-in service presses buttons, hangs and refuses', async ({ desktop, notifications }) => {
  const service = await startNotificationService(desktop);
  const connection = await connectBus(desktop);
  const id = await notify(connection, { summary: 'with buttons', actions: ['ack', 'Acknowledge'] });
  service.invokeAction(id, 'ack');
  await waitFor('the button', () =>
    notifications.invoked().some((each) => each.id === id && each.key === 'ack'),
  );
  await waitFor('the goodbye', () =>
    notifications.closed().some((each) => each.id === id && each.reason === 2),
  );
  expect(() => service.invokeAction(id, 'ack')).toThrow(/No open notification/);

  service.setMode('hang');
  await expect(notify(connection, { summary: 'into the void' }, 300)).rejects.toThrow(/No answer/);
  await service.called('it to have come', ({ summary }) => summary === 'into the void');
  service.setMode('refuse');
  await expect(notify(connection, { summary: 'unwanted' })).rejects.toThrow(/Refused/);
  await waitFor('the refusal', () =>
    notifications.calls().some(({ refusedWith }) => refusedWith !== undefined),
  );
  service.setMode('answer');
  const again = await notify(connection, { summary: 'recovered' });
  service.dismiss(again, 1);
  expect(service.calls().map((call) => [call.summary, call.id])).toEqual([
    ['with buttons', id],
    ['into the void', undefined],
    ['unwanted', undefined],
    ['recovered', again],
  ]);
  expect(service.open()).toEqual([]);
  connection.disconnect();
  service.stop();
});

test('a bus name can be promised and never claimed', async () => {
  const desktop = await startDesktop({ activatableButNeverClaimed: [notificationsName] });
  const connection = await connectBus(desktop);
  await expect(notify(connection, { summary: 'never' }, 1_000)).rejects.toThrow(/No answer/);
  connection.disconnect();
  await desktop.stop();
});

test('without a service the bus starts none, and says so at once', async ({ desktop }) => {
  const connection = await connectBus(desktop);
  await expect(notify(connection, { summary: 'nobody home' })).rejects.toThrow(/ServiceUnknown|not provided/);
  connection.disconnect();
});

test('the tray reads a real icon, its menu, and its return after a kill', async ({ watcher, spawn }) => {
  const appDir = await writeProbeApp();
  const probe = await spawn({ appDir });
  const item = await watcher.item({ pid: probe.pid });
  expect(await item.tooltip()).toBe('probe: idle');
  expect(await item.status()).toBe('Active');
  const icon = await item.iconPixels();
  expect(icon.data).toHaveLength(icon.width * icon.height * 4);
  expect((await item.menu()).map(({ label, type }) => [label, type])).toEqual([
    ['Acknowledge _all', 'standard'],
    ['', 'separator'],
    ['More', 'standard'],
  ]);
  expect((await item.menu())[2]?.children).toMatchObject([
    { label: 'Mute', checked: true, enabled: true },
    { label: 'Off', enabled: false },
  ]);
  await item.clickMenu('Acknowledge _all');
  await waitFor('the menu click', async () => (await item.tooltip()) === 'probe: menu');
  await item.activate();
  await waitFor('the icon click', async () => (await item.tooltip()) === 'probe: activated');
  await expect(item.clickMenu('Off')).rejects.toThrow(/cannot be clicked/);

  await probe.kill();
  const next = await spawn({ appDir });
  expect((await watcher.item({ pid: next.pid })).owner).not.toBe(item.owner);
  await waitFor('the killed one to leave the tray', () => watcher.count() === 1);
  await rm(appDir, { recursive: true });
});

test('the app is launched, killed whole, and told apart from its predecessor', async ({
  launch,
  userDataDir,
}) => {
  const appDir = await writeProbeApp();
  const probe = await launch({ appDir });
  await expect(await probe.page()).toHaveTitle('probe');
  expect((await probe.receiver()).pid).toBe(probe.pid);
  const processes = probe.processes();
  expect(processes.length).toBeGreaterThan(2);
  await probe.kill();
  expect(processes.filter(isAlive)).toEqual([]);
  expect(existsSync(join(userDataDir, 'receiver.json'))).toBe(true);
  const next = await launch({ appDir });
  expect((await next.receiver()).pid).toBe(next.pid);
  await rm(appDir, { recursive: true });
});

test('the app can be run without root, sandboxed', async ({ launch, spawn }) => {
  const appDir = await writeProbeApp();
  for (const start of [launch, spawn]) {
    const probe = await start({ appDir, asUser: true });
    await probe.receiver();
    const commands = await Promise.all(
      probe.processes().map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
    );
    expect(commands.some((each) => each.includes('--type=renderer'))).toBe(true);
    expect(commands.filter((each) => each.includes('--no-sandbox'))).toEqual([]);
    const status = await readFile(`/proc/${probe.pid}/status`, 'utf8');
    expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe('0');
    await probe.close();
  }
  await rm(appDir, { recursive: true });
});

test('Alertmanager delivers firing and resolved to the hook', async () => {
  const received: { authorization: string | undefined; url: string | undefined; body: unknown }[] = [];
  const hook = createServer(({ headers, url }, response) => {
    void text(response.req)
      .then((body) => received.push({ authorization: headers.authorization, url, body: JSON.parse(body) }))
      .finally(() => response.end('{}'));
  }).listen(0, '127.0.0.1');
  const address = await waitFor('the hook', () => hook.address());
  const port = typeof address === 'string' ? address : address.port;
  const alertmanager = await startAlertmanager({ receiverUrl: `http://127.0.0.1:${port}`, token: `q'"uote` });
  const labels = { alertname: 'DiskFull', severity: 'critical' };
  await alertmanager.push([{ labels, annotations: { summary: '디스크' } }]);
  await waitFor('the firing alert', () => received.length > 0);
  expect(received[0]).toMatchObject({
    authorization: `Bearer q'"uote`,
    url: '/v1/hooks/alertmanager',
    body: { version: '4', status: 'firing', alerts: [{ labels, annotations: { summary: '디스크' } }] },
  });
  await alertmanager.resolve(labels);
  await waitFor('the resolved alert', () =>
    JSON.stringify(received.at(-1)?.body).includes('"status":"resolved"'),
  );
  await alertmanager.stop();
  hook.close();
});

test('the clipboard is read and written from outside', async ({ clipboard }) => {
  await clipboard.write('복사 & paste');
  expect(await clipboard.read()).toBe('복사 & paste');
  expect(await clipboard.read('text/html')).toBeUndefined();
  await clipboard.write('<b>bold</b>', 'text/html');
  expect(await clipboard.targets()).toContain('text/html');
});

test('the screen can be captured, and nothing of it is left behind', async () => {
  const desktop = await startDesktop({ width: 800, height: 600 });
  const file = test.info().outputPath('screen.png');
  await desktop.screenshot(file);
  const { stdout } = await run('identify', ['-format', '%wx%h', file], { env: desktop.env });
  expect(stdout.toString()).toBe('800x600');
  await desktop.stop();
  expect(existsSync(desktop.env['HOME'] ?? '')).toBe(false);
  await expect(connectBus(desktop)).rejects.toThrow();
});
