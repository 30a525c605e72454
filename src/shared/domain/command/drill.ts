import type { Drill, DrillStep } from '../drill/drill.ts';
import { dueSteps, isLate, isPlayedOut } from '../drill/due-steps.ts';
import { stepInput } from '../drill/step-input.ts';
import { decideIntake } from '../page/intake.ts';
import { intakeEvents } from '../page/intake-events.ts';
import type { ScriptStep } from '../playbook/schema-drills.ts';
import type { CommandOf } from './command.ts';
import { accept, type NewEvent, type Plan, type PlanContext, refuse } from './plan.ts';

/** A drill begins with its script in the log, so that it goes on whatever becomes of the playbook (process document 8.2). */
export function planStartDrill(command: CommandOf<'start-drill'>, context: PlanContext): Plan {
  const { practice, current } = context;
  if (practice.running() !== undefined) return refuse('drill-running');
  const chosen = command.playbook === undefined ? current : context.playbookById(command.playbook);
  if (chosen === undefined) return refuse('no-such-playbook');
  const playbook = practice.edition(chosen.ref.id, command.language) ?? chosen.playbook;
  const scenario = playbook.drills?.scenarios.find(({ id }) => id === command.scenario);
  if (scenario === undefined) return refuse('no-such-scenario');
  if (scenario.script === undefined) return refuse('no-script');
  const payload = {
    drill: practice.mintDrillId(),
    scenario: scenario.id,
    title: scenario.title,
    playbook: chosen.ref,
    script: scenario.script.map(resolvedStep),
  };
  return accept([{ type: 'drill.started', payload }]);
}

function resolvedStep(step: ScriptStep): DrillStep {
  if (step.kind !== 'page') return { ...step };
  const { service = '', summary = '', labels = {} } = step;
  return { ...step, service, summary, labels: { ...labels } };
}

/**
 * One step of a drill, in one go with the word that it was delivered: what was delivered once is done, what is of a drill
 * that ended meanwhile never comes. A page goes through the intake as a sender's does.
 */
export function planDeliverStep(command: CommandOf<'deliver-drill-step'>, context: PlanContext): Plan {
  const { practice, now } = context;
  const drill = practice.drill(command.drill);
  const step = drill?.script[command.step];
  if (drill === undefined || step === undefined) return refuse('no-such-drill');
  if (drill.delivered[command.step] !== undefined) return accept([]);
  if (drill.ended !== undefined) return refuse('drill-over');
  if (dueSteps(drill, now).due[0]?.step !== command.step) return refuse('step-not-due');
  const payload = { drill: drill.id, step: command.step, late: isLate(drill, step, now) };
  return accept([...pageEvents(drill, command.step, context), { type: 'drill.step-delivered', payload }]);
}

function pageEvents(drill: Drill, step: number, { practice, now }: PlanContext): NewEvent[] {
  const input = stepInput(drill, step, now);
  if (input === undefined) return [];
  const known = practice.pagesOfKey(input.source, input.key, input.sourceStartedAt);
  return intakeEvents(input, decideIntake(input, known), practice.mintPageId).events;
}

/** Ends a drill at once: none of its pages goes on ringing and none of its incidents stays open. */
export function planEndDrill(command: CommandOf<'end-drill'>, { practice }: PlanContext): Plan {
  const drill = practice.drill(command.drill);
  if (drill === undefined) return refuse('no-such-drill');
  if (drill.ended !== undefined) return accept([]);
  const how = isPlayedOut(drill) ? 'finished' : 'aborted';
  const isOfDrill = (subject: { readonly drill?: string }): boolean => subject.drill === drill.id;
  const pages = practice
    .openPages()
    .filter(isOfDrill)
    .map(
      ({ id: pageId, incidentId }): NewEvent => ({
        type: 'page.resolved',
        pageId,
        ...(incidentId === undefined ? {} : { incidentId }),
        payload: { by: 'drill' },
      }),
    );
  const incidents = practice
    .openIncidents()
    .filter(isOfDrill)
    .map(
      ({ id: incidentId }): NewEvent => ({
        type: 'incident.drill-ended',
        incidentId,
        payload: { drill: drill.id, how },
      }),
    );
  return accept([...pages, ...incidents, { type: 'drill.ended', payload: { drill: drill.id, how } }]);
}
