// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { isKnown } from '#shared/domain/event/event.ts';
import type { Severity } from '#shared/domain/severity.ts';
import { callComposer } from '../../../../src/renderer/bridge/view.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

const withIncident =
  (severity: Severity = 'SEV-1') =>
  (main: FakeMain): void => {
    const pageId = receivePage(main.log, { title: 'Down', severity, startedAt: Date.now() - 2 * MINUTE_MS });
    main.log.run({ type: 'acknowledge', pageIds: [pageId] });
  };
const recorded = (main: FakeMain) =>
  main.log.events.flatMap((event) =>
    isKnown(event) && event.type === 'message.copied' ? [event.payload] : [],
  );
const press = async (name: string): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }));
const composer = () => screen.findByRole('region', { name: 'Message composer' });

describe('the channel of a message', () => {
  it('brings its form, and is recorded with it', async () => {
    const main = openWindow(withIncident());
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Channel' }), 'Email');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Email' }).checked).toBe(true);
    expect(screen.getByText('Stakeholders · Official communication')).toBeDefined();
    await press('Copy message');
    await press('Copy anyway');
    await waitFor(() => expect(recorded(main)).toMatchObject([{ form: 'email', channel: 'email' }]));
    expect(main.copied[0]?.text).toMatch(/^\[SEV-1\] Incident declared: Down\n\n🚨 INCIDENT DECLARED\n/);
    expect(main.copied[0]?.html).toContain('<strong>INCIDENT DECLARED</strong>');
    expect(recorded(main)[0]?.text).toBe(main.copied[0]?.text);
    await within(screen.getByRole('region', { name: 'Timeline' })).findByText('Email');
  });

  it('that is not for this severity is not offered, and that is said', async () => {
    openWindow(withIncident('SEV-3'));
    const select = await screen.findByRole('combobox', { name: 'Channel' });
    const general = within(select).getByRole('option', { name: 'Slack #general · only for SEV-1, SEV-2' });
    expect((general as HTMLOptionElement).disabled).toBe(true);
    expect(screen.getByText('Not offered: Slack #general, which is only for SEV-1, SEV-2.')).toBeDefined();
  });
});

it('the status page’s title and text are copied apart; the text is what is recorded', async () => {
  const main = openWindow(withIncident());
  await userEvent.click(await screen.findByRole('tab', { name: 'Status page' }));
  await press('Copy the title');
  await waitFor(() => expect(main.copied).toEqual([{ text: 'Investigating Issues' }]));
  expect(recorded(main)).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: 'Issue' }), 'failed payments');
  await press('Copy the text');
  const body = 'We are currently investigating reports of failed payments.';
  await waitFor(() => expect(main.copied[1]).toEqual({ text: body }));
  await waitFor(() =>
    expect(recorded(main)).toMatchObject([
      { form: 'status-page', channel: 'status-page', text: `Investigating Issues\n\n${body}` },
    ]),
  );
});

it('a text can be edited before it is copied, and given back to the fields', async () => {
  const main = openWindow(withIncident());
  await press('Edit the text');
  const text = await screen.findByRole('textbox', { name: 'Text' });
  await userEvent.clear(text);
  await userEvent.type(text, '*Down* for all');
  await press('Copy message');
  await waitFor(() => expect(recorded(main)[0]?.text).toBe('*Down* for all'));
  expect(main.copied[0]).toEqual({ text: '*Down* for all', html: '<p><strong>Down</strong> for all</p>' });
  await press('Use the generated text');
  expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull();
  expect(within(await composer()).getByText('INCIDENT DECLARED')).toBeDefined();
});

it('the same message is shown and copied in the other language', async () => {
  const main = openWindow(withIncident());
  await userEvent.type(await screen.findByRole('textbox', { name: 'Impact' }), 'All');
  await userEvent.click(screen.getByRole('radio', { name: 'Both' }));
  const korean = await screen.findByRole('region', { name: 'Preview: 한국어' });
  expect(within(korean).getByText('All', { exact: false })).toBeDefined();
  await userEvent.click(within(korean).getByRole('button', { name: 'Copy in 한국어' }));
  await press('Copy anyway');
  await waitFor(() => expect(recorded(main)[0]?.title).toBe('인시던트 선언'));
  expect(recorded(main)[0]?.fields).toMatchObject({ impact: 'All', severity: 'SEV-1' });
});

it('what changed is filled in when asked for, never over what was typed, and taken out again', async () => {
  const main = openWindow(withIncident());
  await userEvent.click(await screen.findByRole('tab', { name: 'Status update' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Summary' }), 'Mine');
  const { incidentId } = main.log.events.find(({ type }) => type === 'incident.opened') ?? {};
  act(() => {
    main.log.run({
      type: 'tick',
      incidentId: incidentId ?? '',
      checklist: 'quick-reference',
      item: 'verify-problem',
    });
  });
  await screen.findByText('2 changes since the incident began');
  const actions = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Actions taken' });
  expect(actions.value).toBe('');
  await press('Fill in what changed');
  expect(actions.value).toBe('Verify the problem and its scope of impact');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Summary' }).value).toBe('Mine');
  expect(
    screen.getByText('Filled in: Actions taken, Next steps. Kept as you typed it: Summary.'),
  ).toBeDefined();
  await press('Take it out again');
  expect(actions.value).toBe('');
  // What was taken is over with the copy: there is nothing to take out again.
  await press('Fill in what changed');
  await press('Copy message');
  await press('Copy anyway');
  await screen.findByText(/^Nothing new since the last update/);
  expect(screen.queryByRole('button', { name: 'Take it out again' })).toBeNull();
});

it('a message without a tab is opened from elsewhere, and from the menu', async () => {
  openWindow(withIncident());
  await screen.findByRole('tab', { name: 'Incident declared', selected: true });
  expect(screen.queryByRole('tab', { name: 'Escalation' })).toBeNull();
  act(() => callComposer('escalation'));
  await screen.findByRole('tab', { name: 'Escalation', selected: true });
  await userEvent.click(screen.getByRole('button', { name: 'More messages' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Rollback complete' }));
  await screen.findByRole('tab', { name: 'Rollback complete', selected: true });
});

it('snippets are a person’s own: kept in the settings, put into the field last worked in', async () => {
  const main = openWindow(withIncident());
  const impact = await screen.findByRole('textbox', { name: 'Impact' });
  await userEvent.type(impact, 'All payments');
  await userEvent.click(screen.getByRole('button', { name: 'Snippets' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Keep Impact as a snippet' }));
  await waitFor(() => expect(main.snapshot.settings.snippets).toEqual(['All payments']));
  await userEvent.clear(impact);
  await userEvent.click(screen.getByRole('button', { name: 'Snippets' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'All payments' }));
  expect((impact as HTMLInputElement).value).toBe('All payments');
  await userEvent.click(screen.getByRole('button', { name: 'Snippets' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit snippets…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Snippets' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Add a snippet' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Snippet 2' }), 'Rolling back');
  await userEvent.click(dialog.getByRole('button', { name: 'Remove snippet 1' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(main.snapshot.settings.snippets).toEqual(['Rolling back']));
});

it('a snippet is kept once, however often it is wanted', async () => {
  const main = openWindow(withIncident());
  const impact = await screen.findByRole('textbox', { name: 'Impact' });
  await userEvent.type(impact, ' All payments ');
  await press('Snippets');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Keep Impact as a snippet' }));
  await waitFor(() => expect(main.snapshot.settings.snippets).toEqual(['All payments']));
  await press('Snippets');
  await screen.findByRole('menuitem', { name: 'All payments' });
  expect(screen.queryByRole('menuitem', { name: 'Keep Impact as a snippet' })).toBeNull();
  await userEvent.click(screen.getByRole('menuitem', { name: 'Edit snippets…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Snippets' }));
  for (const [place, text] of ['Rolling back', 'All payments ', ' Rolling back'].entries()) {
    await userEvent.click(dialog.getByRole('button', { name: 'Add a snippet' }));
    await userEvent.type(dialog.getByRole('textbox', { name: `Snippet ${place + 2}` }), text);
  }
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(main.snapshot.settings.snippets).toEqual(['All payments', 'Rolling back']));
});

it('a message too long for Slack says what will be cut', async () => {
  openWindow(withIncident());
  await userEvent.click(await screen.findByRole('tab', { name: 'Status update' }));
  await userEvent.click(screen.getByRole('textbox', { name: 'Summary' }));
  await userEvent.paste('x'.repeat(4_100));
  expect(await screen.findByText(/^4,\d\d\d characters: Slack may post more than 4,000/)).toBeDefined();
  await userEvent.click(screen.getByRole('radio', { name: 'Markdown' }));
  expect(screen.queryByText(/Slack may post/)).toBeNull();
});
