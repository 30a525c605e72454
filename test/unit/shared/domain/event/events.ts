import type { EventType, PayloadOf } from '#shared/domain/event/payloads.ts';
import { idFromMark, type IdMark, nextMark, ZERO_MARK } from '#shared/domain/event/id-clock.ts';
import type { EventOfType, KnownEvent, UnknownEvent } from '#shared/domain/event/event.ts';
import {
  asEventId,
  asIncidentId,
  asOriginId,
  asPageId,
  type EventId,
  type IncidentId,
  type Instant,
  type PageId,
} from '#shared/domain/ids.ts';

/** Monday 23 November 2026, 02:00 UTC. */
export const T0: Instant = Date.UTC(2026, 10, 23, 2, 0, 0);
export const PAGE: PageId = asPageId('page-1');
export const INCIDENT: IncidentId = asIncidentId('incident-1');

interface About {
  readonly at?: Instant;
  readonly occurredAt?: Instant;
  readonly pageId?: PageId;
  readonly incidentId?: IncidentId;
  readonly author?: string;
}

/** Makes events whose ids rise, as one log would. */
export class Minter {
  #mark: IdMark = ZERO_MARK;

  id(at: Instant = T0): EventId {
    this.#mark = nextMark(this.#mark, at);
    return idFromMark(this.#mark, new Uint8Array(8));
  }

  event<T extends EventType>(type: T, payload: PayloadOf<T>, about: About = {}): EventOfType<T> {
    return { ...this.#envelope(about), type, payload } as unknown as EventOfType<T>;
  }

  /** An event of a newer version. */
  unknown(type: string, payload: unknown, about: About = {}): UnknownEvent {
    return { ...this.#envelope(about), type, payload };
  }

  #envelope({ at = T0, occurredAt, author = 'Ada', ...ids }: About) {
    return {
      id: this.id(at),
      v: 1,
      author,
      origin: asOriginId('origin-1'),
      occurredAt: occurredAt ?? at,
      recordedAt: at,
      ...ids,
    };
  }
}

export const RECEIVED: PayloadOf<'page.received'> = {
  source: 'api',
  key: 'disk',
  title: 'Disk full',
  severity: 'SEV-2',
  severityReason: 'sender',
  summary: 'The disk of db-1 is full',
  service: 'database',
  startedAt: T0,
  links: [],
  labels: {},
  warnings: [],
  test: false,
};

export const OPENED: PayloadOf<'incident.opened'> = {
  title: 'Disk full',
  severity: 'SEV-1',
  service: 'database',
  summary: 'The disk of db-1 is full',
  detectedAt: T0,
  playbook: { id: 'talkstudio-incident-response', version: '1.0.0', editions: { en: 'hash-en' } },
  test: false,
};

export function undoing(minter: Minter, target: KnownEvent, about: About = {}): EventOfType<'event.undone'> {
  return minter.event('event.undone', { target: target.id }, { ...idsOf(target), ...about });
}

export function redacting(minter: Minter, target: { id: string } & About, about: About = {}) {
  return minter.event('event.redacted', { target: asEventId(target.id) }, { ...idsOf(target), ...about });
}

function idsOf({ pageId, incidentId }: About): About {
  return {
    ...(pageId === undefined ? {} : { pageId }),
    ...(incidentId === undefined ? {} : { incidentId }),
  };
}
