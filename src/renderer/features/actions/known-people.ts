import type { IncidentActions } from '#shared/domain/action/listed.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';

/** Who may be meant as an owner: the person, who owned or held something before, and the people among the contacts. */
export function knownPeople(
  me: string,
  listed: readonly IncidentActions[],
  incidents: Iterable<Incident>,
  playbook: Playbook | undefined,
): string[] {
  const owners = listed.flatMap(({ actions }) => actions.map(({ owner }) => owner));
  const holders = [...incidents].flatMap(({ roles }) => Object.values(roles).map(({ name }) => name));
  const contacts = (playbook?.contacts ?? []).map(({ who }) => who).filter((who) => who.startsWith('@'));
  return [...new Set([me, ...owners, ...holders, ...contacts])].filter((name) => name !== '');
}
