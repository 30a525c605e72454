// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { setImport } from '../../../../src/renderer/features/playbook-import/import-store.ts';
import { goTo } from '../../../../src/renderer/bridge/view.ts';
import { documentText } from '../../shared/domain/playbook-import/documents.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

async function choose(main: FakeMain, name: string, text: string): Promise<void> {
  main.opens = { name, bytes: new TextEncoder().encode(text) };
  setImport({ kind: 'none' });
  goTo('import');
  await userEvent.click(await screen.findByRole('button', { name: 'Choose a file…' }));
}

test('what a person leaves out is not in the playbook that is saved', async () => {
  const main = openWindow();
  await choose(main, 'acme.md', documentText('acme-bullets.en'));
  const contacts = await screen.findByRole('checkbox', { name: /^Take: Contacts/ });
  await userEvent.click(contacts);
  expect(screen.getByText('Left out by you')).toBeTruthy();
  const missing = screen.getByRole('region', { name: 'Not found in the document' });
  await waitFor(() => expect(within(missing).getByText('Contacts')).toBeTruthy());
  await userEvent.click(screen.getByRole('button', { name: 'Save playbook' }));
  const [file] = main.saved;
  expect(file?.name).toBe('acme-payments-when-things-break.en.yaml');
  const parsed = parsePlaybook(file !== undefined && 'text' in file ? file.text : '', '');
  expect(parsed.ok && [parsed.playbook.contacts, parsed.playbook.roles?.length]).toEqual([[], 3]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save playbook' })).toBeNull());
});

test('a document that cannot be read is told with its line, and what is still safe', async () => {
  const main = openWindow();
  await choose(main, 'deep.md', `a\n\n${'> '.repeat(100)}b`);
  const alert = await screen.findByText(/It is nested too deeply/);
  expect(alert.textContent).toBe(
    'Line 3: It is nested too deeply. Nothing was changed. Your playbooks are as they were.',
  );
});

test('one that the command line hands over is shown when the window goes there', async () => {
  const main = openWindow();
  main.handedOver.push(main.read('ours.md', documentText('ops-wiki.en')));
  setImport({ kind: 'none' });
  goTo('import');
  expect(await screen.findByText(/ours\.md: 6 taken, 2 for you to fill in/)).toBeTruthy();
});

test('a folder that is dropped is told as what cannot be read', async () => {
  openWindow();
  setImport({ kind: 'none' });
  goTo('import');
  const title = await screen.findByRole('heading', { name: 'Import from Markdown' });
  const folder = {
    name: 'runbooks',
    size: 4096,
    arrayBuffer: () => Promise.reject(new Error('a directory')),
  };
  fireEvent.drop(title, { dataTransfer: { types: ['Files'], files: [folder] } });
  expect(await screen.findByRole('alert')).toHaveProperty('textContent', expect.stringContaining('runbooks'));
});

test('a deadline that the drawing does not give shows the one that stands, and says where it is from', async () => {
  const main = openWindow();
  await choose(main, 'ours.md', documentText('talkstudio.ko'));
  const grid = within(await screen.findByRole('group', { name: 'Deadlines from detection' }));
  const given = grid.getByLabelText<HTMLInputElement>('SEV-3: 확인');
  const said = (): string | null =>
    document.getElementById(given.getAttribute('aria-describedby') ?? '')?.textContent ?? null;
  expect([given.value, said()]).toEqual(['1h', 'From elsewhere in the document']);
  await userEvent.clear(given);
  await waitFor(() => expect([given.value, said()]).toEqual(['', 'No deadline']));
  await userEvent.type(given, '2h');
  expect([given.value, said()]).toEqual(['2h', null]);
  for (const hint of grid.getAllByText('Default: the document gives none'))
    expect(hint.parentElement?.querySelector('input')?.value).toMatch(/^\d+[smhdw]$/);
});

/** As another window begins, which knows nothing of this one's. */
async function beginAnew(): Promise<void> {
  goTo('incidents');
  setImport({ kind: 'none' });
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Import from Markdown' })).toBeNull());
  goTo('import');
}

test('what was decided outlives the window until it is saved or discarded, whatever the file is called', async () => {
  const main = openWindow();
  const name = `\u202Edm.${'long'.repeat(100)}.md`;
  await choose(main, name, documentText('acme-bullets.en'));
  await screen.findByText(/^\[U\+202E\]dm\.long/);
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Take: Contacts/ }));
  await userEvent.type(screen.getByLabelText('Owner'), ' and Mina');
  expect(await screen.findByText(/Kept as a draft/)).toBeTruthy();
  await beginAnew();
  expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /^Take: Contacts/ })).checked).toBe(
    false,
  );
  expect(screen.getByLabelText<HTMLInputElement>('Owner').value).toMatch(/ and Mina$/);
  await userEvent.click(screen.getByRole('button', { name: 'Discard import' }));
  await beginAnew();
  expect(await screen.findByRole('button', { name: 'Choose a file…' })).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});
