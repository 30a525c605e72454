import { type OpenAction, openActionsOf } from '#shared/domain/action/open-actions.ts';
import type { AlertingInput } from '#shared/domain/alerting/decide.ts';
import type { Arrival } from '#shared/domain/alerting/storm.ts';
import { DAY_MS, HOUR_MS } from '#shared/domain/duration.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import type { IncidentId, Instant, PageId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { isWorse } from '#shared/domain/severity.ts';
import type { OpenState, Written } from '../log/protocol.ts';
import type { IncomingPage } from './paging.ts';

/** How long a resolved page stays in view (public interface: those of the last 24 hours). */
export const RECENT_MS = DAY_MS;

/**
 * Main's own projection: what is open, as the log last said. It is never ahead of the log, except for
 * pages that the log could not take, which are kept apart.
 */
export class LiveState {
  readonly #pages = new Map<PageId, Page>();
  readonly #incidents = new Map<IncidentId, Incident>();
  /** Action items not completed, by incident, open or closed. */
  readonly #actions = new Map<IncidentId, readonly OpenAction[]>();
  readonly #unsaved = new Map<string, { page: Page; incoming: IncomingPage }>();
  /** Those that have not ended. */
  readonly #drills = new Map<string, Drill>();
  /** In the order of arrival. */
  readonly #arrivals = new Map<PageId, Arrival>();

  load(state: Omit<OpenState, 'sources'>): void {
    this.#pages.clear();
    this.#incidents.clear();
    this.#actions.clear();
    const waiting = new Set(this.unsaved().map(({ id }) => id));
    // What is not saved yet shapes a storm still: the log is read anew just when it could not be written.
    for (const id of this.#arrivals.keys()) if (!waiting.has(id)) this.#arrivals.delete(id);
    for (const page of state.pages.toSorted((one, other) => one.receivedAt - other.receivedAt))
      this.#putPage(page);
    for (const incident of state.incidents) this.#incidents.set(incident.id, incident);
    this.#drills.clear();
    for (const drill of state.drills) this.#drills.set(drill.id, drill);
    for (const [id, actions] of Map.groupBy(state.actions, ({ incidentId }) => incidentId))
      this.#actions.set(id, actions);
  }

  apply({ pages, incidents, drills }: Pick<Written, 'pages' | 'incidents' | 'drills'>): void {
    for (const [id, page] of pages) {
      if (page === null) this.#pages.delete(id);
      else this.#putPage(page);
    }
    for (const [id, incident] of incidents) {
      if (incident === null || incident.closedAt !== undefined) this.#incidents.delete(id);
      else this.#incidents.set(id, incident);
      const actions = incident === null ? [] : openActionsOf(incident);
      if (actions.length === 0) this.#actions.delete(id);
      else this.#actions.set(id, actions);
    }
    for (const drill of drills) {
      if (drill.ended === undefined) this.#drills.set(drill.id, drill);
      else this.#drills.delete(drill.id);
    }
  }

  /**
   * A page that rings though no log holds it. Sent again, it stays the page that it was, but for a higher
   * severity; a redelivery of one that the log holds is no other page.
   */
  keepUnsaved(page: Page, incoming: IncomingPage): void {
    const key = identityOf(page);
    const saved = this.openPages().find((each) => isRedelivery(page, each));
    if (saved !== undefined && !isWorse(page.severity, saved.severity)) return;
    const held = this.#unsaved.get(key)?.page;
    if (held === undefined) {
      const { id: pageId, receivedAt, severity } = page;
      this.#arrivals.set(pageId, { pageId, receivedAt, severity });
      this.#unsaved.set(key, { page, incoming });
    } else if (isWorse(page.severity, held.severity)) {
      const { severity, alarmFrom, status } = page;
      this.#unsaved.set(key, { page: { ...held, severity, alarmFrom, status }, incoming });
    }
  }

  /** A person takes a page that no log holds: it rings no longer. @returns false when it is none of those */
  takeUnsaved(id: PageId, at: Instant): boolean {
    const [found] = [...this.#unsaved].filter(([, { page }]) => page.id === id);
    if (found === undefined) return false;
    const [key, { page, incoming }] = found;
    this.#unsaved.set(key, { incoming, page: { ...page, status: 'acknowledged', acknowledgedAt: at } });
    return true;
  }

  /** What the log is to be told of a page: that it was taken, too, if it was before it could be saved. */
  withTaking(incoming: IncomingPage): IncomingPage {
    const held = this.#unsaved.get(identityOf(incoming.input))?.page;
    return held?.status === 'acknowledged' && held.acknowledgedAt !== undefined
      ? { ...incoming, takenAt: held.acknowledgedAt }
      : incoming;
  }

  /** What the log should be offered again. */
  unsavedIncoming(): IncomingPage[] {
    return [...this.#unsaved.values()].map(({ incoming }) => incoming);
  }

  /** The log has taken this in, if only as something that it knew. */
  dropUnsaved(input: PageIdentity): void {
    const key = identityOf(input);
    const held = this.#unsaved.get(key);
    if (held === undefined) return;
    this.#unsaved.delete(key);
    this.#arrivals.delete(held.page.id);
  }

  /** Drops resolved pages that are no longer recent, and arrivals too old to shape a storm. */
  prune(now: Instant): void {
    for (const [id, page] of this.#pages) {
      if (page.status === 'resolved' && page.receivedAt < now - RECENT_MS) this.#pages.delete(id);
    }
    const oldest = this.openPages().reduce(
      (at, page) => Math.min(at, page.receivedAt - HOUR_MS),
      now - HOUR_MS,
    );
    for (const { pageId, receivedAt } of this.#arrivals.values()) {
      if (receivedAt < oldest) this.#arrivals.delete(pageId);
    }
  }

  page(id: string): Page | undefined {
    return this.#pages.get(id as PageId);
  }
  incident(id: string): Incident | undefined {
    return this.#incidents.get(id as IncidentId);
  }
  /** Open ones, and those of the last 24 hours. */
  pages(): Page[] {
    return [...this.#pages.values()];
  }
  openPages(): Page[] {
    return this.pages().filter(({ status }) => status !== 'resolved');
  }
  /** Those not closed. */
  incidents(): Incident[] {
    return [...this.#incidents.values()];
  }
  /** Those that have not ended. */
  drills(): Drill[] {
    return [...this.#drills.values()];
  }
  unsavedPage(id: string): Page | undefined {
    return this.unsaved().find((page) => page.id === id);
  }
  /** Of what is open, all that alerting decides on by itself. */
  forAlerting(): Pick<AlertingInput, 'pages' | 'unsaved' | 'arrivals' | 'actions'> {
    return {
      pages: this.openPages(),
      unsaved: this.unsaved(),
      arrivals: this.arrivals(),
      actions: [...this.#actions.values()].flat(),
    };
  }
  unsaved(): Page[] {
    return [...this.#unsaved.values()].map(({ page }) => page);
  }
  arrivals(): readonly Arrival[] {
    return [...this.#arrivals.values()];
  }

  #putPage(page: Page): void {
    const known = this.#arrivals.get(page.id);
    const takenAt = known?.takenAt ?? page.acknowledgedAt ?? page.resolvedAt;
    // What was over when it came in is no arrival: nobody was to be called.
    if (known !== undefined || page.resolvedAt !== page.receivedAt) {
      const { id: pageId, receivedAt } = page;
      const severity = known?.severity ?? page.severity;
      this.#arrivals.set(pageId, {
        pageId,
        receivedAt,
        severity,
        ...(page.drill === undefined ? {} : { drill: page.drill }),
        ...(takenAt === undefined ? {} : { takenAt }),
      });
    }
    this.#pages.set(page.id, page);
    this.dropUnsaved(page);
  }
}

type PageIdentity = Pick<Page, 'source' | 'key' | 'sourceStartedAt'>;

function identityOf({ source, key, sourceStartedAt }: PageIdentity): string {
  return JSON.stringify([source, key, sourceStartedAt ?? null]);
}

/** By the rule of intake: the same start, or none while one of the key is open. */
function isRedelivery(page: PageIdentity, open: PageIdentity): boolean {
  if (page.source !== open.source || page.key !== open.key) return false;
  return page.sourceStartedAt === undefined || page.sourceStartedAt === open.sourceStartedAt;
}
