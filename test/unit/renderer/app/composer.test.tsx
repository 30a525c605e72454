// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { setClock } from '../../../../src/renderer/ui/ticker.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

const playbook = builtInPlaybook('en');

function withIncident(main: FakeMain): void {
  const pageId = receivePage(main.log, { title: 'Checkout is down', startedAt: Date.now() - 2 * MINUTE_MS });
  main.log.run({ type: 'acknowledge', pageIds: [pageId] });
}
const preview = (): HTMLElement => screen.getByRole('region', { name: 'Preview' });
const pick = async (title: string): Promise<void> =>
  userEvent.click(await screen.findByRole('tab', { name: title }));

describe('the composer', () => {
  it('has a tab for each message of the playbook that needs no calling, and one for the status page', async () => {
    openWindow(withIncident);
    const tabs = within(await screen.findByRole('tablist', { name: 'Templates' })).getAllByRole('tab');
    expect(tabs.map(({ textContent }) => textContent)).toEqual([
      ...playbook.templates.filter(({ kind }) => kind !== 'other').map(({ title }) => title),
      playbook.statusPage.title,
    ]);
    expect(tabs).toHaveLength(4);
  });

  it('marks each gap in its field and in the preview, until it is filled', async () => {
    openWindow(withIncident);
    const impact = await screen.findByRole('textbox', { name: 'Impact' });
    const gaps = (): (string | null)[] =>
      [...preview().querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(gaps()).toContain('Impact');
    expect(impact.dataset['empty']).toBe('true');
    const said = document.getElementById(impact.getAttribute('aria-describedby') ?? '');
    expect(said?.textContent).toContain('Empty');
    await userEvent.type(impact, 'No order can be paid');
    expect(gaps()).not.toContain('Impact');
    expect(impact.dataset['empty']).toBeUndefined();
    expect(preview().textContent).toContain('Impact: No order can be paid');
  });

  it('gives each field the control of its type', async () => {
    openWindow(withIncident);
    await pick('Status update');
    expect(screen.getByRole('combobox', { name: 'Current status' }).tagName).toBe('SELECT');
    expect(screen.getByRole('textbox', { name: 'Actions taken' }).tagName).toBe('TEXTAREA');
    expect(screen.getByRole('textbox', { name: 'ETA' }).tagName).toBe('INPUT');
    await pick('Incident resolved');
    expect(screen.getByLabelText(/^Post-mortem/).getAttribute('type')).toBe('date');
  });

  it('gives a field back to the incident', async () => {
    openWindow(withIncident);
    const title = await screen.findByRole('textbox', { name: 'Title' });
    expect(screen.queryByRole('button', { name: /Use the incident’s value/ })).toBeNull();
    await userEvent.clear(title);
    await userEvent.type(title, 'Payments fail');
    await userEvent.click(screen.getByRole('button', { name: 'Use the incident’s value for Title' }));
    expect((title as HTMLInputElement).value).toBe('Checkout is down');
  });

  it.each(playbook.statusPage.states)(
    'writes the status page’s $label, title and text apart',
    async (state) => {
      const main = openWindow(withIncident);
      await pick(playbook.statusPage.title);
      await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), state.id);
      const issue = screen.queryByRole('textbox', { name: 'Issue' });
      if (issue !== null) await userEvent.type(issue, 'payments failing');
      await userEvent.click(screen.getByRole('button', { name: 'Copy the title' }));
      await waitFor(() => expect(main.copied).toHaveLength(1));
      await userEvent.click(screen.getByRole('button', { name: 'Copy the text' }));
      await waitFor(() => expect(main.copied).toHaveLength(2));
      const [title, text] = main.copied.map((copied) => copied.text);
      const [titlePart, textPart] = preview().querySelectorAll('.preview-part');
      expect(title?.length).toBeGreaterThan(5);
      expect(titlePart?.textContent).toBe(title);
      expect(textPart?.textContent).toBe(text);
    },
  );

  it('offers a copied message again, and says how long ago it was copied', async () => {
    const main = openWindow(withIncident);
    await userEvent.click(await screen.findByRole('button', { name: 'Copy message' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Copy anyway' }));
    expect(await screen.findByText('Copied just now')).toBeDefined();
    try {
      act(() => setClock(12 * MINUTE_MS + 1000, undefined));
      expect(await screen.findByText('Copied 12 min ago')).toBeDefined();
    } finally {
      act(() => setClock(0, undefined));
    }
    await userEvent.click(screen.getByRole('button', { name: 'Copy message' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Copy anyway' }));
    await waitFor(() => expect(main.copied).toHaveLength(2));
  });
});
