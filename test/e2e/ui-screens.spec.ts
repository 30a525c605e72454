import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Locator, Page, TestInfo } from '@playwright/test';
import { ui as en } from '#shared/i18n/en/ui.ts';
import { ui as ko } from '#shared/i18n/ko/ui.ts';
import type { LaunchedApp } from '../support/app.ts';
import { tplus } from '../support/cli.ts';
import { expect, test } from '../support/fixtures.ts';
import { repositoryRoot } from '../support/repository.ts';
import { waitFor } from '../support/wait-for.ts';
import { minuteMs, moveClock, raise, statusOf, untilStatus } from './app/view.ts';
import { command } from './ui/incident.ts';
import { offerPast } from './ui/long-past.ts';
import { leaveField } from './ui/parts.ts';
import { axeViolations, layoutTroubles, outOfReach, untilStill } from './ui/screen-checks.ts';
import { watchForTrouble } from './ui/trouble.ts';

/** Every screen in both languages, both themes and four widths: nothing spills, nothing is cut, nothing is complained of. */

// Each look takes a minute: they need not wait for each other.
test.describe.configure({ mode: 'parallel' });

const words = { en, ko };
const widths = [600, 900, 1360, 1920] as const;
const height = 860;
/** Of the window, at 200 %: what is inside has half of it. */
const zoomedWidths = [900, 1360] as const;
/** For what lies over a screen that was looked at in every width. */
const fewWidths = [600, 1360] as const;
const libraryWidths = [900, 1360] as const;
const importWidths = [900, 1360, 3440] as const;
const documentsDir = join(repositoryRoot, 'test/unit/shared/domain/playbook-import/documents');
/** Of lists of which only what is in sight is drawn. */
const manyPages = 70;
const manyPast = 140;
const playbooksDir = join(repositoryRoot, 'resources/playbooks');

interface Look {
  readonly language: keyof typeof words;
  readonly theme: 'dark' | 'light';
}

const content = {
  en: {
    title: 'Checkout is down: every payment fails with a timeout',
    summary: 'Payments time out since 02:11.\nError rate 97% on checkout-api, all regions.',
    note: 'Rolling back payments 4.2 to 4.1; the provider confirms no trouble on their side.',
    impact: 'All customers: no order can be paid',
    other: 'Search answers slowly in two regions',
    name: 'Mina Kim',
  },
  ko: {
    title: '결제 서비스 중단: 모든 결제가 시간 초과로 실패',
    summary: '02:11부터 결제 요청이 시간 초과됩니다.\ncheckout-api 오류율 97%, 전체 리전.',
    note: 'payments 4.2를 4.1로 롤백하는 중. 결제 대행사 쪽은 이상 없다고 확인함.',
    impact: '전체 고객: 주문을 결제할 수 없음',
    other: '일부 리전에서 검색 응답이 느림',
    name: '김미나',
  },
};

/** Chromium takes none while it begins to draw anew, as when it has just found that there is no graphics card. */
async function takePicture(page: Page, path: string): Promise<void> {
  await waitFor('a picture', async () => (await page.screenshot({ path })).length > 0);
}

type Camera = (
  screen: string,
  how?: { at?: readonly number[]; bringUp?: () => Promise<void> },
) => Promise<void>;

const zoomTo = (run: LaunchedApp, factor: number): Promise<void> =>
  run.app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to),
    factor,
  );

/** Looks at what is on the screen now, twice as large: nothing is cut, and everything that acts can be reached. */
function zoomedPhotographer(
  run: LaunchedApp,
  page: Page,
  { language, theme }: Look,
  testInfo: TestInfo,
): Camera {
  const dir = join(testInfo.project.outputDir, '../screens', `${language}-${theme}-zoomed`);
  return async (screen, { bringUp } = {}) => {
    await mkdir(dir, { recursive: true });
    for (const width of zoomedWidths) {
      await page.setViewportSize({ width, height });
      await zoomTo(run, 2);
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width / 2);
      await bringUp?.();
      await untilStill(page);
      await takePicture(page, join(dir, `${screen}-${width}.png`));
      expect.soft(await layoutTroubles(page), `layout of ${screen} at ${width}, 200 %`).toEqual([]);
      expect.soft(await outOfReach(page), `reach of ${screen} at ${width}, 200 %`).toEqual([]);
    }
    await zoomTo(run, 1);
    await page.setViewportSize({ width: 1360, height });
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1360);
  };
}

/** Looks at what is on the screen now, at every width. */
function photographer(page: Page, { language, theme }: Look, testInfo: TestInfo): Camera {
  const dir = join(testInfo.project.outputDir, '../screens', `${language}-${theme}`);
  // Crossing a width at which the layout changes may close what was open: it is brought up again.
  return async (screen, { at = widths, bringUp } = {}) => {
    await mkdir(dir, { recursive: true });
    for (const width of at) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
      await bringUp?.();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await untilStill(page);
      await takePicture(page, join(dir, `${screen}-${width}.png`));
      expect.soft(await layoutTroubles(page), `layout of ${screen} at ${width}`).toEqual([]);
      if (width !== 1360 && (width !== 600 || language === 'ko')) continue;
      const violations = await axeViolations(page);
      const serious = violations.filter((each) => /^(serious|critical)/.test(each));
      expect.soft(serious, `accessibility of ${screen} at ${width}`).toEqual([]);
      for (const each of violations.filter((one) => !serious.includes(one)))
        testInfo.annotations.push({ type: `axe ${screen} ${width}`, description: each });
    }
    await page.setViewportSize({ width: 1360, height });
  };
}

/** What taking a page can be undone by. */
function acknowledgementIn(events: readonly { readonly type: string; readonly id: string }[]): string {
  return events.find(({ type }) => type === 'page.acknowledged')?.id ?? '';
}

async function settle(userDataDir: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const file = join(userDataDir, 'settings.json');
  const before = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...before, ...settings }));
}

async function raiseAll(run: LaunchedApp, language: Look['language']): Promise<string> {
  const { title, summary, other } = content[language];
  await raise(run, { title: other, severity: 'SEV-3', service: 'search-api' });
  await raise(run, { title: 'disk 91% full on db-7', severity: 'nonsense', service: 'postgres' });
  return raise(run, {
    title,
    summary,
    severity: 'critical',
    service: 'checkout-api',
    startedAt: new Date(Date.now() - 3 * minuteMs).toISOString(),
    faultStartedAt: 'yesterday',
    labels: {
      region: 'ap-northeast-2',
      cluster: 'prod-a',
      runbook: 'https://runbooks.example/checkout/payment-timeouts',
    },
    links: [
      { label: 'Dashboard', url: 'https://grafana.example/d/checkout?from=now-1h&to=now' },
      { label: 'Logs', url: 'http://logs.example/search?q=checkout' },
    ],
  });
}

/** A drill while it runs, its debrief, and training with somebody on the list. */
async function lookAtPractice(
  page: Page,
  look: ReturnType<typeof photographer>,
  t: (typeof words)[keyof typeof words],
): Promise<void> {
  await page
    .getByRole('navigation', { name: t.place.label })
    .getByRole('button', { name: t.place.drills })
    .click();
  const language = t === words.ko ? 'ko' : 'en';
  await command(page, { type: 'start-drill', scenario: 'slow-api', language, everyoneKnows: true });
  await page.getByRole('button', { name: t.drill.running.reveal }).click();
  await look('drill-running');
  await page.getByRole('main').getByRole('button', { name: t.drill.abort }).first().click();
  await page.locator('.past-drill').first().click();
  await expect(page.getByRole('article')).toBeVisible();
  await look('drill-debrief', { at: fewWidths });
  await command(page, { type: 'tick-training', person: 'Joon', course: 'quarterly', item: 'tabletop' });
  await page.getByRole('radio', { name: t.drill.tabs.training }).click();
  await expect(page.getByRole('rowheader', { name: /Joon/ }).first()).toBeVisible();
  await look('training');
}

/** A playbook of one's own, in both languages; `differing`: with an id that only one of them has. */
async function writePayments(folder: string, differing: boolean): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    (['en', 'ko'] as const).map(async (edition) => {
      const text = await readFile(join(playbooksDir, `talkstudio-incident-response.${edition}.yaml`), 'utf8');
      const own = text.replace(/^id: .*$/m, 'id: payments');
      // As a translator may have named it.
      const other = own.replace('id: verify-problem', 'id: check-problem');
      await writeFile(join(folder, `payments.${edition}.yaml`), differing && edition === 'en' ? other : own);
    }),
  );
}

/** A team's own document as it is looked over before it is a playbook: its top, and a drawing with its blanks. */
async function lookAtImport(
  run: LaunchedApp,
  page: Page,
  look: Camera,
  t: (typeof words)[keyof typeof words],
): Promise<void> {
  const document = join(documentsDir, t === words.ko ? 'talkstudio.ko.md' : 'ops-wiki.en.md');
  const told = await tplus(['import-playbook', document], { userDataDir: run.userDataDir });
  expect([told.code, told.stderr]).toEqual([0, '']);
  await expect(page.getByRole('heading', { level: 1, name: t.importing.title })).toBeVisible();
  await look('import', { at: importWidths });
  const drawing = page.locator('.import-drawing').first();
  await look('import-drawing', { at: importWidths, bringUp: () => drawing.scrollIntoViewIfNeeded() });
  await page.getByRole('button', { name: t.importing.discard }).click();
  await expect(page.getByRole('button', { name: t.playbooks.all })).toBeVisible();
}

/** The playbooks with one that cannot be used and one whose languages differ, and the editor on the broken one. */
async function lookAtPlaybooks(
  run: LaunchedApp,
  page: Page,
  look: Camera,
  { folder, t }: { readonly folder: string; readonly t: (typeof words)[keyof typeof words] },
): Promise<void> {
  await writePayments(folder, true);
  await writeFile(join(folder, 'broken.yaml'), 'schema: tplus-playbook/1\nid: broken\nseverities: []\n');
  for (const reason of ['playbook-broken', 'playbook-editions-differ'] as const)
    await untilStatus(run, reason, ({ alerting }) =>
      alerting.degraded.some((each) => each.reason === reason),
    );
  await page.getByRole('button', { name: t.playbooks.all }).click();
  await expect(page.getByRole('heading', { name: t.playbooks.broken })).toBeVisible();
  await expect(page.getByRole('heading', { name: t.playbooks.differing })).toBeVisible();
  await look('playbook-library', { at: libraryWidths });
  const named = t.playbooks.editOf.replace('{{name}}', 'broken.yaml');
  await page.getByRole('button', { name: named, exact: true }).click();
  await expect(page.getByRole('heading', { name: t.playbooks.editor.problems })).toBeVisible();
  await expect(page.getByText(t.playbooks.editor.checking)).toHaveCount(0);
  await look('playbook-editor', { at: libraryWidths });
  await rm(folder, { recursive: true });
  await untilStatus(run, 'no trouble with playbooks', ({ alerting }) =>
    alerting.degraded.every(({ reason }) => !reason.startsWith('playbook')),
  );
}

for (const language of ['en', 'ko'] as const) {
  for (const view of ['dark', 'light', ...(language === 'ko' ? (['zoomed'] as const) : [])] as const) {
    const theme = view === 'zoomed' ? 'light' : view;
    test(`${language}, ${view}: everything from the first run to the last incident`, async ({
      launch,
      dunst: _dunst,
      userDataDir,
    }, testInfo) => {
      test.setTimeout(600_000);
      await settle(userDataDir, { language, theme });
      const t = words[language];
      const said = content[language];
      const run = await launch();
      const trouble = watchForTrouble(run.app);
      const page = await run.page();
      const shown = { language, theme };
      const look =
        view === 'zoomed'
          ? zoomedPhotographer(run, page, shown, testInfo)
          : photographer(page, shown, testInfo);
      const place = (name: string): Promise<void> =>
        page
          .getByRole('navigation', { name: t.place.label })
          .getByRole('button', { name, exact: true })
          .click();
      const clock = page.getByRole('region', { name: t.incident.clock });

      await expect(page.getByRole('heading', { level: 1, name: t.welcome.title })).toBeVisible();
      await look('first-run');
      await page.getByRole('button', { name: t.welcome.done }).click();
      await expect(page.getByText(t.welcome.quietTitle)).toBeVisible();
      await look('nothing-open');
      await place(t.place.playbook);
      await look('playbook');
      await lookAtImport(run, page, look, t);
      await lookAtPlaybooks(run, page, look, { folder: join(userDataDir, 'playbooks'), t });
      await place(t.place.drills);
      await page.locator('.folded summary').first().click();
      await look('drills');
      await page.locator('.scenario button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('dialog-drill', { at: fewWidths });
      await page.keyboard.press('Escape');
      await place(t.place.history);
      await page.getByRole('button', { name: t.history.sample.show }).first().click();
      await expect(page.getByRole('heading', { name: t.history.recent })).toBeVisible();
      await look('history', { at: [...widths, 2560] });
      const asTable = t.history.asTable.replace('{{title}}', t.history.bySeverity);
      await page.getByRole('button', { name: asTable, exact: true }).click();
      await look('history-table', { at: fewWidths });
      await page.getByRole('radio', { name: t.history.tabs.incidents }).check({ force: true });
      await look('history-incidents', { at: widths });
      await page.getByRole('region', { name: t.history.list.label }).getByRole('listitem').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('dialog-sample', { at: fewWidths });
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: t.history.sample.remove }).click();
      await place(t.place.settings);
      await look('settings');
      await page.getByRole('button', { name: t.settings.renew }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('dialog-renew', { at: fewWidths });
      await page.keyboard.press('Escape');
      await page.getByRole('textbox', { name: t.settings.name }).fill(said.name);
      await page.keyboard.press('Enter');
      await place(t.place.health);
      await expect(page.getByText(t.health.good)).toBeVisible();
      await look('health-good');
      await place(t.place.incidents);

      const pageId = await raiseAll(run, language);
      const pages = page.getByRole('region', { name: t.list.pages, exact: true });
      await pages.getByRole('button', { name: new RegExp(said.title) }).click();
      await expect(page.getByRole('button', { name: t.action.acknowledge, exact: true })).toBeVisible();
      await look('page');
      const chooseIn = async (): Promise<void> => {
        const opener = page.getByRole('button', { name: new RegExp(`^${t.place.list}`) });
        const choose = pages.getByRole('button', { name: t.list.choose });
        await expect(async () => {
          if ((await pages.count()) === 0) await opener.click();
          if ((await choose.count()) > 0) await choose.click();
          expect(await pages.getByRole('checkbox').count()).toBe(3);
        }).toPass();
      };
      await look('pages-selecting', { bringUp: chooseIn });
      const { incidentId = '' } = await command(page, {
        type: 'acknowledge',
        pageIds: [pageId],
        declare: true,
      });
      const about = { incidentId, checklist: 'quick-reference' } as const;
      for (const item of ['verify-problem', 'decide-severity', 'create-channel'])
        await command(page, { type: 'tick', ...about, item });
      await command(page, { type: 'add-note', incidentId, text: said.note });
      await page
        .getByRole('navigation', { name: t.list.label })
        .getByRole('button', { name: new RegExp(said.title) })
        .first()
        .click();
      await expect(clock).toBeVisible();
      await look('incident', { at: [...widths, 2560] });
      const askOfGaps = async (): Promise<void> => {
        if ((await page.getByRole('dialog').count()) === 0) {
          await leaveField(page);
          await page.keyboard.press('c');
        }
        await expect(page.getByRole('dialog')).toBeVisible();
      };
      await look('dialog-gaps', { at: fewWidths, bringUp: askOfGaps });
      await askOfGaps();
      await page.getByRole('button', { name: t.composer.copyAnyway }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await leaveField(page);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('keys', { at: fewWidths });
      await page.keyboard.press('Escape');
      const contacts = page.getByRole('button', { name: t.incident.contacts, exact: true });
      /** As a person would in a window of that size: its button may have to be scrolled to first. */
      const openAnew = (opener: Locator, role: 'dialog' | 'menu') => async (): Promise<void> => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole(role)).toHaveCount(0);
        await opener.click();
        await expect(page.getByRole(role)).toBeVisible();
      };
      await look('contacts', { at: fewWidths, bringUp: openAnew(contacts, 'dialog') });
      await page.keyboard.press('Escape');
      const menu = clock.getByRole('button', { name: t.incident.menu });
      await look('incident-menu', { at: fewWidths, bringUp: openAnew(menu, 'menu') });
      await openAnew(menu, 'menu')();
      await page.getByRole('menuitem').filter({ hasText: t.incident.rename }).click();
      await look('dialog-rename', { at: fewWidths });
      await page.keyboard.press('Escape');
      const { pages: open, incidents } = await statusOf(run);
      const { detectedAt = '' } = incidents[0] ?? {};
      const otherId = open.find(({ title }) => title === said.other)?.id ?? '';
      const other = await command(page, { type: 'acknowledge', pageIds: [otherId] });
      const fromMenu = async (entry: string): Promise<void> => {
        await clock.getByRole('button', { name: t.incident.menu }).click();
        await page.getByRole('menuitem', { name: entry, exact: true }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      };
      await fromMenu(t.several.pagesMenu);
      await look('dialog-pages', { at: fewWidths });
      await page.getByRole('button', { name: t.several.move.replace('{{title}}', said.title) }).click();
      await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
      await look('dialog-move', { at: fewWidths });
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await fromMenu(t.several.mergeMenu);
      await look('dialog-merge', { at: fewWidths });
      await page.keyboard.press('Escape');
      const search = async (): Promise<void> => {
        await leaveField(page);
        await page.keyboard.press('/');
        await page.getByRole('searchbox', { name: t.listSearch.label }).fill('4.2');
        await expect(page.getByRole('region', { name: t.listSearch.results })).toContainText('4.2');
      };
      await look('search', { at: fewWidths, bringUp: search });
      await search();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: t.listSearch.clear }).click();
      // No more of it: the screens from here on have one incident.
      await command(page, { type: 'undo', eventId: acknowledgementIn(other.events) });
      await moveClock(run.app, detectedAt, 18 * minuteMs);
      await look('incident-late');
      await page.getByRole('tab', { name: new RegExp(`^${t.procedure.procedure}`) }).click();
      await look('incident-procedure');
      await page.getByRole('tab', { name: t.procedure.rollback, exact: true }).click();
      await look('incident-rollback');
      await page.getByRole('tab', { name: t.procedure.quick, exact: true }).click();
      const showTab = (name: string) => async (): Promise<void> => {
        const tab = page.getByRole('tab', { name, exact: true });
        if ((await tab.count()) > 0) await tab.click();
      };
      await look('incident-message', { at: [600], bringUp: showTab(t.incident.composerTab) });
      await look('incident-timeline', { at: [600], bringUp: showTab(t.incident.timelineTab) });
      await command(page, { type: 'meet-milestone', incidentId, milestone: 'resolve' });
      await look('incident-resolved');
      await command(page, { type: 'meet-milestone', incidentId, milestone: 'close' });
      await look('incident-closed');
      await clock.getByRole('button', { name: t.postMortem.title, exact: true }).click();
      await expect(page.getByRole('textbox', { name: t.postMortem.editor })).toBeVisible();
      await look('post-mortem');
      const showPreview = async (): Promise<void> => {
        const tab = page.getByRole('tab', { name: t.postMortem.preview, exact: true });
        if ((await tab.count()) > 0) await tab.click();
      };
      await look('post-mortem-preview', { at: [600], bringUp: showPreview });
      const showMeeting = async (): Promise<void> => {
        const meeting = page.getByRole('button', { name: t.postMortem.meeting, exact: true });
        await expect(async () => {
          if ((await page.getByRole('dialog').count()) > 0) return;
          if ((await meeting.count()) > 0) await meeting.click();
          else {
            await page.getByRole('button', { name: t.postMortem.more }).click();
            await page.getByRole('menuitem', { name: t.postMortem.meeting }).click();
          }
          await expect(page.getByRole('dialog')).toBeVisible();
        }).toPass();
      };
      await look('post-mortem-meeting', { at: fewWidths, bringUp: showMeeting });
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: t.postMortem.back }).click();
      const action = { type: 'add-action', incidentId, owner: said.name, priority: 'high' } as const;
      const late = { dueOn: '2026-01-15', status: 'open', category: 'detection' } as const;
      await command(page, { ...action, ...late, description: said.note });
      await command(page, { ...action, ...late, description: said.title, owner: '', status: 'completed' });
      await place(t.place.actions);
      await expect(page.getByRole('heading', { level: 1, name: t.actions.title })).toBeVisible();
      await look('actions-board');
      await page.getByRole('radio', { name: t.actions.table }).check();
      await look('actions-table');
      await page.getByRole('button', { name: t.actions.add, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('dialog-action', { at: fewWidths });
      await page.keyboard.press('Escape');
      await place(t.handover.open);
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('dialog-handover', { at: fewWidths });
      await page.keyboard.press('Escape');
      await place(t.place.incidents);
      const showEnded = async (): Promise<void> => {
        const ended = page.locator('details.ended');
        await expect(async () => {
          if (!(await ended.isVisible()))
            await page.getByRole('button', { name: new RegExp(`^${t.place.list}`) }).click();
          if ((await ended.getAttribute('open')) === null) await ended.locator('summary').click();
          expect(await ended.getAttribute('open')).not.toBeNull();
        }).toPass();
      };
      await look('list-ended', { at: fewWidths, bringUp: showEnded });
      await lookAtPractice(page, look, t);
      expect(trouble.said()).toEqual([]);
    });
  }
}

for (const [language, theme] of [
  ['en', 'light'],
  ['ko', 'dark'],
] as const) {
  test(`${language}, ${theme}: long lists, drills of several playbooks, and a text removed for good`, async ({
    launch,
    dunst: _dunst,
    userDataDir,
  }, testInfo) => {
    test.setTimeout(300_000);
    const t = words[language];
    const { title, other } = content[language];
    await settle(userDataDir, { language, theme, welcomed: true });
    await writePayments(join(userDataDir, 'playbooks'), false);
    const run = await launch();
    const page = await run.page();
    const look = photographer(page, { language, theme }, testInfo);
    const pageId = await raise(run, { title, severity: 'SEV-1', service: 'checkout-api' });
    for (let index = 1; index <= manyPages; index += 1)
      await raise(run, {
        title: `${other} ${index}`,
        severity: `SEV-${(index % 4) + 1}`,
        service: 'search-api',
      });
    const { events, incidentId = '' } = await command(page, { type: 'acknowledge', pageIds: [pageId] });
    const goTo = (name: string): Promise<void> =>
      page
        .getByRole('navigation', { name: t.place.label })
        .getByRole('button', { name, exact: true })
        .click();
    const pages = page.getByRole('region', { name: t.list.pages, exact: true });
    const opener = page.getByRole('button', { name: new RegExp(`^${t.place.list}`) });
    const showList = async (): Promise<void> => {
      await expect(async () => {
        if ((await pages.count()) === 0) await opener.click();
        await expect(pages.getByRole('listitem').first()).toHaveAttribute('aria-setsize', `${manyPages}`);
      }).toPass();
    };
    await look('list-long', { at: fewWidths, bringUp: showList });
    await offerPast(
      page,
      events,
      Array.from({ length: manyPast }, (_, index) => (index % 3 === 0 ? title : `${other} ${index}`)),
    );
    await goTo(t.place.history);
    await page.getByRole('radio', { name: t.history.tabs.incidents }).check({ force: true });
    const lines = page.getByRole('region', { name: t.history.list.label }).getByRole('listitem');
    await expect(lines.first()).toHaveAttribute('aria-setsize', `${manyPast + 1}`);
    await look('history-long');
    const showEnd = async (): Promise<void> => {
      await page
        .locator('.history-lines')
        .evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
      await expect(lines.last()).toHaveAttribute('aria-posinset', `${manyPast + 1}`);
    };
    await look('history-long-end', { at: fewWidths, bringUp: showEnd });
    await goTo(t.place.drills);
    await page.getByRole('combobox', { name: t.drill.playbook }).selectOption('payments');
    await expect(page.locator('.scenario').first()).toBeVisible();
    await look('drills-playbooks', { at: fewWidths });
    const { note } = content[language];
    await command(page, { type: 'add-note', incidentId, text: note });
    await command(page, { type: 'save-post-mortem', incidentId, language, text: `# ${title}\n${note}` });
    await command(page, { type: 'write-handover', text: `# ${title}\n${note}`, from: 1, until: 2 });
    await goTo(t.place.incidents);
    const list = page.getByRole('navigation', { name: t.list.label });
    const entry = page.getByRole('listitem').filter({ hasText: note }).last();
    const showRedaction = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await expect(async () => {
        if ((await list.count()) === 0) await opener.click();
        await list.getByRole('button', { name: title }).first().click();
        const timeline = page.getByRole('tab', { name: t.incident.timelineTab, exact: true });
        if ((await timeline.count()) > 0) await timeline.click();
        await entry.getByRole('button', { name: t.timeline.entryMenu }).click();
        await page.getByRole('menuitem', { name: t.timeline.redact }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      }).toPass();
    };
    await look('dialog-redact', { at: fewWidths, bringUp: showRedaction });
  });
}

for (const [language, theme] of [
  ['en', 'light'],
  ['ko', 'dark'],
] as const) {
  test(`${language}, ${theme}: Health when much is wrong`, async ({ launch, userDataDir }, testInfo) => {
    test.setTimeout(240_000);
    const t = words[language];
    await settle(userDataDir, { language, theme, welcomed: true });
    const { receiverPort } = JSON.parse(await readFile(join(userDataDir, 'settings.json'), 'utf8')) as {
      receiverPort: number;
    };
    await writeFile(join(userDataDir, 'IndexedDB'), 'no folder');
    const other = createServer().listen(receiverPort, '127.0.0.1');
    await once(other, 'listening');
    try {
      const run = await launch();
      const page = await run.page();
      const look = photographer(page, { language, theme }, testInfo);
      await expect(page.getByText(t.welcome.quietProblem)).toBeVisible();
      await look('nothing-open-impaired');
      await raise(run, { title: 'Checkout down', severity: 'SEV-1' });
      await untilStatus(run, 'the notification to fail', ({ alerting }) => alerting.native === 'no-daemon');
      await look('page-with-banners');
      await page
        .getByRole('navigation', { name: t.place.label })
        .getByRole('button', { name: new RegExp(t.place.health) })
        .click();
      for (const reason of ['receiver-port-taken', 'notifications-not-shown'] as const)
        await expect(page.getByText(t.degraded[reason].what)).toBeVisible();
      await expect(page.getByText(t.storage.unavailable.what).first()).toBeVisible();
      await look('health-degraded');
    } finally {
      other.close();
    }
  });
}
