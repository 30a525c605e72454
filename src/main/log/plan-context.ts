import type { NewEvent, PlanContext, PlannedPlaybook } from '#shared/domain/command/plan.ts';
import { asIncidentId, asPageId, type EventId, type Instant } from '#shared/domain/ids.ts';
import type { PlaybookRef } from '#shared/domain/event/payloads.ts';
import {
  anyEdition,
  defaultPlaybook,
  playbookById,
  playbookForService,
  type PlaybookShelf,
  type WholePlaybook,
} from '#shared/domain/playbook/shelf.ts';
import { LogError } from './log-error.ts';
import type { LogReader } from './log-reader.ts';

/** What commands are planned against: the log at this instant. @throws {LogError} no playbook was loaded */
export function planContext(
  reader: LogReader,
  shelf: PlaybookShelf | undefined,
  now: Instant,
  mint: () => EventId,
): PlanContext {
  const current = shelf && defaultPlaybook(shelf);
  const byDefault = planned(current);
  if (shelf === undefined || current === undefined || byDefault === undefined) {
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
    current: byDefault,
    playbookFor: (service) => planned(playbookForService(shelf, service)),
    playbookById: (id) => planned(playbookById(shelf, id)),
    takenChannels: () => reader.channels(),
    practice: {
      drill: (id) => reader.drill(id),
      running: () => reader.runningDrills()[0],
      pagesOfKey: (source, key, startedAt) => reader.pagesOfKey(source, key, startedAt),
      openPages: () => reader.openPages(),
      openIncidents: () => reader.openIncidents(),
      edition: (id, language) => playbookById(shelf, id)?.editions[language],
      training: () => reader.training(),
      handovers: () => reader.handovers(),
      mintPageId: () => asPageId(mint()),
      mintDrillId: () => mint(),
    },
  };
}

function planned(whole: WholePlaybook | undefined): PlannedPlaybook | undefined {
  const playbook = whole && anyEdition(whole);
  return whole === undefined || playbook === undefined ? undefined : { ref: whole.ref, playbook };
}

/** The playbook of an incident or a drill goes into the log with it, once by content, so that the log needs nothing else. */
export function unloggedPlaybooks(
  event: NewEvent,
  shelf: PlaybookShelf | undefined,
  reader: LogReader,
): NewEvent[] {
  const ref = refIn(event);
  if (ref === undefined) return [];
  return (shelf?.playbooks ?? []).flatMap((whole) => unlogged(whole, ref, reader));
}

/** The playbook that an incident or a drill runs by from this event on. */
function refIn(event: NewEvent): PlaybookRef | undefined {
  if (event.type === 'incident.opened' || event.type === 'drill.started') return event.payload.playbook;
  return event.type === 'incident.playbook-changed' ? event.payload.to : undefined;
}

function unlogged(whole: WholePlaybook, ref: PlaybookRef, reader: LogReader): NewEvent[] {
  const wanted = new Set(Object.values(ref.editions));
  return Object.entries(whole.editions).flatMap(([language, content]): NewEvent[] => {
    const hash = whole.ref.editions[language];
    if (hash === undefined || !wanted.has(hash) || reader.playbook(hash) !== undefined) return [];
    return [{ type: 'playbook.logged', payload: { hash, content } }];
  });
}
