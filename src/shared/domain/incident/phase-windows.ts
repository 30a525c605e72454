import type { Instant } from '../ids.ts';
import { milestoneById } from '../playbook/lookup.ts';
import type { PlaybookPhase, PlaybookProcedure } from '../playbook/schema-process.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { Incident } from './incident.ts';
import { deadlineOf } from './milestones.ts';

/** When a phase is on, by the incident's own milestones (process document 5.1). */
export interface PhaseWindow {
  /** Absent: the milestone that begins it is not met yet. */
  readonly startsAt?: Instant;
  /** It begins with something that was done, not by the clock: it has begun, whatever the clock says. */
  readonly isBegun?: true;
  /** Absent: it ends with the incident. */
  readonly endsAt?: Instant;
  /** The clock of its phase stands still from here: at the resolution, or, for what goes on after it, at the close. */
  readonly stopsAt?: Instant;
}

/** Whether the incident's severity asks for a procedure, or one of its flags does. */
export function asksFor(incident: Incident, { severities, flag }: PlaybookProcedure): boolean {
  if (severities === undefined && flag === undefined) return true;
  return severities?.includes(incident.severity) === true || isFlagged(incident, flag);
}

/**
 * The window of each phase, in order. A phase ends when its milestone counts as late (which for all but "at once" is when
 * it is due), and begins when the one before it ends; the first at detection, or when its flag was raised. A phase whose
 * milestone the severity does not ask for shares the window of the one after it.
 */
export function windowsOf(
  procedure: PlaybookProcedure,
  incident: Incident,
  playbook: Playbook,
): PhaseWindow[] {
  const { phases } = procedure;
  const byFlag =
    procedure.severities?.includes(incident.severity) !== true && isFlagged(incident, procedure.flag);
  const begunAt = (byFlag ? flaggedAt(incident, procedure.flag) : undefined) ?? incident.detectedAt;
  const ends = phases.map(({ until }) =>
    until === undefined ? undefined : deadlineOf(playbook, incident, until)?.lateAt,
  );
  return phases.map((phase, index) => {
    const before = ends.slice(0, index).findLast((end) => end !== undefined);
    const startsAt =
      phase.after === undefined
        ? Math.max(begunAt, before ?? begunAt)
        : metAtOf(phase.after, incident, playbook);
    const endsAt = phase.until === undefined ? undefined : endOf(phases, ends, index);
    const goesOn = byFlag || (phase.after !== undefined && (startsAt ?? 0) >= (incident.resolvedAt ?? 0));
    const stopsAt = goesOn ? incident.closedAt : incident.resolvedAt;
    return {
      ...(startsAt === undefined ? {} : { startsAt }),
      ...(startsAt !== undefined && phase.after !== undefined ? { isBegun: true as const } : {}),
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(stopsAt === undefined ? {} : { stopsAt }),
    };
  });
}

/** Its own end, or that of the next phase that has one, unless that begins on its own. */
function endOf(
  phases: readonly PlaybookPhase[],
  ends: readonly (Instant | undefined)[],
  index: number,
): Instant | undefined {
  const stop = phases.findIndex(({ after }, at) => at > index && after !== undefined);
  return ends.slice(index, stop === -1 ? undefined : stop).find((end) => end !== undefined);
}

function metAtOf(milestone: string, incident: Incident, playbook: Playbook): Instant | undefined {
  return milestoneById(playbook, milestone)?.marks === 'detection'
    ? incident.detectedAt
    : incident.met[milestone]?.at;
}

function flaggedAt(incident: Incident, flag: string | undefined): Instant | undefined {
  return flag === undefined ? undefined : incident.flags[flag]?.at;
}

function isFlagged(incident: Incident, flag: string | undefined): boolean {
  return flaggedAt(incident, flag) !== undefined;
}
