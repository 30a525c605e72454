import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { waitFor } from '../support/wait-for.ts';
import { moveClock, raise, untilStatus } from './app/view.ts';
import { entriesOf, parts } from './ui/parts.ts';
import { inForms, wholeIncident } from './ui/whole-incident.ts';

/** The whole process without a mouse: nothing in this file clicks, fills in or checks by itself. */

const mostTabs = 120;
const detectedAt = '2026-11-22T17:11:00.000Z';

/** Presses a key, Tab mostly, until `target` has the focus, as a person without a mouse would. */
async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' | 'ArrowDown' | 'ArrowRight' = 'Tab',
): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < mostTabs; presses += 1) {
    if (await target.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${mostTabs} times ${key} did not reach ${String(target)}`);
}

test('a whole incident by keyboard alone', async ({ launch, clipboard, userDataDir }) => {
  test.slow();
  const said = wholeIncident.en;
  const file = join(userDataDir, 'settings.json');
  const settings = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...settings, language: 'en', name: said.me, welcomed: true }));
  const run = await launch();
  const page = await run.page();
  await moveClock(run.app, detectedAt, 0);
  await raise(run, { title: 'Search slow', severity: 'SEV-2' });
  await raise(run, { title: said.title, severity: 'SEV-1', service: 'checkout' });
  const { pages, page: detail, clock, checklist, composer, timeline, list } = parts(page);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const pressOn = async (target: Locator, how?: Parameters<typeof tabTo>[2]): Promise<void> => {
    await tabTo(page, target, how);
    await press('Enter');
  };
  const palette = async (query: string, option: string): Promise<void> => {
    await press('Control+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type(query);
    await expect(page.getByRole('option', { name: option }).first()).toHaveAttribute('data-highlighted', '');
    await press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  /** Types into the field of that name, over what is there. */
  const typeInto = async (name: string, text: string): Promise<void> => {
    await tabTo(page, composer.getByLabel(name, { exact: true }));
    await press('Control+a');
    const [first = '', ...rest] = text.split('\n');
    await page.keyboard.type(first);
    for (const line of rest) {
      await press('Enter');
      await page.keyboard.type(line);
    }
  };
  const copyIs = async (text: string, title: string, count: number): Promise<void> => {
    await pressOn(composer.getByRole('button', { name: 'Copy message' }));
    await waitFor(`${title} on the clipboard`, async () => {
      const held = await clipboard.read();
      if (held !== text) throw new Error(held);
      return true;
    });
    await expect(timeline.getByText(`Copied: ${title}`, { exact: true })).toHaveCount(count);
  };

  await test.step('page, acknowledgement, declaration', async () => {
    await pressOn(pages.getByRole('button', { name: new RegExp(said.title) }));
    await expect(detail.getByRole('heading', { level: 1, name: said.title })).toBeVisible();
    await press('a');
    await expect(clock.getByRole('button', { name: said.actions.declare })).toBeVisible();
    await press('d');
    await expect(clock.getByRole('button', { name: 'Copy first update' })).toBeVisible();
  });
  await test.step('roles, escalation, severity', async () => {
    await pressOn(page.getByRole('button', { name: 'Take the role' }));
    const roles = page.getByRole('region', { name: 'Roles', exact: true });
    await expect(roles.getByRole('button', { name: new RegExp(said.me) })).toBeVisible();
    await pressOn(roles.getByRole('button', { name: new RegExp(said.roles.lead) }), 'Shift+Tab');
    const lead = page.getByRole('dialog', { name: said.roles.lead });
    await tabTo(page, lead.getByRole('textbox', { name: 'Name' }));
    await page.keyboard.type(said.lead);
    await press('Enter');
    await expect(lead).toContainText(`Held by ${said.lead}`);
    await press('Escape');
    const escalation = page.getByRole('region', { name: 'Escalation', exact: true });
    await pressOn(escalation.getByRole('button', { name: /^Copy escalation and contact/ }));
    await waitFor('the call on the clipboard', async () =>
      ((await clipboard.read()) ?? '').startsWith('Engineering Manager: @em (Slack/Phone)'),
    );
    await expect(timeline.getByText(`Escalated to ${said.level}`)).toBeVisible();
    await press('s');
    const severities = page.getByRole('dialog');
    await expect(severities).toBeVisible();
    await press('Escape');
    await expect(severities).toHaveCount(0);
  });
  await test.step('every message', async () => {
    await tabTo(page, composer.getByRole('tab', { selected: true }));
    const { declared, update, rollback, escalation } = said.messages;
    await typeInto('Impact', declared.typed['Impact'] ?? '');
    await copyIs(inForms(declared, said.title).slack, declared.title, 1);
    await tabTo(page, composer.getByRole('tab', { selected: true }), 'Shift+Tab');
    await tabTo(page, composer.getByRole('tab', { name: update.title, exact: true }), 'ArrowRight');
    await press('Enter');
    await moveClock(run.app, detectedAt, 12 * 60_000);
    await tabTo(page, composer.getByLabel('Current status', { exact: true }));
    await page.keyboard.type('Inv');
    for (const [name, text] of Object.entries(update.typed)) await typeInto(name, text);
    await tabTo(page, composer.getByRole('radio', { name: 'Slack' }));
    await press('ArrowRight');
    await expect(composer.getByRole('radio', { name: 'Markdown' })).toBeChecked();
    await copyIs(inForms(update, said.title).markdown, update.title, 1);
    await palette(rollback.title, `Message: ${rollback.title}`);
    for (const [name, text] of Object.entries(rollback.typed)) await typeInto(name, text);
    await copyIs(inForms(rollback, said.title).slack, rollback.title, 1);
    await palette(escalation.title, `Message: ${escalation.title}`);
    for (const [name, text] of Object.entries(escalation.typed)) await typeInto(name, text);
    await copyIs(inForms(escalation, said.title).slack, escalation.title, 2);
    await palette(said.statusPage.title, `Message: ${said.statusPage.title}`);
    await typeInto(...said.statusPage.issue);
    for (const [place, { title, message }] of said.states.entries()) {
      if (place > 0) {
        await tabTo(page, composer.getByLabel('State', { exact: true }), 'Shift+Tab');
        await press('ArrowDown');
      }
      await copyIs(`${title}\n\n${message}`, said.statusPage.title, place + 1);
    }
  });
  await test.step('checklist, procedure, note', async () => {
    for (const key of '1234567890') await press(key);
    await expect(checklist.getByRole('checkbox', { checked: true })).toHaveCount(10);
    await tabTo(page, checklist.getByRole('tab', { selected: true }), 'Shift+Tab');
    await tabTo(page, checklist.getByRole('tab', { name: /^Procedure/ }), 'ArrowRight');
    await press('Enter');
    const step = checklist.getByRole('checkbox').first();
    await tabTo(page, step);
    await press('Space');
    // Done, it moves to what is done.
    await expect(timeline.getByText('Checked: Check the alert and verify the problem')).toBeVisible();
    await press('n');
    await expect(timeline.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.type('Rolled back');
    await press('Enter');
    await expect(timeline.getByText('Note: Rolled back')).toBeVisible();
  });
  await test.step('through the milestones to the end, and back to it', async () => {
    const { assemble, diagnose, resolve, close } = said.actions;
    for (const action of [assemble, diagnose])
      await pressOn(clock.getByRole('button', { name: action }), 'Shift+Tab');
    await moveClock(run.app, detectedAt, 48 * 60_000);
    await pressOn(clock.getByRole('button', { name: resolve }), 'Shift+Tab');
    await expect(clock.getByRole('button', { name: close })).toBeVisible();
    const { resolved } = said.messages;
    await tabTo(page, composer.getByRole('tab', { name: resolved.title, exact: true, selected: true }));
    for (const [name, text] of Object.entries(resolved.typed)) {
      await tabTo(page, composer.getByLabel(name, { exact: true }));
      // A date has its parts, month first in the runtime's language.
      await page.keyboard.type(name === 'Post-mortem date' ? '11242026' : text);
    }
    await copyIs(inForms(resolved, said.title).slack, resolved.title, 1);
    await pressOn(clock.getByRole('button', { name: close }), 'Shift+Tab');
    await untilStatus(run, 'it to be closed', ({ incidents }) => incidents.length === 0);
    await expect.poll(async () => (await entriesOf(timeline))[0]).toBe('Closed');
    await pressOn(list.getByText('Ended in the last 24 hours'), 'Shift+Tab');
    await pressOn(list.getByRole('button', { name: /Closed/ }));
    await expect(clock.getByRole('button', { name: 'Reopen' })).toBeVisible();
  });
});
