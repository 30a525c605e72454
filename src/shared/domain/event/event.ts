import * as v from 'valibot';
import type { EventId, IncidentId, Instant, OriginId, PageId, StoreId } from '../ids.ts';
import { type EventType, instantSchema, isKnownType, type PayloadOf, payloadSchemas } from './payloads.ts';

/** What every event carries, whatever its type. */
export interface Envelope {
  readonly id: EventId;
  /** Schema version of the type. */
  readonly v: number;
  readonly incidentId?: IncidentId;
  readonly pageId?: PageId;
  /** Who: the name set in the settings, or `tplus` for what the app does by itself. */
  readonly author: string;
  readonly origin: OriginId;
  /** When it happened, as the person says; people record late. */
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** The content was blanked by an `event.redacted`. */
  readonly redacted?: boolean;
}

type EventOf<T extends EventType> = T extends EventType
  ? Envelope & { readonly type: T; readonly payload: PayloadOf<T> }
  : never;

/** An event this version understands. */
export type KnownEvent = EventOf<EventType>;
export type EventOfType<T extends EventType> = Extract<KnownEvent, { type: T }>;
/** An event of a newer version: kept, shown as such, never dropped. */
export type UnknownEvent = Envelope & { readonly type: string; readonly payload: unknown };
export type TplusEvent = KnownEvent | UnknownEvent;

/** An event with its place in one log: `seq` is that log's arrival number, 1 upward. */
export interface StoredEvent {
  readonly seq: number;
  readonly event: TplusEvent;
}
/** How far a reader has read one log. */
export interface LogPosition {
  readonly storeId: StoreId;
  readonly seq: number;
}

const MAX_ID_LENGTH = 64;
const idText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_ID_LENGTH));
const envelopeSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/)),
  type: v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_ID_LENGTH)),
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
  incidentId: v.exactOptional(idText),
  pageId: v.exactOptional(idText),
  author: v.string(),
  origin: idText,
  occurredAt: instantSchema,
  recordedAt: instantSchema,
  redacted: v.exactOptional(v.boolean()),
  payload: v.unknown(),
});

/** Version 1 of a type this code knows: its payload can be read. */
export function isKnown(event: TplusEvent): event is KnownEvent {
  return event.v === 1 && isKnownType(event.type);
}

/**
 * Checks an event that comes from outside this process (another replica, a bundle, a file).
 * @returns the event, or undefined when its envelope or its payload is not of the form
 */
export function readEvent(value: unknown): TplusEvent | undefined {
  const envelope = v.safeParse(envelopeSchema, value);
  if (!envelope.success) return undefined;
  const { type, v: version } = envelope.output;
  if (!isKnownType(type) || version !== 1) return envelope.output as TplusEvent;
  const payload = v.safeParse(payloadSchemas[type], envelope.output.payload);
  return payload.success ? ({ ...envelope.output, payload: payload.output } as TplusEvent) : undefined;
}
