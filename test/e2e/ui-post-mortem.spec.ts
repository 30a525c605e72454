import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ui as en } from '#shared/i18n/en/ui.ts';
import { ui as ko } from '#shared/i18n/ko/ui.ts';
import type { LaunchedApp } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';
import { run as runProgram } from '../support/processes.ts';
import { settle } from './app/settings-file.ts';
import { raise } from './app/view.ts';
import { command } from './ui/incident.ts';
import { axeViolations, layoutTroubles } from './ui/screen-checks.ts';
import { watchForTrouble } from './ui/trouble.ts';

/** The post-mortem, the whole way: closed, drafted, edited, kept, saved as Markdown and as a PDF that is read back. */

const content = {
  en: {
    t: en,
    title: 'Checkout is down: <b>payments</b> time out',
    cause: 'The pool of the new driver holds 10 connections.',
    typed: 'Nobody could pay: ask the shop for the figure',
    headings: ['Summary', 'Impact', 'Timeline (KST)', 'Root Cause', 'Action Items', 'Lessons Learned'],
    said: ['Incident detected', 'IC declared: mina', 'Rolling back payments 4.2'],
    note: 'Rolling back payments 4.2 | to 4.1',
  },
  ko: {
    t: ko,
    title: '결제 서비스 중단: 모든 결제가 시간 초과로 실패',
    cause: '새 드라이버의 연결 풀이 10개로 제한되어 있었습니다.',
    typed: '결제 불가: 금액은 확인 중',
    headings: ['Summary', 'Impact', 'Timeline (KST)', 'Root Cause', 'Action Items', 'Lessons Learned'],
    said: ['인시던트 감지', 'IC 선언: mina', '결제 모듈 4.2를'],
    note: '결제 모듈 4.2를 | 4.1로 롤백하는 중',
  },
} as const;

/** An incident from its page to its resolution, its screen shown. */
async function liveThrough(run: LaunchedApp, page: Page, language: keyof typeof content): Promise<string> {
  const { t, title, note, cause } = content[language];
  const pageId = await raise(run, {
    title,
    severity: 'SEV-1',
    links: [{ label: 'Issue', url: 'https://acme.sentry.io/issues/42' }],
  });
  const { incidentId = '' } = await command(page, { type: 'acknowledge', pageIds: [pageId], declare: true });
  const about = { incidentId } as const;
  await command(page, { type: 'assign-role', ...about, role: 'incident-commander', name: 'mina' });
  await command(page, { type: 'add-note', ...about, text: note });
  await command(page, { type: 'meet-milestone', ...about, milestone: 'resolve' });
  await command(page, {
    type: 'record-copy',
    ...about,
    template: 'incident-resolved',
    title: 'Resolved',
    kind: 'resolution',
    form: 'slack',
    text: 'as copied',
    fields: { 'root-cause': cause, 'affected-users': '1200' },
  });
  await page
    .getByRole('navigation', { name: t.list.label })
    .getByRole('button', { name: title })
    .first()
    .click();
  return incidentId;
}

/** Where the next file goes, in place of the system's dialog. */
async function saveTo(run: LaunchedApp, file: string): Promise<void> {
  await run.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '');

for (const language of ['en', 'ko'] as const) {
  test(`${language}: from closing to a printed document`, async ({
    launch,
    desktop,
    userDataDir,
  }, testInfo) => {
    const { env } = desktop;
    test.setTimeout(300_000);
    const { t, title, cause, typed, headings, said } = content[language];
    await settle(userDataDir, { language, welcomed: true, name: 'mina' });
    const run = await launch();
    const trouble = watchForTrouble(run.app);
    const page = await run.page();
    await liveThrough(run, page, language);

    // Closing leads to it: the same button, at the same place.
    const clock = page.getByRole('region', { name: t.incident.clock });
    await clock.getByRole('button', { name: language === 'en' ? 'Close incident' : '인시던트 종료' }).click();
    await clock.getByRole('button', { name: t.postMortem.title, exact: true }).click();
    const editor = page.getByRole('textbox', { name: t.postMortem.editor });
    const preview = page.getByRole('region', { name: t.postMortem.preview });
    await expect(editor).toHaveValue(/^# Post-Mortem: /);
    await expect(page.getByText(t.postMortem.fromLog)).toBeVisible();
    for (const each of [title, cause, 'https://acme.sentry.io/issues/42'])
      expect((await editor.inputValue()).replaceAll('\\', '')).toContain(each);
    for (const each of [title, ...headings, ...said]) await expect(preview).toContainText(each);
    expect(await preview.locator('b, script, img').count()).toBe(0);
    await expect.poll(() => layoutTroubles(page)).toEqual([]);
    await expect
      .poll(async () => (await axeViolations(page)).filter((each) => /^(serious|critical)/.test(each)))
      .toEqual([]);

    // The next gap is selected by one key, and typed over.
    await editor.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+j');
    const selected = () =>
      editor.evaluate((area) =>
        area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : '',
      );
    await expect.poll(selected).toMatch(/^\{.+\}$/);
    const gaps = page.getByRole('list', { name: t.postMortem.gapsLabel }).getByRole('listitem');
    const before = await gaps.count();
    await page.keyboard.type(typed);
    await expect(gaps).toHaveCount(before - 1);
    await expect(preview).toContainText(typed);

    // Kept as a version; what is typed after it outlives a crash.
    await page.keyboard.press('Control+s');
    await expect(
      page.getByText(t.postMortem.version.split(' · ')[0]?.replace('{{number}}', '1') ?? ''),
    ).toBeVisible();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nPS');
    await expect(page.getByText(t.postMortem.unsaved)).toBeVisible();
    const written = await editor.inputValue();

    const markdown = testInfo.outputPath('post-mortem.md');
    await saveTo(run, markdown);
    await page.getByRole('button', { name: t.postMortem.more }).click();
    await page.getByRole('menuitem', { name: t.postMortem.file }).click();
    await expect(page.getByText(markdown)).toBeVisible();
    expect(await readFile(markdown, 'utf8')).toBe(written);

    const pdf = testInfo.outputPath('post-mortem.pdf');
    await saveTo(run, pdf);
    await page.getByRole('button', { name: t.postMortem.pdf }).click();
    await expect(page.getByText(pdf)).toBeVisible({ timeout: 60_000 });
    const { stdout } = await runProgram('pdftotext', ['-layout', pdf, '-'], { env, timeoutMs: 30_000 });
    const text = stdout.toString('utf8');
    const printed = withoutSpace(text);
    for (const each of [title, cause, typed, ...headings, ...said])
      expect(printed).toContain(withoutSpace(each));
    expect(text).toMatch(/1\s*\/\s*2/);
    // Nothing is left to the fonts of who reads it.
    const fonts = await runProgram('pdffonts', [pdf], { env, timeoutMs: 30_000 });
    const embedded = fonts.stdout
      .toString('utf8')
      .trim()
      .split('\n')
      .slice(2)
      .map((row) => row.split(/\s+/).at(-5));
    expect(new Set(embedded)).toEqual(new Set(['yes']));

    expect(trouble.said()).toEqual([]);
    if (language === 'ko') return;
    await run.kill();
    const again = await launch();
    const reopened = await again.page();
    await reopened.getByText(t.list.ended).click();
    await reopened.getByRole('button', { name: title }).first().click();
    await reopened.getByRole('button', { name: t.postMortem.title, exact: true }).click();
    await expect(reopened.getByRole('textbox', { name: t.postMortem.editor })).toHaveValue(written);
  });
}
