import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';
import { waitFor } from '../support/wait-for.ts';
import { raise, statusOf } from './app/view.ts';
import { goTo, leaveField, parts } from './ui/parts.ts';
import { type Trouble, watchForTrouble } from './ui/trouble.ts';

/** Everything a sender writes is text, and stays what it is: text. */

const script = `<script>globalThis.hacked=1</script><img src="https://evil.example/x.png" onerror="globalThis.hacked=1">`;
const odd = '\u202egnp.exe\u202c \u0007\u200b\u2066x\u2069';
/** As it is shown: what would be invisible is spelt out. */
const oddShown = '[U+202E]gnp.exe[U+202C] ␇[U+200B][U+2066]x[U+2069]';

/** Nothing of it ran, was loaded, or became an element. */
async function expectHarmless(run: LaunchedApp, page: Page, trouble: Trouble): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(
    await page
      .locator('body :is(img, script, iframe, object, embed, style, link, base, form[action])')
      .count(),
  ).toBe(0);
  expect(await run.app.evaluate(() => globalThis.tplusTest?.blockedRequests())).toEqual([]);
  expect(trouble.said()).toEqual([]);
}

test('markup, scripts and invisible characters are shown as they are, everywhere', async ({ launch }) => {
  const run = await launch();
  const trouble = watchForTrouble(run.app);
  const page = await run.page();
  const title = `T${script}${odd}`;
  const titleShown = `T${script}${oddShown}`;
  const pageId = await raise(run, {
    title,
    severity: `<b>${odd}`,
    summary: `S${script}\n${odd}`,
    service: `V${script}`,
    key: `K${script}`,
    links: [
      { label: `L${script}`, url: 'https://status.example/a' },
      { label: 'plain', url: 'http://status.example/b' },
      { label: 'run', url: 'javascript:globalThis.hacked=1' },
      { label: 'read', url: 'file:///etc/passwd' },
    ],
    labels: { [`n${script}`]: `B${script}`, __proto__: 'P', constructor: 'C' },
  });
  const { pages, page: detail, clock, composer, preview, timeline, list } = parts(page);
  await expect(pages.getByRole('button', { name: `SEV-2 ${titleShown}` })).toBeVisible();
  await pages.getByRole('button', { name: `SEV-2 ${titleShown}` }).click();
  await expect(detail.getByRole('heading', { level: 1 })).toHaveText(titleShown);
  for (const text of [`S${script}`, `V${script}`, `n${script}`, `B${script}`, `L${script}`])
    await expect(detail.getByText(text).first()).toBeVisible();
  await expect(detail.getByText('“<b>[U+202E]gnp.exe')).toBeVisible();
  // Only https is a link; what is neither that nor http is gone, and that is said.
  await expect(detail.getByRole('button', { name: /script/ })).toHaveCount(1);
  await expect(detail.getByText('http://status.example/b')).toBeVisible();
  await expect(detail.getByText(/javascript:|passwd/)).toHaveCount(0);
  await expect(detail.getByText('/links/2')).toBeVisible();
  await detail.getByRole('button', { name: 'Show the original' }).click();
  await expect(detail.locator('pre')).toContainText('javascript:globalThis.hacked=1');
  await expectHarmless(run, page, trouble);

  await detail.getByRole('button', { name: 'Declare incident' }).click();
  await expect(clock.getByRole('heading', { level: 1 })).toHaveText(titleShown);
  await expect(list.getByRole('button', { name: titleShown }).first()).toBeVisible();
  await expect(timeline.getByText(`Page: ${titleShown}`)).toBeVisible();
  await expect(preview).toContainText(titleShown);
  await composer.getByRole('textbox', { name: 'Impact' }).fill(`I${script}`);
  await expect(preview).toContainText(`I${script}`);
  await timeline.getByRole('textbox', { name: 'Note' }).fill(`N${script}`);
  await page.keyboard.press('Enter');
  await expect(timeline.getByText(`Note: N${script}`)).toBeVisible();
  await goTo(page, 'Health');
  await goTo(page, 'Incidents');
  expect((await statusOf(run)).pages[0]).toMatchObject({ id: pageId, title: titleShown });
  await expectHarmless(run, page, trouble);
});

test('a copied message is escaped as its form wants it', async ({ launch, clipboard }) => {
  const run = await launch();
  const page = await run.page();
  const title = '<!channel> & <b>x</b> *y* `z` [l](https://e.example)';
  await raise(run, { title, severity: 'SEV-1' });
  await parts(page).page.getByRole('button', { name: 'Declare incident' }).click();
  const { composer } = parts(page);
  const lineOf = async (form: string, starts: string): Promise<string> => {
    await composer.getByText(form, { exact: true }).click();
    await leaveField(page);
    await page.keyboard.press('c');
    await page.getByRole('dialog').getByRole('button', { name: 'Copy anyway' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    return waitFor(`the ${form} form`, async () =>
      (await clipboard.read())?.split('\n').find((line) => line.startsWith(starts)),
    );
  };
  // Slack encodes what is pasted, and has no escape for the rest. What would call people is broken in every form.
  const broken = title.replace('<!', '<\u200b!');
  expect(await lineOf('Slack', '*Title*')).toBe(`*Title*: ${broken}`);
  expect(await clipboard.read('text/html')).toContain(
    '<strong>Title</strong>: &lt;\u200b!channel&gt; &amp; &lt;b&gt;x&lt;/b&gt; *y* `z` [l](https://e.example)<br>',
  );
  expect(await lineOf('Markdown', '**Title**')).toBe(
    '**Title**: <\u200b!channel> & \\<b>x\\</b> \\*y\\* \\`z\\` \\[l](https://e.example)',
  );
  expect(await lineOf('Plain text', 'Title')).toBe(`Title: ${broken}`);
});

test('200 kB in every field leave the window usable', async ({ launch }) => {
  const run = await launch();
  const trouble = watchForTrouble(run.app);
  const page = await run.page();
  const long = 'W'.repeat(200_000);
  await raise(run, {
    title: `A${long}`,
    severity: 'SEV-1',
    summary: `B${long}`,
    service: `C${long}`,
    labels: { name: `D${long}` },
    links: [{ label: `E${long}`, url: 'https://status.example/' }],
  });
  const { page: detail, pages, clock } = parts(page);
  await expect(detail.getByRole('heading', { level: 1 })).toHaveText(/^AW{298}…$/);
  await expect(detail.getByText('was shortened from 200001 to 4000 characters')).toBeVisible();
  const fits = (): Promise<boolean> =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const main = document.querySelector('.shell-place');
      return scrollWidth <= clientWidth && (main === null || main.scrollWidth <= main.clientWidth);
    });
  expect(await fits()).toBe(true);
  const row = await pages.getByRole('button', { name: /^SEV-1 AW/ }).boundingBox();
  expect(row?.height).toBeLessThan(120);
  const acknowledge = detail.getByRole('button', { name: 'Acknowledge' });
  await expect(acknowledge).toBeInViewport();
  await acknowledge.click();
  await expect(clock.getByRole('heading', { level: 1 })).toHaveText(/^AW{298}…$/);
  await expect(clock.getByRole('button', { name: 'Declare incident' })).toBeInViewport();
  await expect(parts(page).composer.getByRole('button', { name: 'Copy message' })).toBeInViewport();
  expect(await fits()).toBe(true);
  expect(trouble.said()).toEqual([]);
});
