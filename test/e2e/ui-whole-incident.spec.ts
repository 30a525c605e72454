import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { ui as en } from '#shared/i18n/en/ui.ts';
import { ui as ko } from '#shared/i18n/ko/ui.ts';
import { expect, test } from '../support/fixtures.ts';
import { waitFor } from '../support/wait-for.ts';
import { minuteMs, moveClock, raise, statusOf } from './app/view.ts';
import { entriesOf, leaveField } from './ui/parts.ts';
import { channel, type ExpectedMessage, inForms, wholeIncident } from './ui/whole-incident.ts';

/** 02:11 in Seoul, where the playbook's times are told. */
const detectedAt = '2026-11-22T17:11:00.000Z';
const words = { en, ko };
const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');

for (const language of ['en', 'ko'] as const) {
  test(`${language}: a whole SEV-1 from page to close, every message as it has to be`, async ({
    launch,
    clipboard,
    userDataDir,
  }) => {
    test.slow();
    const t = words[language];
    const said = wholeIncident[language];
    const file = join(userDataDir, 'settings.json');
    const settings = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...settings, language, name: said.me, welcomed: true }));
    const run = await launch();
    const page = await run.page();
    const region = (name: string): Locator => page.getByRole('region', { name, exact: true });
    const [clock, composer, timeline] = [
      region(t.incident.clock),
      region(t.composer.label),
      region(t.timeline.label),
    ];
    const press = (within: Locator, name: string): Promise<void> =>
      within.getByRole('button', { name, exact: true }).click();
    /** Minutes after detection. */
    const at = async (minutes: number): Promise<void> => {
      await moveClock(run.app, detectedAt, minutes * minuteMs);
      if ((await clock.count()) > 0)
        await expect(clock.locator('.clock .figures')).toHaveText(`T+${`${minutes}`.padStart(2, '0')}:00`);
    };
    const copied = (title: string): Locator =>
      timeline.getByText(fill(t.event['message-copied'], { title }), { exact: true });
    const copyAs = async (form: string, title: string, text: string): Promise<void> => {
      const before = await copied(title).count();
      await composer.getByRole('radio', { name: form, exact: true }).check();
      await press(composer, t.composer.copy);
      await waitFor(`the clipboard to hold ${title} as ${form}`, async () => {
        const held = await clipboard.read();
        if (held !== text) throw new Error(held);
        return true;
      });
      await expect(copied(title)).toHaveCount(before + 1);
    };
    const write = async ({ typed, chosen = {} }: ExpectedMessage): Promise<void> => {
      for (const [label, option] of Object.entries(chosen))
        await composer.getByLabel(label, { exact: true }).selectOption(option);
      for (const [label, value] of Object.entries(typed))
        await composer.getByLabel(label, { exact: true }).fill(value);
    };
    const copyInEveryForm = async (message: ExpectedMessage): Promise<void> => {
      await write(message);
      const texts = inForms(message, said.title);
      for (const form of ['slack', 'markdown', 'email', 'plain'] as const)
        await copyAs(t.messages.forms[form], message.title, texts[form]);
    };
    const tab = (title: string): Promise<void> =>
      composer.getByRole('tab', { name: title, exact: true }).click();
    const textOfState = (id: string): string => {
      const state = said.states.find((each) => each.id === id);
      if (state === undefined) throw new Error(`no state ${id}`);
      return `${state.title}\n\n${state.message}`;
    };
    const postState = async (id: string): Promise<void> => {
      await tab(said.statusPage.title);
      await composer.getByLabel(t.composer.state, { exact: true }).selectOption(id);
      await copyAs(t.messages.forms['status-page'], said.statusPage.title, textOfState(id));
    };

    await test.step('page, acknowledgement, declaration', async () => {
      await moveClock(run.app, detectedAt, 0);
      await raise(run, { title: said.title, severity: 'SEV-1', service: 'checkout' });
      await region(t.list.pages)
        .getByRole('button', { name: new RegExp(said.title) })
        .click();
      await at(2);
      await press(page.getByRole('main'), t.action.acknowledge);
      await expect(clock.getByRole('heading', { level: 1, name: said.title })).toBeVisible();
      await at(4);
      await press(clock, said.actions.declare);
    });
    await test.step('roles and escalation', async () => {
      await press(page.getByRole('main'), t.roles.take);
      const roles = region(t.roles.label);
      await expect(roles.getByRole('button', { name: new RegExp(said.me) })).toBeVisible();
      await roles.getByRole('button', { name: new RegExp(said.roles.lead) }).click();
      await page.getByRole('dialog').getByRole('textbox', { name: t.roles.name }).fill(said.lead);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toContainText(fill(t.roles.held, { name: said.lead }));
      await page.keyboard.press('Escape');
      const label = fill(t.escalation.copyFor, { label: t.escalation.copy, level: said.level });
      await press(region(t.escalation.label), label);
      await waitFor('the call on the clipboard', async () => (await clipboard.read()) === said.call);
      await expect(
        timeline.getByText(fill(t.event['incident-escalated'], { level: said.level })),
      ).toBeVisible();
    });
    await test.step('declaration, first update, team', async () => {
      await tab(said.messages.declared.title);
      await copyInEveryForm(said.messages.declared);
      await at(12);
      await press(clock, t.incident.copyFirstUpdate);
      await copyInEveryForm(said.messages.update);
      await press(clock, said.actions.assemble);
    });
    await test.step('status page and the next level', async () => {
      await tab(said.statusPage.title);
      const [label, issue] = said.statusPage.issue;
      await composer.getByLabel(label, { exact: true }).fill(issue);
      await postState('investigating');
      for (const form of ['slack', 'markdown', 'plain'] as const)
        await copyAs(t.messages.forms[form], said.statusPage.title, textOfState('investigating'));
      await press(composer, t.messages.further);
      await page.getByRole('menuitem', { name: said.messages.escalation.title }).click();
      await copyInEveryForm(said.messages.escalation);
    });
    await test.step('diagnosis, rollback', async () => {
      await at(25);
      await press(clock, said.actions.diagnose);
      await postState('identified');
      await tab(said.messages.laterUpdate.title);
      await write(said.messages.laterUpdate);
      const slack = inForms(said.messages.laterUpdate, said.title).slack;
      await copyAs(t.messages.forms.slack, said.messages.laterUpdate.title, slack);
      await at(40);
      await page.getByRole('tab', { name: t.procedure.rollback, exact: true }).click();
      const announce = fill(t.rollback.message, { title: said.messages.rollback.title });
      await press(region(t.checklist.label), announce);
      await copyInEveryForm(said.messages.rollback);
      await postState('mitigating');
      await page.getByRole('tab', { name: t.procedure.quick, exact: true }).click();
      await leaveField(page);
      for (const key of '1234567890') await page.keyboard.press(key);
      await expect(region(t.checklist.label).getByRole('checkbox', { checked: true })).toHaveCount(10);
    });
    await test.step('resolution and closure', async () => {
      await at(48);
      await press(clock, said.actions.resolve);
      await tab(said.messages.resolved.title);
      await copyInEveryForm(said.messages.resolved);
      await postState('resolved');
      await press(clock, said.actions.close);
      await expect(clock.getByText(t.incident.closed, { exact: true })).toBeVisible();
    });

    const milestones = page.getByRole('list', { name: t.incident.milestones }).getByRole('listitem');
    const rail = await milestones.evaluateAll((all) =>
      all.map((each) =>
        ['.milestone-title', '.visually-hidden']
          .map((part) => each.querySelector(part)?.textContent)
          .join(' '),
      ),
    );
    expect(rail).toEqual(said.rail);
    expect((await statusOf(run)).incidents).toEqual([]);
    const copy = (title: string, times: number): string[] =>
      Array.from({ length: times }, () => fill(t.event['message-copied'], { title }));
    const { messages, phases, statusPage } = said;
    await expect
      .poll(async () => (await entriesOf(timeline)).toReversed())
      .toEqual([
        fill(t.event['page-received'], { title: said.title }),
        fill(t.event['incident-opened'], { severity: 'SEV-1' }),
        t.event['page-acknowledged'],
        `${phases.declared} · ${channel}`,
        `${said.roles.commander}: ${said.me}`,
        `${said.roles.lead}: ${said.lead}`,
        ...copy(messages.escalation.title, 1),
        fill(t.event['incident-escalated'], { level: said.level }),
        ...copy(messages.declared.title, 4),
        ...copy(messages.update.title, 4),
        phases.assembled,
        ...copy(statusPage.title, 4),
        ...copy(messages.escalation.title, 4),
        phases.diagnosed,
        ...copy(statusPage.title, 1),
        ...copy(messages.update.title, 1),
        ...copy(messages.rollback.title, 4),
        ...copy(statusPage.title, 1),
        ...said.ticks.map((item) => fill(t.event['checklist-ticked'], { item })),
        phases.resolved,
        ...copy(messages.resolved.title, 4),
        ...copy(statusPage.title, 1),
        phases.closed,
      ]);
  });
}
