import type { OpenAction } from '../action/open-actions.ts';
import type { Instant, PageId } from '../ids.ts';
import type { Page } from '../page/page.ts';
import type { PlaybookFor } from '../playbook/for-page.ts';
import type { Playbook } from '../playbook/schema.ts';
import { actionToast } from './action-toast.ts';
import { incidentToasts, type RunningIncident } from './incident-toasts.ts';
import { type DeliveryPlan, type Ledger, planDelivery, RETRY_MS } from './ledger.ts';
import { pageToasts } from './page-toasts.ts';
import { type Arrival, pagesInSummaries } from './storm.ts';
import type { Toast } from './toast.ts';
import { type TrayDrill, trayView, type TrayView } from './tray-view.ts';

/** All that alerting depends on, as one value. */
export interface AlertingInput {
  readonly now: Instant;
  /** Pages not resolved. */
  readonly pages: readonly Page[];
  /** Pages that the log could not take: they ring all the same. */
  readonly unsaved: readonly Page[];
  /** Oldest first. */
  readonly arrivals: readonly Arrival[];
  /** Incidents not closed. */
  readonly incidents: readonly RunningIncident[];
  /** Action items not completed, of open and closed incidents. */
  readonly actions: readonly OpenAction[];
  /** For the day of reminders. */
  readonly playbook: Playbook;
  /** For pages that no incident has taken yet: the one that acknowledging each would use. */
  readonly playbookFor: PlaybookFor;
  readonly ledger: Ledger;
  readonly degraded: boolean;
  readonly drill?: TrayDrill | undefined;
}

/** What should be showing at this instant, and when to look again. */
export interface AlertingDecision {
  readonly toasts: readonly Toast[];
  readonly delivery: DeliveryPlan;
  readonly tray: TrayView;
  readonly unacknowledged: number;
  /** Acknowledged pages whose promised second look is due. */
  readonly recheck: readonly PageId[];
  /** Undefined: nothing changes by time alone. */
  readonly lookAgainAt?: Instant;
}

/** Alerting as one value of its input: sleep, clock jumps and restarts are only another `now`. Pure. */
export function decideAlerting(input: AlertingInput): AlertingDecision {
  const { now, pages, unsaved, incidents, playbook, playbookFor } = input;
  const alarming = [
    ...pages.map((page) => ({ page, unsaved: false })),
    ...unsaved.map((page) => ({ page, unsaved: true })),
  ].filter(({ page }) => page.status === 'firing');
  const rechecks = pages.filter(
    ({ status, recheckAt }) => status === 'acknowledged' && recheckAt !== undefined,
  );
  const recheck = rechecks
    .filter(({ recheckAt }) => recheckAt !== undefined && recheckAt <= now)
    .map(({ id }) => id);
  const showing = [
    pageToasts(alarming, pagesInSummaries(input.arrivals), playbookFor, now),
    ...incidents.map((running) => incidentToasts(running, now)),
    actionToast(input.actions, playbook, now),
  ];
  const toasts = realFirst(showing.flatMap((each) => each.toasts));
  const delivery = planDelivery(toasts, input.ledger, now);
  const changesAt = [
    ...showing.flatMap((each) => each.changesAt),
    ...delivery.changesAt,
    ...rechecks.flatMap(({ recheckAt }) => recheckAt ?? []),
    // A recheck that the log could not take is asked for again.
    ...(recheck.length === 0 ? [] : [now + RETRY_MS]),
  ].filter((at) => at > now);
  const unresolved = incidents.filter(({ incident }) => incident.resolvedAt === undefined);
  return {
    toasts,
    delivery,
    tray: trayView(
      alarming.map(({ page }) => page),
      unresolved,
      playbookFor,
      { now, degraded: input.degraded, drill: input.drill },
    ),
    unacknowledged: alarming.length,
    recheck,
    ...(changesAt.length === 0
      ? {}
      : { lookAgainAt: changesAt.reduce((one, other) => Math.min(one, other)) }),
  };
}

/** A drill delays nothing that is real. */
function realFirst(toasts: readonly Toast[]): Toast[] {
  return toasts.toSorted((one, other) => Number(one.drill === true) - Number(other.drill === true));
}
