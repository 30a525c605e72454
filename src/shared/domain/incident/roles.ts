import type { Instant } from '../ids.ts';
import { roleChecklist } from '../playbook/checklists.ts';
import { milestoneMarked } from '../playbook/lookup.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { PlaybookDuty, PlaybookRole } from '../playbook/schema-process.ts';
import { type Incident, type RoleHolder, tickKey } from './incident.ts';
import { milestonesOf } from './milestones.ts';

/** A role in one incident (process document 3.1 and 3.2). */
export interface RoleView {
  readonly role: PlaybookRole;
  readonly holder?: RoleHolder;
  /** Nobody holds it, and this severity needs it while it is not resolved. */
  readonly missing: boolean;
  /** The groups of responsibilities that are current. */
  readonly duties: readonly PlaybookDuty[];
  /** Of the current responsibilities: ticked, and all. */
  readonly done: number;
  readonly total: number;
}

/** Every role of the playbook, as it stands. */
export function rolesOf(incident: Incident, playbook: Playbook): readonly RoleView[] {
  const passed = passedMilestones(incident, playbook);
  return (playbook.roles ?? []).map((role) => {
    const holder = incident.roles[role.id];
    const duties = role.duties.filter(
      ({ from, until }) =>
        (from === undefined || passed.has(from)) && (until === undefined || !passed.has(until)),
    );
    const items = duties.flatMap((duty) => duty.items);
    const done = items.filter(({ id }) => incident.ticks[tickKey(roleChecklist(role.id), id)] !== undefined);
    return {
      role,
      ...(holder === undefined ? {} : { holder }),
      missing: holder === undefined && isNeeded(role, incident),
      duties,
      done: done.length,
      total: items.length,
    };
  });
}

function isNeeded({ neededFor }: PlaybookRole, incident: Incident): boolean {
  return incident.resolvedAt === undefined && neededFor?.includes(incident.severity) === true;
}

/**
 * Met, made unnecessary by a later one, or never asked for by this severity: a SEV-3 is not assembled, and its
 * responsibilities do not wait for it. The end is only ever met.
 */
function passedMilestones(incident: Incident, playbook: Playbook): ReadonlySet<string> {
  const anyTime: Instant = incident.detectedAt;
  return new Set(
    milestonesOf(incident, playbook, anyTime)
      .filter(({ state, marks }) => {
        const isEnd = marks === 'resolution' || marks === 'closure';
        return state === 'met' || (state === 'skipped' && !isEnd);
      })
      .map(({ id }) => id),
  );
}

/**
 * The role to offer to who declared the incident: the first of the playbook that is missing, while they hold none.
 * Offered, never taken silently (process document 5.1: declare the IC role).
 */
export function offeredRole(incident: Incident, playbook: Playbook, me: string): PlaybookRole | undefined {
  const declaration = milestoneMarked(playbook, 'declaration');
  const declared = declaration === undefined ? undefined : incident.met[declaration.id];
  const holdsOne = Object.values(incident.roles).some(({ name }) => name === me);
  if (me === '' || declared?.by !== me || holdsOne) return undefined;
  const [first] = rolesOf(incident, playbook);
  return first?.missing === true ? first.role : undefined;
}
