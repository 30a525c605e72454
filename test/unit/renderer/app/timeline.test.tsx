// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { toZonedInput } from '#shared/domain/zoned-time.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow, stopTime } from '../screen.tsx';

cleanScreens();

const zone = 'Asia/Seoul';

function withIncident(main: FakeMain): void {
  const pageId = receivePage(main.log, { title: 'Checkout is down', startedAt: Date.now() - 9 * MINUTE_MS });
  main.log.run({ type: 'acknowledge', pageIds: [pageId] });
}
const timeline = (): HTMLElement => screen.getByRole('region', { name: 'Timeline' });

describe('the timeline', () => {
  it('takes a note with the time it happened, and says when it was recorded', async () => {
    const main = openWindow(withIncident);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Note' }), 'Saw it on the phone');
    await userEvent.click(screen.getByRole('button', { name: 'It happened earlier' }));
    const earlier = toZonedInput(Date.now() - 5 * MINUTE_MS, zone);
    fireEvent.change(screen.getByLabelText('Happened at'), { target: { value: earlier } });
    await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
    const entry = (await within(timeline()).findByText('Note: Saw it on the phone')).closest('li');
    expect(entry?.textContent).toContain(earlier.slice(-5));
    expect(entry?.textContent).toMatch(/recorded \d\d:\d\d/);
    expect(main.log.events.find(({ type }) => type === 'note.added')?.occurredAt).toBeLessThan(
      Date.now() - 4 * MINUTE_MS,
    );
    expect(within(timeline()).queryByText('Acknowledged')).toBeNull();
    // In its place by when it happened: the acknowledgement came after it.
    const texts = within(timeline())
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent ?? '');
    expect(texts.findIndex((text) => text.includes('Saw it'))).toBeGreaterThan(
      texts.findIndex((text) => text.includes('Page acknowledged')),
    );
  });

  it('takes a note by Enter: not by one for a new line, nor by one that ends a syllable, nor a blank one', async () => {
    const main = openWindow(withIncident);
    const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
    const asked = () => main.asked.filter(({ name }) => name === 'command.run').length;
    const before = asked();
    fireEvent.change(note, { target: { value: '전화로 확인' } });
    fireEvent.keyDown(note, { key: 'Enter', shiftKey: true });
    fireEvent.keyDown(note, { key: 'Enter', isComposing: true });
    fireEvent.change(note, { target: { value: ' \n' } });
    fireEvent.keyDown(note, { key: 'Enter' });
    expect(asked()).toBe(before);
    expect(note.value).toBe(' \n');
    fireEvent.change(note, { target: { value: '전화로 확인' } });
    fireEvent.keyDown(note, { key: 'Enter' });
    await within(timeline()).findByText('Note: 전화로 확인');
    await waitFor(() => expect(note.value).toBe(''));
  });

  it('keeps a note, and when it happened, where it could not be added', async () => {
    const main = openWindow(withIncident);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Note' }), 'Saw it on the phone');
    await userEvent.click(screen.getByRole('button', { name: 'It happened earlier' }));
    main.failing.set('command.run', { ok: false, code: 'disk-full', detail: '' });
    await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
    await screen.findByText(/the disk is full/);
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Saw it on the phone');
    expect(screen.getByLabelText('Happened at')).toBeDefined();
  });

  it('shows the latest of a long story, and all of it when asked', async () => {
    openWindow((main) => {
      withIncident(main);
      const incidentId = main.log.events.find((event) => event.incidentId !== undefined)?.incidentId ?? '';
      for (let each = 1; each <= 70; each += 1)
        main.log.run({ type: 'add-note', incidentId, text: `note number ${each}` });
    });
    await screen.findByText('Note: note number 70');
    expect(within(timeline()).getAllByRole('listitem')).toHaveLength(60);
    expect(screen.queryByText('Note: note number 1')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Show all/ }));
    await screen.findByText('Note: note number 1');
  });

  it('signs what a person did, and says of a page by its own time alone when it began', async () => {
    openWindow(withIncident);
    await screen.findByRole('textbox', { name: 'Note' });
    const entryOf = async (text: RegExp) => (await within(timeline()).findByText(text)).closest('li');
    // Began nine minutes before it came in: that is no late recording.
    const page = await entryOf(/^Page: Checkout is down/);
    expect(page?.querySelectorAll('.timeline-about')).toHaveLength(0);
    const taken = await entryOf(/^Page acknowledged/);
    expect([...(taken?.querySelectorAll('.timeline-about') ?? [])].map((each) => each.textContent)).toEqual([
      'haseong',
    ]);
  });

  it('takes a tick back, and keeps the entry struck out', async () => {
    stopTime();
    openWindow(withIncident);
    const box = await screen.findByRole('checkbox', { name: 'Declare the IC role' });
    await userEvent.click(box);
    await waitFor(() => expect((box as HTMLInputElement).checked).toBe(true));
    expect(box.closest('li')?.textContent).toMatch(/\+9:00$/);
    const entry = (await within(timeline()).findByText('Checked: Declare the IC role')).closest('li');
    if (entry === null) throw new Error('no entry');
    await userEvent.click(within(entry).getByRole('button', { name: 'Actions for this entry' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Undo' }));
    await waitFor(() => expect((box as HTMLInputElement).checked).toBe(false));
    expect(await within(timeline()).findByText('Undone: Checked: Declare the IC role')).toBeDefined();
    expect(timeline().querySelector('s')?.textContent).toBe('Checked: Declare the IC role');
  });

  it('shows what a renamed incident was renamed to', async () => {
    openWindow(withIncident);
    await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Rename…' }));
    const title = within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Title' });
    await userEvent.clear(title);
    await userEvent.type(title, 'Payments fail{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Payments fail' })).toBeDefined();
    expect(await within(timeline()).findByText('Renamed: Payments fail')).toBeDefined();
  });
});

describe('the strip under the clock', () => {
  it('offers resolving once every page is resolved at its source, and does not do it by itself', async () => {
    const main = openWindow(withIncident);
    await screen.findByText('1 page');
    const pageId = main.log.events.find(({ type }) => type === 'page.received')?.pageId;
    if (pageId === undefined) throw new Error('no page');
    main.log.append({ type: 'page.resolved', pageId, payload: { by: 'source' } });
    const said = await screen.findByText('Every page is resolved at its source.');
    expect(main.log.events.some(({ type }) => type === 'incident.milestone-met')).toBe(true);
    expect(screen.queryByRole('button', { name: 'Close incident' })).toBeNull();
    const strip = said.closest<HTMLElement>('.strip');
    if (strip === null) throw new Error('no strip');
    await userEvent.click(within(strip).getByRole('button', { name: 'Mark resolved' }));
    expect(await screen.findByRole('button', { name: 'Close incident' })).toBeDefined();
  });

  it('says it when pages were resolved by hand, all of them or some', async () => {
    const main = openWindow((each) => {
      const pageIds = ['one', 'two'].map((title) => receivePage(each.log, { title }));
      each.log.run({ type: 'acknowledge', pageIds });
    });
    await screen.findByText('2 pages');
    const pageIds = main.log.events.flatMap(({ type, pageId }) =>
      type === 'page.received' && pageId !== undefined ? [pageId] : [],
    );
    for (const pageId of pageIds) main.log.run({ type: 'resolve-page', pageId });
    expect(
      await screen.findByText('Every page was resolved by hand; its source has not said so.'),
    ).toBeDefined();
    const [first] = pageIds;
    if (first === undefined) throw new Error('no page');
    main.log.append({ type: 'page.resolved', pageId: first, payload: { by: 'source' } });
    expect(await screen.findByText('Every page is resolved, 1 of them by hand.')).toBeDefined();
  });

  it('has the contacts one click away, and the channel to copy', async () => {
    const main = openWindow(withIncident);
    expect(await screen.findByText('The channel is named at the declaration')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Declare incident' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(main.copied[0]?.text).toMatch(/^#incident-\d{8}$/));
    await userEvent.click(screen.getByRole('button', { name: 'Contacts' }));
    expect((await screen.findByRole('dialog', { name: 'Contacts' })).textContent).toContain('Tech Lead');
  });
});
