import { isMac } from './platform.ts';

/** Where a key does something. */
export const KEY_SCOPES = ['everywhere', 'page', 'incident', 'postMortem'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/**
 * Every key of the window (`design/experience.md`). Handlers are registered under these keys alone, and the sheet and the
 * palette are drawn from the list, so none of them can name a key that another does not know. `id` is the
 * catalogue's (`keys.…`); `Mod` is Cmd on a Mac and Ctrl elsewhere.
 */
export const KEY_LIST = [
  { id: 'palette', keys: ['Mod+k'], scope: 'everywhere' },
  { id: 'reference', keys: ['r'], scope: 'everywhere' },
  { id: 'next', keys: [']'], scope: 'everywhere' },
  { id: 'previous', keys: ['['], scope: 'everywhere' },
  { id: 'search', keys: ['/'], scope: 'everywhere' },
  { id: 'help', keys: ['?'], scope: 'everywhere' },
  { id: 'escape', keys: ['Escape'], scope: 'everywhere' },
  { id: 'acknowledge', keys: ['a'], scope: 'page' },
  { id: 'declare', keys: ['d'], scope: 'incident' },
  { id: 'severity', keys: ['s'], scope: 'incident' },
  { id: 'copy', keys: ['c'], scope: 'incident' },
  { id: 'note', keys: ['n'], scope: 'incident' },
  { id: 'nextGap', keys: ['Mod+j'], scope: 'postMortem' },
  { id: 'saveVersion', keys: ['Mod+s'], scope: 'postMortem' },
  { id: 'ticks', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'], scope: 'incident' },
] as const satisfies readonly {
  readonly id: string;
  readonly keys: readonly string[];
  readonly scope: KeyScope;
}[];

export type KeyEntry = (typeof KEY_LIST)[number];
export type Key = KeyEntry['keys'][number];

/** A key as it stands on the keyboard: `Ctrl+K`, on a Mac `⌘K`. */
export function keyName(key: string): string {
  if (key === 'Escape') return 'Esc';
  if (!key.startsWith('Mod+')) return key;
  const letter = key.slice('Mod+'.length).toUpperCase();
  return isMac() ? `⌘${letter}` : `Ctrl+${letter}`;
}
