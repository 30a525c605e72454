import { useEffect, useMemo } from 'react';
import { loadDrafts, saveDraft, useDrafts } from './drafts.ts';

/** Beside the drafts of messages, so that a field of the same id is offered it; no template is called so. */
const COMMANDS = '_commands';

/** What was filled into the commands of an incident, by variable: typed once, it stands in all of them. */
export function useCommandValues(incidentId: string): {
  readonly values: Readonly<Record<string, string>>;
  readonly setValue: (variable: string, value: string) => void;
} {
  const typed = useDrafts(({ byIncident }) => byIncident[incidentId]?.[COMMANDS]);
  useEffect(() => void loadDrafts(incidentId), [incidentId]);
  return useMemo(() => {
    const entries = Object.entries(typed ?? {});
    return {
      values: Object.fromEntries(
        entries.map(([variable, value]) => [variable, typeof value === 'string' ? value : value.join(' ')]),
      ),
      setValue: (variable, value) =>
        saveDraft(incidentId, COMMANDS, variable, value === '' ? undefined : value),
    };
  }, [typed, incidentId]);
}
