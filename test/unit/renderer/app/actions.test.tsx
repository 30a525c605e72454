// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/command/command.ts';
import { addDays, dayOf } from '#shared/domain/day.ts';
import { foldDrills } from '#shared/domain/drill/drill.ts';
import { defaultSettings } from '#shared/settings.ts';
import { useLive } from '../../../../src/renderer/db/live.ts';
import { useActionsView } from '../../../../src/renderer/features/actions/actions-view.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

const today = dayOf(Date.now(), 'Asia/Seoul');
const settings = { ...defaultSettings(), welcomed: true, name: 'Mina' };

type Fields = Partial<Extract<Command, { type: 'add-action' }>>;

/** An incident that is over, with these action items. */
function ended(
  main: FakeMain,
  page: string | { readonly title: string; readonly drill: string },
  ...items: readonly Fields[]
): string {
  const { log } = main;
  const answer = log.run({
    type: 'acknowledge',
    pageIds: [receivePage(log, typeof page === 'string' ? { title: page } : page)],
  });
  const incidentId = answer.ok ? (answer.incidentId ?? '') : '';
  for (const each of items) {
    log.run({
      type: 'add-action',
      incidentId,
      description: 'Alert earlier',
      owner: '',
      dueOn: addDays(today, 7),
      status: 'open',
      priority: 'medium',
      category: '',
      ...each,
    });
  }
  for (const milestone of ['resolve', 'close']) log.run({ type: 'meet-milestone', incidentId, milestone });
  return incidentId;
}

async function openPlace(seed: (main: FakeMain) => void = () => {}): Promise<FakeMain> {
  useActionsView.setState(useActionsView.getInitialState(), true);
  const main = openWindow(seed, { settings });
  await userEvent.click(await screen.findByRole('button', { name: 'Action items' }));
  await screen.findByRole('heading', { level: 1, name: 'Action items' });
  return main;
}
const column = (name: RegExp): HTMLElement => screen.getByRole('region', { name });
const seeded = (main: FakeMain): void => {
  ended(
    main,
    'Disk full',
    {
      description: 'Alert at 80 %',
      owner: 'mina',
      dueOn: addDays(today, -3),
      priority: 'high',
      category: 'detection',
    },
    { description: 'Write the runbook', owner: 'Joon', category: 'documentation' },
  );
  ended(main, 'Checkout down', { description: 'Practise the rollback', status: 'completed' });
};

it('says what the place is for while there is nothing', async () => {
  await openPlace();
  expect(await screen.findByText('No action items yet')).toBeDefined();
  expect(screen.getByText('Nothing to complete yet')).toBeDefined();
});

it('marks what a drill found, and says that the rate is without it', async () => {
  await openPlace((main) => {
    seeded(main);
    main.log.run({ type: 'start-drill', scenario: 'slow-api', language: 'en', everyoneKnows: true });
    const [drill = ''] = foldDrills(main.log.events).keys();
    ended(main, { title: 'Slow API', drill }, { description: 'Practise more' });
  });
  const card = (await screen.findByText('Practise more')).closest('li');
  expect(card?.textContent).toContain('DRILL');
  expect(screen.getByText('33% completed')).toBeDefined();
  expect(screen.getByText('without 1 of drills')).toBeDefined();
});

it('says that items may be missing while past incidents are folded anew, and gives no rate of a part', async () => {
  await openPlace();
  await screen.findByText('No action items yet');
  act(() => useLive.setState({ refolding: { done: 0, total: 10 } }));
  expect(screen.getByText(/some action items are not here yet/)).toBeDefined();
  expect(screen.queryByText('No action items yet')).toBeNull();
  expect(screen.queryByText('Nothing to complete yet')).toBeNull();
});

describe('the board', () => {
  it('has a column for each status, with what is late first and said by a word', async () => {
    await openPlace(seeded);
    const open = await screen.findByRole('region', { name: 'Open: 2 items' });
    expect(
      within(open)
        .getAllByRole('button', { name: /^(Alert|Write)/ })
        .map((each) => each.textContent),
    ).toEqual(['Alert at 80 %', 'Write the runbook']);
    expect(within(open).getByText('Overdue by 3 days')).toBeDefined();
    expect(within(open).getByText('Better detection')).toBeDefined();
    expect(within(column(/^Completed/)).getByText('#1 Checkout down')).toBeDefined();
    expect(screen.getByText('33% completed')).toBeDefined();
    expect(screen.getByText('goal > 90%')).toBeDefined();
    expect(screen.getByText('below')).toBeDefined();
  });

  it('is gone through by arrow keys, and a card moves by key, by menu and by hand', async () => {
    const main = await openPlace(seeded);
    const first = await screen.findByRole('button', { name: 'Alert at 80 %' });
    first.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Write the runbook');
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('Practise the rollback');
    await userEvent.keyboard('{ArrowLeft}{Control>}{ArrowRight}{/Control}');
    await screen.findByRole('region', { name: 'In progress: 1 item' });
    expect(await screen.findByText('Moved to In progress: Alert at 80 %')).toBeDefined();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Alert at 80 %'));
    await userEvent.click(screen.getByRole('button', { name: 'More for “Write the runbook”' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Move to Completed' }));
    await screen.findByRole('region', { name: 'Completed: 2 items' });
    const id = main.log.events.find(({ type }) => type === 'action.added')?.id ?? '';
    fireEvent.drop(column(/^Open/), { dataTransfer: { getData: () => id } });
    await screen.findByRole('region', { name: 'Open: 1 item' });
  });

  it('is left as it is by a drop where a card stands, by other keys, and by a move that fails', async () => {
    const main = await openPlace(seeded);
    const card = await screen.findByRole('button', { name: 'Alert at 80 %' });
    const asked = () => main.asked.filter(({ name }) => name === 'command.run').length;
    const before = asked();
    const id = main.log.events.find(({ type }) => type === 'action.added')?.id ?? '';
    fireEvent.drop(column(/^Open/), { dataTransfer: { getData: () => id } });
    card.focus();
    await userEvent.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}{Alt>}{ArrowDown}{/Alt}');
    // There is no column further left.
    await userEvent.keyboard('{Control>}{ArrowLeft}{/Control}');
    expect(asked()).toBe(before);
    expect(document.activeElement).toBe(card);
    main.failing.set('command.run', { ok: false, code: 'disk-full', detail: '' });
    await userEvent.keyboard('{Control>}{ArrowRight}{/Control}');
    await screen.findByText(/the disk is full/);
    expect(screen.queryByText(/^Moved to/)).toBeNull();
    expect(column(/^Open: 2 items/)).toBeDefined();
    // Moved by somebody else later on, it does not pull the focus after it.
    main.failing.delete('command.run');
    (await screen.findByRole('button', { name: 'Add action item' })).focus();
    const incidentId = main.log.events.find((event) => event.id === id)?.incidentId ?? '';
    main.log.run({ type: 'change-action', incidentId, action: id, status: 'in-progress' });
    await screen.findByRole('region', { name: 'In progress: 1 item' });
    expect(document.activeElement?.textContent).toBe('Add action item');
  });
});

it('adds an item with all fields of the record, to the incident that is picked', async () => {
  const main = await openPlace(seeded);
  await userEvent.click(await screen.findByRole('button', { name: 'Add action item' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add an action item' });
  const confirm = within(dialog).getByRole('button', { name: 'Add action item' });
  expect(confirm).toHaveProperty('disabled', true);
  // What it follows from, what is to be done and by when: all three are needed.
  fireEvent.change(within(dialog).getByLabelText('What is to be done'), { target: { value: 'Buy' } });
  expect(confirm).toHaveProperty('disabled', true);
  fireEvent.change(within(dialog).getByLabelText('What is to be done'), { target: { value: ' ' } });
  await userEvent.selectOptions(
    within(dialog).getByLabelText('Which incident it follows from'),
    within(dialog).getByRole('option', { name: 'SEV-1 Disk full' }),
  );
  expect(confirm).toHaveProperty('disabled', true);
  await userEvent.clear(within(dialog).getByLabelText('What is to be done'));
  await userEvent.type(within(dialog).getByLabelText('What is to be done'), 'Buy a bigger disk');
  await userEvent.type(within(dialog).getByLabelText('Owner'), 'Sora');
  fireEvent.change(within(dialog).getByLabelText('Due date'), { target: { value: '' } });
  expect(confirm).toHaveProperty('disabled', true);
  fireEvent.change(within(dialog).getByLabelText('Due date'), { target: { value: '2027-01-15' } });
  await userEvent.selectOptions(within(dialog).getByLabelText('Priority'), 'low');
  await userEvent.selectOptions(within(dialog).getByLabelText('Category'), 'prevention');
  expect([...dialog.querySelectorAll('datalist option')].map((each) => each.getAttribute('value'))).toEqual(
    expect.arrayContaining(['Mina', 'mina', 'Joon', '@techlead']),
  );
  await userEvent.click(confirm);
  await screen.findByRole('button', { name: 'Buy a bigger disk' });
  expect(main.log.events.findLast(({ type }) => type === 'action.added')?.payload).toEqual({
    number: 3,
    description: 'Buy a bigger disk',
    owner: 'Sora',
    dueOn: '2027-01-15',
    status: 'open',
    priority: 'low',
    category: 'prevention',
  });
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('offers no incident that was merged into another', async () => {
  await openPlace((main) => {
    const take = (title: string): string => {
      const answer = main.log.run({ type: 'acknowledge', pageIds: [receivePage(main.log, { title })] });
      return answer.ok ? (answer.incidentId ?? '') : '';
    };
    const [into, merged] = [take('Disk full'), take('Disk slow')];
    main.log.run({ type: 'merge-incidents', from: merged, into });
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Add action item' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add an action item' });
  const titles = within(dialog)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
  expect(titles).toContain('SEV-1 Disk full');
  expect(titles).not.toContain('SEV-1 Disk slow');
});

it('keeps what was typed when it could not be saved', async () => {
  const main = await openPlace(seeded);
  await userEvent.click(await screen.findByRole('button', { name: 'Alert at 80 %' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit action item' });
  const text = within(dialog).getByLabelText('What is to be done');
  await userEvent.clear(text);
  await userEvent.type(text, 'Alert at 70 %');
  main.failing.set('command.run', { ok: false, code: 'disk-full', detail: '' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  await screen.findByText(/the disk is full/);
  // The one on screen, not the one of before.
  const still = screen.getByRole('dialog', { name: 'Edit action item' });
  expect(within(still).getByDisplayValue('Alert at 70 %')).toBeDefined();
});

it('leaves what somebody else has changed meanwhile as it is, and makes no second one of what is gone', async () => {
  const main = await openPlace(seeded);
  await userEvent.click(await screen.findByRole('button', { name: 'Alert at 80 %' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit action item' });
  const added = main.log.events.find(({ type }) => type === 'action.added');
  const about = { incidentId: added?.incidentId ?? '', action: added?.id ?? '' };
  main.log.run({ type: 'change-action', ...about, owner: 'Sora' });
  await userEvent.type(within(dialog).getByLabelText('What is to be done'), ' full');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  await screen.findByRole('button', { name: 'Alert at 80 % full' });
  expect(main.log.events.at(-1)?.payload).toEqual({
    action: about.action,
    description: 'Alert at 80 % full',
  });

  await userEvent.click(screen.getByRole('button', { name: 'Alert at 80 % full' }));
  const again = await screen.findByRole('dialog', { name: 'Edit action item' });
  main.log.run({ type: 'remove-action', ...about });
  await userEvent.type(within(again).getByLabelText('What is to be done'), ', twice');
  await userEvent.click(within(again).getByRole('button', { name: 'Save' }));
  await screen.findByText('That action item is not there any more.');
  expect(within(again).getByDisplayValue('Alert at 80 % full, twice')).toBeDefined();
  expect(main.log.events.at(-1)?.type).not.toBe('action.added');
});

it('filters by whose it is, what for, how urgent, and lateness', async () => {
  await openPlace(seeded);
  await screen.findByRole('region', { name: 'Open: 2 items' });
  await userEvent.selectOptions(screen.getByLabelText('Owner'), 'Mine (Mina)');
  await screen.findByRole('region', { name: 'Open: 1 item' });
  await userEvent.selectOptions(screen.getByLabelText('Category'), 'Training');
  await screen.findByText('No action item fits these filters');
  await userEvent.click(screen.getByRole('button', { name: 'Clear the filters' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Overdue only' }));
  expect(await screen.findByRole('region', { name: 'Open: 1 item' })).toBeDefined();
});

describe('the table', () => {
  const rows = (): string[] =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell')[2]?.textContent ?? '');

  it('sorts by a press on a column, and back by another', async () => {
    await openPlace(seeded);
    await userEvent.click(await screen.findByRole('radio', { name: 'Table' }));
    expect(rows()).toEqual(['Alert at 80 %', 'Write the runbook', 'Practise the rollback']);
    await userEvent.click(screen.getByRole('button', { name: 'Owner' }));
    expect(screen.getByRole('columnheader', { name: 'Owner' }).getAttribute('aria-sort')).toBe('ascending');
    expect(rows()).toEqual(['Practise the rollback', 'Write the runbook', 'Alert at 80 %']);
    await userEvent.click(screen.getByRole('button', { name: 'Owner' }));
    expect(rows()[0]).toBe('Alert at 80 %');
  });

  it('is written in place: Enter saves, Escape leaves it', async () => {
    const main = await openPlace(seeded);
    await userEvent.click(await screen.findByRole('radio', { name: 'Table' }));
    await userEvent.click(screen.getByRole('button', { name: 'Edit “Write the runbook”' }));
    await userEvent.clear(screen.getByLabelText('Owner', { selector: 'input' }));
    await userEvent.type(screen.getByLabelText('Owner', { selector: 'input' }), 'Sora{Enter}');
    await screen.findByRole('cell', { name: 'Sora' });
    expect(main.log.events.at(-1)?.payload).toMatchObject({ owner: 'Sora' });
    expect(Object.keys(main.log.events.at(-1)?.payload ?? {}).toSorted()).toEqual(['action', 'owner']);
    const before = main.log.events.length;
    await userEvent.click(screen.getByRole('button', { name: 'Edit “Write the runbook”' }));
    await userEvent.type(screen.getByLabelText('What is to be done'), ' twice{Escape}');
    await screen.findByRole('cell', { name: 'Write the runbook' });
    expect(main.log.events).toHaveLength(before);
  });

  it('is not saved in the middle of a syllable, without a date, or where that fails', async () => {
    const main = await openPlace(seeded);
    await userEvent.click(await screen.findByRole('radio', { name: 'Table' }));
    await userEvent.click(screen.getByRole('button', { name: 'Edit “Write the runbook”' }));
    const owner = screen.getByLabelText('Owner', { selector: 'input' });
    const asked = () => main.asked.filter(({ name }) => name === 'command.run').length;
    const before = asked();
    fireEvent.change(owner, { target: { value: '소라' } });
    fireEvent.keyDown(owner, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(owner, { key: 'Escape', isComposing: true });
    const due = screen.getByLabelText<HTMLInputElement>('Due date');
    const day = due.value;
    fireEvent.change(due, { target: { value: '' } });
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    fireEvent.keyDown(owner, { key: 'Enter' });
    expect(asked()).toBe(before);
    fireEvent.change(due, { target: { value: day } });
    main.failing.set('command.run', { ok: false, code: 'disk-full', detail: '' });
    fireEvent.keyDown(owner, { key: 'Enter' });
    await screen.findByText(/the disk is full/);
    expect(screen.getByLabelText('Owner', { selector: 'input' })).toHaveProperty('value', '소라');
  });

  it('copies what is selected, or all that is shown', async () => {
    const main = await openPlace(seeded);
    await userEvent.click(await screen.findByRole('radio', { name: 'Table' }));
    const copy = async (name: string): Promise<string> => {
      await userEvent.click(screen.getByRole('button', { name: 'Copy or save' }));
      await userEvent.click(await screen.findByRole('menuitem', { name }));
      const count = main.copied.length;
      await waitFor(() => expect(main.copied.length).toBeGreaterThan(count - 1));
      return main.copied.at(-1)?.text ?? '';
    };
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select “Write the runbook”' }));
    expect(screen.getByText('1 selected')).toBeDefined();
    expect(await copy('Copy as Markdown')).toMatch(
      /^\| ID \| Action .*\n.*\n\| 2 \| Write the runbook \| Joon [^\n]*$/,
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select “Write the runbook”' }));
    await waitFor(async () => expect((await copy('Copy as CSV')).split('\r\n')).toHaveLength(5));
    expect(screen.getByText('3 action items copied')).toBeDefined();
  });
});

it('removes an item once asked, and its incident’s timeline keeps that it was there', async () => {
  const main = await openPlace(seeded);
  await userEvent.click(await screen.findByRole('button', { name: 'More for “Alert at 80 %”' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove…' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  await screen.findByRole('region', { name: 'Open: 1 item' });
  expect(main.log.events.filter(({ type }) => type === 'action.added')).toHaveLength(3);
});
