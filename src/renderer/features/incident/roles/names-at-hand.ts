import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';

/** More would be slower to read than a name is to type. */
const MOST = 6;

/** Names that held a role before, the latest first, then the people among the playbook's contacts. */
export function namesAtHand(incidents: Iterable<Incident>, playbook: Playbook): string[] {
  const held = [...incidents]
    .flatMap(({ roles }) => Object.values(roles))
    .toSorted((one, other) => other.at - one.at)
    .map(({ name }) => name);
  const people = playbook.contacts.map(({ who }) => who).filter((who) => who.startsWith('@'));
  return [...new Set([...held, ...people])].slice(0, MOST);
}
