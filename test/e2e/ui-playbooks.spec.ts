import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { untilStatus } from './app/view.ts';
import { takeIncident } from './ui/incident.ts';
import { goTo, parts } from './ui/parts.ts';
import { axeViolations, layoutTroubles } from './ui/screen-checks.ts';
import { watchForTrouble } from './ui/trouble.ts';

/** A person's own playbook: made and edited in the app, edited outside, broken and mended. */

const ITEM = 'Verify the problem and its scope of impact';

/** As editors save: the new text beside the file, then renamed over it. */
async function writeOver(file: string, text: string): Promise<void> {
  await writeFile(`${file}.tmp`, text);
  await rename(`${file}.tmp`, file);
}

test('is edited in the app and outside it, and one that breaks leaves the last good one in force', async ({
  launch,
  userDataDir,
  dunst: _dunst,
}) => {
  const folder = join(userDataDir, 'playbooks');
  const file = join(folder, 'talkstudio-incident-response-copy.en.yaml');
  let run = await launch();
  let page = await run.page();
  const trouble = watchForTrouble(run.app);
  const itemIs = (text: string) =>
    expect(parts(page).checklist.getByRole('checkbox').first()).toHaveAccessibleName(text);
  const itemOfNew = async (title: string, text: string): Promise<void> => {
    await goTo(page, 'Incidents');
    await takeIncident(run, page, { title });
    await itemIs(text);
  };
  await itemOfNew('Before', ITEM);

  await test.step('duplicate the built-in one, break it, mend it, save it', async () => {
    await goTo(page, 'Playbook');
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await page.getByRole('button', { name: 'Duplicate and edit' }).click();
    const editor = page.getByRole('region', { name: /^Edit talkstudio/ });
    const text = editor.getByRole('textbox', { name: /^Text of talkstudio/ });
    await expect(text).toBeVisible();
    await expect(editor.getByText('No problem.')).toBeVisible();
    expect(await layoutTroubles(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);

    await text.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('nonsense: [\n');
    await expect(editor.getByRole('button', { name: /^Line \d+, column \d+/ }).first()).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(editor.getByText(/^Not saved: it has problems/)).toBeVisible();
    expect(await readFile(file, 'utf8')).not.toContain('nonsense');

    const good = await readFile(file, 'utf8');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(good.replace(ITEM, 'Edited in the app'));
    await expect(editor.getByText('No problem.')).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(editor.getByText('Saved. It is in force for new incidents.')).toBeVisible();
    expect(await readFile(file, 'utf8')).toContain('Edited in the app');
    // Nobody is caught in the text.
    await page.keyboard.press('Tab');
    await expect(text).not.toBeFocused();
  });
  await itemOfNew('By the edited one', 'Edited in the app');
  expect(trouble.said()).toEqual([]);

  const edited = await readFile(file, 'utf8');
  await test.step('broken outside, the last good one stays in force, over a kill too', async () => {
    await writeOver(file, edited.replace('severities:', 'severities: ['));
    const broken = await untilStatus(run, 'the broken file', ({ alerting }) =>
      alerting.degraded.some(({ reason }) => reason === 'playbook-broken'),
    );
    const { detail } = broken.alerting.degraded.find(({ reason }) => reason === 'playbook-broken') ?? {};
    expect(detail).toMatch(/talkstudio-incident-response-copy\.en\.yaml:\d+:\d+ /);
    await itemOfNew('While it is broken', 'Edited in the app');
    await run.kill();
    run = await launch();
    page = await run.page();
    await itemOfNew('After the restart', 'Edited in the app');
  });

  await test.step('mended by another editor, it is picked up, and the trouble is over', async () => {
    await writeOver(file, edited.replace('Edited in the app', 'Mended outside'));
    await untilStatus(run, 'the mended file', ({ alerting }) =>
      alerting.degraded.every(({ reason }) => reason !== 'playbook-broken'),
    );
    await itemOfNew('By the mended one', 'Mended outside');
  });

  await test.step('what began before keeps what it began with', async () => {
    const open = parts(page).list.getByRole('region', { name: 'Being handled' });
    for (const [title, text] of [
      ['Before', ITEM],
      ['By the edited one', 'Edited in the app'],
    ] as const) {
      await open.getByRole('button', { name: title }).first().click();
      await expect(parts(page).clock.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await itemIs(text);
    }
  });
});
