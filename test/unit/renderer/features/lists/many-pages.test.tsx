// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { asPageId, type PageId } from '#shared/domain/ids.ts';
import { select } from '../../../../../src/renderer/bridge/view.ts';
import type { FakeMain } from '../../fake-bridge.ts';
import { receivePage } from '../../pages.ts';
import { cleanScreens, openWindow } from '../../screen.tsx';
import { column, COLUMN, layOut, scrollTo } from './laid-out.ts';

cleanScreens();
beforeEach(layOut);

const MANY = 300;
const FEW = 60;
/** More than are in sight, and far fewer than there are. */
const DRAWN = 40;

/** @returns their ids, the most urgent first */
function storm(main: FakeMain, count: number): PageId[] {
  const at = Date.now();
  return Array.from({ length: count }, (_, index) =>
    receivePage(main.log, {
      title: `page ${index}${index % 3 === 0 ? ' with a long title' : ''}`,
      severity: 'SEV-3',
      startedAt: at + index,
    }),
  );
}

async function openStorm(count = MANY): Promise<{ main: FakeMain; ids: PageId[] }> {
  let ids: PageId[] = [];
  const main = openWindow((seeded) => {
    ids = storm(seeded, count);
  });
  await screen.findByRole('heading', { name: `Pages ${count}` });
  if (count > FEW) await waitFor(() => expect(setSize()).toBe(`${count}`));
  return { main, ids };
}

const lines = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('li[data-page]')];
const line = (id: PageId | undefined): HTMLElement => {
  const found = lines().find(({ dataset }) => dataset['page'] === id);
  if (found === undefined) throw new Error(`page ${id} is not drawn`);
  return found;
};
/** How many the first line says that there are: a list drawn whole says nothing. */
const setSize = (): string | null | undefined => lines()[0]?.getAttribute('aria-setsize');
const isDrawn = (id: PageId | undefined): boolean => lines().some(({ dataset }) => dataset['page'] === id);
const button = (id: PageId | undefined): HTMLElement => within(line(id)).getByRole('button');
const focused = (): string | undefined => document.activeElement?.closest<HTMLElement>('li')?.dataset['page'];

describe('a storm of pages', () => {
  it('draws the lines in sight, each with its place among all', async () => {
    const { ids } = await openStorm();
    expect(lines().length).toBeLessThan(DRAWN);
    expect(line(ids[0]).getAttribute('aria-posinset')).toBe('1');
    act(() => scrollTo(8200));
    await waitFor(() => expect(isDrawn(ids[140])).toBe(true));
    expect(isDrawn(ids[20])).toBe(false);
    expect(line(ids[140]).getAttribute('aria-posinset')).toBe('141');
    expect(lines().length).toBeLessThan(DRAWN);
  });

  it('is gone through by keys from one end to the other', async () => {
    const { ids } = await openStorm();
    act(() => button(ids[0]).focus());
    for (const [key, to] of [
      ['{ArrowDown}', 1],
      ['{ArrowUp}{ArrowUp}', 0],
      ['{End}', MANY - 1],
      ['{ArrowDown}', MANY - 1],
      ['{ArrowUp}', MANY - 2],
      ['{Home}', 0],
    ] as const) {
      await userEvent.keyboard(key);
      await waitFor(() => expect(focused()).toBe(ids[to]));
    }
    await userEvent.keyboard('{ArrowDown>30}{/ArrowDown}');
    await waitFor(() => expect(focused()).toBe(ids[30]));
    await waitFor(() => expect(column().scrollTop).toBeGreaterThan(30 * 58 - COLUMN));
    expect(lines().length).toBeLessThan(DRAWN);
  });

  it('keeps the focus on a line that is scrolled out of sight', async () => {
    const { ids } = await openStorm();
    act(() => button(ids[2]).focus());
    const was = document.activeElement;
    act(() => scrollTo(8200));
    await waitFor(() => expect(isDrawn(ids[140])).toBe(true));
    expect(document.activeElement).toBe(was);
    act(() => scrollTo(0));
    await waitFor(() => expect(isDrawn(ids[3])).toBe(true));
    expect(document.activeElement).toBe(was);
  });

  it('shows the line that is selected elsewhere', async () => {
    const { ids } = await openStorm();
    expect(isDrawn(ids[200])).toBe(false);
    act(() => select({ kind: 'page', pageId: ids[200] ?? asPageId('') }));
    await waitFor(() => expect(column().scrollTop).toBeGreaterThan(200 * 58 - COLUMN));
    // happy-dom scrolls without an event.
    act(() => scrollTo(column().scrollTop));
    await waitFor(() => expect(isDrawn(ids[199])).toBe(true));
    expect(button(ids[200]).getAttribute('aria-current')).toBe('true');
  });

  it('keeps what is chosen, drawn or not', async () => {
    const { main, ids } = await openStorm();
    await userEvent.click(screen.getByRole('button', { name: 'Select pages' }));
    await userEvent.click(within(line(ids[1])).getByRole('checkbox'));
    act(() => scrollTo(8200));
    await waitFor(() => expect(isDrawn(ids[140])).toBe(true));
    await userEvent.click(within(line(ids[140])).getByRole('checkbox'));
    await userEvent.keyboard('{ArrowDown} ');
    await userEvent.click(screen.getByRole('button', { name: 'Acknowledge 3' }));
    const question = await screen.findByRole('dialog');
    await userEvent.click(within(question).getByRole('button', { name: 'Acknowledge 3' }));
    await screen.findByRole('heading', { name: `Pages ${MANY - 3}` });
    const taken = main.log.events.flatMap((event) =>
      event.type === 'page.acknowledged' ? [event.pageId] : [],
    );
    expect(new Set(taken)).toEqual(new Set([ids[1], ids[140], ids[141]]));
  });
});

describe('a short list', () => {
  it('is drawn whole', async () => {
    await openStorm(FEW);
    expect(lines()).toHaveLength(FEW);
    expect(setSize()).toBeNull();
  });

  it('leaves the focus where it is when it becomes a storm, and when that is over', async () => {
    const { main, ids } = await openStorm(FEW);
    act(() => button(ids[7]).focus());
    let more = asPageId('');
    act(() => {
      more = receivePage(main.log, { title: 'one more', severity: 'SEV-4', startedAt: 1 });
    });
    await waitFor(() => expect(setSize()).toBe(`${FEW + 1}`));
    expect(focused()).toBe(ids[7]);
    act(() => {
      main.log.run({ type: 'resolve-page', pageId: more });
    });
    await waitFor(() => expect(setSize()).toBeNull());
    expect(focused()).toBe(ids[7]);
  });
});
