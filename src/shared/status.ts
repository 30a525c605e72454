import type { Degraded, NativeState, TrayHostState } from './health.ts';

/** `tplus status --json` and `GET /v1/status` (public interface). Times are ISO 8601 or null. */
export interface StatusReport {
  readonly version: string;
  readonly runtime: { readonly electron: string; readonly chrome: string; readonly node: string };
  readonly pages: readonly StatusPage[];
  readonly incidents: readonly StatusIncident[];
  readonly sources: readonly StatusSource[];
  /** Drills that are running. */
  readonly drills: readonly StatusDrill[];
  readonly alerting: {
    readonly native: NativeState;
    readonly tray: TrayHostState;
    readonly sound: 'off';
    readonly unacknowledged: number;
    readonly nextAlarmAt: string | null;
    readonly degraded: readonly Degraded[];
  };
}
export interface StatusPage {
  readonly id: string;
  readonly source: string;
  readonly key: string;
  readonly title: string;
  readonly severity: string;
  readonly status: string;
  readonly startedAt: string;
  readonly receivedAt: string;
  readonly acknowledgedAt: string | null;
  readonly resolvedAt: string | null;
  readonly incidentId: string | null;
  /** The drill that it is of; null for what is real. */
  readonly drill: string | null;
}
export interface StatusIncident {
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  readonly phase: string;
  readonly detectedAt: string;
  readonly milestones: readonly {
    readonly id: string;
    readonly dueAt: string | null;
    readonly metAt: string | null;
    readonly state: string;
  }[];
  readonly updateDueAt: string | null;
  readonly drill: string | null;
}
export interface StatusDrill {
  readonly id: string;
  readonly scenario: string;
  readonly title: string;
  readonly startedAt: string;
  readonly steps: number;
  readonly delivered: number;
}
export interface StatusSource {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly lastHeardAt: string | null;
  readonly detail: string;
}
