import type { KnownEvent } from '../event/event.ts';
import type { EventOfType, TplusEvent } from '../event/event.ts';
import { effectiveEvents } from '../event/fold.ts';
import type { DrillEnd, PayloadOf, PlaybookRef } from '../event/payloads.ts';
import type { Instant } from '../ids.ts';

/** A step of a drill's script, its time in ms from the start. */
export type DrillStep = PayloadOf<'drill.started'>['script'][number];

/** When a step was delivered, and whether later than it was due. */
export interface Delivered {
  readonly at: Instant;
  readonly late: boolean;
}

/** One drill as the log tells it (process document 8.2). */
export interface Drill {
  readonly id: string;
  readonly scenario: string;
  readonly title: string;
  readonly playbook: PlaybookRef;
  readonly script: readonly DrillStep[];
  readonly startedAt: Instant;
  readonly startedBy: string;
  /** By their place in the script. */
  readonly delivered: Readonly<Record<number, Delivered>>;
  readonly ended?: { readonly at: Instant; readonly by: string; readonly how: DrillEnd };
}

type DrillEvent = EventOfType<'drill.started' | 'drill.step-delivered' | 'drill.ended'>;

/** The drill that an event is about, where it is about one as a whole. */
export function drillOf(event: TplusEvent): string | undefined {
  return isDrillEvent(event) ? event.payload.drill : undefined;
}

function isDrillEvent(event: TplusEvent): event is DrillEvent {
  return (
    event.v === 1 &&
    (event.type === 'drill.started' || event.type === 'drill.step-delivered' || event.type === 'drill.ended')
  );
}

/** The drills among some events, by their ids, in the order in which they began. */
export function foldDrills(events: Iterable<TplusEvent>): Map<string, Drill> {
  const drills = new Map<string, Drill>();
  for (const event of effectiveEvents(events)) {
    if (!isDrillEvent(event)) continue;
    const { drill: id } = event.payload;
    const next = foldDrill(drills.get(id), event);
    if (next !== undefined) drills.set(id, next);
  }
  return drills;
}

/** The drill after one more event of it. What was delivered or ended once stays so. Pure. */
function foldDrill(drill: Drill | undefined, event: DrillEvent & KnownEvent): Drill | undefined {
  if (event.type === 'drill.started') return drill ?? startedDrill(event);
  if (drill === undefined) return undefined;
  if (event.type === 'drill.ended') {
    const ended = { at: event.occurredAt, by: event.author, how: event.payload.how };
    return { ...drill, ended: drill.ended ?? ended };
  }
  const { step, late } = event.payload;
  if (drill.delivered[step] !== undefined) return drill;
  return { ...drill, delivered: { ...drill.delivered, [step]: { at: event.occurredAt, late } } };
}

function startedDrill({ payload, occurredAt, author }: EventOfType<'drill.started'>): Drill {
  const { drill: id, ...rest } = payload;
  return { ...rest, id, startedAt: occurredAt, startedBy: author, delivered: {} };
}
