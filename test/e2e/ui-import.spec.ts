import { readFile, writeFile } from 'node:fs/promises';
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

const KOREAN = [
  '# 결제팀 장애 대응',
  '',
  '## 장애 등급',
  '',
  '| 등급 | 증상 | 응답 | 복구 |',
  '| --- | --- | --- | --- |',
  '| SEV-1 | 결제 전면 불가 | 즉시 | 1시간 |',
  '| SEV-2 | 일부 결제 불가 | 20분 | 6시간 |',
  '',
  '## 비상연락망',
  '',
  '| 직책 | 이름 | 연락처 |',
  '| --- | --- | --- |',
  '| 당직자 | 김민아 | 내선 1234 |',
  '| 팀장 | 박팀장 | lead@mirae.example |',
  '',
].join('\n');

/** In the encoding of a Korean Windows, which Node only reads. */
function eucKr(text: string): Uint8Array {
  const decoder = new TextDecoder('euc-kr');
  const letters = new Map<string, readonly number[]>();
  for (let lead = 0xb0; lead <= 0xc8; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1)
      letters.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  return new Uint8Array([...text].flatMap((letter) => letters.get(letter) ?? [letter.charCodeAt(0)]));
}

test('a document in EUC-KR: what was decided of it stands beside another one, and after a restart', async ({
  launch,
  dunst: _dunst,
}) => {
  const first = await launch();
  const page = await first.page();
  const file = join(first.userDataDir, '장애대응.md');
  await writeFile(file, eucKr(KOREAN));
  const told = await tplus(['import-playbook', file], { userDataDir: first.userDataDir });
  expect([told.code, told.stderr]).toEqual([0, '']);
  await expect(
    page.getByText('Read as EUC-KR (CP949), not as UTF-8. Check that the text is right.'),
  ).toBeVisible();
  await expect(page.getByText('결제 전면 불가 · 즉시 → 1시간')).toBeVisible();
  await expect(page.getByText('박팀장, lead@mirae.example')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Take: Contacts/ }).uncheck();
  await page.getByLabel('Owner').fill('결제팀');
  await expect(page.getByText('Kept as a draft')).toBeVisible();

  await drop(page, 'acme.md', await readFile(join(documents, 'acme-bullets.en.md'), 'utf8'));
  await expect(page.getByText(/^acme\.md: /)).toBeVisible();
  const others = (on: Page) => on.getByRole('group', { name: 'Not finished' });
  await expect(others(page).getByRole('button', { name: /^장애대응\.md/ })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  expect(await layoutTroubles(page)).toEqual([]);
  await first.close();

  const again = await (await launch()).page();
  await goTo(again, 'Playbook');
  await again.getByRole('button', { name: 'Import from Markdown…' }).click();
  await expect(again.getByText(/^acme\.md: /)).toBeVisible();
  await others(again)
    .getByRole('button', { name: /^장애대응\.md/ })
    .click();
  await expect(again.getByText(/^장애대응\.md: /)).toBeVisible();
  await expect(again.getByRole('checkbox', { name: /^Take: Contacts/ })).not.toBeChecked();
  await expect(again.getByLabel('Owner')).toHaveValue('결제팀');
  await expect(again.getByRole('checkbox', { name: /^Take: Severities/ })).toBeChecked();
  await expect(others(again).getByRole('button', { name: /^acme\.md/ })).toBeFocused();
});
