import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { tplus } from '../support/cli.ts';
import { expect, test } from '../support/fixtures.ts';
import { repositoryRoot } from '../support/repository.ts';
import { goTo } from './ui/parts.ts';
import { axeViolations, layoutTroubles } from './ui/screen-checks.ts';

/** A team's own Markdown document becomes a playbook, and nothing of it is taken that nobody has seen. */

const documents = join(repositoryRoot, 'test/unit/shared/domain/playbook-import/documents');

async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    (file) => {
      const data = new DataTransfer();
      data.items.add(new File([file.text], file.name, { type: 'text/markdown' }));
      return data;
    },
    { name, text },
  );
  const target = page.locator('.markdown-drop');
  await target.dispatchEvent('dragover', { dataTransfer: files });
  await target.dispatchEvent('drop', { dataTransfer: files });
}

test('the own document, by the command line: looked over, changed, saved', async ({
  launch,
  dunst: _dunst,
}) => {
  const run = await launch();
  const page = await run.page();
  const told = await tplus(['import-playbook', join(documents, 'talkstudio.ko.md')], {
    userDataDir: run.userDataDir,
  });
  expect([told.code, told.stderr]).toEqual([0, '']);
  expect(told.stdout).toContain('9.3 비상 연락처');

  const place = page.getByRole('region', { name: 'Import from Markdown' });
  await expect(place.getByRole('heading', { level: 1, name: 'Import from Markdown' })).toBeVisible();
  await expect(place.getByText('PagerDuty를 통해 대응팀 호출').first()).toBeVisible();
  // A drawing with what it seems to say beside it.
  const deadlines = place.getByRole('group', { name: 'Deadlines from detection' });
  await expect(deadlines.getByLabel('SEV-2: 해결')).toHaveValue('4h');
  await deadlines.getByLabel('SEV-2: 해결').fill('3h');
  const channels = place.getByRole('checkbox', { name: /^Take: Channels/ });
  await channels.focus();
  await page.keyboard.press('Space');
  await expect(channels).not.toBeChecked();
  await expect(place.getByText('Left out by you')).toBeVisible();

  expect(await layoutTroubles(page)).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);

  await place.getByLabel('Id', { exact: true }).fill('Not an id');
  await expect(place.getByText('must be lower-case letters, digits and hyphens').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save playbook' })).toBeDisabled();
  await place.getByLabel('Id', { exact: true }).fill('our-own');
  await page.getByRole('button', { name: 'Save playbook' }).click();
  await expect
    .poll(() => readFile(join(run.userDataDir, 'playbooks/our-own.ko.yaml'), 'utf8').catch(() => ''))
    .toContain('resolve: 3h');
  await expect(page.getByText('Playbook saved: TalkStudio - Incident Response')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Playbook', exact: true })).toBeVisible();
});

test('a file dropped on the playbook place, and one that is none', async ({ launch, dunst: _dunst }) => {
  const run = await launch();
  const page = await run.page();
  await goTo(page, 'Playbook');
  await drop(page, 'acme.md', await readFile(join(documents, 'acme-bullets.en.md'), 'utf8'));
  await expect(page.getByRole('checkbox', { name: 'Take: Severities, line 7' })).toBeChecked();
  await drop(page, 'noise.md', 'words '.repeat(300_000));
  await expect(page.getByRole('alert')).toContainText('It is larger than 1 MiB.');
  await drop(page, 'hostile.md', '# <img src=x onerror="document.title=1">\n\n- [ ] <b>a</b>\n- [ ] b');
  await expect(page.getByRole('heading', { level: 3, name: /<img src=x/ })).toBeVisible();
  expect(await page.locator('img[src=x]').count()).toBe(0);
});
