import type { DeliveryOutcome } from './domain/alerting/ledger.ts';

/** Why the app is not as it should be. Each is a key of the catalogue (`degraded.…`). */
export const DEGRADED_REASONS = [
  'log-unavailable',
  'log-quarantined',
  'log-rebuilt',
  'disk-full',
  'notifications-not-shown',
  'no-tray-host',
  'receiver-port-taken',
  'receiver-down',
  'playbook-broken',
  'playbook-editions-differ',
  'playbook-missing',
  'page-unsaved',
  'settings-set-aside',
] as const;
export type DegradedReason = (typeof DEGRADED_REASONS)[number];

export interface Degraded {
  readonly reason: DegradedReason;
  /** Where and what: a file name, a port, an error. */
  readonly detail: string;
}

/** What became of the last notification: `unknown` before the first. */
export type NativeState = DeliveryOutcome | 'unknown';
export type TrayHostState = 'shown' | 'no-host' | 'unknown';

/** How the app itself is: nothing here is about an incident. */
export interface Health {
  readonly native: NativeState;
  readonly tray: TrayHostState;
  readonly degraded: readonly Degraded[];
}
