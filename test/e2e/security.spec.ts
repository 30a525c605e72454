import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { repositoryRoot } from '../support/repository.ts';
import { inPage } from './app/in-page.ts';

/** What the page is held by: a sandbox, one bridge, and a main process that believes nothing of it. */

test('the page has no Node, no require, and one bridge', async ({ launch }) => {
  const page = await (await launch()).page();
  const seen = await inPage(page, () => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.keys(window.tplus).toSorted(),
    functions: Object.values(window.tplus.request).every((each) => typeof each === 'function'),
    secure: isSecureContext,
    origin: location.origin,
  }));
  expect(seen.globals).toEqual([]);
  expect(seen.bridge).toEqual(['on', 'request']);
  expect(seen.functions).toBe(true);
  expect(seen.secure).toBe(true);
  expect(seen.origin).toMatch(/^app:\/\//);
});

test('the page cannot change the bridge that others use', async ({ launch }) => {
  const page = await (await launch()).page();
  const changed = await inPage(page, () => {
    const { request } = window.tplus;
    const before = request['app.snapshot'];
    try {
      Object.assign(request, { 'app.snapshot': () => 'mine' });
    } catch {
      // Frozen objects throw in strict code.
    }
    return request['app.snapshot'] !== before;
  });
  expect(changed).toBe(false);
});

test('windows are made sandboxed and isolated', async ({ launch }) => {
  const run = await launch();
  await run.page();
  const preferences = await run.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Not in Electron's declarations.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect([
    preferences['webviewTag'],
    preferences['nodeIntegrationInSubFrames'],
    preferences['allowRunningInsecureContent'],
  ]).toEqual([false, false, false]);
});

test("without root, Chromium's sandbox holds the page", async ({ launch }) => {
  const run = await launch({ asUser: true });
  const page = await run.page();
  await expect.poll(() => inPage(page, () => document.readyState)).toBe('complete');
  const pid = await run.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
  // 2: system calls are filtered. More than one pid: it lives in a pid namespace of its own.
  expect(field('Seccomp')).toBe('2');
  expect(field('NoNewPrivs')).toBe('1');
  expect(field('NSpid').split(/\s+/).length).toBeGreaterThan(1);
  expect(field('CapEff')).toBe('0000000000000000');
  // The main process is not filtered: the figures above are the sandbox's doing.
  expect(await readFile(`/proc/${run.pid}/status`, 'utf8')).toMatch(/^Seccomp:\s*0$/m);
});

test('every permission is denied', async ({ launch }) => {
  // Without a camera there would be nothing to deny.
  const page = await (await launch({ args: ['--use-fake-device-for-media-stream'] })).page();
  const answers = await inPage(page, async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ];
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
    const refusedAs = (error: unknown): string => (error instanceof Error ? error.name : 'failed');
    return {
      states: [...new Set(states)],
      media: await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', refusedAs),
      notification: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.readText().then(() => 'granted', refusedAs),
    };
  });
  expect(answers).toEqual({
    states: ['denied'],
    media: 'NotAllowedError',
    notification: 'denied',
    clipboard: 'NotAllowedError',
  });
});

test('main answers its own page only', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  expect(await inPage(page, () => window.tplus.request['app.snapshot'](undefined))).toMatchObject({
    ok: true,
  });
  const foreign = await run.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({
        show: false,
        // In a session of its own, or the network gate would be what refuses it.
        webPreferences: { preload, sandbox: true, contextIsolation: true, partition: 'foreign' },
      });
      await window.loadURL('data:text/html,<title>foreign</title>');
      const ask = async (script: string): Promise<unknown> => window.webContents.executeJavaScript(script);
      const answers = [
        await ask(`tplus.request['token.show']()`),
        await ask(`tplus.request['command.run']({ type: 'resolve-page', pageId: 'x' })`),
        await ask(`tplus.request['link.open']({ url: 'https://example.com/' })`),
      ];
      window.destroy();
      return answers;
    },
    join(repositoryRoot, 'out/preload/index.cjs'),
  );
  const refused = { ok: false, code: 'failed', detail: 'refused' };
  expect(foreign).toEqual([refused, refused, refused]);
});

test('main checks what its own page hands over', async ({ launch }) => {
  const page = await (await launch()).page();
  const answers = await inPage(page, async () => {
    const request = window.tplus.request as unknown as Record<string, (input: unknown) => Promise<unknown>>;
    const inputs: [string, unknown][] = [
      ['command.run', { type: 'drop-everything' }],
      ['command.run', null],
      ['log.read', { after: -1 }],
      ['log.offer', { events: 'all' }],
      ['settings.change', { receiverPort: 80 }],
      ['settings.change', { unknown: true }],
      ['clipboard.write', { text: 5 }],
      ['degraded.dismiss', { reason: 'everything' }],
    ];
    return Promise.all(inputs.map(async ([name, input]) => request[name]?.(input)));
  });
  expect(answers).toHaveLength(8);
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: 'bad-input' });
});
