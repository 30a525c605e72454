import type { AlertingDecision } from '#shared/domain/alerting/decide.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { milestonesOf, phaseOf } from '#shared/domain/incident/milestones.ts';
import { updateDueAt } from '#shared/domain/incident/update-clock.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { Health } from '#shared/health.ts';
import type { SourceState } from '#shared/ipc/contract.ts';
import type { StatusIncident, StatusPage, StatusReport } from '#shared/status.ts';

export interface StatusInput {
  readonly now: Instant;
  readonly version: string;
  readonly runtime: StatusReport['runtime'];
  readonly pages: readonly Page[];
  readonly incidents: readonly { readonly incident: Incident; readonly playbook: Playbook | undefined }[];
  readonly sources: readonly SourceState[];
  readonly health: Health;
  readonly decision: AlertingDecision | undefined;
}

/** The report of `tplus status --json`: times as ISO 8601, absent ones as null. */
export function statusReport(input: StatusInput): StatusReport {
  const { version, runtime, health, decision } = input;
  return {
    version,
    runtime,
    pages: input.pages.map(statusPage),
    incidents: input.incidents.map(({ incident, playbook }) => statusIncident(incident, playbook, input.now)),
    sources: input.sources.map((source) => ({ ...source, lastHeardAt: iso(source.lastHeardAt) })),
    alerting: {
      native: health.native,
      tray: health.tray,
      sound: 'off',
      unacknowledged: decision?.unacknowledged ?? 0,
      nextAlarmAt: iso(decision?.lookAgainAt),
      degraded: health.degraded,
    },
  };
}

function statusPage(page: Page): StatusPage {
  return {
    id: page.id,
    source: page.source,
    key: page.key,
    title: page.title,
    severity: page.severity,
    status: page.status,
    startedAt: new Date(page.startedAt).toISOString(),
    receivedAt: new Date(page.receivedAt).toISOString(),
    acknowledgedAt: iso(page.acknowledgedAt),
    resolvedAt: iso(page.resolvedAt),
    incidentId: page.incidentId ?? null,
  };
}

function statusIncident(incident: Incident, playbook: Playbook | undefined, now: Instant): StatusIncident {
  const views = playbook === undefined ? [] : milestonesOf(incident, playbook, now);
  return {
    id: incident.id,
    title: incident.title,
    severity: incident.severity,
    phase: playbook === undefined ? 'unknown' : phaseOf(incident, playbook).id,
    detectedAt: new Date(incident.detectedAt).toISOString(),
    milestones: views.map(({ id, dueAt, metAt, state }) => ({
      id,
      dueAt: iso(dueAt),
      metAt: iso(metAt),
      state,
    })),
    updateDueAt: playbook === undefined ? null : iso(updateDueAt(incident, playbook)),
  };
}

function iso(at: Instant | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
