// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { FileToSave } from '#shared/ipc/contract.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

const open = async (): Promise<HTMLElement> => {
  await userEvent.click(await screen.findByRole('button', { name: 'Hand over' }));
  return screen.findByRole('dialog', { name: 'Hand over' });
};

it('writes one document of what is open, is copied and saved, recorded, and read again', async () => {
  const main = openWindow(({ log }) => {
    log.run({ type: 'acknowledge', pageIds: [receivePage(log, { title: 'Checkout is down' })] });
    receivePage(log, { title: 'Disk full' });
    receivePage(log, { title: 'A test', test: true });
  });
  let dialog = await open();
  const preview = within(dialog).getByRole('region', { name: 'The document' });
  await waitFor(() =>
    expect(preview.textContent).toMatch(/Open incidents \(1\)\n- SEV-1 Checkout is down, detected/),
  );
  expect(preview.textContent).toMatch(/Pages nobody has taken \(1\)\n- SEV-1 Disk full/);
  expect(preview.textContent).not.toContain('A test');
  await userEvent.type(within(dialog).getByLabelText('Notes for the next person'), 'Call the provider');
  // Put away by mistake: what was typed is still there.
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  dialog = await open();
  expect(within(dialog).getByDisplayValue('Call the provider')).toBeDefined();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Copy for Slack' }));
  await waitFor(() =>
    expect(main.copied.at(-1)?.text).toContain('*Notes for the next person*\nCall the provider'),
  );
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save as Markdown' }));
  const saved = () =>
    main.asked.findLast(({ name }) => name === 'file.save')?.input as FileToSave | undefined;
  await waitFor(() => expect(saved()?.name).toMatch(/^hand-over-\d{4}-\d\d-\d\d\.md$/));
  expect(JSON.stringify(saved())).toContain(String.raw`## Notes for the next person\nCall the provider\n`);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Record hand-over' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const written = main.log.events.findLast(({ type }) => type === 'handover.written');
  expect(JSON.stringify(written?.payload)).toContain('Call the provider');
  dialog = await open();
  expect(within(dialog).getByLabelText('Notes for the next person')).toHaveProperty('value', '');
  const past = await within(dialog).findByRole('region', { name: 'Earlier hand-overs' });
  expect(past.textContent).toContain('Call the provider');
  expect(within(dialog).getByRole('option', { name: /^Since the last hand-over/ })).toHaveProperty(
    'selected',
    true,
  );
});
