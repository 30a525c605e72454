import { useMemo } from 'react';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { type ProceduresView, proceduresOf, windowEdges } from '#shared/domain/incident/procedures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useLatest } from '../../../ui/ticker.ts';

/** The procedures as they stand now; anew only when the incident changes or a window begins or ends. */
export function useProcedures(incident: Incident, playbook: Playbook): ProceduresView {
  const edges = useMemo(() => windowEdges(incident, playbook), [incident, playbook]);
  const edge = useLatest(edges) ?? incident.detectedAt;
  return useMemo(() => proceduresOf(incident, playbook, edge), [incident, playbook, edge]);
}
