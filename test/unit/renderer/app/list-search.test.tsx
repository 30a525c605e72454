// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

function incident(main: FakeMain, title: string): string {
  const answer = main.log.run({
    type: 'acknowledge',
    pageIds: [receivePage(main.log, { title, service: '' })],
  });
  if (!answer.ok || answer.incidentId === undefined) throw new Error('no incident');
  return answer.incidentId;
}

async function openOnSearch() {
  const main = openWindow((each) => {
    const over = incident(each, 'Queue full');
    each.log.run({ type: 'add-note', incidentId: over, text: 'kafka lag on every broker' });
    for (const milestone of ['resolve', 'close'])
      each.log.run({ type: 'meet-milestone', incidentId: over, milestone });
    incident(each, 'Checkout down');
    receivePage(each.log, { title: 'Kafka broker 3 gone', service: '' });
  });
  const field = await screen.findByRole('searchbox', { name: 'Find incidents, notes and messages' });
  return { main, field };
}
const results = (): HTMLElement => screen.getByRole('region', { name: 'Found' });
const focused = (): string => document.activeElement?.textContent ?? '';

describe('the search over the list', () => {
  it('is reached by a key, finds what is open and what is over, and opens it by keys alone', async () => {
    await openOnSearch();
    await userEvent.keyboard('/');
    await userEvent.keyboard('kafka');
    await within(await screen.findByRole('region', { name: 'Found' })).findByText('2 found');
    expect(
      within(results())
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringContaining('Kafka broker 3 gonePage, not taken'),
      expect.stringMatching(/Queue fullNote \d\d:\d\d · kafka lag on every broker/),
    ]);
    // The list itself has made room.
    expect(screen.queryByRole('region', { name: /^Being handled/ })).toBeNull();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toContain('Kafka broker 3 gone');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toContain('Queue full');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Queue full' })).toBeDefined();
    // What was found stays, for the next one to be looked at.
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect((document.activeElement as HTMLInputElement).value).toBe('kafka');
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByRole('region', { name: /^Being handled/ })).toBeDefined();
  });

  it('opens the first of what was typed, also when Enter comes before the answer', async () => {
    await openOnSearch();
    await userEvent.keyboard('/');
    await userEvent.keyboard('kafka');
    await within(await screen.findByRole('region', { name: 'Found' })).findByText('2 found');
    // What stands there until the answer comes is of the query before.
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'checkout' } });
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Checkout down' })).toBeDefined();
  });

  it('says when nothing was found, and is cleared', async () => {
    const { field } = await openOnSearch();
    await userEvent.type(field, 'nothing of it');
    await within(await screen.findByRole('region', { name: 'Found' })).findByText('Nothing found.');
    await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Found' })).toBeNull());
    expect(document.activeElement).toBe(field);
  });
});
