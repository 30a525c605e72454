import type { Page } from '@playwright/test';
import type { StatusReport } from '#shared/status.ts';
import { tplus } from '../support/cli.ts';
import { expect, test } from '../support/fixtures.ts';
import { waitFor } from '../support/wait-for.ts';
import { statusOf, visibleWindows } from './app/view.ts';
import { entriesOf, goTo, leaveField, parts } from './ui/parts.ts';
import { watchForTrouble } from './ui/trouble.ts';

/** `#incident-20261123`, by today's date where the playbook is at home. */
function channelOf(at: number): string {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul' }).format(at);
  return `#incident-${date.replaceAll('-', '')}`;
}

const declared = (channel: string, bold: (text: string) => string): string =>
  [
    `🚨 ${bold('INCIDENT DECLARED')}`,
    '',
    `${bold('Severity')}: SEV-1`,
    `${bold('Title')}: Checkout down`,
    `${bold('Impact')}: Orders & refunds fail`,
    `${bold('Status')}: Investigating`,
    '',
    `${bold('Incident Commander')}: @Mina`,
    `${bold('Technical Lead')}: @Joon`,
    '',
    `${bold('War Room')}: ${channel}`,
    '',
    'Updates every 15 minutes.',
  ].join('\n');

const ticked = async (page: Page): Promise<string[]> => {
  const items = parts(page)
    .checklist.getByRole('listitem')
    .filter({ has: page.getByRole('checkbox', { checked: true }) });
  return (await items.allTextContents()).map((text) => text.trim());
};

/** What the window's store holds of drafts, read behind whatever is still being written. */
function keptDrafts(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('tplus');
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('drafts').objectStore('drafts').getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(JSON.stringify(reading.result));
          };
        };
      }),
  );
}

test('from a fresh profile through one incident to its end, with a crash on the way', async ({
  launch,
  dunst,
  watcher,
  clipboard,
  userDataDir,
}) => {
  test.slow();
  const first = await launch();
  const trouble = watchForTrouble(first.app);
  const page = await first.page();
  const item = await watcher.item({ pid: first.pid });
  const { page: detail, clock, checklist, composer, timeline } = parts(page);

  await test.step('the first-run screen says what to do', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Ready for the next page' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send me a test page' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Connect a source' })).toBeVisible();
    await page.getByRole('button', { name: 'Open the playbook' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Playbook' })).toBeVisible();
    await expect(page.getByText('Verify the problem and its scope of impact')).toBeVisible();
  });

  const quiet = (await item.iconPixels()).hash;
  await test.step('a page of the command line shows on the desktop and in the tray', async () => {
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await waitFor('the window to hide', async () => (await visibleWindows(first.app)) === 0);
    const { code, stdout } = await tplus(['page', '--title', 'Checkout down', '--severity', 'SEV-1'], {
      userDataDir,
    });
    expect(code).toBe(0);
    expect((await statusOf(first)).pages.map(({ id }) => id)).toEqual([stdout.trim()]);
    await waitFor('the notification', async () => (await dunst.displayed()) === 1);
    await expect.poll(() => item.tooltip()).toContain('SEV-1 Checkout down');
    await expect.poll(async () => (await item.iconPixels()).hash).not.toBe(quiet);
  });

  await test.step('a click on it brings the window up, on the page', async () => {
    await dunst.clickWithMouse();
    await waitFor('the window', async () => (await visibleWindows(first.app)) === 1);
    await expect(detail.getByRole('heading', { level: 1, name: 'Checkout down' })).toBeVisible();
    await expect(detail.getByRole('timer', { name: 'To be acknowledged' })).toHaveText('due now');
  });

  await test.step('a acknowledges, d declares', async () => {
    await expect(detail.getByRole('button', { name: 'Acknowledge' })).toBeVisible();
    await page.keyboard.press('a');
    await expect(clock.getByRole('heading', { level: 1, name: 'Checkout down' })).toBeVisible();
    await waitFor('the notification to go', async () => (await dunst.displayed()) === 0);
    await expect(clock.getByRole('button', { name: 'Declare incident' })).toBeVisible();
    await page.keyboard.press('d');
    await expect(clock.getByRole('button', { name: 'Copy first update' })).toBeVisible();
  });

  await test.step('the checklist is ticked with keys and with the mouse', async () => {
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    await checklist.getByRole('checkbox', { name: 'Declare the IC role' }).click();
    await page.keyboard.press('0');
    await expect(checklist.getByRole('checkbox', { checked: true })).toHaveCount(4);
    await page.keyboard.press('2');
    await expect(checklist.getByRole('checkbox', { name: /^Decide the severity/ })).not.toBeChecked();
    await expect(checklist.getByText('3 of 10')).toBeAttached();
  });

  const { detectedAt } = (await statusOf(first)).incidents[0] ?? {};
  const channel = channelOf(Date.parse(detectedAt ?? ''));
  await test.step('copying with gaps asks once', async () => {
    await expect(composer.getByRole('tab', { name: 'Incident declared', selected: true })).toBeVisible();
    await expect(composer.getByRole('textbox', { name: 'War room channel' })).toHaveValue(channel);
    await composer.getByRole('textbox', { name: 'Impact' }).fill('Orders & refunds fail');
    await leaveField(page);
    await page.keyboard.press('c');
    const question = page.getByRole('dialog', { name: 'Copy with 2 empty fields?' });
    await expect(question).toContainText('Incident Commander, Technical Lead');
    await question.getByRole('button', { name: 'Fill them in' }).click();
    await expect(composer.getByRole('textbox', { name: 'Incident Commander' })).toBeFocused();
    await page.keyboard.type('Mina');
    await composer.getByRole('button', { name: 'Copy message' }).click();
    await page
      .getByRole('dialog', { name: 'Copy with 1 empty field?' })
      .getByRole('button', { name: 'Copy anyway' })
      .click();
    await waitFor('the clipboard', async () => (await clipboard.read())?.includes('@{Technical Lead}'));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await composer.getByRole('textbox', { name: 'Technical Lead' }).fill('@Joon');
  });

  await test.step('each form is on the clipboard exactly', async () => {
    const forms = [
      ['Slack', declared(channel, (text) => `*${text}*`)],
      ['Markdown', declared(channel, (text) => `**${text}**`)],
      ['Plain text', declared(channel, (text) => text)],
    ] as const;
    for (const [name, expected] of forms) {
      await composer.getByText(name, { exact: true }).click();
      await leaveField(page);
      await page.keyboard.press('c');
      await waitFor(`the clipboard to hold the ${name} form`, async () => {
        const text = await clipboard.read();
        if (text !== expected) throw new Error(text);
        return true;
      });
      const html = await clipboard.read('text/html');
      if (name === 'Plain text') expect(html).toBeUndefined();
      else {
        expect(html).toContain('<p>🚨 <strong>INCIDENT DECLARED</strong></p>');
        expect(html).toContain('<strong>Impact</strong>: Orders &amp; refunds fail');
      }
    }
    await expect(composer.getByText('Copied just now')).toBeVisible();
    // Each is on the timeline before anything else is done.
    await expect(timeline.getByText('Copied: Incident declared')).toHaveCount(4);
  });

  await test.step('the timeline holds the text, and a note written with n', async () => {
    await page.keyboard.press('n');
    await expect(timeline.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.type('Rolling back 4.2');
    await page.keyboard.press('Enter');
    await expect(timeline.getByRole('listitem').first()).toContainText('Note: Rolling back 4.2');
    await timeline.locator('summary').first().click();
    await expect(timeline.locator('pre').first()).toHaveText(declared(channel, (text) => text));
  });

  // A draft that was not copied is kept as well.
  await composer.getByRole('tab', { name: 'Status update' }).click();
  await composer.getByRole('textbox', { name: 'Summary' }).fill('Payment provider times out\nfrom 02:11');
  await expect.poll(() => keptDrafts(page)).toContain('Payment provider times out');
  const before = {
    ticks: await ticked(page),
    timeline: await entriesOf(timeline),
    incidents: milestonesIn(await statusOf(first)),
  };
  expect(before.timeline).toEqual([
    'Note: Rolling back 4.2',
    ...Array.from({ length: 4 }, () => 'Copied: Incident declared'),
    'Unchecked: Decide the severity (SEV-1/2/3/4)',
    'Checked: Schedule the post-mortem',
    'Checked: Declare the IC role',
    'Checked: Decide the severity (SEV-1/2/3/4)',
    'Checked: Verify the problem and its scope of impact',
    `Declared · ${channel}`,
    'Page acknowledged',
    'Incident opened · SEV-1',
    'Page: Checkout down',
  ]);
  expect(trouble.said()).toEqual([]);

  const second = await test.step('after a crash everything is as it was', async () => {
    await first.kill();
    const again = await launch();
    const shown = await again.page();
    const now = parts(shown);
    await expect(now.clock.getByRole('heading', { level: 1, name: 'Checkout down' })).toBeVisible();
    await expect(now.clock.getByRole('button', { name: 'Copy first update' })).toBeVisible();
    await expect.poll(() => ticked(shown)).toEqual(before.ticks);
    await expect.poll(() => entriesOf(now.timeline)).toEqual(before.timeline);
    expect(milestonesIn(await statusOf(again))).toEqual(before.incidents);
    await now.composer.getByRole('tab', { name: 'Status update' }).click();
    await expect(now.composer.getByRole('textbox', { name: 'Summary' })).toHaveValue(
      'Payment provider times out\nfrom 02:11',
    );
    await now.composer.getByRole('tab', { name: 'Incident declared' }).click();
    await expect(now.composer.getByRole('textbox', { name: 'Impact' })).toHaveValue('Orders & refunds fail');
    return again;
  });

  await test.step('it is resolved and closed, and can still be read', async () => {
    const last = await second.page();
    const now = parts(last);
    await now.clock.getByRole('button', { name: 'Copy first update' }).click();
    await expect(now.composer.getByRole('combobox', { name: 'Current status' })).toBeFocused();
    await now.composer.getByRole('button', { name: 'Copy message' }).click();
    await last.getByRole('dialog').getByRole('button', { name: 'Copy anyway' }).click();
    await now.clock.getByRole('button', { name: 'Mark assembled' }).click();
    await now.clock.getByRole('button', { name: 'Mark diagnosed' }).click();
    await now.clock.getByRole('button', { name: 'Mark resolved' }).click();
    await now.clock.getByRole('button', { name: 'Close incident' }).click();
    await expect(now.clock.getByRole('button', { name: 'Reopen' })).toBeVisible();
    expect((await statusOf(second)).incidents).toEqual([]);
    await goTo(last, 'Playbook');
    await now.list.getByText('Ended in the last 24 hours').click();
    await now.list.getByRole('button', { name: /Checkout down.*Closed/ }).click();
    await expect(now.clock.getByRole('heading', { level: 1, name: 'Checkout down' })).toBeVisible();
    await expect
      .poll(async () => (await entriesOf(now.timeline)).slice(0, 4))
      .toEqual(['Closed', 'Resolved', 'Diagnosed', 'Assembled']);
  });
});

function milestonesIn({ incidents }: StatusReport): unknown {
  return incidents.map(({ id, phase, severity, milestones }) => ({
    id,
    phase,
    severity,
    met: milestones.map(({ id: milestone, metAt }) => [milestone, metAt]),
  }));
}
