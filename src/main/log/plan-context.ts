import type { NewEvent, PlanContext } from '#shared/domain/command/plan.ts';
import { asIncidentId, asPageId, type EventId, type Instant } from '#shared/domain/ids.ts';
import type { CurrentPlaybook } from '../playbook/current-playbook.ts';
import { LogError } from './log-error.ts';
import type { LogReader } from './log-reader.ts';

/** What commands are planned against: the log at this instant. @throws {LogError} no playbook was loaded */
export function planContext(
  reader: LogReader,
  current: CurrentPlaybook | undefined,
  now: Instant,
  mint: () => EventId,
): PlanContext {
  // Any edition will do for the rules: ids, deadlines and marks are the same in all of them.
  const playbook = Object.values(current?.editions ?? {})[0];
  if (current === undefined || playbook === undefined) {
    throw new LogError('log-unavailable', 'no playbook is loaded');
  }
  return {
    now,
    mintIncidentId: () => asIncidentId(mint()),
    page: (id) => reader.page(id),
    incident: (id) => reader.incident(id),
    event: (id) => reader.event(id),
    incidentEvents: (id) => reader.incidentEvents(id),
    playbookOf: (incident) =>
      Object.values(incident.playbook.editions).flatMap((hash) => reader.playbook(hash) ?? [])[0],
    current: { ref: current.ref, playbook },
    takenChannels: () => reader.channels(),
    practice: {
      drill: (id) => reader.drill(id),
      running: () => reader.runningDrills()[0],
      pagesOfKey: (source, key, startedAt) => reader.pagesOfKey(source, key, startedAt),
      openPages: () => reader.openPages(),
      openIncidents: () => reader.openIncidents(),
      edition: (language) => current.editions[language],
      training: () => reader.training(),
      mintPageId: () => asPageId(mint()),
      mintDrillId: () => mint(),
    },
  };
}

/** An incident's playbook goes into the log with it, once by content, so that the log needs nothing else. */
export function unloggedPlaybooks(current: CurrentPlaybook | undefined, reader: LogReader): NewEvent[] {
  const { ref, editions } = current ?? { ref: undefined, editions: {} };
  return Object.entries(editions).flatMap(([language, content]): NewEvent[] => {
    const hash = ref?.editions[language];
    if (hash === undefined || reader.playbook(hash) !== undefined) return [];
    return [{ type: 'playbook.logged', payload: { hash, content } }];
  });
}
