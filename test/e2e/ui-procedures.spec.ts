import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { minuteMs, moveClock, statusOf } from './app/view.ts';
import { command, takeIncident } from './ui/incident.ts';
import { leaveField, parts } from './ui/parts.ts';
import { axeViolations, layoutTroubles } from './ui/screen-checks.ts';

/** `02:11`, as the built-in playbook is at home. */
const clockTime = (at: number): string =>
  new Intl.DateTimeFormat('en', {
    timeZone: 'Asia/Seoul',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

async function settle(userDataDir: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const file = join(userDataDir, 'settings.json');
  const before = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...before, welcomed: true, ...settings }));
}

const phases = (checklist: Locator): Locator => checklist.locator('.phase-head');

/** `Immediate action: late`, for every phase; the open one marked by `*`. */
function statesOf(checklist: Locator): Promise<string[]> {
  return phases(checklist).evaluateAll((heads) =>
    heads.map((head) => {
      const [title, state] = (head.textContent ?? '').split(', ');
      return `${title}: ${state}${head.getAttribute('aria-expanded') === 'true' ? '*' : ''}`;
    }),
  );
}

async function expectSound(page: Page): Promise<void> {
  expect(await layoutTroubles(page)).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
}

const named = (late: Locator): Promise<string[]> =>
  late.getByRole('checkbox').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));

test('a SEV-1 is walked through its windows by the clock', async ({ launch, clipboard, userDataDir }) => {
  test.slow();
  await settle(userDataDir, { theme: 'dark' });
  const run = await launch();
  const page = await run.page();
  const { incidentId } = await takeIncident(run, page, { declare: true });
  const { checklist, composer, timeline } = parts(page);
  const detectedAt = (await statusOf(run)).incidents[0]?.detectedAt ?? '';
  const at = (minutes: number): Promise<void> => moveClock(run.app, detectedAt, minutes * minuteMs);
  const late = checklist.getByRole('region', { name: 'Late' });
  const said = checklist.getByRole('status').first();

  await test.step('the quick reference comes first, the procedure is one click away', async () => {
    await expect(checklist.getByRole('checkbox')).toHaveCount(10);
    await checklist.getByRole('tab', { name: 'Procedure' }).click();
    await expect
      .poll(() => statesOf(checklist))
      .toEqual([
        'Immediate action: current*',
        'Initial response: upcoming',
        'Diagnosis: upcoming',
        'Resolution: upcoming',
        'Closing: upcoming',
      ]);
    const start = Date.parse(detectedAt);
    for (const [index, [from, to]] of [
      [0, 5],
      [5, 15],
      [15, 30],
      [30, 60],
    ].entries()) {
      const [begin, end] = [from, to].map((minutes = 0) => clockTime(start + minutes * minuteMs));
      await expect(phases(checklist).nth(index)).toContainText(`${begin}–${end}`);
    }
    await expect(phases(checklist).nth(4)).toContainText('after Resolve');
  });

  await test.step('numbers tick the open phase; what is left of it is late, and the next one opens', async () => {
    await leaveField(page);
    await page.keyboard.press('1');
    await page.keyboard.press('3');
    await expect(checklist.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await expect(timeline.getByText('Checked: Declare the IC role')).toBeVisible();
    await at(5.2);
    await expect
      .poll(async () => (await statesOf(checklist)).slice(0, 2))
      .toEqual(['Immediate action: late', 'Initial response: current*']);
    expect(await named(late)).toEqual([
      expect.stringMatching(/^Create the Slack channel #incident-\d{8}$/),
      'Call the response team through PagerDuty',
    ]);
    await expect(said).toHaveText('Now: Initial response. 2 late');
    await expect(checklist.getByRole('tab', { name: /^Procedure.*2 late$/ })).toBeVisible();
    await expectSound(page);
  });

  await test.step('a late item that is done goes back to its phase, and the focus goes on', async () => {
    await late.getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    await expect(late.getByRole('checkbox')).toHaveCount(1);
    await expect(late.getByRole('checkbox')).toBeFocused();
    await phases(checklist).first().click();
    await expect(checklist.getByRole('checkbox', { checked: true })).toHaveCount(3);
    await phases(checklist).first().click();
  });

  await test.step('the rollback opens from its item: command, variable, message', async () => {
    await checklist.getByRole('button', { name: 'Open rollback' }).click();
    await checklist.getByRole('checkbox', { name: 'Data may be damaged' }).click();
    await expect(checklist.getByText('1 of 3 hold')).toBeVisible();
    await checklist.getByRole('button', { name: 'Copy Last stable versions' }).click();
    await expect.poll(() => clipboard.read()).toBe("git tag --list 'v*-prod' | tail -5");
    await checklist
      .getByRole('button', { name: 'Copy Deploy an earlier version with GitHub Actions' })
      .click();
    const question = page.getByRole('dialog', { name: 'Fill in before copying' });
    await question.getByRole('textbox', { name: 'Earlier version' }).fill('v1.2.2');
    await question.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect
      .poll(() => clipboard.read())
      .toBe('# Actions → Deploy to Production\n#   version: v1.2.2\n#   confirm_staging: true');
    await checklist.getByRole('textbox', { name: 'Earlier version' }).fill('v1.2.2 $(id)');
    await expect(checklist.getByText(/holds what a shell acts on: space \$ \( \)$/)).toBeVisible();
    await checklist.getByRole('textbox', { name: 'Earlier version' }).fill('v1.2.1');
    await expectSound(page);
    await checklist.getByRole('button', { name: 'Write “Rollback complete”' }).click();
    await expect(
      composer.getByRole('tab', { name: 'Rollback complete', exact: true, selected: true }),
    ).toBeVisible();
    await expect(composer.getByRole('textbox', { name: 'Version rolled back to' })).toHaveValue('v1.2.1');
    await checklist.getByRole('tab', { name: /^Procedure/ }).click();
  });

  await test.step('each later window opens at its time; the severity moves them all', async () => {
    await at(15.1);
    await expect.poll(async () => (await statesOf(checklist))[2]).toBe('Diagnosis: current*');
    await expect(late.getByRole('checkbox')).toHaveCount(5);
    await at(30.1);
    await expect.poll(async () => (await statesOf(checklist))[3]).toBe('Resolution: current*');
    await expect(late.getByRole('checkbox')).toHaveCount(9);
    await command(page, { type: 'change-severity', incidentId, severity: 'SEV-2' });
    await expect.poll(async () => (await statesOf(checklist))[2]).toBe('Diagnosis: current*');
    await expect(late.getByRole('checkbox')).toHaveCount(5);
    await command(page, { type: 'change-severity', incidentId, severity: 'SEV-1' });
    await expect(late.getByRole('checkbox')).toHaveCount(9);
    await at(61);
    await expect
      .poll(async () => (await statesOf(checklist)).slice(3))
      .toEqual(['Resolution: late', 'Closing: upcoming*']);
  });

  await test.step('the resolution begins the closing', async () => {
    await command(page, { type: 'meet-milestone', incidentId, milestone: 'resolve' });
    await expect.poll(async () => (await statesOf(checklist))[4]).toBe('Closing: current*');
    for (const item of ['Declare the incident resolved', 'Schedule the post-mortem'])
      await checklist.getByRole('checkbox', { name: item }).click();
    await expect(phases(checklist).nth(4)).toContainText('2/4');
    await page.setViewportSize({ width: 900, height: 860 });
    await expectSound(page);
  });
});

test('a suspected data leak adds its procedure, in Korean and in the light', async ({
  launch,
  userDataDir,
}) => {
  await settle(userDataDir, { language: 'ko', theme: 'light' });
  const run = await launch();
  const page = await run.page();
  const pageId = (await run.post('/v1/pages', { title: '고객 정보 조회 급증', severity: 'SEV-3' })).body as {
    id: string;
  };
  await command(page, { type: 'acknowledge', pageIds: [pageId.id] });
  await page
    .getByRole('region', { name: '대응 중' })
    .getByRole('button', { name: /고객 정보/ })
    .click();
  const checklist = page.getByRole('region', { name: '체크리스트' });
  await checklist.getByRole('tab', { name: '절차' }).click();
  await expect.poll(() => statesOf(checklist)).toEqual(['표준 대응: 진행 중*', '종료: 예정']);
  await checklist.getByRole('button', { name: '데이터 유출 의심', exact: true }).click();
  const leak = checklist.getByRole('region', { name: '데이터 유출 의심' });
  await expect(leak.getByRole('checkbox', { name: '즉시 보안팀 통보' })).toBeFocused();
  expect(await named(leak)).toEqual([
    '즉시 보안팀 통보',
    '영향 받은 데이터 범위 파악',
    '접근 로그 보존',
    '법무팀 통보 (필요시)',
    '규제 기관 보고 검토 (GDPR 등)',
  ]);
  await page.keyboard.press('1');
  await expect(leak.getByRole('checkbox', { name: '즉시 보안팀 통보' })).toBeChecked();
  await expect(
    page.getByRole('region', { name: '타임라인' }).getByText('체크: 즉시 보안팀 통보'),
  ).toBeVisible();
  for (const width of [900, 1360]) {
    await page.setViewportSize({ width, height: 860 });
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
    await expectSound(page);
  }
  await leak.getByRole('button', { name: '데이터 유출 의심 해제' }).click();
  await expect(leak).toHaveCount(0);
  await checklist.getByRole('button', { name: '데이터 유출 의심', exact: true }).click();
  // What was ticked has stayed.
  await expect(leak.getByRole('checkbox', { name: '즉시 보안팀 통보' })).toBeChecked();
});
