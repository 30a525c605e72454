import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FakeMain } from './fake-bridge.ts';
import { receivePage } from './pages.ts';
import { openWindow } from './screen.tsx';

/** A closed incident on the screen. @returns its id */
export async function openClosed(): Promise<{ readonly main: FakeMain; readonly incidentId: string }> {
  let incidentId = '';
  const main = openWindow(({ log }) => {
    const startedAt = Date.now();
    const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log, { startedAt })] });
    incidentId = (answer.ok ? answer.incidentId : undefined) ?? '';
  });
  await screen.findByRole('button', { name: /Declare incident/ });
  for (const milestone of ['resolve', 'close'])
    main.log.run({ type: 'meet-milestone', incidentId, milestone });
  return { main, incidentId };
}
export const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }));
export const editor = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Post-mortem text' });
export const write = async (text: string): Promise<void> =>
  void fireEvent.change(await editor(), { target: { value: text } });
export const shows = (text: string | RegExp) => screen.findByText(text);
/** The texts of the post-mortem that were saved. */
export const saved = (main: FakeMain): string[] =>
  main.log.events.flatMap(({ type, payload }) =>
    type === 'post-mortem.saved' ? [(payload as { text: string }).text] : [],
  );

/** The file that was saved last. */
export function savedFile(main: FakeMain): { readonly name?: string; readonly text?: string } {
  return main.asked.findLast(({ name }) => name === 'file.save')?.input ?? {};
}
