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
  const refusal =
    whyNotNow(incident, playbook, milestone) ??
    whyNotThen(command.occurredAt, incident.detectedAt, context.now);
  if (refusal !== undefined) return refuse(refusal);
  const at = command.occurredAt ?? context.now;
  const channel =
    milestone.marks === 'declaration' ? channelName(playbook, at, context.takenChannels()) : undefined;
  return accept(
    [
      {
        type: 'incident.milestone-met',
        incidentId: incident.id,
        ...(command.occurredAt === undefined ? {} : { occurredAt: command.occurredAt }),
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

/** Why something cannot have happened at `at`: ahead of now, or before there was anything to respond to. */
export function whyNotThen(at: Instant | undefined, detectedAt: Instant, now: Instant): Refusal | undefined {
  if (at === undefined) return undefined;
  if (at > now + CLOCK_SKEW_MS) return 'time-ahead';
  return at < detectedAt ? 'before-detection' : undefined;
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
