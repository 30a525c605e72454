import { drillOf } from '#shared/domain/drill/drill.ts';
import { isKnown, type KnownEvent, type TplusEvent } from '#shared/domain/event/event.ts';
import { byId, effectiveEvents, foldsOnTop } from '#shared/domain/event/fold.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { readLoggedPlaybook } from '#shared/domain/playbook/canonical.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { isTrainingEvent } from '#shared/domain/training/training.ts';

export type Fold<Entity> = (entity: Entity | undefined, event: KnownEvent) => Entity | undefined;

/** An entity as folded so far; `lastId` is the highest event id in it. */
export interface Folded<Entity> {
  readonly entity: Entity | undefined;
  readonly lastId: EventId | undefined;
}

/**
 * The entity with new events on top, or undefined when it must be folded again from all its events: an
 * event came out of order, corrects or blanks an earlier one, or nothing was folded yet.
 */
export function foldOnTop<Entity>(
  held: Folded<Entity> | undefined,
  fresh: readonly TplusEvent[],
  fold: Fold<Entity>,
): Folded<Entity> | undefined {
  if (held?.entity === undefined) return undefined;
  let entity: Entity | undefined = held.entity;
  let { lastId } = held;
  for (const event of fresh.toSorted(byId)) {
    if (!foldsOnTop(event, lastId) || entity === undefined) return undefined;
    if (isKnown(event)) entity = fold(entity, event);
    lastId = event.id;
  }
  return { entity, lastId };
}

export function foldAll<Entity>(events: readonly TplusEvent[], fold: Fold<Entity>): Folded<Entity> {
  let lastId: EventId | undefined;
  for (const { id } of events) if (lastId === undefined || id > lastId) lastId = id;
  return { entity: effectiveEvents(events).reduce<Entity | undefined>(fold, undefined), lastId };
}

/** The playbooks among some events, by content hash. One that cannot be read is left out. */
export function playbooksIn(events: readonly TplusEvent[]): Map<string, Playbook> {
  const playbooks = new Map<string, Playbook>();
  for (const event of events) {
    if (!isKnown(event) || event.type !== 'playbook.logged') continue;
    const playbook = readLoggedPlaybook(event.payload.content);
    if (playbook !== undefined) playbooks.set(event.payload.hash, playbook);
  }
  return playbooks;
}

/** Whether an event is of a drill as a whole, of training or of a hand-over: about no page and no incident. */
export function isPractice(event: TplusEvent): boolean {
  return drillOf(event) !== undefined || isTrainingEvent(event) || event.type === 'handover.written';
}

/** The ids that some events ask to be blanked. */
export function redactionTargets(events: Iterable<TplusEvent>): EventId[] {
  const targets: EventId[] = [];
  for (const event of events) {
    if (isKnown(event) && event.type === 'event.redacted') targets.push(event.payload.target as EventId);
  }
  return targets;
}

export function groupBy<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string | undefined,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
