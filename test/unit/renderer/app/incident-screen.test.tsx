// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { useLive } from '../../../../src/renderer/db/live.ts';
import { setClock } from '../../../../src/renderer/ui/ticker.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

const typesOf = (main: FakeMain): string[] => main.log.events.map(({ type }) => type);

function withIncident(main: FakeMain): void {
  const pageId = receivePage(main.log, { title: 'Checkout is down', startedAt: Date.now() - 2 * MINUTE_MS });
  main.log.run({ type: 'acknowledge', pageIds: [pageId] });
}

describe('a page', () => {
  it('is acknowledged with its key, and becomes the incident on screen', async () => {
    const main = openWindow(({ log }) => receivePage(log, { startedAt: Date.now() }));
    await screen.findByRole('button', { name: 'Acknowledge' });
    await userEvent.keyboard('a');
    expect(await screen.findByRole('region', { name: 'Incident clock' })).toBeDefined();
    expect(typesOf(main)).toContain('page.acknowledged');
  });

  it('is shown literally, whatever its sender wrote', async () => {
    const title = '<img src=x onerror=alert(1)> {{count}} $t(refusal.no-playbook)';
    openWindow(({ log }) =>
      receivePage(log, { title, summary: '<script>1</script>', startedAt: Date.now() }),
    );
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeDefined();
    expect(screen.getByText('<script>1</script>')).toBeDefined();
    expect(document.querySelector('img, script')).toBeNull();
  });

  it('does not take the place of the page being read', async () => {
    const main = openWindow(({ log }) =>
      receivePage(log, { title: 'First', severity: 'SEV-3', startedAt: Date.now() }),
    );
    await screen.findByRole('heading', { level: 1, name: 'First' });
    receivePage(main.log, { title: 'Worse', severity: 'SEV-1', startedAt: Date.now() });
    await within(screen.getByRole('region', { name: 'Pages' })).findByText('Worse');
    expect(screen.getByRole('heading', { level: 1, name: 'First' })).toBeDefined();
    await waitFor(() => expect(screen.getByText(/New page, SEV-1: Worse/)).toBeDefined());
  });

  it('of many is acknowledged together, after one question, as one incident', async () => {
    const main = openWindow(({ log }) => {
      for (const title of ['One', 'Two', 'Three']) receivePage(log, { title, startedAt: Date.now() });
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Select pages' }));
    await userEvent.click(screen.getByRole('button', { name: 'Acknowledge all 3' }));
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Acknowledge 3' }),
    );
    await screen.findByRole('region', { name: 'Incident clock' });
    expect(typesOf(main).filter((type) => type === 'incident.opened')).toHaveLength(1);
    expect(typesOf(main).filter((type) => type === 'page.acknowledged')).toHaveLength(3);
  });
});

describe('the incident', () => {
  it('is declared with its key, once', async () => {
    const main = openWindow(withIncident);
    await screen.findByRole('region', { name: 'Incident clock' });
    await userEvent.keyboard('d');
    await screen.findByRole('button', { name: 'Copy first update' });
    await userEvent.keyboard('d');
    expect(typesOf(main).filter((type) => type === 'incident.milestone-met')).toHaveLength(2);
  });

  it('has one next step at each moment, on one button', async () => {
    openWindow(withIncident);
    const clock = await screen.findByRole('region', { name: 'Incident clock' });
    const press = async (name: string): Promise<void> => {
      const button = await within(clock).findByRole('button', { name });
      expect(clock.querySelectorAll('[data-kind="primary"]')).toHaveLength(1);
      await userEvent.click(button);
    };
    await press('Declare incident');
    await press('Copy first update');
    await userEvent.click(screen.getByRole('button', { name: 'Copy message' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Copy anyway' }));
    for (const name of ['Mark assembled', 'Mark diagnosed', 'Mark resolved', 'Close incident'])
      await press(name);
    expect(await screen.findByRole('button', { name: 'Reopen' })).toBeDefined();
  });

  it('leads to the first update: its template, and the first of its gaps', async () => {
    openWindow(withIncident);
    await userEvent.click(await screen.findByRole('button', { name: 'Declare incident' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Copy first update' }));
    expect(await screen.findByRole('tab', { name: 'Status update', selected: true })).toBeDefined();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Current status' })),
    );
    // Nobody is held up by it: the milestone after it can be met from the menu.
    await userEvent.click(screen.getByRole('button', { name: 'More actions' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Mark “Assemble”' }));
    expect(await screen.findByRole('button', { name: 'Mark diagnosed' })).toBeDefined();
  });

  it('says its next deadline as a timer', async () => {
    openWindow(withIncident);
    expect((await screen.findByRole('timer')).textContent).toMatch(/^[23]:\d\d left$/);
  });

  it('draws how much of the time to the next milestone is gone', async () => {
    openWindow(withIncident);
    const next = await screen.findByText('Declare');
    const before = next.closest('li')?.previousElementSibling;
    const passed = (): number =>
      Number.parseInt((before as HTMLElement).style.getPropertyValue('--passed'), 10);
    expect(passed()).toBeLessThan(10);
    try {
      // Acknowledged 2 minutes after detection, declared by 5.
      act(() => setClock(90_000, undefined));
      expect(passed()).toBeGreaterThanOrEqual(45);
      expect(passed()).toBeLessThan(65);
      act(() => setClock(10 * MINUTE_MS, undefined));
      expect(passed()).toBe(100);
    } finally {
      act(() => setClock(0, undefined));
    }
  });

  it('ticks and unticks by key, outside text fields only', async () => {
    const main = openWindow(withIncident);
    const item = await screen.findByRole('checkbox', { name: 'Schedule the post-mortem' });
    await userEvent.keyboard('0');
    await waitFor(() => expect((item as HTMLInputElement).checked).toBe(true));
    await userEvent.keyboard('0');
    await waitFor(() => expect((item as HTMLInputElement).checked).toBe(false));
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'rolled back 10 pods');
    expect(typesOf(main).filter((type) => type.startsWith('checklist.'))).toHaveLength(2);
  });

  it('leaves single letters alone when they are switched off', async () => {
    const main = openWindow(withIncident);
    await screen.findByRole('checkbox', { name: 'Schedule the post-mortem' });
    main.change({ settings: { ...main.snapshot.settings, singleKeys: false } });
    await userEvent.keyboard('0');
    expect(typesOf(main)).not.toContain('checklist.ticked');
  });

  it('asks once about gaps, then copies and records the message', async () => {
    const main = openWindow(withIncident);
    await screen.findByRole('tab', { name: 'Incident declared', selected: true });
    await userEvent.type(screen.getByRole('textbox', { name: 'Impact' }), 'All payments');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Copy message' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Copy anyway' }));
    await waitFor(() => expect(main.copied).toHaveLength(1));
    expect(main.copied[0]?.text).toContain('*Impact*: All payments');
    expect(main.copied[0]?.html).toContain('<strong>Impact</strong>');
    await waitFor(() => expect(typesOf(main)).toContain('message.copied'));
    await within(screen.getByRole('region', { name: 'Timeline' })).findByText('Copied: Incident declared');
  });

  it('keeps a message that the clipboard did not take, and says so', async () => {
    const main = openWindow(withIncident);
    main.failing.set('clipboard.write', { ok: false, code: 'clipboard', detail: '' });
    await userEvent.click(await screen.findByRole('button', { name: 'Copy message' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Copy anyway' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Not copied');
    expect(typesOf(main)).not.toContain('message.copied');
  });

  it('says of a message that was copied that it was not recorded', async () => {
    const main = openWindow(withIncident);
    main.failing.set('command.run', { ok: false, code: 'log-unavailable', detail: '' });
    await userEvent.click(await screen.findByRole('button', { name: 'Copy message' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Copy anyway' }));
    expect(
      await screen.findByText('The message was copied, but not recorded on the timeline.'),
    ).toBeDefined();
    expect(main.copied).toHaveLength(1);
    expect(typesOf(main)).not.toContain('message.copied');
  });

  it('copies nothing where the gaps are to be filled first', async () => {
    const main = openWindow(withIncident);
    await userEvent.click(await screen.findByRole('button', { name: 'Copy message' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Fill them in' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(main.copied).toEqual([]);
    expect(typesOf(main)).not.toContain('message.copied');
  });

  /** The question whether a note that was taken is to be removed for good. */
  async function askToRemove(note: string): Promise<HTMLElement> {
    await userEvent.type(await screen.findByRole('textbox', { name: 'Note' }), `${note}{Enter}`);
    const timeline = screen.getByRole('region', { name: 'Timeline' });
    const entry = (await within(timeline).findByText(`Note: ${note}`)).closest('li');
    await userEvent.click(within(entry ?? timeline).getByRole('button', { name: 'Actions for this entry' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove the text…' }));
    return screen.findByRole('dialog', { name: 'Remove this text for good?' });
  }

  it('names the hand-overs that say it, which go on without it', async () => {
    const main = openWindow((fake) => {
      withIncident(fake);
      for (const text of ['Mind hunter2 please', 'Nothing'])
        fake.log.run({ type: 'write-handover', text, from: 1, until: 2 });
    });
    const dialog = within(await askToRemove('hunter2'));
    expect(await dialog.findAllByText(/^Hand-over, recorded/)).toHaveLength(1);
    dialog.getByText('Hand-overs go on without it.');
    await userEvent.click(dialog.getByRole('button', { name: 'Remove text' }));
    await waitFor(() => expect(JSON.stringify(main.log.events)).not.toContain('hunter2'));
    await userEvent.click(screen.getByRole('button', { name: 'Hand over' }));
    const past = await screen.findByRole('region', { name: 'Earlier hand-overs' });
    await waitFor(() => expect(past.textContent).toContain('Mind (text removed) please'));
    expect(past.querySelectorAll('li')).toHaveLength(2);
  });

  it('says when it could not see what the hand-overs say', async () => {
    openWindow(withIncident);
    await waitFor(() => expect(useLive.getState().store).toBeDefined());
    Object.assign(useLive.getState().store ?? {}, { practice: () => Promise.reject(new Error('gone')) });
    const dialog = within(await askToRemove('hunter2'));
    await dialog.findByText(/^Recorded hand-overs could not be read/);
  });

  it('takes a note and lets its text be removed for good', async () => {
    const main = openWindow(withIncident);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Note' }), 'hunter2{Enter}');
    const timeline = screen.getByRole('region', { name: 'Timeline' });
    const entry = (await within(timeline).findByText('Note: hunter2')).closest('li');
    await userEvent.click(within(entry ?? timeline).getByRole('button', { name: 'Actions for this entry' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove the text…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove text' }));
    await waitFor(() => expect(within(timeline).queryByText(/hunter2/)).toBeNull());
    expect(JSON.stringify(main.log.events)).not.toContain('hunter2');
  });
});
