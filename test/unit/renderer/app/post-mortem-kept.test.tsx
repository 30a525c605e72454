// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TEXT_LIMIT } from '#shared/domain/command/limits.ts';
import { useDrafts } from '../../../../src/renderer/db/drafts.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { editor, openClosed, press, saved, shows, write } from '../post-mortems.ts';
import { cleanScreens } from '../screen.tsx';

/** What becomes of a text that is typed, saved by somebody else, restored, or cannot be saved. */

cleanScreens();

const more = async (entry: string): Promise<void> => {
  await press('More for this document');
  await userEvent.click(await screen.findByRole('menuitem', { name: entry }));
};
const says = async (text: string): Promise<void> =>
  waitFor(async () => expect((await editor()).value).toBe(text));
const isNewer = (): boolean => screen.queryByText(/^A newer version was saved/) !== null;
const isUnsaved = (): boolean => screen.queryByText('Unsaved changes') !== null;
const disabled = async (name: string): Promise<boolean> =>
  (await screen.findByRole<HTMLButtonElement>('button', { name })).disabled;

/** Somebody else saves a version. */
function theirs(main: FakeMain, incidentId: string, text: string, language: 'en' | 'ko' = 'en'): string {
  const answer = main.log.run({ type: 'save-post-mortem', incidentId, text, language });
  return answer.ok ? (answer.events[0]?.id ?? '') : '';
}

/** The languages of the versions, oldest first. */
const languages = (main: FakeMain): unknown[] =>
  main.log.events.flatMap(({ type, payload }) =>
    type === 'post-mortem.saved' ? [(payload as { language: string }).language] : [],
  );

describe('a text that was typed', () => {
  it('is unsaved until it is what was saved again', async () => {
    const { main, incidentId } = await openClosed();
    theirs(main, incidentId, 'One');
    await press('Post-mortem');
    await says('One');
    await write('One and');
    await shows('Unsaved changes');
    await write('One');
    await waitFor(() => expect(isUnsaved()).toBe(false));
    expect(await disabled('Save version')).toBe(true);
    await press('More for this document');
    expect(screen.queryByRole('menuitem', { name: 'Discard changes' })).toBeNull();
  });

  it('goes on being told of a newer version while it is typed on', async () => {
    const { main, incidentId } = await openClosed();
    await press('Post-mortem');
    await write('mine');
    theirs(main, incidentId, 'theirs');
    await waitFor(() => expect(isNewer()).toBe(true));
    await write('mine, and more');
    await says('mine, and more');
    expect(isNewer()).toBe(true);
    // Saved over it: nothing is newer, and what stands there is the newest.
    await press('Save version');
    await waitFor(() => expect(saved(main)).toEqual(['theirs', 'mine, and more']));
    await waitFor(() => expect(isUnsaved()).toBe(false));
    expect(isNewer()).toBe(false);
  });

  it('stays, and is told to be unsaved, where it could not be saved', async () => {
    const { main } = await openClosed();
    await press('Post-mortem');
    await write('mine');
    main.failing.set('command.run', { ok: false, code: 'log-unavailable', detail: 'gone' });
    await press('Save version');
    await screen.findByRole('alert');
    await says('mine');
    expect(isUnsaved()).toBe(true);
    expect(JSON.stringify(useDrafts.getState().byIncident)).toContain('mine');
  });

  it('stays where it is typed on while it is being saved', async () => {
    const { main } = await openClosed();
    await press('Post-mortem');
    await write('mine');
    const { promise, resolve } = Promise.withResolvers<void>();
    const run = main.bridge.request['command.run'];
    Object.assign(main.bridge.request, {
      'command.run': async (command: Parameters<typeof run>[0]) => {
        const answer = await run(command);
        await promise;
        return answer;
      },
    });
    await press('Save version');
    await waitFor(() => expect(saved(main)).toEqual(['mine']));
    await write('mine, and more');
    resolve();
    await shows(/^Version 1 · /);
    await says('mine, and more');
    expect(isUnsaved()).toBe(true);
  });

  it('is said to be in memory only where it cannot be kept', async () => {
    await openClosed();
    await press('Post-mortem');
    await write('mine');
    await shows('Unsaved changes');
    const state = () => screen.getByText('Unsaved changes').parentElement?.textContent ?? '';
    const kept = state();
    useDrafts.setState({ unsaved: true });
    await waitFor(() => expect(state()).not.toBe(kept));
    expect(kept).toContain('Kept as you type');
  });

  it.each([
    ['blank', ' \n', false],
    ['too long', 'x'.repeat(DOCUMENT_TEXT_LIMIT + 1), true],
  ])('cannot be saved while it is %s', async (_what, text, isTold) => {
    await openClosed();
    await press('Post-mortem');
    await write(text);
    await shows('Unsaved changes');
    expect(await disabled('Save version')).toBe(true);
    expect(screen.queryByText(/too long to be saved/) !== null).toBe(isTold);
    await write('x'.repeat(DOCUMENT_TEXT_LIMIT));
    await waitFor(async () => expect(await disabled('Save version')).toBe(false));
  });
});

describe('a version that is restored', () => {
  it('is written on from the newest, in its own language', async () => {
    const { main, incidentId } = await openClosed();
    theirs(main, incidentId, '하나', 'ko');
    theirs(main, incidentId, 'Two');
    await press('Post-mortem');
    await says('Two');
    await more('Versions');
    await press('Restore version 1');
    await says('하나');
    expect(isNewer()).toBe(false);
    await press('Save version');
    await waitFor(() => expect(languages(main)).toEqual(['ko', 'en', 'ko']));
    // Its language stays that of the text that is written on.
    await shows(/^Version 3 · /);
    await write('하나와');
    await press('Save version');
    await waitFor(() => expect(languages(main)).toEqual(['ko', 'en', 'ko', 'ko']));
  });

  it('can be the draft from the log, which is offered where the text is another', async () => {
    const { main, incidentId } = await openClosed();
    await press('Post-mortem');
    const drafted = (await editor()).value;
    await press('More for this document');
    await screen.findByRole('menuitem', { name: 'Versions' });
    expect(screen.queryByRole('menuitem', { name: 'Draft again from the log' })).toBeNull();
    await userEvent.keyboard('{Escape}');
    theirs(main, incidentId, 'One');
    await says('One');
    await more('Draft again from the log');
    await says(drafted);
    expect(isUnsaved()).toBe(true);
  });
});

describe('a version whose text was removed', () => {
  it('gives way to the newest that can be read', async () => {
    const { main, incidentId } = await openClosed();
    theirs(main, incidentId, 'One');
    const second = theirs(main, incidentId, 'Two');
    main.log.run({ type: 'redact', eventId: second });
    await press('Post-mortem');
    await says('One');
    await more('Versions');
    const [newest] = within(await screen.findByRole('dialog')).getAllByRole('listitem');
    expect(newest?.textContent).toContain('Its text was removed.');
  });
});
