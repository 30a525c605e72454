// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { stubWidth } from '../media.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

describe('a window that becomes narrower, or wider', () => {
  it('keeps the pages that were selected, and the question about them', async () => {
    const { resize } = stubWidth(1360);
    openWindow(({ log }) => {
      for (const title of ['One', 'Two', 'Three']) receivePage(log, { title, startedAt: Date.now() });
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Select pages' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select Two' }));
    act(() => resize(1000));
    expect(screen.queryByRole('checkbox', { name: 'Select Two' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Show the list/ }));
    const box = screen.getByRole('checkbox', { name: 'Select Two' });
    expect((box as HTMLInputElement).checked).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Acknowledge 1' }));
    const question = await screen.findByRole('dialog');
    act(() => resize(1360));
    expect(screen.getByRole('dialog')).toBe(question);
    expect(within(question).getByRole('button', { name: 'Acknowledge 1' })).toBeDefined();
  });

  it('keeps the question about gaps, and what is typed where it was typed', async () => {
    const { resize } = stubWidth(1360);
    openWindow(({ log }) =>
      log.run({ type: 'acknowledge', pageIds: [receivePage(log, { startedAt: Date.now() })] }),
    );
    const impact = await screen.findByRole('textbox', { name: 'Impact' });
    await userEvent.type(impact, 'half');
    await userEvent.click(screen.getByRole('button', { name: 'Copy message' }));
    const question = await screen.findByRole('dialog');
    act(() => resize(800));
    expect(screen.getByRole('dialog')).toBe(question);
    act(() => resize(1360));
    expect(screen.getByRole('dialog')).toBe(question);
    await userEvent.click(within(question).getByRole('button', { name: 'Fill them in' }));
    expect(screen.getByRole('textbox', { name: 'Impact' })).toBe(impact);
    expect((impact as HTMLInputElement).value).toBe('half');
  });

  it('shows one part of the incident at a time below 900 pixels, as tabs', async () => {
    const { resize } = stubWidth(899);
    openWindow(({ log }) =>
      log.run({ type: 'acknowledge', pageIds: [receivePage(log, { startedAt: Date.now() })] }),
    );
    expect(await screen.findByRole('tabpanel', { name: 'Checklist' })).toBeDefined();
    expect(screen.queryByRole('region', { name: 'Timeline' })).toBeNull();
    await userEvent.keyboard('n');
    expect(await screen.findByRole('tabpanel', { name: 'Timeline' })).toBeDefined();
    expect(screen.queryByRole('region', { name: 'Checklist' })).toBeNull();
    act(() => resize(900));
    expect(screen.queryByRole('tab', { name: 'Checklist' })).toBeNull();
    for (const name of ['Checklist', 'Message composer', 'Timeline'])
      expect(screen.getByRole('region', { name })).toBeDefined();
  });
});
