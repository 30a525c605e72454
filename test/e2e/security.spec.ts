import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test as base } from '../support/fixtures.ts';
import { repositoryRoot } from '../support/repository.ts';
import { waitFor } from '../support/wait-for.ts';
import { hidden, raise, untilDisplayed, visibleWindows } from './app/view.ts';

/** Somewhere outside of the app that notes who comes by; to be used as a server or as a proxy. */
interface Outside {
  readonly url: string;
  readonly visits: readonly string[];
}

const test = base.extend<{ outside: Outside }>({
  outside: async ({}, provide) => {
    const visits: string[] = [];
    const server: Server = createServer(({ method, url }, response) => {
      visits.push(`${method} ${url}`);
      response
        .writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' })
        .end('outside');
    });
    // A proxy is asked for https by CONNECT.
    server.on('connect', ({ url }, socket) => {
      visits.push(`CONNECT ${url}`);
      socket.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    await provide({ url: `http://127.0.0.1:${address.port}`, visits });
    server.closeAllConnections();
    server.close();
  },
});

const blockedRequests = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => globalThis.tplusTest?.blockedRequests() ?? []);

/** Runs in the page what a script of its own would: Playwright's own way in is exempt from the content policy. */
function inPage<Result>(page: Page, script: () => Result | Promise<Result>): Promise<Result> {
  return page.evaluate(script);
}

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

test('the content policy is sent, and holds', async ({ launch, outside }) => {
  const run = await launch();
  const page = await run.page();
  const policy = await inPage(page, async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|\*|http|data:/);

  const outcome = await page.evaluate(async (url) => {
    const violations = new Set<string>();
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.add(effectiveDirective),
    );
    const ran = (name: string): boolean => name in globalThis;
    // Refused either when it is made (trusted types) or when it would run.
    const attempts: (() => unknown)[] = [
      () => {
        const script = document.createElement('script');
        script.append('globalThis.inlineRan = true');
        document.head.append(script);
      },
      () => {
        const script = document.createElement('script');
        script.src = url;
        document.head.append(script);
      },
      () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', 'globalThis.handlerRan = true');
        button.click();
      },
      () =>
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.markupRan = true">'),
      // In the page's own call: what Playwright itself evaluates may use eval.
      () => {
        // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- its refusal is the test.
        new Function('globalThis.functionRan = true')();
      },
      () => {
        const image = new Image();
        image.src = url;
      },
      () => {
        const style = document.createElement('style');
        style.append('body { --injected: 1 }');
        document.head.append(style);
      },
      () => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
        setTimeout(() => frame.remove());
      },
    ];
    for (const attempt of attempts) {
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          try {
            attempt();
          } catch {
            // What counts is whether it ran.
          }
          resolve();
        });
      });
    }
    const fetched = await fetch(url).then(
      () => 'fetched',
      () => 'refused',
    );
    return {
      fetched,
      ran: ['inlineRan', 'handlerRan', 'markupRan', 'functionRan'].filter(ran),
      styled: getComputedStyle(document.body).getPropertyValue('--injected'),
      violations: [...violations],
    };
  }, outside.url);
  expect(outcome).toMatchObject({ ran: [], styled: '', fetched: 'refused' });
  expect(outcome.violations).toEqual(expect.arrayContaining(['img-src', 'style-src-elem']));
  expect(outside.visits).toEqual([]);
});

test('the page stays where it is, and opens no other', async ({ launch, outside }) => {
  const run = await launch();
  const page = await run.page();
  const before = page.url();
  const opened = await page.evaluate((url) => window.open(url) === null, outside.url);
  expect(opened).toBe(true);
  for (const scheme of [
    outside.url,
    'file:///etc/passwd',
    'data:text/html,hello',
    'javascript:void(document.title="ran")',
  ]) {
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.remove();
      location.assign(url);
    }, scheme);
  }
  await page.evaluate((url) => {
    const form = document.createElement('form');
    form.action = url;
    document.body.append(form);
    form.submit();
    form.remove();
  }, outside.url);
  // A navigation that was not refused would be under way by the time this has gone there and back.
  expect(await inPage(page, async () => (await fetch(location.href)).ok)).toBe(true);
  expect(page.url()).toBe(before);
  expect(await page.title()).not.toBe('ran');
  await expect.poll(() => visibleWindows(run.app)).toBe(1);
  expect(outside.visits).toEqual([]);
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

test('a whole run asks nothing of the network, nor does Chromium by itself', async ({
  spawn,
  outside,
  watcher,
  dunst,
}) => {
  // No Playwright here: it would switch off what Chromium does in the background. Everything has to come by this proxy.
  const args = [`--proxy-server=${outside.url}`, '--proxy-bypass-list=<-loopback>'];
  const run = await spawn({ args });
  const links = [{ label: 'Runbook', url: 'http://example.com/' }];
  const id = await raise(run, { title: 'http://example.com/', severity: 'SEV-1', links });
  await untilDisplayed(dunst, 1);
  await run.post('/v1/open', { id });
  await run.post(`/v1/pages/${id}/acknowledge`, '');
  const icon = await watcher.item({ pid: run.pid });
  await waitFor('the tray', async () => (await icon.tooltip()).includes('SEV-1'));
  await waitFor('the window', () => run.processes().length > 3);
  await run.close();
  expect(outside.visits).toEqual([]);
});

test("what the window's session asks of the network is refused, and noted", async ({ launch, outside }) => {
  const args = [`--proxy-server=${outside.url}`, '--proxy-bypass-list=<-loopback>'];
  const run = await launch({ args });
  const page = await run.page();
  // A page that is still loading cannot be loaded again.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.reload();
  await expect.poll(() => inPage(page, () => document.readyState)).toBe('complete');
  expect(requested.length).toBeGreaterThan(0);
  expect(requested.filter((url) => !url.startsWith('app://'))).toEqual([]);
  expect(await blockedRequests(run.app)).toEqual([]);

  // That another session gets out shows that the proxy is one.
  const asked = await run.app.evaluate(async ({ session }) => {
    const outcomes: string[] = [];
    for (const each of [session.defaultSession, session.fromPartition('another')]) {
      outcomes.push(
        await each.fetch('http://tplus.test/').then(
          () => 'went out',
          () => 'refused',
        ),
      );
    }
    return outcomes;
  });
  expect(asked).toEqual(['refused', 'went out']);
  expect(await blockedRequests(run.app)).toEqual(['http://tplus.test/']);
  expect(outside.visits.filter((visit) => !visit.includes('gvt1'))).toEqual(['GET http://tplus.test/']);
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

test('only https links leave the app', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await run.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedLinks: opened });
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  const refused = [
    'http://example.com/',
    'file:///etc/passwd',
    'file:///usr/share/applications/x.desktop',
    'javascript:alert(1)',
    'smb://example.com/x',
    'https://user:secret@example.com/',
    'https://example.com/\n--flag',
    'tplus://x',
    '/etc/passwd',
    '',
  ];
  const open = (url: string): Promise<unknown> =>
    page.evaluate((address) => window.tplus.request['link.open']({ url: address }), url);
  for (const url of refused)
    expect([url, await open(url)]).toEqual([url, { ok: true, value: { opened: false } }]);
  expect(await open('https://example.com/runbook?a=1#b')).toEqual({ ok: true, value: { opened: true } });
  const opened = await run.app.evaluate(
    () => (globalThis as unknown as { openedLinks: string[] }).openedLinks,
  );
  expect(opened).toEqual(['https://example.com/runbook?a=1#b']);
});

test('what is on the command line is neither opened nor loaded', async ({ launch, spawn, outside }) => {
  const run = await launch(hidden);
  const second = await spawn({ args: [outside.url, 'file:///etc/passwd', '--enable-logging'] });
  await waitFor('the second start to go', () => !second.isRunning());
  await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
  const urls = await run.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
  expect(urls.map((url) => url.split('/', 3).join('/'))).toEqual([expect.stringMatching(/^app:\/\//)]);
  expect(outside.visits).toEqual([]);
});
