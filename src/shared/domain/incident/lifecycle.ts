import { severityOf } from '../playbook/lookup.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { LifecycleStep } from '../playbook/schema-process.ts';
import type { Incident } from './incident.ts';

/** The way of one incident through the lifecycle (process document 2.1): declared, or the standard response. */
export function wayOf(incident: Incident, playbook: Playbook): readonly LifecycleStep[] {
  const declared = severityOf(playbook, incident.severity)?.declared === true;
  return (playbook.lifecycle?.steps ?? []).filter(
    ({ branch }) => branch === undefined || branch === (declared ? 'declared' : 'standard'),
  );
}

/** Where it is: the step entered last, or the last one whose milestone was met since. The first when nothing was. */
export function stepOf(incident: Incident, playbook: Playbook): LifecycleStep | undefined {
  const way = wayOf(incident, playbook);
  const { entered } = incident;
  let current = way.find(({ id }) => id === entered?.step);
  let since = current === undefined ? '' : (entered?.eventId ?? '');
  for (const step of way) {
    const met = step.milestone === undefined ? undefined : incident.met[step.milestone];
    if (met !== undefined && met.eventId > since) {
      current = step;
      since = met.eventId;
    }
  }
  return current ?? way[0];
}

/** The steps that can be entered now: the next on its way, and the one it goes back to when this one fails. */
export function openSteps(incident: Incident, playbook: Playbook): readonly LifecycleStep[] {
  const way = wayOf(incident, playbook);
  const current = stepOf(incident, playbook);
  if (current === undefined) return [];
  const next = way[way.indexOf(current) + 1];
  const back = way.find(({ id }) => id === current.backTo);
  return [next, back].filter((step) => step !== undefined);
}
