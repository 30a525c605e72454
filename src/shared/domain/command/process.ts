import type { Incident } from '../incident/incident.ts';
import { meetsMilestone, openSteps, wayOf } from '../incident/lifecycle.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { CommandOf } from './command.ts';
import { planMeetMilestone } from './milestone.ts';
import { accept, type Plan, type PlanContext, type Refusal, refuse } from './plan.ts';

type Found =
  | { readonly ok: true; readonly incident: Incident; readonly playbook: Playbook }
  | { readonly ok: false; readonly refusal: Refusal };

function find(incidentId: string, context: PlanContext): Found {
  const incident = context.incident(incidentId);
  if (incident === undefined) return { ok: false, refusal: 'no-such-incident' };
  const playbook = context.playbookOf(incident);
  return playbook === undefined ? { ok: false, refusal: 'no-playbook' } : { ok: true, incident, playbook };
}

/** Assigning a role, handing it over, or (no name) giving it up (process document 3.1). */
export function planAssignRole(command: CommandOf<'assign-role'>, context: PlanContext): Plan {
  const found = find(command.incidentId, context);
  if (!found.ok) return found;
  const { incident, playbook } = found;
  const { role, name } = command;
  if (playbook.roles?.some(({ id }) => id === role) !== true) return refuse('no-such-role');
  if ((incident.roles[role]?.name ?? '') === name) return accept([], incident.id);
  return accept([{ type: 'role.assigned', incidentId: incident.id, payload: { role, name } }], incident.id);
}

/** Saying, or taking back, that data was leaked, the business suffers and the like. */
export function planFlag(command: CommandOf<'flag'>, context: PlanContext): Plan {
  const found = find(command.incidentId, context);
  if (!found.ok) return found;
  const { incident, playbook } = found;
  const { flag, on } = command;
  if (playbook.flags?.some(({ id }) => id === flag) !== true) return refuse('no-such-flag');
  if ((incident.flags[flag] !== undefined) === on) return accept([], incident.id);
  return accept([{ type: 'incident.flagged', incidentId: incident.id, payload: { flag, on } }], incident.id);
}

/** Recording that a level was called in (3.3). Nobody is notified by it. */
export function planEscalate(command: CommandOf<'escalate'>, context: PlanContext): Plan {
  const found = find(command.incidentId, context);
  if (!found.ok) return found;
  const { incident, playbook } = found;
  const { level } = command;
  if (playbook.escalation?.levels.some(({ id }) => id === level) !== true) return refuse('no-such-level');
  if (incident.escalated[level] !== undefined) return accept([], incident.id);
  return accept([{ type: 'incident.escalated', incidentId: incident.id, payload: { level } }], incident.id);
}

/** The next step of the lifecycle, or back to diagnosis (2.1). Its milestone, where the severity asks for it, is met with it. */
export function planEnterStep(command: CommandOf<'enter-step'>, context: PlanContext): Plan {
  const found = find(command.incidentId, context);
  if (!found.ok) return found;
  const { incident, playbook } = found;
  const step = wayOf(incident, playbook).find(({ id }) => id === command.step);
  if (step === undefined) return refuse('no-such-step');
  if (!openSteps(incident, playbook).includes(step)) return refuse('step-not-next');
  if (step.milestone !== undefined && meetsMilestone(step, incident, playbook)) {
    const { milestone } = step;
    return planMeetMilestone({ type: 'meet-milestone', incidentId: command.incidentId, milestone }, context);
  }
  const payload = { step: step.id };
  return accept([{ type: 'incident.step-entered', incidentId: incident.id, payload }], incident.id);
}
