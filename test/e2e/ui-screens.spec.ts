import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { settle } from './app/settings-file.ts';
import { minuteMs, moveClock, statusOf } from './app/view.ts';
import { fewWidths, photographer, widths, zoomedPhotographer } from './ui/camera.ts';
import { command } from './ui/incident.ts';
import { lookAtActions, lookAtEnded, lookAtPostMortem, lookAtPractice } from './ui/look-afterwards.ts';
import { lookAtImport, lookAtPlaybooks } from './ui/look-at-playbooks.ts';
import { goToPlace, leaveField } from './ui/parts.ts';
import { content, raiseAll, words } from './ui/screen-content.ts';
import { watchForTrouble } from './ui/trouble.ts';

/** Every screen in both languages, both themes and four widths: nothing spills, nothing is cut, nothing is complained of. */

// Each look takes a minute: they need not wait for each other.
test.describe.configure({ mode: 'parallel' });

/** What taking a page can be undone by. */
function acknowledgementIn(events: readonly { readonly type: string; readonly id: string }[]): string {
  return events.find(({ type }) => type === 'page.acknowledged')?.id ?? '';
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
      const place = (name: string): Promise<void> => goToPlace(page, t, name);
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
      await lookAtPostMortem(page, look, t, clock);
      await lookAtActions(page, look, t, { incidentId, said });
      await lookAtEnded(page, look, t);
      await lookAtPractice(page, look, t);
      expect(trouble.said()).toEqual([]);
    });
  }
}
