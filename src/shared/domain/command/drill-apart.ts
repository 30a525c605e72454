import type { KnownEvent } from '../event/event.ts';
import type { EventType } from '../event/payloads.ts';
import type { Incident } from '../incident/incident.ts';
import type { Page } from '../page/page.ts';
import type { Command } from './command.ts';
import type { PlanContext, Refusal } from './plan.ts';

type OfDrill = Pick<Page, 'drill'>;

/** What is of a drill stays with what is of the same drill, and what is real with what is real (process document 8.2). */
function isApart(one: OfDrill, other: OfDrill): boolean {
  return one.drill !== other.drill;
}

export function whyApart(target: Pick<Incident, 'drill'>, coming: readonly OfDrill[]): Refusal | undefined {
  return coming.some((each) => isApart(each, target)) ? 'drill-apart' : undefined;
}

/** Pages by the drill that they are of, the real ones first. */
export function byDrill(pages: readonly Page[]): readonly (readonly Page[])[] {
  const groups = new Map<string | undefined, Page[]>();
  for (const page of pages) groups.set(page.drill, [...(groups.get(page.drill) ?? []), page]);
  return [...groups]
    .toSorted(([one], [other]) => Number(one !== undefined) - Number(other !== undefined))
    .map(([, group]) => group);
}

/** What people remember and learn of it later: what a drill is for. */
const AFTERWARDS: ReadonlySet<string> = new Set([
  'add-note',
  'save-post-mortem',
  'add-action',
  'change-action',
  'remove-action',
] satisfies Command['type'][]);
const UNDONE_AFTERWARDS: ReadonlySet<string> = new Set([
  'note.added',
  'post-mortem.saved',
  'action.added',
  'action.changed',
] satisfies EventType[]);

/** Nothing goes on in an incident that ended with its drill but what comes afterwards. */
export function isForEndedDrill(command: Command, context: PlanContext): boolean {
  if (!('incidentId' in command) || command.incidentId === undefined || AFTERWARDS.has(command.type))
    return false;
  return context.incident(command.incidentId)?.drillEnded !== undefined;
}

/** Whether an event is part of what went on in a drill that has ended, and stands. */
export function isHeldByDrill({ type, incidentId }: KnownEvent, context: PlanContext): boolean {
  if (incidentId === undefined || UNDONE_AFTERWARDS.has(type)) return false;
  return context.incident(incidentId)?.drillEnded !== undefined;
}
