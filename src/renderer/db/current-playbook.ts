import { useMemo } from 'react';
import { pickEdition } from '#shared/domain/playbook/edition.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { useSnapshot } from '../bridge/snapshot.ts';
import { useLanguage } from '../ui/language.ts';

/** The playbook for what no incident has taken yet, in the language on screen where it has that edition. */
export function useCurrentPlaybook(): Playbook | undefined {
  const { playbook } = useSnapshot();
  const language = useLanguage();
  return useMemo(
    () => pickEdition(new Map(Object.entries(playbook.editions) as [PlaybookLanguage, Playbook][]), language),
    [playbook, language],
  );
}
