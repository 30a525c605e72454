import { versionsOf } from '../post-mortem/versions.ts';
import { effectiveEvents } from '../event/fold.ts';
import type { CommandOf } from './command.ts';
import { accept, type Plan, type PlanContext, refuse } from './plan.ts';

/** Keeping a version of the post-mortem (process document 6.2). The same text again is no new version. */
export function planSavePostMortem(command: CommandOf<'save-post-mortem'>, context: PlanContext): Plan {
  const incident = context.incident(command.incidentId);
  if (incident === undefined) return refuse('no-such-incident');
  const { text, language } = command;
  const newest = versionsOf(effectiveEvents(context.incidentEvents(incident.id)))[0];
  if (newest?.text === text && newest.language === language) return accept([], incident.id);
  const event = { type: 'post-mortem.saved', incidentId: incident.id, payload: { text, language } } as const;
  return accept([event], incident.id);
}
