import type { Incident } from '#shared/domain/incident/incident.ts';
import { usePlaybookFor } from '../../../db/current-playbook.ts';
import { useLive } from '../../../db/live.ts';
import { openEntries } from '../../../db/open-entries.ts';
import { useLanguage } from '../../../ui/language.ts';
import { clockNow } from '../../../ui/ticker.ts';

/** What is to go into another incident, as far as that decides which may take it. */
export interface Going {
  readonly from: string;
  /** It is not over: what is resolved may not take it. */
  readonly running: boolean;
  readonly test: boolean;
  /** The drill that it is of. */
  readonly drill?: string | undefined;
}

/** Open incidents that may take it, as main will judge it, most urgent first. */
export function useCandidates({ from, running, test, drill }: Going): readonly Incident[] {
  const live = useLive();
  const playbookFor = usePlaybookFor();
  const language = useLanguage();
  if (playbookFor === undefined) return [];
  return openEntries(live, playbookFor, { now: clockNow(), language })
    .flatMap(({ incidentId }) => (incidentId === undefined ? [] : (live.incidents.get(incidentId) ?? [])))
    .filter(
      (each) =>
        each.id !== from &&
        each.drill === drill &&
        !(running && each.resolvedAt !== undefined) &&
        !(each.test && !test),
    );
}

/** Those whose title or service has every word of what was typed. Pure. */
export function matching(candidates: readonly Incident[], typed: string): readonly Incident[] {
  const words = typed.normalize('NFC').toLowerCase().split(/\s+/u).filter(Boolean);
  return candidates.filter(({ title, service }) => {
    const text = `${title} ${service}`.normalize('NFC').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
