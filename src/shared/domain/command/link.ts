import type { Instant } from '../ids.ts';
import type { Incident } from '../incident/incident.ts';
import type { Page } from '../page/page.ts';
import type { Command, CommandOf } from './command.ts';
import { whyApart } from './drill-apart.ts';
import { accept, type NewEvent, type Plan, type PlanContext, type Refusal, refuse } from './plan.ts';

/**
 * Pages into an open incident: those that were taken move to it, those that nobody has taken are acknowledged and join
 * it (reading 9). T+0 stays, unless it is asked to go with the earliest of them.
 */
export function planLinkPages(command: CommandOf<'link-pages'>, context: PlanContext): Plan {
  const pages = [...new Set(command.pageIds)].map(context.page);
  if (!pages.every((page) => page !== undefined)) return refuse('no-such-page');
  const target = context.incident(command.incidentId);
  if (target === undefined) return refuse('no-such-incident');
  const joining = pages.filter(({ incidentId, status }) => incidentId !== target.id || status === 'firing');
  if (joining.length === 0) return accept([], target.id);
  const refusal = whyNotInto(target, {
    running: joining.some(({ status }) => status !== 'resolved'),
    test: joining.every(({ test }) => test),
  });
  if (refusal !== undefined) return refuse(refusal);
  const apart = whyApart(target, joining);
  if (apart !== undefined) return refuse(apart);
  const first = joining.reduce((one, other) => (other.startedAt < one.startedAt ? other : one));
  const from = countFrom(command, target, first.startedAt);
  const events = joining.flatMap((page) => joiningEvents(page, target, context, page === first ? from : {}));
  return accept(events, target.id);
}

interface CountFrom {
  readonly detectedAt?: Instant;
}

function countFrom(
  { countFromEarliest }: { readonly countFromEarliest?: boolean | undefined },
  target: Incident,
  earliest: Instant,
): CountFrom {
  return countFromEarliest === true && earliest < target.detectedAt ? { detectedAt: earliest } : {};
}

function joiningEvents(page: Page, target: Incident, context: PlanContext, from: CountFrom): NewEvent[] {
  const about = { pageId: page.id, incidentId: target.id };
  const isNew = page.status === 'firing';
  const moving = movingEvents(page, target, context, isNew ? {} : from);
  if (isNew) return [...moving, { type: 'page.acknowledged', ...about, payload: from }];
  return moving.length > 0 ? moving : [{ type: 'page.linked', ...about, payload: from }];
}

/** What a page's going from the incident it has to another one is on the log; nothing where it has none. */
export function movingEvents(
  page: Page,
  target: Incident,
  context: PlanContext,
  from: CountFrom = {},
): NewEvent[] {
  const source = page.incidentId === undefined ? undefined : context.incident(page.incidentId);
  if (source === undefined || source.id === target.id) return [];
  const { id: pageId } = page;
  const leaving = { to: target.id, title: target.title };
  const coming = { from: source.id, title: source.title, ...from };
  return [
    { type: 'page.unlinked', pageId, incidentId: source.id, payload: leaving },
    { type: 'page.linked', pageId, incidentId: target.id, payload: coming },
  ];
}

/**
 * One incident into another: its pages go there, it is over, and what was done in it stays its own story. What was
 * declared, assigned and ticked in the other one stands.
 */
export function planMergeIncidents(command: CommandOf<'merge-incidents'>, context: PlanContext): Plan {
  const from = context.incident(command.from);
  const into = context.incident(command.into);
  if (from === undefined || into === undefined) return refuse('no-such-incident');
  if (from.id === into.id) return refuse('same-incident');
  const refusal =
    whyOver(from) ??
    whyNotInto(into, { running: from.resolvedAt === undefined, test: from.test }) ??
    whyApart(into, [from]);
  if (refusal !== undefined) return refuse(refusal);
  const links = from.pageIds
    .filter((id) => context.page(id)?.incidentId === from.id)
    .map(
      (pageId): NewEvent => ({
        type: 'page.linked',
        pageId,
        incidentId: into.id,
        payload: { from: from.id, title: from.title, merge: true },
      }),
    );
  return accept(
    [
      ...links,
      {
        type: 'incident.absorbed',
        incidentId: into.id,
        payload: { from: from.id, title: from.title, ...countFrom(command, into, from.detectedAt) },
      },
      { type: 'incident.merged', incidentId: from.id, payload: { into: into.id, title: into.title } },
    ],
    into.id,
  );
}

function whyOver(incident: Incident): Refusal | undefined {
  if (incident.merged !== undefined) return 'incident-merged';
  return incident.closedAt === undefined ? undefined : 'incident-closed';
}

/** What still runs may not vanish in what is resolved, nor what is real in a test. */
function whyNotInto(
  target: Incident,
  coming: { readonly running: boolean; readonly test: boolean },
): Refusal | undefined {
  const over = whyOver(target);
  if (over !== undefined) return over;
  if (coming.running && target.resolvedAt !== undefined) return 'target-resolved';
  return target.test && !coming.test ? 'target-is-test' : undefined;
}

const IN_MERGED: ReadonlySet<Command['type']> = new Set(['add-note', 'change-action', 'remove-action']);

/** Nothing goes on in an incident that was merged, but what people remember of it later, and the work it left. */
export function isForMerged(command: Command, context: PlanContext): boolean {
  if (!('incidentId' in command) || command.incidentId === undefined || IN_MERGED.has(command.type))
    return false;
  return context.incident(command.incidentId)?.merged !== undefined;
}
