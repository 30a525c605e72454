import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ui as en } from '#shared/i18n/en/ui.ts';
import { ui as ko } from '#shared/i18n/ko/ui.ts';
import type { Clipboard } from '../support/clipboard.ts';
import { expect, test } from '../support/fixtures.ts';
import { waitFor } from '../support/wait-for.ts';
import { command, takeIncident } from './ui/incident.ts';
import { parts } from './ui/parts.ts';
import { axeViolations, layoutTroubles } from './ui/screen-checks.ts';

/** Messages for their channels, on the real clipboard. */

const lines = (...list: string[]): string => list.join('\n');

async function untilCopied(clipboard: Clipboard, expected: string): Promise<void> {
  await waitFor('the clipboard to hold the message', async () => {
    const text = await clipboard.read();
    if (text !== expected) throw new Error(text);
    return true;
  });
}

/** Copies what the composer shows, gaps and all. */
async function copyAnyway(page: Page, button: string): Promise<void> {
  await parts(page).composer.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Copy anyway' }).click();
}

const tab = (page: Page, name: string) => parts(page).composer.getByRole('tab', { name, exact: true });
const field = (page: Page, name: string) => parts(page).composer.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => parts(page).composer.getByRole('button', { name, exact: true });

test('an e-mail and the status page are copied together or apart, rich text beside plain', async ({
  launch,
  clipboard,
}) => {
  const run = await launch();
  const page = await run.page();
  await takeIncident(run, page, { title: 'Checkout & search <down>', declare: true });
  const { composer, timeline } = parts(page);
  await composer.getByRole('combobox', { name: 'Channel' }).selectOption('Email');
  await expect(composer.getByRole('radio', { name: 'Email' })).toBeChecked();
  await expect(composer.getByText('Stakeholders · Official communication')).toBeVisible();
  await field(page, 'Impact').fill('All customers');
  await field(page, 'Incident Commander').fill('@Mina');
  await field(page, 'Technical Lead').fill('Joon');
  const channel = await field(page, 'War room channel').inputValue();
  const subject = '[SEV-1] Incident declared: Checkout & search <down>';
  const body = lines(
    '🚨 INCIDENT DECLARED',
    '',
    'Severity: SEV-1',
    'Title: Checkout & search <down>',
    'Impact: All customers',
    'Status: Investigating',
    '',
    'Incident Commander: @Mina',
    'Technical Lead: @Joon',
    '',
    `War Room: ${channel}`,
    '',
    'Updates every 15 minutes.',
  );
  await button(page, 'Copy message').click();
  await untilCopied(clipboard, `${subject}\n\n${body}`);
  const html = '<strong>Title</strong>: Checkout &amp; search &lt;down&gt;<br>';
  expect(await clipboard.read('text/html')).toContain(html);
  await expect(timeline.getByText('Copied: Incident declared')).toBeVisible();
  await expect(timeline.getByText('Email', { exact: true })).toBeVisible();

  await button(page, 'Copy the subject').click();
  await untilCopied(clipboard, subject);
  expect(await clipboard.read('text/html')).toBeUndefined();
  await button(page, 'Copy the text').click();
  await untilCopied(clipboard, body);
  expect(await clipboard.read('text/html')).toContain(html);
  // The subject alone was no message; the text was.
  await expect(timeline.getByText('Copied: Incident declared')).toHaveCount(2);

  await tab(page, 'Status page').click();
  await composer.getByRole('combobox', { name: 'State' }).selectOption('identified');
  await button(page, 'Copy the title').click();
  await untilCopied(clipboard, 'Issue Identified');
  await button(page, 'Copy the text').click();
  await untilCopied(clipboard, 'We have identified the cause and are working on a fix.');
  expect(await clipboard.targets()).not.toContain('text/html');
  await expect(timeline.getByText('Copied: Status page')).toBeVisible();
});

test('everyone’s channel is for SEV-1 and SEV-2 only', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  const { incidentId } = await takeIncident(run, page, { severity: 'SEV-3' });
  const { composer } = parts(page);
  await tab(page, 'Incident declared').click();
  const channel = composer.getByRole('combobox', { name: 'Channel' });
  const said = composer.getByText('Not offered: Slack #general, which is only for SEV-1, SEV-2.');
  await expect(said).toBeVisible();
  await expect(channel.getByRole('option', { name: /#general/ })).toBeDisabled();
  await command(page, { type: 'change-severity', incidentId, severity: 'SEV-2' });
  await expect(said).toBeHidden();
  await channel.selectOption('Slack #general');
  await command(page, { type: 'change-severity', incidentId, severity: 'SEV-4' });
  await expect(said).toBeVisible();
  await expect(channel.locator('option:checked')).toHaveText(/^Slack #incident-/);
});

test('no copied message calls people because a page said so', async ({ launch, clipboard }) => {
  const run = await launch();
  const page = await run.page();
  await takeIncident(run, page, { title: 'x @here <!channel> <@U1> @everyone', declare: true });
  const { composer } = parts(page);
  const guarded = 'x @\u200bhere <\u200b!channel> <\u200b@U1> @\u200beveryone';
  await field(page, 'Incident Commander').fill('channel');
  for (const form of ['Slack', 'Markdown', 'Email', 'Plain text']) {
    await composer.getByRole('radio', { name: form, exact: true }).check();
    await copyAnyway(page, 'Copy message');
    const text = await waitFor(`the ${form} form`, async () => {
      const now = (await clipboard.read()) ?? '';
      const isForm = { Slack: '*Title*:', Markdown: '**Title**:', Email: '[SEV-1] ', 'Plain text': '🚨' }[
        form
      ];
      if (!now.includes(isForm ?? '') || (form === 'Plain text' && !now.startsWith('🚨')))
        throw new Error(now);
      return now;
    });
    expect(text).toContain(`: ${guarded}`);
    expect(text).toContain('@\u200bchannel');
    const html = (await clipboard.read('text/html')) ?? '';
    if (form !== 'Plain text')
      expect(html).toContain('x @\u200bhere &lt;\u200b!channel&gt; &lt;\u200b@U1&gt;');
    expect(`${text}${html}`).not.toMatch(/@(?:here|channel|everyone)|<!|<@|&lt;[!@]/);
  }
});

test('an edited text and a person’s snippets outlive the window', async ({
  launch,
  clipboard,
  userDataDir,
}) => {
  const first = await launch();
  const before = await first.page();
  await takeIncident(first, before, { declare: true });
  await field(before, 'Impact').fill('All payments');
  await button(before, 'Snippets').click();
  await before.getByRole('menuitem', { name: 'Keep Impact as a snippet' }).click();
  await expect
    .poll(async () => JSON.parse(await readFile(join(userDataDir, 'settings.json'), 'utf8')) as unknown)
    .toMatchObject({ snippets: ['All payments'] });
  await button(before, 'Edit the text').click();
  await field(before, 'Text').fill('*Down* & out');
  await button(before, 'Copy message').click();
  await untilCopied(clipboard, '*Down* & out');
  expect(await clipboard.read('text/html')).toContain('<p><strong>Down</strong> &amp; out</p>');
  await expect(parts(before).timeline.getByText('Copied: Incident declared')).toBeVisible();
  await first.close();

  const run = await launch();
  const page = await run.page();
  const { composer, preview, list } = parts(page);
  await list
    .getByRole('button', { name: /Checkout down/ })
    .first()
    .click();
  await tab(page, 'Incident declared').click();
  await expect(field(page, 'Text')).toHaveValue('*Down* & out');
  await expect(composer.getByText('Your own text: the fields no longer change it.')).toBeVisible();
  await button(page, 'Use the generated text').click();
  await expect(preview).toContainText('Impact: All payments');
  await field(page, 'Technical Lead').focus();
  await field(page, 'Impact').fill('');
  await button(page, 'Snippets').click();
  await page.getByRole('menuitem', { name: 'All payments', exact: true }).click();
  await expect(field(page, 'Impact')).toHaveValue('All payments');
});

test('what changed since the last update becomes the draft of the next, when asked for', async ({
  launch,
}) => {
  const run = await launch();
  const page = await run.page();
  const { incidentId } = await takeIncident(run, page, { declare: true });
  const { composer, timeline, preview } = parts(page);
  await tab(page, 'Status update').click();
  await expect(composer.getByText('2 changes since the incident began')).toBeVisible();
  await button(page, 'Fill in what changed').click();
  await expect(field(page, 'Summary')).toHaveValue('Acknowledged\nDeclared');
  await copyAnyway(page, 'Copy message');
  await expect(timeline.getByText('Copied: Status update')).toBeVisible();
  await expect(composer.getByText('Nothing new since the last update', { exact: false })).toBeVisible();

  const checklist = 'quick-reference';
  await command(page, { type: 'tick', incidentId, checklist, item: 'verify-problem' });
  await command(page, { type: 'change-severity', incidentId, severity: 'SEV-2' });
  await expect(composer.getByText('2 changes since the last update', { exact: false })).toBeVisible();
  await field(page, 'Actions taken').fill('Rolled back');
  await button(page, 'Fill in what changed').click();
  await expect(field(page, 'Summary')).toHaveValue('Severity: SEV-1 → SEV-2');
  await expect(field(page, 'Actions taken')).toHaveValue('Rolled back');
  await expect(composer.getByText('Kept as you typed it: Actions taken.', { exact: false })).toBeVisible();
  await expect(preview).toContainText('Severity: SEV-1 → SEV-2');
  await button(page, 'Take it out again').click();
  await expect(field(page, 'Summary')).toHaveValue('Acknowledged\nDeclared');
});

test('two languages of a message stand side by side, and in a narrow window one at a time', async ({
  launch,
  clipboard,
}) => {
  const run = await launch();
  const page = await run.page();
  await takeIncident(run, page, { declare: true });
  const { composer, preview, timeline } = parts(page);
  await tab(page, 'Status page').click();
  await field(page, 'Issue').fill('failed payments');
  await tab(page, 'Incident declared').click();
  await composer.getByRole('radio', { name: 'Both' }).check();
  const english = page.getByRole('region', { name: 'Preview: English' });
  const korean = page.getByRole('region', { name: 'Preview: 한국어' });
  const [left, right] = [await english.boundingBox(), await korean.boundingBox()];
  expect(left !== null && right !== null && left.x + left.width <= right.x && left.y === right.y).toBe(true);
  await field(page, 'Impact').fill('All payments');
  for (const each of [english, korean]) await expect(each).toContainText('Impact: All payments');
  await korean.getByRole('button', { name: 'Copy in 한국어' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Copy anyway' }).click();
  await expect(timeline.getByText('Copied: 인시던트 선언')).toBeVisible();
  expect(await clipboard.read()).toContain('*Impact*: All payments');

  await page.setViewportSize({ width: 900, height: 860 });
  await expect(composer.getByRole('radio', { name: 'Both' })).toHaveCount(0);
  await expect(preview).toHaveCount(1);
  await composer.getByRole('radio', { name: '한국어' }).check();
  await expect(preview).toHaveAttribute('lang', 'ko');
});

for (const [language, theme] of [
  ['en', 'dark'],
  ['ko', 'light'],
] as const) {
  test(`${language}, ${theme}: nothing of the composer is cut or complained of`, async ({
    launch,
    userDataDir,
  }) => {
    const t = { en, ko }[language];
    const file = join(userDataDir, 'settings.json');
    const settings = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...settings, language, theme, welcomed: true, snippets: ['x'] }));
    const run = await launch();
    const page = await run.page();
    await run.post('/v1/pages', { title: 'Checkout', severity: 'SEV-3' });
    await page.getByRole('button', { name: t.action.acknowledge, exact: true }).click();
    const composer = page.getByRole('region', { name: t.composer.label });
    const press = (name: string) => composer.getByRole('button', { name, exact: true }).click();
    const look = async (widths: readonly number[] = [900, 1360, 1900]): Promise<void> => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 860 });
        await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
        expect.soft(await layoutTroubles(page)).toEqual([]);
        const serious = (await axeViolations(page)).filter((each) => /^(serious|critical)/.test(each));
        expect.soft(serious).toEqual([]);
      }
      await page.setViewportSize({ width: 1360, height: 860 });
    };
    await composer.getByRole('tab').first().click();
    await look();
    await composer.getByRole('radio', { name: t.messages.forms.email }).check();
    await press(t.messages.edit);
    await look();
    await press(t.messages.generated);
    await composer.getByRole('radio', { name: t.messages.both }).check();
    await look([1360, 1900]);
    await composer.getByRole('tab').nth(1).click();
    await press(t.messages.draft.offer);
    await look();
    await press(t.messages.snippets.label);
    await expect(page.getByRole('menu')).toBeVisible();
    await look([1360]);
    await page.getByRole('menuitem', { name: t.messages.snippets.edit }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look([900, 1360]);
  });
}
