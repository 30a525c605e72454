// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { MOST_EDITS } from '#shared/domain/post-mortem/difference.ts';
import { useDrafts } from '../../../../src/renderer/db/drafts.ts';
import { editor, openClosed, press, saved, savedFile, shows, write } from '../post-mortems.ts';
import { cleanScreens } from '../screen.tsx';

cleanScreens();

describe('after closing', () => {
  it('the next action is the post-mortem, drafted from the log and following it', async () => {
    const { main, incidentId } = await openClosed();
    await press('Post-mortem');
    expect((await editor()).value).toContain('# Post-Mortem: Checkout is down');
    await shows(/follows the log/);
    main.log.run({ type: 'add-note', incidentId, text: 'written afterwards' });
    await waitFor(async () => expect((await editor()).value).toContain('written afterwards'));
    await press('Back to the incident');
    await screen.findByRole('region', { name: 'Incident clock' });
  });
});

describe('versions', () => {
  it('are kept, looked at, compared and restored; the timeline tells of them', async () => {
    const { main } = await openClosed();
    await press('Post-mortem');
    await write('# One');
    await shows('Unsaved changes');
    await press('Save version');
    await shows(/^Version 1 · .* · haseong$/);
    await write('# One\n\nand two');
    await press('Save version');
    await shows(/^Version 2 · /);
    expect(saved(main)).toEqual(['# One', '# One\n\nand two']);

    await press('More for this document');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Versions' }));
    await press('Compare version 1 with the text here');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.queryByText(/^More lines differ/)).toBeNull();
    expect(dialog.getByText(/and two/).closest('ins')?.textContent).toContain('+ and two');
    await press('Look at version 1');
    await dialog.findByRole('heading', { name: 'One' });
    await press('Restore version 1');
    expect((await editor()).value).toBe('# One');
    await press('Save version');
    await shows(/^Version 3 · /);
    expect(saved(main)).toHaveLength(3);
    await press('Back to the incident');
    expect(await screen.findAllByText('Post-mortem saved')).toHaveLength(3);
  });

  it('that have little in common are compared as a whole, which is said', async () => {
    const { main } = await openClosed();
    const lines = (word: string) => Array.from({ length: MOST_EDITS }, (_, index) => `${word} ${index}`);
    await press('Post-mortem');
    await write(['# One', ...lines('old')].join('\n'));
    await press('Save version');
    await waitFor(() => expect(saved(main)).toHaveLength(1));
    await write(['# One', ...lines('new')].join('\n'));
    await press('More for this document');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Versions' }));
    await press('Compare version 1 with the text here');
    const dialog = screen.getByRole('dialog');
    within(dialog).getByText(/^More lines differ than can be told apart/);
    const changes = [...dialog.querySelectorAll('ins, del')];
    expect(changes.map(({ localName, textContent }) => [localName, textContent?.split('\n')[0]])).toEqual([
      ['del', 'removed - old 0'],
      ['ins', 'added + new 0'],
    ]);
  });

  it('of somebody else never take what is being typed, and are said', async () => {
    const { main, incidentId } = await openClosed();
    await press('Post-mortem');
    await write('mine');
    main.log.author = 'mina';
    main.log.run({ type: 'save-post-mortem', incidentId, text: 'theirs', language: 'en' });
    await shows(/^A newer version was saved: Version 1 · .* · mina$/);
    expect((await editor()).value).toBe('mine');
    await press('Save version');
    await shows(/^Version 2 · /);
    expect(saved(main)).toEqual(['theirs', 'mine']);
  });

  it('can be left again: what was typed is discarded after one question', async () => {
    await openClosed();
    await press('Post-mortem');
    const drafted = (await editor()).value;
    await write('gone');
    await press('More for this document');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Discard changes' }));
    await press('Discard changes');
    expect((await editor()).value).toBe(drafted);
    expect(JSON.stringify(useDrafts.getState().byIncident)).not.toContain('gone');
  });
});

describe('a note that is removed for good', () => {
  it('goes out of what is typed and of what was saved, named before', async () => {
    const { main, incidentId } = await openClosed();
    main.log.run({ type: 'add-note', incidentId, text: 'The token is hunter2|x' });
    await press('Post-mortem');
    await waitFor(async () => expect((await editor()).value).toContain('hunter2'));
    await press('Save version');
    await waitFor(() => expect(saved(main)).toHaveLength(1));
    await write(`${(await editor()).value}Written on.`);
    await press('Back to the incident');
    const timeline = await screen.findByRole('region', { name: 'Timeline' });
    const entry = (await within(timeline).findByText('Note: The token is hunter2|x')).closest('li');
    await userEvent.click(within(entry ?? timeline).getByRole('button', { name: 'Actions for this entry' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove the text…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove this text for good?' }));
    dialog.getByText(/^Post-mortem, saved/);
    await userEvent.click(dialog.getByRole('button', { name: 'Remove text' }));
    await waitFor(() => expect(JSON.stringify(useDrafts.getState().byIncident)).not.toContain('hunter2'));
    expect(JSON.stringify(main.log.events)).not.toContain('hunter2');
    await press('Post-mortem');
    await waitFor(async () => expect((await editor()).value).toMatch(/\(text removed\).*Written on\.$/s));
  });
});

describe('what is to be done', () => {
  it('is written down from the post-mortem, and stands in its draft', async () => {
    const { main, incidentId } = await openClosed();
    await press('Post-mortem');
    await press('More for this document');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Add action item' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add an action item' }));
    await userEvent.type(dialog.getByLabelText('What is to be done'), 'Alert at 80 %');
    await userEvent.click(dialog.getByRole('button', { name: 'Add action item' }));
    await waitFor(() =>
      expect(main.log.events.findLast(({ type }) => type === 'action.added')).toMatchObject({
        incidentId,
        payload: { description: 'Alert at 80 %' },
      }),
    );
    await waitFor(async () => expect((await editor()).value).toContain('| 1 | Alert at 80 % |'));
  });
});

describe('what the text lacks', () => {
  it('is named, goes away once it is written, and one key leads to the next', async () => {
    await openClosed();
    await press('Post-mortem');
    await write('Cause: {Root cause}\nSLA: {SLA breach}');
    const gaps = within(await screen.findByRole('list', { name: 'Gaps' }));
    await waitFor(() =>
      expect(gaps.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
        'Root cause',
        'SLA breach',
      ]),
    );
    const area = await editor();
    area.setSelectionRange(0, 0);
    await userEvent.keyboard('{Control>}j{/Control}');
    await waitFor(() =>
      expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('{Root cause}'),
    );
    await userEvent.keyboard('{Control>}j{/Control}');
    await waitFor(() =>
      expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('{SLA breach}'),
    );
    await write('Cause: disk\nSLA: no');
    await shows('No gap left');
  });

  it('points out who is blamed, and changes nothing', async () => {
    const { incidentId, main } = await openClosed();
    main.log.run({ type: 'assign-role', incidentId, role: 'scribe', name: 'Mina' });
    await press('Post-mortem');
    await write('Fine.\nMina forgot the migration.');
    const hint = await screen.findByText('Line 2: “forgot” near Mina');
    await userEvent.click(hint);
    const area = await editor();
    await waitFor(() =>
      expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('Mina forgot the migration'),
    );
    expect(area.value).toBe('Fine.\nMina forgot the migration.');
  });
});

describe('a link in the text', () => {
  it('is opened by main, and said where that would not', async () => {
    const { main } = await openClosed();
    await press('Post-mortem');
    await write('[the dashboard](https://grafana.example/d/1)');
    const follow = async () => userEvent.click(await screen.findByText('the dashboard'));
    await follow();
    const asked = () => main.asked.filter(({ name }) => name === 'link.open');
    await waitFor(() => expect(asked()).toMatchObject([{ input: { url: 'https://grafana.example/d/1' } }]));
    expect(screen.queryByText('The link was not opened.')).toBeNull();
    Object.assign(main.bridge.request, {
      'link.open': () => Promise.resolve({ ok: true, value: { opened: false } }),
    });
    await follow();
    await shows('The link was not opened.');
  });
});

describe('leaving with it', () => {
  it('copies, saves and prints what is on the screen', async () => {
    const { main } = await openClosed();
    await press('Post-mortem');
    await write('# Done');
    await press('Copy Post-mortem');
    await waitFor(() => expect(main.copied.at(-1)?.text).toBe('# Done'));
    await press('Print to PDF');
    await waitFor(() =>
      expect(main.asked.find(({ name }) => name === 'document.pdf')?.input).toMatchObject({
        markdown: '# Done',
        language: 'en',
        gaps: [],
      }),
    );
    await waitFor(() =>
      expect(savedFile(main).name).toMatch(/^post-mortem-\d{4}-\d\d-\d\d-Checkout is down\.pdf$/),
    );
  });

  it('says when the PDF was not made, and keeps the text', async () => {
    const { main } = await openClosed();
    main.failing.set('document.pdf', { ok: false, code: 'failed', detail: 'the page is gone' });
    await press('Post-mortem');
    await write('# Done');
    await press('Print to PDF');
    await shows(/The PDF was not made/);
    expect((await editor()).value).toBe('# Done');
    expect(main.asked.some(({ name }) => name === 'file.save')).toBe(false);
  });

  it('proposes the meeting, and writes its invitation and calendar file', async () => {
    const { main } = await openClosed();
    await press('Post-mortem');
    await press('Meeting');
    const dialog = within(await screen.findByRole('dialog', { name: 'Post-mortem meeting' }));
    expect(dialog.getByLabelText<HTMLInputElement>('When').value).toMatch(/T14:00$/);
    await userEvent.click(dialog.getByRole('button', { name: 'Copy invitation' }));
    await waitFor(() =>
      expect(main.copied.at(-1)?.text).toMatch(/^Post-mortem: SEV-1 Checkout is down\n\nWhen: /),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save calendar file' }));
    await waitFor(() => expect(savedFile(main).name).toMatch(/\.ics$/));
    expect(savedFile(main).text).toContain('BEGIN:VEVENT');
  });

  it('can be printed again after a print that failed', async () => {
    const { main } = await openClosed();
    main.failing.set('document.pdf', { ok: false, code: 'failed', detail: 'the page is gone' });
    await press('Post-mortem');
    await press('Print to PDF');
    await shows(/The PDF was not made/);
    main.failing.delete('document.pdf');
    await press('Print to PDF');
    await waitFor(() => expect(savedFile(main).name).toMatch(/\.pdf$/));
    expect(screen.queryByText(/The PDF was not made/)).toBeNull();
  });

  it.each([
    ['Monday', '2026-11-23T03:00:00Z', '2026-11-24T14:00', /Proposed: the first working day/],
    ['Friday', '2026-11-27T03:00:00Z', '2026-11-30T14:00', /Later than the playbook asks/],
  ])('proposes what the playbook asks for, or says that it is later: on %s', async (_day, now, when, why) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(now) });
    await openClosed();
    await press('Post-mortem');
    await press('Meeting');
    const dialog = within(await screen.findByRole('dialog', { name: 'Post-mortem meeting' }));
    const field = dialog.getByLabelText<HTMLInputElement>('When');
    expect(field.value).toBe(when);
    dialog.getByText(why);
    // No date, no file; the invitation says that it is to be set.
    expect(dialog.getByRole('button', { name: 'Save calendar file' })).toHaveProperty('disabled', false);
    fireEvent.change(field, { target: { value: '' } });
    await waitFor(() =>
      expect(dialog.getByRole('button', { name: 'Save calendar file' })).toHaveProperty('disabled', true),
    );
  });
});
