import type { ElectronApplication } from '@playwright/test';
import { expect } from '../support/fixtures.ts';
import { waitFor } from '../support/wait-for.ts';
import { inPage } from './app/in-page.ts';
import { test } from './app/outside.ts';
import { hidden, raise, untilDisplayed, visibleWindows } from './app/view.ts';

/** Nothing comes in from outside of the app, and nothing goes there unasked. */

const blockedRequests = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => globalThis.tplusTest?.blockedRequests() ?? []);

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
