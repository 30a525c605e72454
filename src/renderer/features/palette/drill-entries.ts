import type { TFunction } from 'i18next';
import type { Command } from '#shared/domain/command/command.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import { isPlayedOut } from '#shared/domain/drill/due-steps.ts';
import type { PaletteEntry } from './entry.ts';

/** The end of the drill that is running, from wherever one is. */
export function drillEntries(
  t: TFunction,
  drill: Drill | undefined,
  run: (command: Command) => unknown,
): PaletteEntry[] {
  if (drill === undefined) return [];
  return [
    {
      id: 'drill:end',
      group: 'action',
      label: t(isPlayedOut(drill) ? 'drill.end' : 'drill.abort'),
      detail: drill.title,
      act: () => void run({ type: 'end-drill', drill: drill.id }),
    },
  ];
}
