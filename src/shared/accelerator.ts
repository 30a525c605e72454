/**
 * Keys for a shortcut of the whole desktop, in Electron's words (`CommandOrControl+Alt+Shift+T`), with the modifiers in
 * one order so that equal shortcuts are equal texts.
 */
const MODIFIERS = ['CommandOrControl', 'Control', 'Super', 'Alt', 'Shift'] as const;
type Modifier = (typeof MODIFIERS)[number];

/** `event.code` to Electron's name, where neither a letter, a digit nor a function key. */
const NAMED_KEYS: Readonly<Record<string, string>> = {
  Space: 'Space',
  Enter: 'Enter',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Backquote: '`',
};
const KEY_NAMES = new Set(Object.values(NAMED_KEYS));

/** What was pressed, as the browser tells it. */
export interface PressedKeys {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A shortcut, no key but modifiers yet, or one that would take a plain key from every other app. */
export type PressedShortcut =
  | { readonly kind: 'shortcut'; readonly accelerator: string }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'needs-modifier' };

export function shortcutFrom(pressed: PressedKeys, isMac: boolean): PressedShortcut {
  const key = keyFrom(pressed.code);
  if (key === undefined) return { kind: 'unfinished' };
  const command = isMac ? pressed.metaKey : pressed.ctrlKey;
  const other = isMac ? pressed.ctrlKey : pressed.metaKey;
  const held: Readonly<Record<Modifier, boolean>> = {
    CommandOrControl: command,
    Control: isMac && other,
    Super: !isMac && other,
    Alt: pressed.altKey,
    Shift: pressed.shiftKey,
  };
  if (!command && !other && !pressed.altKey) return { kind: 'needs-modifier' };
  const accelerator = [...MODIFIERS.filter((modifier) => held[modifier]), key].join('+');
  return { kind: 'shortcut', accelerator };
}

/** Whether a text is such a shortcut: settings may have been edited by hand. */
export function isAccelerator(text: string): boolean {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  const order = parts.map((part) => MODIFIERS.findIndex((modifier) => modifier === part));
  const isOrdered = order.every((place, index) => place > (order[index - 1] ?? -1));
  const isHeld = parts.some((part) => part !== 'Shift');
  return isOrdered && isHeld && (/^([A-Z0-9]|F([1-9]|1\d|2[0-4]))$/.test(key) || KEY_NAMES.has(key));
}

/** As it stands on the keyboard: `Ctrl+Alt+Shift+T`, on a Mac `⌘⌥⇧T`. */
export function acceleratorWords(accelerator: string, isMac: boolean): string {
  const words: Readonly<Record<Modifier, string>> = isMac
    ? { CommandOrControl: '⌘', Control: '⌃', Super: '⌘', Alt: '⌥', Shift: '⇧' }
    : { CommandOrControl: 'Ctrl', Control: 'Ctrl', Super: 'Super', Alt: 'Alt', Shift: 'Shift' };
  const parts = accelerator.split('+').map((part) => {
    const modifier = MODIFIERS.find((each) => each === part);
    return modifier === undefined ? part : words[modifier];
  });
  return parts.join(isMac ? '' : '+');
}

function keyFrom(code: string): string | undefined {
  if (/^Key[A-Z]$/.test(code)) return code.slice('Key'.length);
  if (/^Digit\d$/.test(code)) return code.slice('Digit'.length);
  if (/^F\d{1,2}$/.test(code)) return code;
  return NAMED_KEYS[code];
}
