import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ui as ko } from '#shared/i18n/ko/ui.ts';
import { expect, test } from '../support/fixtures.ts';
import { goTo } from './ui/parts.ts';
import { axeViolations, layoutTroubles } from './ui/screen-checks.ts';

/** The playbook as somebody reads it who has no incident yet, or has one and looks something up. */

test('every part is a key away, and what is needed is copied as it stands', async ({
  launch,
  clipboard,
  dunst: _dunst,
}) => {
  const run = await launch();
  const page = await run.page();
  await goTo(page, 'Playbook');
  const book = page.getByRole('region', { name: 'Playbook', exact: true });
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await expect(book.getByRole('heading', { level: 1, name: 'Playbook' })).toBeVisible();
  const titles = await sections.getByRole('link').allTextContents();
  expect(titles).toHaveLength(18);
  expect(await book.getByRole('heading', { level: 2 }).allTextContents()).toEqual(titles);

  await test.step('the section list leads by keyboard, and follows the reading', async () => {
    await sections.getByRole('link', { name: 'Escalation' }).focus();
    await page.keyboard.press('Enter');
    const heading = book.getByRole('heading', { level: 2, name: 'Escalation' });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    await expect(sections.getByRole('link', { name: 'Escalation' })).toHaveAttribute(
      'aria-current',
      'location',
    );
    await page.keyboard.press('Home');
    await expect(sections.getByRole('link', { name: titles[0] ?? '' })).toHaveAttribute(
      'aria-current',
      'location',
    );
    await page.keyboard.press('End');
    await expect(sections.getByRole('link', { name: 'Drills' })).toHaveAttribute('aria-current', 'location');
  });

  await test.step('a command is copied', async () => {
    const commands = page.getByRole('region', { name: 'Commands', exact: true });
    await commands.getByRole('button', { name: 'Copy Check the service' }).click();
    await expect.poll(() => clipboard.read()).toBe('curl -I https://talkstudio.app');
  });

  await test.step('the post-mortem template is copied whole', async () => {
    await page.getByRole('button', { name: 'Copy template' }).click();
    await expect
      .poll(() => clipboard.read())
      .toMatch(/^# Post-Mortem: \{title\}[\s\S]*\{pull-request\}\)\s*$/);
  });
});

test('the Korean edition reads at any width', async ({ launch, userDataDir, dunst: _dunst }) => {
  const file = join(userDataDir, 'settings.json');
  const settings = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...settings, language: 'ko' }));
  const run = await launch();
  const page = await run.page();
  await page
    .getByRole('navigation', { name: ko.place.label })
    .getByRole('button', { name: ko.place.playbook, exact: true })
    .click();
  const lifecycle = page.getByRole('region', { name: ko.book.lifecycle });
  await expect(lifecycle.getByText('해결 안 됨, 진단으로 돌아가기')).toBeAttached();
  for (const width of [600, 900, 1900]) {
    await page.setViewportSize({ width, height: 860 });
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
    expect.soft(await layoutTroubles(page), `layout at ${width}`).toEqual([]);
  }
  expect(await axeViolations(page)).toEqual([]);
});
