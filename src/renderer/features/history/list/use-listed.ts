import { useMemo } from 'react';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useHistory } from '../history-state.ts';
import { listedOf } from './listed.ts';

/** What the list shows now. */
export function useListed(
  figures: readonly IncidentFigures[],
  playbook: Playbook,
): readonly IncidentFigures[] {
  const picked = useHistory((view) => view.picked);
  const filter = useHistory((view) => view.filter);
  return useMemo(
    () => listedOf(figures, picked?.ids, filter, playbook.timeZone),
    [figures, picked, filter, playbook],
  );
}
