import { waitFor } from '../../support/wait-for.ts';
import type { NotifyCall } from '../../support/notify-call.ts';
import type { ReceiverClient } from '../../support/receiver.ts';
import { pageIn, raise, statusOf } from './view.ts';

/** What is asked of a notification service, counted, and nothing more of it to come. */

/** How often there was a notification with this summary. */
export const count = (calls: readonly NotifyCall[], summary: string): number =>
  calls.filter((call) => call.summary === summary).length;

/**
 * Notifications come in the order in which they were decided, so once that of a new page is there, whatever the app
 * had to say before it has been said.
 */
export async function settle(run: ReceiverClient, calls: () => readonly NotifyCall[]): Promise<void> {
  const title = `marker ${calls().length}`;
  const id = await raise(run, { title, severity: 'SEV-4' });
  await waitFor('the marker', () => count(calls(), `SEV-4 ${title}`) > 0);
  await run.post(`/v1/pages/${id}/resolve`, '');
}

/** Raises a page. @returns its id, and when it was received */
export async function raiseDated(
  run: ReceiverClient,
  page: Readonly<Record<string, unknown>>,
): Promise<{ id: string; at: string }> {
  const id = await raise(run, page);
  return { id, at: pageIn(await statusOf(run), id).receivedAt };
}
