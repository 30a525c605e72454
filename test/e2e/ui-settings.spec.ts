import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Settings } from '#shared/settings.ts';
import { expect, test } from '../support/fixtures.ts';
import { quietPort } from '../support/free-port.ts';
import type { MenuEntry } from '../support/tray-item.ts';
import { waitFor } from '../support/wait-for.ts';
import { pageIn, raise, statusOf } from './app/view.ts';
import { takeIncident } from './ui/incident.ts';
import { goTo, parts } from './ui/parts.ts';

const flatten = (entries: readonly MenuEntry[]): string[] =>
  entries.flatMap(({ label, children }) => [label, ...flatten(children)]);

/** A choice that is saved before it shows. */
async function choose(page: Page, name: string): Promise<void> {
  const option = page.getByRole('radio', { name });
  await option.locator('..').click();
  await expect(option).toBeChecked();
}

/** Waits until the app works by a setting: it does a moment after the file has it. */
async function untilSet(page: Page, wanted: Partial<Settings>): Promise<void> {
  await expect
    .poll(async () => {
      const answer = await page.evaluate(() => window.tplus.request['app.snapshot'](undefined));
      return answer.ok ? answer.value.settings : answer;
    })
    .toMatchObject(wanted);
}

const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('the language changes window, tray and notifications at once, and back', async ({
  launch,
  watcher,
  notificationService: service,
}) => {
  const run = await launch();
  const page = await run.page();
  const item = await watcher.item({ pid: run.pid });
  await takeIncident(run, page, { title: '결제 중단', severity: 'SEV-2', declare: true });
  await goTo(page, 'Settings');
  await choose(page, '한국어');
  await expect(page.getByRole('heading', { level: 1, name: '설정' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect.poll(() => item.tooltip()).toMatch(/^Tplus: 열린 항목 1건\nSEV-2 결제 중단\n/);
  await expect
    .poll(async () => flatten(await item.menu()))
    .toEqual(expect.arrayContaining(['상태 업데이트 복사', 'Tplus 열기', '종료']));
  await raise(run, { title: '검색 지연', severity: 'SEV-1' });
  const call = await service.called('the notification', ({ summary }) => summary === 'SEV-1 검색 지연');
  expect(call.actions.map(({ label }) => label)).toEqual(['열기', '확인', '열기']);

  await page
    .getByRole('navigation', { name: '열린 항목' })
    .getByRole('button', { name: /결제 중단/ })
    .click();
  await expect(page.getByRole('region', { name: '인시던트 시계' })).toContainText('소집');
  await expect(page.getByRole('checkbox', { name: '문제 확인 및 영향 범위 파악' })).toBeVisible();
  await expect(page.getByRole('button', { name: '메시지 복사' })).toBeVisible();

  await page.getByRole('button', { name: '설정' }).click();
  await choose(page, 'English');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect.poll(() => item.tooltip()).toMatch(/^Tplus: 2 open\n/);
  await run.close();

  const again = await launch();
  await expect((await again.page()).getByRole('navigation', { name: 'Places' })).toBeVisible();
});

test('the appearance follows the choice, and is there from the start the next time', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await goTo(page, 'Settings');
  await choose(page, 'Dark');
  await expect.poll(() => ground(page)).toBe('rgb(13, 15, 18)');
  await choose(page, 'Light');
  await expect.poll(() => ground(page)).toBe('rgb(244, 245, 247)');
  await choose(page, 'Dark');
  await expect.poll(() => ground(page)).toBe('rgb(13, 15, 18)');
  await run.close();
  const again = await launch();
  const shown = await again.page();
  await expect(shown.getByRole('navigation', { name: 'Places' })).toBeVisible();
  expect(await ground(shown)).toBe('rgb(13, 15, 18)');
  const behind = await again.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  );
  expect(behind?.toLowerCase()).toBe('#0d0f12');
});

test('the name stands on the timeline, and fills in who is in command', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await goTo(page, 'Settings');
  const name = page.getByRole('textbox', { name: 'Your name' });
  await name.fill('  Mina Kim ');
  await page.keyboard.press('Enter');
  await waitFor('the name to be saved', async () =>
    (await readFile(join(run.userDataDir, 'settings.json'), 'utf8')).includes('"Mina Kim"'),
  );
  await untilSet(page, { name: 'Mina Kim' });
  await takeIncident(run, page, { declare: true });
  const { composer, timeline } = parts(page);
  await expect(composer.getByRole('textbox', { name: 'Incident Commander' })).toHaveValue('Mina Kim');
  await expect(timeline.getByRole('listitem').filter({ hasText: 'Declared' })).toContainText('Mina Kim');
  // What the app did by itself is not signed.
  await expect(timeline.getByRole('listitem').filter({ hasText: 'Page: ' })).not.toContainText('Mina Kim');
});

test('another port moves the receiver there; what is no port is refused in place', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  const before = await run.receiver();
  await goTo(page, 'Settings');
  const port = page.getByRole('textbox', { name: 'Port' });
  for (const bad of ['80', '99999', 'x']) {
    await port.fill(new URL(before.url).port);
    await expect(port).toHaveAttribute('aria-invalid', 'false');
    await port.fill(bad);
    await port.press('Enter');
    await expect(page.getByText('A whole number from 1024 to 65535.')).toBeVisible();
    await expect(port).toHaveAttribute('aria-invalid', 'true');
  }
  expect(await run.receiver()).toEqual(before);
  const wanted = await quietPort();
  await port.fill(`${wanted}`);
  await port.press('Enter');
  await waitFor(
    'the receiver to move',
    async () => (await run.receiver()).url === `http://127.0.0.1:${wanted}`,
  );
  await expect(page.getByText(`Listening at http://127.0.0.1:${wanted}`)).toBeVisible();
  await raise(run, { title: 'over the new port' });
  await expect(fetch(new URL('/v1/health', before.url))).rejects.toThrow();
  expect((await run.receiver()).token).toBe(before.token);
});

test('a renewed token ends the old one', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  const before = await run.receiver();
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Renew token' }).click();
  const question = page.getByRole('dialog', { name: 'Renew the token?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect((await run.receiver()).token).toBe(before.token);
  await page.getByRole('button', { name: 'Renew token' }).click();
  await question.getByRole('button', { name: 'Renew', exact: true }).click();
  await expect(page.getByText('Renewed. Give the new token to every sender.')).toBeVisible();
  const after = await waitFor('the new token', async () => {
    const file = await run.receiver();
    return file.token === before.token ? undefined : file;
  });
  expect(after.url).toBe(before.url);
  const old = await run.get('/v1/status', { authorization: `Bearer ${before.token}` });
  expect(old.status).toBe(401);
  expect((await run.get('/v1/status')).status).toBe(200);
  expect((await stat(join(run.userDataDir, 'receiver.json'))).mode & 0o777).toBe(0o600);
  await page.getByRole('button', { name: 'Show token' }).click();
  await expect(page.getByText(after.token)).toBeVisible();
});

test('a page without a known severity takes the one set for unknowns', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await goTo(page, 'Settings');
  const severity = page.getByRole('combobox', { name: 'Severity for unknowns' });
  await expect(severity).toHaveValue('SEV-2');
  await severity.selectOption('SEV-4');
  await waitFor('it to be saved', async () =>
    (await readFile(join(run.userDataDir, 'settings.json'), 'utf8')).includes('SEV-4'),
  );
  await untilSet(page, { unknownSeverity: 'SEV-4' });
  const id = await raise(run, { title: 'odd', severity: 'whatever' });
  expect(pageIn(await statusOf(run), id).severity).toBe('SEV-4');
  await parts(page).list.getByRole('button', { name: /odd/ }).click();
  await expect(parts(page).page).toContainText(
    '“whatever” is not a known severity, so the one set for unknowns',
  );
});

test('starting with the system is written for the desktop, and taken away again', async ({
  launch,
  desktop,
}) => {
  const run = await launch();
  const page = await run.page();
  const file = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart/tplus.desktop');
  await goTo(page, 'Settings');
  const start = page.getByRole('switch', { name: 'Start with the system' });
  await expect(start).not.toBeChecked();
  await start.click();
  const entry = await waitFor('the entry', () => readFile(file, 'utf8'));
  expect(entry).toMatch(/^\[Desktop Entry\]\nType=Application\nName=Tplus\nExec="[^\n]*" "--hidden"\n/);
  await expect(start).toBeChecked();
  await start.click();
  await waitFor('the entry to go', async () =>
    stat(file).then(
      () => false,
      () => true,
    ),
  );
});
