import type { IncidentId } from '../ids.ts';
import { channelName } from '../incident/channel.ts';
import type { Incident } from '../incident/incident.ts';
import type { Page } from '../page/page.ts';
import { milestoneMarked, severityOf } from '../playbook/lookup.ts';
import type { MilestoneMark, Playbook } from '../playbook/schema.ts';
import { type Severity, severityRank } from '../severity.ts';
import type { CommandOf } from './command.ts';
import { byDrill, whyApart } from './drill-apart.ts';
import { movingEvents } from './link.ts';
import {
  accept,
  type NewEvent,
  type Plan,
  type PlanContext,
  type PlannedPlaybook,
  type Refusal,
  refuse,
} from './plan.ts';

/**
 * Taking pages makes their incident, or joins one that is open; many at once make one (reading 9), and those of a drill
 * one of their own, so that "all" takes what is real with them. A page that is already taken or resolved is left as it
 * is, so acknowledging twice is harmless; declaring such a page declares the incident it has.
 */
export function planAcknowledge(command: CommandOf<'acknowledge'>, context: PlanContext): Plan {
  const pages = [...new Set(command.pageIds)].map(context.page);
  if (!pages.every((page) => page !== undefined)) return refuse('no-such-page');
  const groups = byDrill(pages);
  if (groups.length < 2) return planTaking(command, pages, context);
  if (command.incidentId !== undefined || command.declare === true) return refuse('drill-apart');
  const plans = groups.map((group) => planTaking(command, group, context));
  const refused = plans.find((plan) => !plan.ok);
  if (refused !== undefined) return refused;
  const taken = plans.filter((plan) => plan.ok);
  return accept(
    taken.flatMap(({ events }) => events),
    taken[0]?.incidentId,
  );
}

function planTaking(command: CommandOf<'acknowledge'>, pages: readonly Page[], context: PlanContext): Plan {
  const taking = pages.filter((page) => page.status === 'firing' || renewsRecheck(page, command));
  const joined = incidentToJoin(command, taking.length === 0 ? pages : taking, context);
  if (typeof joined === 'string') return refuse(joined);
  const adds = taking.length > 0 || (command.declare === true && joined !== undefined);
  if (!adds) return accept([], pages[0]?.incidentId);
  const incidentId = joined?.id ?? context.mintIncidentId();
  const chosen = joined === undefined ? choosePlaybook(command, taking, context) : undefined;
  if (joined === undefined && chosen === undefined) return refuse('no-such-playbook');
  const opening = chosen === undefined ? [] : openingEvents(taking, incidentId, chosen);
  const recheckAt = command.recheckAfterMs === undefined ? undefined : context.now + command.recheckAfterMs;
  const takes = taking.flatMap((page): NewEvent[] => [
    ...(joined === undefined ? [] : movingEvents(page, joined, context)),
    {
      type: 'page.acknowledged',
      pageId: page.id,
      incidentId,
      payload: recheckAt === undefined ? {} : { recheckAt },
    },
  ]);
  const severity = joined?.severity ?? worstFirst(taking)[0]?.severity;
  const playbook = joined === undefined ? chosen?.playbook : context.playbookOf(joined);
  const declares =
    command.declare === true ? declareEvents(incidentId, { joined, severity, playbook }, context) : [];
  return typeof declares === 'string'
    ? refuse(declares)
    : accept([...opening, ...takes, ...declares], incidentId);
}

function renewsRecheck(page: Page, command: CommandOf<'acknowledge'>): boolean {
  return page.status === 'acknowledged' && command.recheckAfterMs !== undefined;
}

function incidentToJoin(
  command: CommandOf<'acknowledge'>,
  pages: readonly Page[],
  context: PlanContext,
): Incident | Refusal | undefined {
  if (command.incidentId !== undefined) {
    const named = context.incident(command.incidentId);
    if (named === undefined) return 'no-such-incident';
    if (named.closedAt !== undefined) return 'incident-closed';
    return whyApart(named, pages) ?? named;
  }
  const own = pages.flatMap(({ incidentId }) => incidentId ?? []).map(context.incident);
  return own.find((incident) => incident !== undefined && incident.closedAt === undefined);
}

function worstFirst(pages: readonly Page[]): Page[] {
  return pages.toSorted((one, other) => severityRank(one.severity) - severityRank(other.severity));
}

/** The one that a person asked for, else that of the drill that it is, else the one for the service of what is worst. */
function choosePlaybook(
  { playbook }: CommandOf<'acknowledge'>,
  pages: readonly Page[],
  context: PlanContext,
): PlannedPlaybook | undefined {
  if (playbook !== undefined) return context.playbookById(playbook);
  const { service = '', drill } = worstFirst(pages)[0] ?? {};
  const drilled = drill === undefined ? undefined : context.practice.drill(drill)?.playbook.id;
  return (drilled === undefined ? undefined : context.playbookById(drilled)) ?? context.playbookFor(service);
}

function openingEvents(
  pages: readonly Page[],
  incidentId: IncidentId,
  { ref, playbook }: PlannedPlaybook,
): NewEvent[] {
  const worst = worstFirst(pages)[0];
  if (worst === undefined) return [];
  const faults = pages.flatMap(({ faultStartedAt }) => faultStartedAt ?? []);
  return [
    {
      type: 'incident.opened',
      incidentId,
      payload: {
        title: worst.title,
        severity: worst.severity,
        service: worst.service,
        summary: worst.summary,
        detectedAt: Math.min(...pages.map(({ startedAt }) => startedAt)),
        ...(faults.length === 0 ? {} : { faultStartedAt: Math.min(...faults) }),
        playbook: ref,
        test: pages.every(({ test }) => test),
        ...(worst.drill === undefined ? {} : { drill: worst.drill }),
      },
    },
    ...metEvents(incidentId, playbook, 'acknowledgement'),
  ];
}

/** Only SEV-1/2 are declared; SEV-3/4 take the standard response (process document 2.1). */
function declareEvents(
  incidentId: IncidentId,
  declared: {
    readonly joined: Incident | undefined;
    readonly severity: Severity | undefined;
    readonly playbook: Playbook | undefined;
  },
  context: PlanContext,
): NewEvent[] | Refusal {
  const { joined, severity, playbook } = declared;
  if (joined?.declaredAt !== undefined) return [];
  const milestone = playbook === undefined ? undefined : milestoneMarked(playbook, 'declaration');
  if (playbook === undefined || milestone === undefined || severity === undefined) return 'no-playbook';
  if (severityOf(playbook, severity)?.deadlines[milestone.id] === undefined) return 'not-asked';
  const channel = channelName(playbook, context.now, context.takenChannels());
  return metEvents(incidentId, playbook, 'declaration', channel);
}

function metEvents(
  incidentId: IncidentId,
  playbook: Playbook,
  marks: MilestoneMark,
  channel?: string,
): NewEvent[] {
  const milestone = milestoneMarked(playbook, marks);
  if (milestone === undefined) return [];
  const payload = { milestone: milestone.id, marks, ...(channel === undefined ? {} : { channel }) };
  return [{ type: 'incident.milestone-met', incidentId, payload }];
}
