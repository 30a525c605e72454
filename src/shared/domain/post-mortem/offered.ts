import type { Incident } from '../incident/incident.ts';
import type { Playbook } from '../playbook/schema.ts';

/** Whether a post-mortem of the incident can be written: it is over, be it with its drill, and was not merged. */
export function offersPostMortem(
  { resolvedAt, merged, drillEnded }: Incident,
  { postMortem }: Playbook,
): boolean {
  const isOver = resolvedAt !== undefined || drillEnded !== undefined;
  return postMortem !== undefined && isOver && merged === undefined;
}
