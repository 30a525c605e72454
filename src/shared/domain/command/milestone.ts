import { MINUTE_MS } from '../duration.ts';
import type { Instant } from '../ids.ts';
import { channelName } from '../incident/channel.ts';
import type { Incident } from '../incident/incident.ts';
import { milestoneById, severityOf } from '../playbook/lookup.ts';
import type { Playbook, PlaybookMilestone } from '../playbook/schema.ts';
import type { CommandOf } from './command.ts';
import { accept, type Plan, type PlanContext, type Refusal, refuse } from './plan.ts';

/** A person's clock may be a little ahead of this one. */
const CLOCK_SKEW_MS = MINUTE_MS;

/** Meeting a milestone, now or recorded late with the time it happened (process document 2.1, reading 10). */
export function planMeetMilestone(command: CommandOf<'meet-milestone'>, context: PlanContext): Plan {
  const incident = context.incident(command.incidentId);
  if (incident === undefined) return refuse('no-such-incident');
  const playbook = context.playbookOf(incident);
  if (playbook === undefined) return refuse('no-playbook');
  const milestone = milestoneById(playbook, command.milestone);
  if (milestone === undefined || milestone.marks === 'detection') return refuse('no-such-milestone');
  const occurredAt = inOrder(command.occurredAt, earliestOf(incident, milestone).at);
  const refusal =
    whyNotNow(incident, playbook, milestone) ??
    whyNotThen(occurredAt, earliestOf(incident, milestone), context.now);
  if (refusal !== undefined) return refuse(refusal);
  const at = occurredAt ?? context.now;
  const channel =
    milestone.marks === 'declaration' ? channelName(playbook, at, context.takenChannels()) : undefined;
  return accept(
    [
      {
        type: 'incident.milestone-met',
        incidentId: incident.id,
        ...(occurredAt === undefined ? {} : { occurredAt }),
        payload: {
          milestone: milestone.id,
          ...(milestone.marks === undefined ? {} : { marks: milestone.marks }),
          ...(channel === undefined ? {} : { channel }),
        },
      },
    ],
    incident.id,
  );
}

/** Why a milestone cannot be met as things stand, or undefined when it can. */
function whyNotNow(
  incident: Incident,
  playbook: Playbook,
  milestone: PlaybookMilestone,
): Refusal | undefined {
  if (incident.met[milestone.id] !== undefined) return 'already-met';
  if (incident.closedAt !== undefined) return 'incident-closed';
  if (milestone.marks === 'closure')
    return incident.resolvedAt === undefined ? 'not-resolved-yet' : undefined;
  if (milestone.marks === 'resolution') return undefined;
  const asked = severityOf(playbook, incident.severity)?.deadlines[milestone.id] !== undefined;
  return asked ? undefined : 'not-asked';
}

/** The first instant at which something can have happened, and what to say of what is said to be before it. */
interface Earliest {
  readonly at: Instant;
  readonly refusal: Refusal;
}
/** For what may be of any time. */
export const ANY_TIME: Earliest = { at: Number.NEGATIVE_INFINITY, refusal: 'before-detection' };

/** Nothing is met before the detection, no end before what it ends: the resolution, or the last reopening. */
function earliestOf({ detectedAt, resolvedAt, reopened }: Incident, { marks }: PlaybookMilestone): Earliest {
  if (marks === 'closure' && resolvedAt !== undefined)
    return { at: resolvedAt, refusal: 'before-resolution' };
  if (marks === 'resolution' && reopened !== undefined) {
    return { at: reopened.at, refusal: 'before-reopening' };
  }
  return { at: detectedAt, refusal: 'before-detection' };
}

/** A person says a time to the minute: within the minute of what it has to follow, it is not before that. */
function inOrder(at: Instant | undefined, earliest: Instant): Instant | undefined {
  if (at === undefined || at >= earliest) return at;
  return Math.floor(at / MINUTE_MS) === Math.floor(earliest / MINUTE_MS) ? earliest : at;
}

/** Why something cannot have happened at `at`: ahead of now, or before what it has to follow. */
export function whyNotThen(at: Instant | undefined, earliest: Earliest, now: Instant): Refusal | undefined {
  if (at === undefined) return undefined;
  if (at > now + CLOCK_SKEW_MS) return 'time-ahead';
  return at < earliest.at ? earliest.refusal : undefined;
}

/** Reopening: the clock goes on from detection, and the pause is kept (reading 10). */
export function planReopen(command: CommandOf<'reopen'>, context: PlanContext): Plan {
  const incident = context.incident(command.incidentId);
  if (incident === undefined) return refuse('no-such-incident');
  if (incident.resolvedAt === undefined) return refuse('not-resolved');
  const playbook = context.playbookOf(incident);
  if (playbook === undefined) return refuse('no-playbook');
  const unmet = playbook.milestones
    .filter(({ marks }) => marks === 'resolution' || marks === 'closure')
    .map(({ id }) => id);
  return accept([{ type: 'incident.reopened', incidentId: incident.id, payload: { unmet } }], incident.id);
}
