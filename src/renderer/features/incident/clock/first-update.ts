import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';

/** Whether people wait for the first word: it is declared, nothing later is met, and no update was copied. Pure. */
export function wantsFirstUpdate(
  { met, updatedAt }: Pick<Incident, 'met' | 'updatedAt'>,
  { milestones }: Pick<Playbook, 'milestones'>,
): boolean {
  const last = milestones.findLast(({ id }) => met[id] !== undefined);
  return last?.marks === 'declaration' && updatedAt === undefined;
}
