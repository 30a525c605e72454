import type { Severity } from '#shared/domain/severity.ts';

/** What the palette finds, in the order in which kinds are listed. */
export const GROUPS = [
  'recent',
  'action',
  'message',
  'open',
  'contact',
  'command',
  'place',
  'setting',
  'incident',
  'note',
  'copied',
] as const;
export type Group = (typeof GROUPS)[number];

/** One line of the palette. */
export interface PaletteEntry {
  /** The same from one opening to the next, for what was used last. */
  readonly id: string;
  readonly group: Exclude<Group, 'recent'>;
  readonly label: string;
  readonly detail?: string;
  /** Found by these words too; never shown. */
  readonly keywords?: string;
  readonly severity?: Severity;
  /** The key that does the same. */
  readonly hint?: string;
  /** Done once the palette has closed and given the focus back. */
  readonly act?: () => void;
  /** Copied instead; the palette stays and says so. */
  readonly copies?: string;
}
