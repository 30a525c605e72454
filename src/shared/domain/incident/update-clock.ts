import type { Instant } from '../ids.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { Incident } from './incident.ts';

/**
 * When the next status update is due: counted from the declaration, restarted by each copied update,
 * stopped by the resolution or a merge (process document 3.2 and 4.2, reading 3). Undefined while it does not run.
 */
export function updateDueAt(incident: Incident, playbook: Playbook): Instant | undefined {
  const { declaredAt, updatedAt, resolvedAt } = incident;
  if (declaredAt === undefined || resolvedAt !== undefined || incident.merged !== undefined) return undefined;
  const restarts = incident.pauses.map((pause) => pause.to);
  return Math.max(declaredAt, updatedAt ?? declaredAt, ...restarts) + playbook.updates.every;
}
