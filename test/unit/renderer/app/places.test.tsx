// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#shared/settings.ts';
import { type Live, useLive } from '../../../../src/renderer/db/live.ts';
import { cleanScreens, openWindow, stopTime } from '../screen.tsx';

cleanScreens();

const fresh = { settings: { ...defaultSettings(), welcomed: false } };
const source = { id: 'prometheus', kind: 'alertmanager', state: 'heard', detail: '' } as const;

describe('the first run', () => {
  it('says what it does, sends a test page on one button, and says where it is', async () => {
    const main = openWindow(undefined, fresh);
    await screen.findByRole('heading', { level: 1, name: 'Ready for the next page' });
    expect(screen.getByText(/No account, no server/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Send me a test page' }));
    expect(main.asked.some(({ name }) => name === 'page.test')).toBe(true);
    const row = await screen.findByRole('button', { name: /Test page from Tplus/ });
    expect(within(row).getByText('Test')).toBeDefined();
  });

  it('gives a sender its address and token, the token only when asked for', async () => {
    const main = openWindow(undefined, fresh);
    await screen.findByRole('heading', { name: 'Connect a source' });
    expect(document.body.textContent).not.toContain('secret-token');
    expect(screen.getByText('http://127.0.0.1:47100')).toBeDefined();
    await userEvent.click(screen.getByRole('tab', { name: 'Alertmanager' }));
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(main.copied[0]?.text).toContain('credentials: secret-token'));
    expect(document.body.textContent).not.toContain('secret-token');
    await userEvent.click(screen.getByRole('button', { name: 'Show token' }));
    expect(await screen.findByText('secret-token')).toBeDefined();
  });

  it('is over once the playbook or the list was opened', async () => {
    const main = openWindow(undefined, fresh);
    await userEvent.click(await screen.findByRole('button', { name: 'Open the playbook' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Playbook' })).toBeDefined();
    expect(main.snapshot.settings.welcomed).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Incidents' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing is open' })).toBeDefined();
  });
});

describe('with nothing open, the window', () => {
  it('says what the calm rests on', async () => {
    openWindow();
    await screen.findByText('The next page shows up here and rings.');
    expect(screen.getByText('Listening at http://127.0.0.1:47100')).toBeDefined();
    expect(screen.getByText('The last one was shown.')).toBeDefined();
    expect(screen.getByText('The icon is shown.')).toBeDefined();
  });

  it.each([
    ['what it keeps is not kept', { storage: { problem: 'unavailable', detail: 'gone' } }],
    ['it does not follow the log', { sync: { state: 'failing', detail: 'gone' } }],
  ] as const)('claims no calm when %s', async (_what, trouble) => {
    openWindow();
    await screen.findByText('The next page shows up here and rings.');
    act(() => useLive.setState(trouble as Partial<Live>));
    await screen.findByText('Nothing is open, but not everything works.');
    expect(screen.queryByText('The next page shows up here and rings.')).toBeNull();
  });

  it('claims no calm when something does not work, and leads to what it is', async () => {
    openWindow(undefined, {
      health: {
        native: 'no-daemon',
        tray: 'shown',
        degraded: [{ reason: 'notifications-not-shown', detail: 'nobody answers' }],
      },
    });
    await screen.findByText('Nothing is open, but not everything works.');
    expect(screen.queryByText('The next page shows up here and rings.')).toBeNull();
    const [button] = screen.getAllByRole('button', { name: 'See what is wrong' });
    if (button === undefined) throw new Error('no way to Health');
    await userEvent.click(button);
    expect(await screen.findByText('1 thing does not work')).toBeDefined();
    expect(screen.getByText('nobody answers')).toBeDefined();
    expect(screen.getByText('Still safe')).toBeDefined();
    expect(screen.getByText('What to do')).toBeDefined();
  });

  it('says whether a source has been heard, and when', async () => {
    stopTime();
    const main = openWindow();
    expect(await screen.findByText('No source has been heard yet')).toBeDefined();
    main.change({ sources: [{ ...source, lastHeardAt: Date.now() - 42_000 }] });
    expect(await screen.findByText('1 source · last heard 42 s ago')).toBeDefined();
    // A page was there to be seen while it said that nobody had been heard.
    main.push('sources.heard', [{ ...source, lastHeardAt: Date.now() - 7000 }]);
    expect(await screen.findByText('1 source · last heard 7 s ago')).toBeDefined();
  });
});

describe('Health', () => {
  it('lets go of what is over once somebody has read it', async () => {
    const main = openWindow(undefined, {
      health: { native: 'shown', tray: 'no-host', degraded: [{ reason: 'log-rebuilt', detail: '' }] },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Health: 1 problem' }));
    expect(screen.queryByText('Everything works')).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Understood' }));
    expect(main.asked.at(-1)).toEqual({ name: 'degraded.dismiss', input: { reason: 'log-rebuilt' } });
  });
});

describe('long work', () => {
  it('shows its progress while the window goes on', async () => {
    openWindow();
    await screen.findByText('The next page shows up here and rings.');
    act(() => useLive.setState({ sync: { state: 'rebuilding', done: 500, total: 2000 } }));
    const bar = await screen.findByRole('progressbar');
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['500', '2000']);
    expect(screen.getByText('500 of 2000 events')).toBeDefined();
    expect(screen.getByRole('heading', { level: 1, name: 'Nothing is open' })).toBeDefined();
  });
});
