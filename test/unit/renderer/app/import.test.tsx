// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { useImport } from '../../../../src/renderer/features/playbook-import/import-store.ts';
import { goTo } from '../../../../src/renderer/bridge/view.ts';
import { documentText } from '../../shared/domain/playbook-import/documents.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

test('what is told by its structure alone is shown with what it was taken for', async () => {
  const main = openWindow();
  await choose(main, 'de.md', documentText('stadtwerke.de'));
  expect(await screen.findByText('bis jemand es annimmt, < 5 Minuten → MTTA')).toBeTruthy();
  expect(screen.getByText('was danach getan wurde, > 90 % → action-item-completion')).toBeTruthy();
  // Of what is told by where it stands, too.
  const drills = screen.getAllByRole('checkbox', { name: /^Take: Drills/ });
  expect(drills.map((box) => box.getAttribute('aria-label'))).toEqual([
    'Take: Drills: purpose, line 47',
    'Take: Drills: scenarios, line 51',
    'Take: Drills: principles, line 56',
  ]);
});

test('a line of a table that is no metric is named where the others are taken', async () => {
  const main = openWindow();
  const rows = ['| MTTR | < 1 hour |', '| MTTA | < 5 minutes |', '| Uptime | 99.9% |'];
  await choose(main, 'm.md', `# Team\n\n## Metrics\n\n| Metric | Goal |\n|---|---|\n${rows.join('\n')}\n`);
  expect(await screen.findByText('Left out, since Tplus cannot work it out: Uptime')).toBeTruthy();
});

/** As another window begins, which knows nothing of this one's. */
function forget(): void {
  useImport.setState({ state: { kind: 'none' }, aside: [] });
}

async function choose(main: FakeMain, name: string, text: string): Promise<void> {
  main.opens = { name, bytes: new TextEncoder().encode(text) };
  forget();
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
  forget();
  goTo('import');
  expect(await screen.findByText(/ours\.md: 6 taken, 2 for you to fill in/)).toBeTruthy();
});

test('a folder that is dropped is told as what cannot be read', async () => {
  openWindow();
  forget();
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

async function beginAnew(): Promise<void> {
  goTo('incidents');
  forget();
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

function dropFile(name: string, text: string): void {
  const file = {
    name,
    size: text.length,
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  };
  const place = document.querySelector('.markdown-drop');
  if (place === null) throw new Error('no place to drop on');
  fireEvent.drop(place, { dataTransfer: { types: ['Files'], files: [file] } });
}

const contactsBox = (): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('checkbox', { name: /^Take: Contacts/ });
const others = (): HTMLElement => screen.getByRole('group', { name: 'Not finished' });
const othersNow = (): string[] =>
  within(others())
    .getAllByRole('button')
    .map(({ textContent }) => textContent.split(' ')[0] ?? '');

test('another document does not replace a review that is unfinished: it is kept beside it', async () => {
  const main = openWindow();
  await choose(main, 'acme.md', documentText('acme-bullets.en'));
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Take: Contacts/ }));
  dropFile('wiki.md', documentText('ops-wiki.en'));
  await screen.findByText(/^wiki\.md: /);
  expect(othersNow()).toEqual(['acme.md']);
  // One that cannot be read takes the place of none either.
  dropFile('empty.md', '');
  expect((await screen.findByRole('alert')).textContent).toContain('empty.md cannot be read');
  expect(othersNow()).toEqual(['acme.md', 'wiki.md']);
  main.handedOver.push(
    main.read('ours.md', documentText('talkstudio.ko')),
    main.read('tables.md', documentText('mirae-tables.ko')),
  );
  main.push('window.go', { place: 'import' });
  await screen.findByText(/^tables\.md: /);
  expect(othersNow()).toEqual(['acme.md', 'wiki.md', 'ours.md']);

  await userEvent.click(screen.getByRole('button', { name: /^acme\.md/ }));
  await screen.findByText(/^acme\.md: /);
  expect(contactsBox().checked).toBe(false);
  expect(othersNow()).toEqual(['wiki.md', 'ours.md', 'tables.md']);
  // All of them outlive the window, and one that is discarded takes none with it.
  await screen.findByText(/Kept as a draft/);
  await beginAnew();
  await screen.findByRole('group', { name: 'Not finished' });
  expect(othersNow()).toHaveLength(3);
  await userEvent.click(screen.getByRole('button', { name: 'Discard import' }));
  goTo('import');
  expect(await screen.findByRole('button', { name: 'Discard import' })).toBeTruthy();
  expect(othersNow()).toHaveLength(2);
  while (screen.queryByRole('button', { name: 'Discard import' }) !== null) {
    await userEvent.click(screen.getByRole('button', { name: 'Discard import' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Discard import' })).toBeNull());
    goTo('import');
    await screen.findByRole('heading', { level: 1, name: 'Import from Markdown' });
  }
  await beginAnew();
  expect(await screen.findByRole('button', { name: 'Choose a file…' })).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'Not finished' })).toBeNull();
});

test('the same document again replaces a review in which nothing was decided, and no other', async () => {
  const main = openWindow();
  await choose(main, 'acme.md', '# Acme');
  await screen.findByText(/^acme\.md: 0 taken/);
  dropFile('acme.md', documentText('acme-bullets.en'));
  await screen.findByText(/^acme\.md: 1\d taken/);
  expect(screen.queryByRole('group', { name: 'Not finished' })).toBeNull();
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Take: Contacts/ }));
  dropFile('acme.md', documentText('acme-bullets.en'));
  await waitFor(() => expect(contactsBox().checked).toBe(true));
  expect(othersNow()).toEqual(['acme.md']);
  await beginAnew();
  await screen.findByRole('group', { name: 'Not finished' });
  expect(othersNow()).toEqual(['acme.md']);
});

test('a document that is read while another was picked is kept beside it', async () => {
  const main = openWindow();
  await choose(main, 'acme.md', documentText('acme-bullets.en'));
  await screen.findByText(/^acme\.md: /);
  dropFile('wiki.md', documentText('ops-wiki.en'));
  dropFile('ours.md', documentText('mirae-tables.ko'));
  await screen.findByText(/^ours\.md: /);
  await waitFor(() => expect(othersNow()).toEqual(['acme.md', 'wiki.md']));
});
