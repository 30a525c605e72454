import type { Incident } from '#shared/domain/incident/incident.ts';
import { asEventId, type Instant } from '#shared/domain/ids.ts';
import { INCIDENT, OPENED, T0 } from '../event/events.ts';

/** An incident detected and opened at T0. */
export function incidentOf(overrides: Partial<Incident> = {}): Incident {
  return {
    ...OPENED,
    id: INCIDENT,
    openedAt: T0,
    pageIds: [],
    met: {},
    ticks: {},
    copied: {},
    roles: {},
    flags: {},
    escalated: {},
    updates: [],
    actions: [],
    pauses: [],
    ...overrides,
  };
}

/** Milestones met at these instants. */
export function metAt(at: Readonly<Record<string, Instant>>): Incident['met'] {
  return Object.fromEntries(
    Object.entries(at).map(([id, when]) => [id, { at: when, by: 'Ada', eventId: asEventId(`met-${id}`) }]),
  );
}
