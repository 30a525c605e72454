import type { Page } from '@playwright/test';
import type { Command } from '#shared/domain/command/command.ts';
import type { CommandAnswer } from '#shared/ipc/contract.ts';
import type { ReceiverClient } from '../../support/receiver.ts';
import { expect } from '../../support/fixtures.ts';
import { raise } from '../app/view.ts';
import { parts } from './parts.ts';

/** Runs a command as the window itself would, where how it is asked for is not what is tested. */
export async function command(page: Page, input: Command): Promise<Extract<CommandAnswer, { ok: true }>> {
  const answer = await page.evaluate((each) => window.tplus.request['command.run'](each), input);
  if (!answer.ok) throw new Error(`${answer.code} ${answer.detail}`);
  if (!answer.value.ok) throw new Error(answer.value.refusal);
  return answer.value;
}

export interface Taken {
  readonly pageId: string;
  readonly incidentId: string;
}

/** A page that has been taken, its incident on the screen. */
export async function takeIncident(
  run: ReceiverClient,
  page: Page,
  { declare = false, ...fields }: Readonly<Record<string, unknown>> & { readonly declare?: boolean },
): Promise<Taken> {
  const pageId = await raise(run, { title: 'Checkout down', severity: 'SEV-1', ...fields });
  const { incidentId } = await command(page, { type: 'acknowledge', pageIds: [pageId], declare });
  if (incidentId === undefined) throw new Error('The page has no incident');
  const title = typeof fields['title'] === 'string' ? fields['title'] : 'Checkout down';
  await parts(page)
    .list.getByRole('region', { name: 'Being handled' })
    .getByRole('button', { name: title })
    .first()
    .click();
  // Another incident's clock may have been there before.
  await expect(parts(page).clock.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return { pageId, incidentId };
}
