import type { Locator, Page } from '@playwright/test';
import { expect } from '../../support/fixtures.ts';
import { type Camera, fewWidths } from './camera.ts';
import { command } from './incident.ts';
import { goToPlace } from './parts.ts';
import { type content, type Language, type Words, words } from './screen-content.ts';

/** The screens of what comes after an incident. */

/** The post-mortem of the incident whose clock is shown, its preview and its meeting. */
export async function lookAtPostMortem(page: Page, look: Camera, t: Words, clock: Locator): Promise<void> {
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
}

/** The action items of an incident, and the hand-over. */
export async function lookAtActions(
  page: Page,
  look: Camera,
  t: Words,
  { incidentId, said }: { readonly incidentId: string; readonly said: (typeof content)[Language] },
): Promise<void> {
  const action = { type: 'add-action', incidentId, owner: said.name, priority: 'high' } as const;
  const late = { dueOn: '2026-01-15', status: 'open', category: 'detection' } as const;
  await command(page, { ...action, ...late, description: said.note });
  await command(page, { ...action, ...late, description: said.title, owner: '', status: 'completed' });
  await goToPlace(page, t, t.place.actions);
  await expect(page.getByRole('heading', { level: 1, name: t.actions.title })).toBeVisible();
  await look('actions-board');
  await page.getByRole('radio', { name: t.actions.table }).check();
  await look('actions-table');
  await page.getByRole('button', { name: t.actions.add, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('dialog-action', { at: fewWidths });
  await page.keyboard.press('Escape');
  await goToPlace(page, t, t.handover.open);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('dialog-handover', { at: fewWidths });
  await page.keyboard.press('Escape');
}

/** The list of incidents with those that are over. */
export async function lookAtEnded(page: Page, look: Camera, t: Words): Promise<void> {
  await goToPlace(page, t, t.place.incidents);
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
}

/** A drill while it runs, its debrief, and training with somebody on the list. */
export async function lookAtPractice(page: Page, look: Camera, t: Words): Promise<void> {
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
