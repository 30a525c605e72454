import type { AlertingDecision } from '#shared/domain/alerting/decide.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { milestonesOf, phaseOf } from '#shared/domain/incident/milestones.ts';
import { updateDueAt } from '#shared/domain/incident/update-clock.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { Health } from '#shared/health.ts';
import type { SourceState } from '#shared/ipc/contract.ts';
import type { StatusIncident, StatusReport } from '#shared/status.ts';
import { iso, isoOrNull, statusPageJson } from './page-json.ts';

export interface StatusInput {
  readonly now: Instant;
  readonly version: string;
  readonly runtime: StatusReport['runtime'];
  readonly pages: readonly Page[];
  readonly incidents: readonly { readonly incident: Incident; readonly playbook: Playbook | undefined }[];
  readonly sources: readonly SourceState[];
  readonly drills: readonly Drill[];
  readonly health: Health;
  readonly decision: AlertingDecision | undefined;
}

/** The report of `tplus status --json`: times as ISO 8601, absent ones as null. */
export function statusReport(input: StatusInput): StatusReport {
  const { version, runtime, health, decision } = input;
  return {
    version,
    runtime,
    pages: input.pages.map(statusPageJson),
    incidents: input.incidents.map(({ incident, playbook }) => statusIncident(incident, playbook, input.now)),
    sources: input.sources.map((source) => ({ ...source, lastHeardAt: isoOrNull(source.lastHeardAt) })),
    drills: input.drills.map(({ id, scenario, title, startedAt, script, delivered }) => ({
      id,
      scenario,
      title,
      startedAt: iso(startedAt),
      steps: script.length,
      delivered: Object.keys(delivered).length,
    })),
    alerting: {
      native: health.native,
      tray: health.tray,
      sound: 'off',
      unacknowledged: decision?.unacknowledged ?? 0,
      nextAlarmAt: isoOrNull(decision?.lookAgainAt),
      degraded: health.degraded,
    },
  };
}

function statusIncident(incident: Incident, playbook: Playbook | undefined, now: Instant): StatusIncident {
  const views = playbook === undefined ? [] : milestonesOf(incident, playbook, now);
  return {
    id: incident.id,
    title: incident.title,
    severity: incident.severity,
    phase: playbook === undefined ? 'unknown' : phaseOf(incident, playbook).id,
    detectedAt: iso(incident.detectedAt),
    milestones: views.map(({ id, dueAt, metAt, state }) => ({
      id,
      dueAt: isoOrNull(dueAt),
      metAt: isoOrNull(metAt),
      state,
    })),
    updateDueAt: playbook === undefined ? null : isoOrNull(updateDueAt(incident, playbook)),
    drill: incident.drill ?? null,
  };
}
