import { startTransition, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { useFound } from '../../db/use-found.ts';
import { timeOfDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.ts';
import { clockNow } from '../../ui/ticker.ts';
import { foundEntries } from './found-entries.ts';
import { firstLines, type PaletteGroup } from './palette-model.ts';
import { usePaletteModel } from './use-entries.ts';

/** More lines than the list is high are drawn a frame later: each was measured to take a third of a millisecond. */
const SEEN_AT_ONCE = 14;

/** The entries that answer the query, then what was found in the log: late answers move nothing above them. */
export function useGroups(query: string): {
  readonly groups: readonly PaletteGroup[];
  readonly searching: boolean;
  /** More may be found yet. */
  readonly reading: boolean;
} {
  const { t } = useTranslation();
  const painted = usePainted();
  const language = useLanguage();
  const model = usePaletteModel();
  const zone = useCurrentPlaybook()?.timeZone ?? 'UTC';
  const { found, query: foundFor, searching, reading } = useFound(query);
  const own = useMemo(() => model.groupsFor(query), [model, query]);
  const log = useMemo(() => {
    return foundEntries(t, found, foundFor, (at) => timeOfDay(at, zone, language, clockNow()));
  }, [t, found, foundFor, zone, language]);
  const groups = useMemo(() => {
    const listed = new Set(own.flatMap(({ items }) => items.map(({ id }) => id)));
    const fresh = query.trim() === '' ? [] : log.filter(({ id }) => !listed.has(id));
    const added = (['incident', 'note', 'copied'] as const).map((value) => ({
      value,
      items: fresh.filter(({ group }) => group === value),
    }));
    return [...own, ...added.filter(({ items }) => items.length > 0)];
  }, [own, log, query]);
  return { groups: painted ? groups : firstLines(groups, SEEN_AT_ONCE), searching, reading };
}

/** Whether the first frame is on the screen. */
function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(true)), 0);
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return painted;
}
