import { APP_AUTHOR } from '../event/app-author.ts';
import type { KnownEvent } from '../event/event.ts';
import type { Incident } from '../incident/incident.ts';

/** Everybody who held a role or did something in the incident, each once, role holders first. */
export function peopleIn(incident: Pick<Incident, 'roles'>, events: readonly KnownEvent[]): string[] {
  const holders = Object.values(incident.roles).map(({ name }) => name);
  const once = events.flatMap((event) => (event.type === 'role.assigned' ? [event.payload.name] : []));
  const authors = events
    .filter(({ type }) => !type.startsWith('page.') || type === 'page.acknowledged')
    .map(({ author }) => author);
  const names = [...holders, ...once, ...authors].map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '' && name !== APP_AUTHOR);
}
