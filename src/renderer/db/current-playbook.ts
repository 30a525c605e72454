import { useMemo } from 'react';
import { pickEdition } from '#shared/domain/playbook/edition.ts';
import { type Handled, type PlaybookFor, playbookForPage } from '#shared/domain/playbook/for-page.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { anyEdition } from '#shared/domain/playbook/shelf.ts';
import { useSnapshot } from '../bridge/snapshot.ts';
import { useLanguage } from '../ui/language.ts';

/** The playbook for what has no service and no incident, in the language on screen where it has that edition. */
export function useCurrentPlaybook(): Playbook | undefined {
  const { playbook } = useSnapshot();
  const language = useLanguage();
  return useMemo(
    () => pickEdition(new Map(Object.entries(playbook.editions) as [PlaybookLanguage, Playbook][]), language),
    [playbook, language],
  );
}

/** The playbook for what no incident has taken yet: the one that acknowledging it would use. */
export function usePlaybookFor(): PlaybookFor | undefined {
  const { playbook, pagePlaybooks, drill } = useSnapshot();
  const language = useLanguage();
  const current = useCurrentPlaybook();
  return useMemo(() => {
    if (current === undefined) return undefined;
    const shelf = { playbooks: [playbook, ...pagePlaybooks], defaultId: playbook.ref.id };
    const drills = drill === undefined ? [] : [drill];
    return (of) => {
      const whole = playbookForPage(shelf, of, drills);
      return (whole && anyEdition(whole, language)) ?? current;
    };
  }, [playbook, pagePlaybooks, drill, language, current]);
}

/** `usePlaybookFor` of one page. */
export function usePagePlaybook(page: Handled): Playbook | undefined {
  return usePlaybookFor()?.(page);
}
