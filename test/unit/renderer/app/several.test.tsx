// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { PayloadOf } from '#shared/domain/event/payloads.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

type Fields = Partial<PayloadOf<'page.received'>>;
const page = (main: FakeMain, title: string, fields: Fields = {}) =>
  receivePage(main.log, { title, service: title, startedAt: Date.now(), ...fields });

/** @returns its id */
function handled(main: FakeMain, title: string, fields: Fields = {}): string {
  const answer = main.log.run({ type: 'acknowledge', pageIds: [page(main, title, fields)] });
  return (answer.ok ? answer.incidentId : undefined) ?? '';
}
const typesOf = (main: FakeMain): string[] => main.log.events.map(({ type }) => type);
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }));
async function choose(item: string): Promise<void> {
  await press('More actions');
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

describe('two keys', () => {
  it('go through what is open, most urgent first, and say where they came to', async () => {
    openWindow((main) => {
      handled(main, 'Minor', { severity: 'SEV-3' });
      handled(main, 'Worst', { severity: 'SEV-1' });
      page(main, 'Waiting', { severity: 'SEV-2' });
    });
    await heading('Worst');
    for (const [key, title, said] of [
      [']', 'Waiting', '2 of 3: SEV-2 Waiting'],
      [']', 'Minor', '3 of 3: SEV-3 Minor'],
      [']', 'Worst', '1 of 3: SEV-1 Worst'],
      ['[[', 'Minor', '3 of 3: SEV-3 Minor'],
    ] as const) {
      await userEvent.keyboard(key);
      await heading(title);
      expect(screen.getByText(said)).toBeDefined();
    }
    expect(screen.getByRole('button', { current: true }).textContent).toContain('Minor');
  });

  it('are letters in a text field', async () => {
    openWindow((main) => {
      handled(main, 'Worst');
      handled(main, 'Minor', { severity: 'SEV-3' });
    });
    await heading('Worst');
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), ']]');
    expect(await heading('Worst')).toBeDefined();
  });
});

describe('a page', () => {
  it('is moved to another incident, found by typing, and back', async () => {
    const main = openWindow((each) => {
      handled(each, 'Disk');
      handled(each, 'Network', { severity: 'SEV-2' });
      handled(each, 'Queue', { severity: 'SEV-2' });
    });
    await heading('Disk');
    await press('1 page');
    await press('Move to…: Disk');
    const dialog = await screen.findByRole('dialog', { name: 'Move “Disk” to which incident?' });
    expect(
      within(dialog)
        .getAllByRole('radio')
        .map((each) => each.getAttribute('aria-label')),
    ).toEqual(['Network', 'Queue']);
    expect(within(dialog).getByText(/left without a page/)).toBeDefined();
    const confirm = within(dialog).getByRole('button', { name: 'Move page' });
    expect(confirm.hasAttribute('disabled')).toBe(true);
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Find an incident' }), 'que');
    expect(within(dialog).getByText(/That one stays SEV-2, though this is SEV-1/)).toBeDefined();
    await userEvent.click(confirm);
    expect(await screen.findByText('Page moved to “Queue”: Disk')).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('button', { name: '1 page' })).toBeNull());
    const timeline = screen.getByRole('region', { name: 'Timeline' });
    const entry = within(timeline).getByText('Page moved to “Queue”: Disk').closest('li');
    await userEvent.click(
      within(entry as HTMLElement).getByRole('button', { name: 'Actions for this entry' }),
    );
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: '1 page' })).toBeDefined();
    expect(typesOf(main).filter((type) => type === 'event.undone')).toHaveLength(2);
  });

  it('has nowhere to go while no other incident is open', async () => {
    openWindow((main) => {
      handled(main, 'Disk');
      handled(main, 'Trial', { severity: 'SEV-4', test: true });
    });
    await heading('Disk');
    await press('1 page');
    await press('Move to…: Disk');
    expect(await screen.findByText('No other incident is open that could take it.')).toBeDefined();
    // Not moving it leads back to the pages.
    await press('Cancel');
    expect(await screen.findByRole('dialog', { name: 'Pages of this incident' })).toBeDefined();
  });
});

describe('an incident', () => {
  it('is merged into another one, says where it went, and comes back', async () => {
    const main = openWindow((each) => {
      handled(each, 'Disk', { startedAt: Date.now() - 10 * MINUTE_MS });
      handled(each, 'Network', { severity: 'SEV-2' });
    });
    await heading('Disk');
    await choose('Merge into…');
    const dialog = await screen.findByRole('dialog', { name: 'Merge “Disk” into which incident?' });
    expect(within(dialog).getByText(/^Its page goes there/)).toBeDefined();
    // The only one there is is the one that is meant; T+0 moves only when told to.
    const count = within(dialog).getByRole('checkbox', { name: /T\+0 moves 10 min earlier$/ });
    expect((count as HTMLInputElement).checked).toBe(false);
    await userEvent.click(count);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Merge' }));
    await heading('Network');
    expect(await screen.findByText(/^Took over “Disk”. T\+0 moved to /)).toBeDefined();
    const handling = screen.getByRole('region', { name: /^Being handled/ });
    await waitFor(() => expect(within(handling).getAllByRole('listitem')).toHaveLength(1));
    await press('2 pages');
    const absorbed = await screen.findByRole('region', { name: 'Merged into this one' });
    await userEvent.click(within(absorbed).getByRole('button', { name: 'Disk' }));
    await heading('Disk');
    expect(screen.getAllByText('Merged into “Network”').length).toBeGreaterThan(0);
    expect(screen.queryByRole('region', { name: 'Incident clock' })).toBeNull();
    await press('Go to that incident');
    await heading('Network');
    await userEvent.keyboard('[[');
    await heading('Network');
    await userEvent.click(screen.getByText(/^Ended in the last/));
    await press(/^SEV-1 ?Disk/);
    await press('Undo the merge');
    expect(await screen.findByRole('region', { name: 'Incident clock' })).toBeDefined();
    await waitFor(() => expect(within(handling).getAllByRole('listitem')).toHaveLength(2));
    expect(typesOf(main).filter((type) => type === 'incident.opened')).toHaveLength(2);
  });
});

describe('a resolved incident', () => {
  const resolve = (main: FakeMain, incidentId: string): unknown =>
    main.log.run({ type: 'meet-milestone', incidentId, milestone: 'resolve' });

  it('is offered no page that still runs, and to none', async () => {
    openWindow((main) => {
      resolve(main, handled(main, 'Over', { service: 'db', severity: 'SEV-1' }));
      handled(main, 'Disk', { severity: 'SEV-2' });
      page(main, 'Slow', { service: 'db', severity: 'SEV-4' });
    });
    await userEvent.click(await screen.findByRole('button', { name: /Over/ }));
    await heading('Over');
    expect(screen.queryByRole('region', { name: 'Similar open pages' })).toBeNull();
    await press('1 page');
    const dialog = await screen.findByRole('dialog', { name: 'Pages of this incident' });
    expect(within(dialog).queryByRole('button', { name: 'Join Slow' })).toBeNull();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(await screen.findByRole('button', { name: /Disk/ }));
    await heading('Disk');
    await press('1 page');
    await press('Move to…: Disk');
    expect(await screen.findByText('No other incident is open that could take it.')).toBeDefined();
  });
});

describe('what looks alike', () => {
  const hostile = 'Disk <img src=x onerror=alert(1)> {{count}} $t(several.open)';

  it('is offered on the incident, by its words, and joined only when told to', async () => {
    const main = openWindow((each) => {
      handled(each, 'Disk', { service: 'db' });
      page(each, hostile, { service: 'db', severity: 'SEV-3' });
      page(each, 'Other', { service: 'search', severity: 'SEV-3' });
    });
    await heading('Disk');
    const offer = await screen.findByRole('region', { name: 'Similar open pages' });
    expect(within(offer).getByText(`1 similar open page: ${hostile}`)).toBeDefined();
    expect(document.querySelector('img')).toBeNull();
    await userEvent.click(within(offer).getByRole('button', { name: 'Join 1 page' }));
    expect(await screen.findByRole('button', { name: '2 pages' })).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Similar open pages' })).toBeNull());
    expect(typesOf(main).filter((type) => type === 'page.acknowledged')).toHaveLength(2);
  });

  it('can be left apart, until another one comes', async () => {
    const main = openWindow((each) => {
      handled(each, 'Disk', { service: 'db' });
      page(each, 'Slow', { service: 'db', severity: 'SEV-3' });
    });
    await press('Leave them apart');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Similar open pages' })).toBeNull());
    page(main, 'Slower', { service: 'db', severity: 'SEV-3' });
    expect(await screen.findByText('1 similar open page: Slower')).toBeDefined();
    expect(typesOf(main).filter((type) => type === 'page.acknowledged')).toHaveLength(1);
  });

  it('can be looked at one by one', async () => {
    openWindow((each) => {
      handled(each, 'Disk', { service: 'db' });
      page(each, 'Slow', { service: 'db', severity: 'SEV-3' });
      page(each, 'Full', { service: 'db', severity: 'SEV-3' });
    });
    await press('Look at each');
    const dialog = await screen.findByRole('dialog', { name: 'Pages of this incident' });
    const similar = within(dialog).getByRole('region', { name: 'Similar open pages' });
    expect(within(similar).getAllByText(/same service/)).toHaveLength(2);
    await userEvent.click(within(similar).getByRole('button', { name: 'Join Full' }));
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Move to…: Full' })).toBeDefined());
    await userEvent.click(within(dialog).getByRole('button', { name: 'Slow' }));
    expect(await screen.findByRole('article', { name: 'Page' })).toBeDefined();
  });
});
