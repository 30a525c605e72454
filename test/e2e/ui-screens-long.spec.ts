import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { settle } from './app/settings-file.ts';
import { raise } from './app/view.ts';
import { fewWidths, photographer } from './ui/camera.ts';
import { command } from './ui/incident.ts';
import { offerPast } from './ui/long-past.ts';
import { goToPlace } from './ui/parts.ts';
import { writePayments } from './ui/payments-playbook.ts';
import { content, words } from './ui/screen-content.ts';

/** The screens after a long time of use: what does not fit into one of them, and what only comes with years. */

// Each look takes a minute: they need not wait for each other.
test.describe.configure({ mode: 'parallel' });

/** Of lists of which only what is in sight is drawn. */
const manyPages = 70;
const manyPast = 140;

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
    await goToPlace(page, t, t.place.history);
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
    await goToPlace(page, t, t.place.drills);
    await page.getByRole('combobox', { name: t.drill.playbook }).selectOption('payments');
    await expect(page.locator('.scenario').first()).toBeVisible();
    await look('drills-playbooks', { at: fewWidths });
    const { note } = content[language];
    await command(page, { type: 'add-note', incidentId, text: note });
    await command(page, { type: 'save-post-mortem', incidentId, language, text: `# ${title}\n${note}` });
    await command(page, { type: 'write-handover', text: `# ${title}\n${note}`, from: 1, until: 2 });
    await goToPlace(page, t, t.place.incidents);
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
