import { assertNever } from '../assert-never.ts';
import { tickKey } from '../incident/incident.ts';
import { itemsOf } from '../playbook/checklists.ts';
import { severityOf } from '../playbook/lookup.ts';
import { planAddAction, planChangeAction, planRemoveAction } from './action.ts';
import { planAcknowledge } from './acknowledge.ts';
import { planChangePlaybook } from './change-playbook.ts';
import type { Command, CommandOf } from './command.ts';
import { planDeliverStep, planEndDrill, planStartDrill } from './drill.ts';
import { isForEndedDrill } from './drill-apart.ts';
import { planRedact } from './redact.ts';
import { isForMerged, planLinkPages, planMergeIncidents } from './link.ts';
import { ANY_TIME, planMeetMilestone, planReopen, whyNotThen } from './milestone.ts';
import { accept, type NewEvent, type Plan, type PlanContext, refuse } from './plan.ts';
import { planSavePostMortem } from './post-mortem.ts';
import { planAssignRole, planEnterStep, planEscalate, planFlag } from './process.ts';
import { planTraining } from './training.ts';
import { planUndo } from './undo.ts';

/** The events a command becomes, or why not. Pure: the log mints ids and stamps times afterwards. */
export function planCommand(command: Command, context: PlanContext): Plan {
  if (isForMerged(command, context)) return refuse('incident-merged');
  if (isForEndedDrill(command, context)) return refuse('drill-over');
  switch (command.type) {
    case 'acknowledge':
      return planAcknowledge(command, context);
    case 'link-pages':
      return planLinkPages(command, context);
    case 'merge-incidents':
      return planMergeIncidents(command, context);
    case 'resolve-page':
      return planResolvePage(command, context);
    case 'recheck':
      return planRecheck(command, context);
    case 'meet-milestone':
      return planMeetMilestone(command, context);
    case 'reopen':
      return planReopen(command, context);
    case 'undo':
      return planUndo(command, context);
    case 'redact':
      return planRedact(command, context);
    case 'tick':
    case 'untick':
      return planTick(command, context);
    case 'change-severity':
    case 'retitle':
    case 'add-note':
    case 'record-copy':
      return planEdit(command, context);
    case 'change-playbook':
      return planChangePlaybook(command, context);
    case 'assign-role':
      return planAssignRole(command, context);
    case 'flag':
      return planFlag(command, context);
    case 'escalate':
      return planEscalate(command, context);
    case 'enter-step':
      return planEnterStep(command, context);
    case 'start-drill':
      return planStartDrill(command, context);
    case 'deliver-drill-step':
      return planDeliverStep(command, context);
    case 'end-drill':
      return planEndDrill(command, context);
    case 'join-training':
    case 'leave-training':
    case 'tick-training':
    case 'untick-training':
      return planTraining(command, context);
    case 'save-post-mortem':
      return planSavePostMortem(command, context);
    case 'add-action':
      return planAddAction(command, context);
    case 'change-action':
      return planChangeAction(command, context);
    case 'remove-action':
      return planRemoveAction(command, context);
    case 'write-handover': {
      const { type: _type, ...payload } = command;
      return accept([{ type: 'handover.written', payload }]);
    }
    default:
      return assertNever(command);
  }
}

function planResolvePage(command: CommandOf<'resolve-page'>, context: PlanContext): Plan {
  const page = context.page(command.pageId);
  if (page === undefined) return refuse('no-such-page');
  if (page.status === 'resolved') return accept([], page.incidentId);
  const link = page.incidentId === undefined ? {} : { incidentId: page.incidentId };
  return accept(
    [{ type: 'page.resolved', pageId: page.id, ...link, payload: { by: 'person' } }],
    page.incidentId,
  );
}

/** The promised second look: still acknowledged at its time means it rings again. */
function planRecheck(command: CommandOf<'recheck'>, context: PlanContext): Plan {
  const page = context.page(command.pageId);
  if (page === undefined) return refuse('no-such-page');
  const due = page.status === 'acknowledged' && page.recheckAt !== undefined && page.recheckAt <= context.now;
  if (!due || page.acknowledgedAt === undefined) return accept([]);
  const link = page.incidentId === undefined ? {} : { incidentId: page.incidentId };
  const payload = { acknowledgedAt: page.acknowledgedAt };
  return accept([{ type: 'page.rechecked', pageId: page.id, ...link, payload }]);
}

function planTick(command: CommandOf<'tick' | 'untick'>, context: PlanContext): Plan {
  const incident = context.incident(command.incidentId);
  if (incident === undefined) return refuse('no-such-incident');
  const playbook = context.playbookOf(incident);
  const items = playbook === undefined ? [] : itemsOf(playbook, command.checklist);
  if (!items.some(({ id }) => id === command.item)) return refuse('no-such-item');
  const ticked = incident.ticks[tickKey(command.checklist, command.item)] !== undefined;
  if (ticked === (command.type === 'tick')) return accept([], incident.id);
  const type = command.type === 'tick' ? 'checklist.ticked' : 'checklist.unticked';
  const payload = { checklist: command.checklist, item: command.item };
  return accept([{ type, incidentId: incident.id, payload }], incident.id);
}

function planEdit(
  command: CommandOf<'change-severity' | 'retitle' | 'add-note' | 'record-copy'>,
  context: PlanContext,
): Plan {
  const incident = context.incident(command.incidentId);
  if (incident === undefined) return refuse('no-such-incident');
  const { id: incidentId } = incident;
  switch (command.type) {
    case 'change-severity': {
      if (command.severity === incident.severity) return accept([], incidentId);
      const playbook = context.playbookOf(incident);
      // Without its playbook nothing is known against it, and how bad it is must still be said.
      if (playbook !== undefined && severityOf(playbook, command.severity) === undefined)
        return refuse('no-such-severity');
      const payload = { from: incident.severity, to: command.severity };
      return accept([{ type: 'incident.severity-changed', incidentId, payload }], incidentId);
    }
    case 'retitle':
      return accept(
        [{ type: 'incident.retitled', incidentId, payload: { title: command.title } }],
        incidentId,
      );
    case 'add-note': {
      const refusal = whyNotThen(command.occurredAt, ANY_TIME, context.now);
      if (refusal !== undefined) return refuse(refusal);
      const at = command.occurredAt === undefined ? {} : { occurredAt: command.occurredAt };
      return accept([{ type: 'note.added', incidentId, ...at, payload: { text: command.text } }], incidentId);
    }
    case 'record-copy': {
      const { type: _type, incidentId: _id, ...payload } = command;
      const event: NewEvent = { type: 'message.copied', incidentId, payload };
      return accept([event], incidentId);
    }
    default:
      return assertNever(command);
  }
}
