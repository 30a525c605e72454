import type { Incident } from '../incident/incident.ts';
import { itemsOf } from '../playbook/checklists.ts';
import { milestoneById, severityOf } from '../playbook/lookup.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { CommandOf } from './command.ts';
import { accept, type Plan, type PlanContext, refuse } from './plan.ts';

/**
 * An incident goes on by another playbook: deadlines are that one's from now on, what was met stays met. Only while it is
 * not resolved, and only to a playbook in which everything done so far has its place.
 */
export function planChangePlaybook(command: CommandOf<'change-playbook'>, context: PlanContext): Plan {
  const incident = context.incident(command.incidentId);
  if (incident === undefined) return refuse('no-such-incident');
  if (incident.closedAt !== undefined) return refuse('incident-closed');
  if (incident.resolvedAt !== undefined) return refuse('playbook-too-late');
  const chosen = context.playbookById(command.playbook);
  const before = context.playbookOf(incident);
  if (chosen === undefined) return refuse('no-such-playbook');
  if (before === undefined) return refuse('no-playbook');
  if (isSame(incident.playbook.editions, chosen.ref.editions)) return accept([], incident.id);
  if (!fits(incident, before, chosen.playbook)) return refuse('playbook-lacks');
  const payload = { from: incident.playbook, to: chosen.ref, title: chosen.playbook.title };
  return accept([{ type: 'incident.playbook-changed', incidentId: incident.id, payload }], incident.id);
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const hashes = new Set(Object.values(other));
  return Object.values(one).length === hashes.size && Object.values(one).every((hash) => hashes.has(hash));
}

/** Whether what the log says of the incident by its old playbook's ids says the same by the new one's. */
function fits(incident: Incident, before: Playbook, after: Playbook): boolean {
  const ids = (list: readonly { readonly id: string }[] = []) => new Set(list.map(({ id }) => id));
  const has = (record: Readonly<Record<string, unknown>>, known: ReadonlySet<string>) =>
    Object.keys(record).every((id) => known.has(id));
  return (
    severityOf(after, incident.severity) !== undefined &&
    Object.keys(incident.met).every((id) => isMeantAlike(id, before, after)) &&
    Object.keys(incident.ticks).every((key) => hasItem(after, key)) &&
    has(incident.roles, ids(after.roles)) &&
    has(incident.flags, ids(after.flags)) &&
    has(incident.escalated, ids(after.escalation?.levels)) &&
    (incident.entered === undefined || ids(after.lifecycle?.steps).has(incident.entered.step))
  );
}

function isMeantAlike(milestone: string, before: Playbook, after: Playbook): boolean {
  const there = milestoneById(after, milestone);
  return there !== undefined && there.marks === milestoneById(before, milestone)?.marks;
}

/** By the key of a tick: `checklist/item`. */
function hasItem(playbook: Playbook, key: string): boolean {
  const slash = key.lastIndexOf('/');
  return itemsOf(playbook, key.slice(0, slash)).some(({ id }) => id === key.slice(slash + 1));
}
