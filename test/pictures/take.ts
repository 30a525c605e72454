import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Command } from '#shared/domain/command/command.ts';
import type { TestSwitches } from '../../src/main/app/test-switches.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { type Desktop, startDesktop } from '../support/desktop.ts';
import { startDunst } from '../support/dunst.ts';
import { quietPort } from '../support/free-port.ts';
import { repositoryRoot } from '../support/repository.ts';
import { startStatusNotifierWatcher } from '../support/status-notifier-watcher.ts';
import { waitFor } from '../support/wait-for.ts';
import { english, korean, type Story } from './story.ts';

/** Takes the pictures of the README: a live incident seven minutes in, always at the same time of the same night. */

const folder = join(repositoryRoot, 'docs/pictures');
const detected = Date.parse('2026-11-23T17:11:00Z');
const at = (minutes: number, seconds = 0): number => detected + (minutes * 60 + seconds) * 1000;

interface Picture {
  readonly file: string;
  readonly language: 'en' | 'ko';
  readonly theme: 'dark' | 'light';
  readonly story: Story;
}

async function take(desktop: Desktop, { file, language, theme, story }: Picture): Promise<void> {
  const userDataDir = await mkdtemp(join(tmpdir(), 'tplus-picture-'));
  const settings = { language, theme, name: story.me, welcomed: true, receiverPort: await quietPort() };
  await writeFile(join(userDataDir, 'settings.json'), JSON.stringify(settings));
  const run = await launchApp({ desktop, userDataDir });
  try {
    const page = await run.page();
    await page.setViewportSize({ width: 1360, height: 860 });
    await tell(run, page, story);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.mouse.move(1359, 859);
    await page.screenshot({ path: join(folder, file) });
  } finally {
    await run.close();
    await rm(userDataDir, { recursive: true, force: true });
  }
}

async function tell(run: LaunchedApp, page: Page, story: Story): Promise<void> {
  const clock = (time: number): Promise<void> =>
    run.app.evaluate((_, to) => {
      const switches: TestSwitches | undefined = globalThis.tplusTest;
      switches?.clock.hold(to);
    }, time);
  const order = async (input: Command): Promise<string> => {
    const answer = await page.evaluate((each) => window.tplus.request['command.run'](each), input);
    if (!answer.ok || !answer.value.ok) throw new Error(`${input.type}: ${JSON.stringify(answer)}`);
    return answer.value.incidentId ?? '';
  };
  const raise = async (body: Readonly<Record<string, unknown>>): Promise<string> => {
    const { id } = (await run.post('/v1/pages', body)).body as { id: string };
    return id;
  };

  await clock(at(0, 4));
  const { title, summary } = story;
  const startedAt = new Date(detected).toISOString();
  const pageId = await raise({ title, summary, startedAt, severity: 'SEV-1', service: 'checkout-api' });
  await clock(at(1, 10));
  const incidentId = await order({ type: 'acknowledge', pageIds: [pageId] });
  await page.getByRole('navigation', { name: story.names.list }).getByText(title).first().click();
  await clock(at(2, 5));
  await order({ type: 'meet-milestone', incidentId, milestone: 'declare' });
  await order({ type: 'assign-role', incidentId, role: 'incident-commander', name: story.me });
  await order({ type: 'assign-role', incidentId, role: 'technical-lead', name: story.lead });
  const tick = async (item: string, time: number): Promise<void> => {
    await clock(time);
    await order({ type: 'tick', incidentId, checklist: 'quick-reference', item });
  };
  await tick('verify-problem', at(2, 20));
  await tick('decide-severity', at(2, 31));
  await tick('create-channel', at(2, 58));
  await tick('declare-commander', at(3, 4));
  await clock(at(3, 40));
  await fill(page, story.declaration);
  await copy(page, story.names.copy, story.names.declared, 1);
  await clock(at(4, 22));
  await order({ type: 'add-note', incidentId, text: story.notes[0] });
  await clock(at(5, 2));
  await page.getByRole('tab', { name: story.names.updated, exact: true }).click();
  await page.getByRole('combobox', { name: story.names.status }).selectOption(story.status);
  await fill(page, story.update);
  await copy(page, story.names.copy, story.names.updated, 2);
  await tick('post-first-update', at(5, 9));
  await clock(at(6, 30));
  await order({ type: 'add-note', incidentId, text: story.notes[1] });
  for (const [index, other] of story.others.entries()) {
    await clock(at(6, 40 + index * 8));
    await raise({ ...other });
  }
  await clock(at(7, 12));
  // What was said last is written last.
  await page.getByRole('listitem').getByText(story.notes[1]).waitFor();
  for (const other of story.others) await page.getByRole('listitem').getByText(other.title).waitFor();
  await waitFor('the clock on the screen', async () =>
    (await page.locator('.clock').first().textContent())?.includes('T+07:12'),
  );
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields))
    await page.getByRole('textbox', { name, exact: true }).fill(text);
}

/** Nothing is missing, so nothing is asked. */
async function copy(page: Page, button: string, title: string, copies: number): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await waitFor(
    `${title} on the timeline`,
    async () => (await page.locator('.timeline-copied').count()) === copies,
  );
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

await mkdir(folder, { recursive: true });
const desktop = await startDesktop();
const watcher = await startStatusNotifierWatcher(desktop);
const dunst = await startDunst(desktop);
try {
  await take(desktop, { file: 'incident-dark.png', language: 'en', theme: 'dark', story: english });
  await take(desktop, { file: 'incident-light.png', language: 'en', theme: 'light', story: english });
  await take(desktop, { file: 'incident-ko.png', language: 'ko', theme: 'dark', story: korean });
} finally {
  await dunst.stop();
  watcher.stop();
  await desktop.stop();
}
