import { describe, expect, it } from 'vitest';
import { acceleratorWords, isAccelerator, type PressedKeys, shortcutFrom } from '#shared/accelerator.ts';
import { defaultSettings } from '#shared/settings.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const pressed = (code: string, held: Partial<PressedKeys> = {}): PressedKeys => ({ ...none, code, ...held });

describe('keys become a shortcut', () => {
  it.each([
    ['KeyT', { ctrlKey: true, altKey: true, shiftKey: true }, false, 'CommandOrControl+Alt+Shift+T'],
    ['Digit1', { altKey: true }, false, 'Alt+1'],
    ['F12', { ctrlKey: true }, false, 'CommandOrControl+F12'],
    ['ArrowUp', { metaKey: true }, false, 'Super+Up'],
    ['KeyT', { metaKey: true }, true, 'CommandOrControl+T'],
    ['Space', { ctrlKey: true, altKey: true }, true, 'Control+Alt+Space'],
  ] as const)('%s with %j, on a Mac: %s', (code, held, mac, accelerator) => {
    expect(shortcutFrom(pressed(code, held), mac)).toEqual({ kind: 'shortcut', accelerator });
    expect(isAccelerator(accelerator)).toBe(true);
  });

  it.each(['ControlLeft', 'ShiftRight', 'MetaLeft', 'Unidentified', ''])('%s alone is not finished', (code) =>
    expect(shortcutFrom(pressed(code, { ctrlKey: true }), false)).toEqual({ kind: 'unfinished' }),
  );

  it.each([{}, { shiftKey: true }])('a plain key with %j is not taken from all apps', (held) =>
    expect(shortcutFrom(pressed('KeyT', held), false)).toEqual({ kind: 'needs-modifier' }),
  );
});

it.each(['', 'T', 'Shift+T', 'Ctrl+T', 'Alt+', 'Alt+TT', 'Shift+Alt+T', 'Alt+Alt+T', 'Alt+F25', 'Alt+F0'])(
  '“%s” is no shortcut',
  (text) => expect(isAccelerator(text)).toBe(false),
);

it('the default is one', () => expect(isAccelerator(defaultSettings().globalShortcut)).toBe(true));

it.each([
  ['CommandOrControl+Alt+Shift+T', false, 'Ctrl+Alt+Shift+T'],
  ['CommandOrControl+Alt+Shift+T', true, '⌘⌥⇧T'],
  ['Super+Up', false, 'Super+Up'],
])('%s, on a Mac %s, is %s', (accelerator, mac, words) =>
  expect(acceleratorWords(accelerator, mac)).toBe(words),
);
