// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#shared/settings.ts';
import type { AppSnapshot } from '#shared/ipc/contract.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

const settings = { ...defaultSettings(), welcomed: true, name: 'Mina', receiverPort: 47100 };

async function openSettings(changes: Partial<AppSnapshot> = {}): Promise<FakeMain> {
  const main = openWindow(undefined, { settings, ...changes });
  await userEvent.click(await screen.findByRole('button', { name: 'Settings' }));
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  return main;
}
/** What main was asked to change, in turn. */
const changes = (main: FakeMain): unknown[] =>
  main.asked.filter(({ name }) => name === 'settings.change').map(({ input }) => input);

describe('my name', () => {
  const field = () => screen.getByLabelText<HTMLInputElement>('Your name');

  it('is saved once it is whole: by Enter, or by leaving the field', async () => {
    const main = await openSettings();
    await userEvent.type(field(), ' Kim');
    expect(changes(main)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(changes(main)).toEqual([{ name: 'Mina Kim' }]));
    await userEvent.type(field(), '!');
    await userEvent.tab();
    await waitFor(() => expect(changes(main)).toHaveLength(2));
  });

  it('is not saved anew where it is the same', async () => {
    const main = await openSettings();
    await userEvent.type(field(), '  {Enter}');
    await userEvent.tab();
    expect(changes(main)).toEqual([]);
  });
});

describe('the port', () => {
  const field = () => screen.getByLabelText<HTMLInputElement>('Port');
  it.each(['1023', '65536', '80', '', '47100x', '4710.5', '-47101', '1e4', '123456'])(
    'is not saved as %j, which is said',
    async (text) => {
      const main = await openSettings();
      fireEvent.change(field(), { target: { value: text } });
      fireEvent.keyDown(field(), { key: 'Enter' });
      fireEvent.blur(field());
      await screen.findByText('A whole number from 1024 to 65535.');
      expect(field().getAttribute('aria-invalid')).toBe('true');
      expect(changes(main)).toEqual([]);
    },
  );

  it.each([
    ['1024', 1024],
    ['65535', 65_535],
    [' 47101 ', 47_101],
  ])('is saved as %j once the field is left', async (text, port) => {
    const main = await openSettings();
    fireEvent.change(field(), { target: { value: text } });
    expect(screen.queryByText('A whole number from 1024 to 65535.')).toBeNull();
    expect(changes(main)).toEqual([]);
    fireEvent.blur(field());
    await waitFor(() => expect(changes(main)).toEqual([{ receiverPort: port }]));
  });

  it('is not saved anew where it is the same', async () => {
    const main = await openSettings();
    fireEvent.change(field(), { target: { value: '47100' } });
    fireEvent.blur(field());
    expect(changes(main)).toEqual([]);
  });
});

describe('the token', () => {
  it('is renewed only once that was confirmed, and said to be', async () => {
    const main = await openSettings();
    const asked = () => main.asked.some(({ name }) => name === 'token.renew');
    await userEvent.click(screen.getByRole('button', { name: 'Renew token' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(asked()).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Renew token' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Renew' }));
    await screen.findByText('Renewed. Give the new token to every sender.');
    expect(asked()).toBe(true);
  });

  it('is not said to be renewed where that failed', async () => {
    const main = await openSettings();
    main.failing.set('token.renew', { ok: false, code: 'failed', detail: 'read-only' });
    await userEvent.click(screen.getByRole('button', { name: 'Renew token' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Renew' }));
    expect((await screen.findByRole('alert')).textContent).toContain('read-only');
    expect(screen.queryByText('Renewed. Give the new token to every sender.')).toBeNull();
  });
});

describe('the shortcut of the desktop', () => {
  const button = () => screen.getByRole('button', { name: 'Change' });
  const press = (keys: object): boolean => fireEvent.keyDown(button(), keys);
  const listening = () => button().getAttribute('aria-pressed') === 'true';

  it('is what is pressed, once it has a key and a modifier', async () => {
    const main = await openSettings();
    await userEvent.click(button());
    press({ key: 'Control', code: 'ControlLeft', ctrlKey: true });
    expect(listening()).toBe(true);
    press({ key: 't', code: 'KeyT' });
    expect(listening()).toBe(true);
    expect(changes(main)).toEqual([]);
    const said = screen
      .getByRole('group', { name: 'Key that brings Tplus up from anywhere' })
      .querySelector('[role=status]');
    expect(said?.className).toBe('field-error');
    press({ key: 't', code: 'KeyT', ctrlKey: true, altKey: true });
    await waitFor(() => expect(changes(main)).toEqual([{ globalShortcut: 'CommandOrControl+Alt+T' }]));
    expect(listening()).toBe(false);
  });

  it('stays what it is when Escape is pressed, or the field left', async () => {
    const main = await openSettings();
    await userEvent.click(button());
    expect(press({ key: 'Escape', code: 'Escape' })).toBe(false);
    expect(listening()).toBe(false);
    await userEvent.click(button());
    // Tab goes on to the next field, as everywhere; with a modifier it is a key like others.
    expect(press({ key: 'Tab', code: 'Tab' })).toBe(true);
    expect(listening()).toBe(true);
    fireEvent.blur(button());
    expect(listening()).toBe(false);
    press({ key: 't', code: 'KeyT', ctrlKey: true });
    expect(changes(main)).toEqual([]);
    await userEvent.click(button());
    press({ key: 'Tab', code: 'Tab', ctrlKey: true });
    await waitFor(() => expect(changes(main)).toEqual([{ globalShortcut: 'CommandOrControl+Tab' }]));
  });

  it('can be taken away, and is said where another app has it', async () => {
    const main = await openSettings({
      settings: { ...settings, globalShortcut: 'CommandOrControl+Alt+T' },
      globalShortcut: 'refused',
    });
    const group = screen.getByRole('group', { name: 'Key that brings Tplus up from anywhere' });
    expect(group.querySelector('kbd')?.textContent).toBe('Ctrl+Alt+T');
    expect(group.querySelector('[role=status]')?.className).toBe('field-error');
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(changes(main)).toEqual([{ globalShortcut: '' }]));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull());
  });
});

it('the severity of unknowns, the switches and the language are saved as they are changed', async () => {
  const main = await openSettings();
  await userEvent.selectOptions(screen.getByLabelText('Severity for unknowns'), 'SEV-4');
  await userEvent.click(screen.getByRole('switch', { name: 'Start with the system' }));
  await userEvent.click(screen.getByRole('switch', { name: 'Single-letter keys' }));
  await userEvent.click(screen.getByRole('radio', { name: '한국어' }));
  await waitFor(() =>
    expect(changes(main)).toEqual([
      { unknownSeverity: 'SEV-4' },
      { startWithSystem: !settings.startWithSystem },
      { singleKeys: !settings.singleKeys },
      { language: 'ko' },
    ]),
  );
});

it('a change that was not saved is said, and shows as it was', async () => {
  const main = await openSettings();
  main.failing.set('settings.change', { ok: false, code: 'disk-full', detail: '' });
  await userEvent.selectOptions(screen.getByLabelText('Severity for unknowns'), 'SEV-4');
  await screen.findByText(/the disk is full/);
  expect(screen.getByLabelText<HTMLSelectElement>('Severity for unknowns').value).toBe(
    settings.unknownSeverity,
  );
});
