import type { Drill } from '../drill/drill.ts';
import type { TplusEvent } from '../event/event.ts';
import type { EventType, PayloadOf, PlaybookRef } from '../event/payloads.ts';
import type { IncidentId, Instant, PageId } from '../ids.ts';
import type { Incident } from '../incident/incident.ts';
import type { Page } from '../page/page.ts';
import type { Playbook, PlaybookLanguage } from '../playbook/schema.ts';
import type { Training } from '../training/training.ts';

/** An event before the log gives it its id, author and times. */
export type NewEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly payload: PayloadOf<T>;
    readonly incidentId?: IncidentId;
    readonly pageId?: PageId;
    /** Left out: now. */
    readonly occurredAt?: Instant;
  };
}[EventType];

/** Why a command was refused; a key of the catalogue (`refusal.…`). */
export const REFUSALS = [
  'no-such-page',
  'no-such-incident',
  'no-such-event',
  'no-such-milestone',
  'no-such-severity',
  'no-such-item',
  'no-such-role',
  'no-such-flag',
  'no-such-level',
  'no-such-step',
  'no-such-action',
  'no-such-category',
  'step-not-next',
  'incident-closed',
  'incident-merged',
  'same-incident',
  'target-resolved',
  'target-is-test',
  'drill-apart',
  'drill-over',
  'drill-running',
  'no-such-drill',
  'no-such-scenario',
  'no-script',
  'step-not-due',
  'no-such-course',
  'already-met',
  'not-asked',
  'not-resolved-yet',
  'not-resolved',
  'time-ahead',
  'before-detection',
  'before-resolution',
  'before-reopening',
  'something-later-depends',
  'cannot-undo',
  'cannot-redact',
  'no-playbook',
  'no-such-playbook',
  'playbook-lacks',
  'playbook-too-late',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Plan =
  | { readonly ok: true; readonly events: readonly NewEvent[]; readonly incidentId?: IncidentId }
  | { readonly ok: false; readonly refusal: Refusal };

/** A playbook as commands read it, in whichever language. */
export interface PlannedPlaybook {
  readonly ref: PlaybookRef;
  readonly playbook: Playbook;
}
/** What planning reads: the projections of the log at this instant. */
export interface PlanContext {
  readonly now: Instant;
  readonly page: (id: string) => Page | undefined;
  readonly incident: (id: string) => Incident | undefined;
  readonly event: (id: string) => TplusEvent | undefined;
  /** Events of one incident, in fold order. */
  readonly incidentEvents: (id: string) => readonly TplusEvent[];
  readonly playbookOf: (incident: Incident) => Playbook | undefined;
  /** The default for new incidents, drills and training. */
  readonly current: PlannedPlaybook;
  /** What a new incident of this service starts with, unless a person asks for another. */
  readonly playbookFor: (service: string) => PlannedPlaybook | undefined;
  /** One that new incidents can run by. */
  readonly playbookById: (id: string) => PlannedPlaybook | undefined;
  /** Channels already named, to tell a second incident of the same day apart. */
  readonly takenChannels: () => ReadonlySet<string>;
  readonly mintIncidentId: () => IncidentId;
  readonly practice: PracticeContext;
}

/** What planning drills, training and hand-overs reads. */
export interface PracticeContext {
  readonly drill: (id: string) => Drill | undefined;
  readonly running: () => Drill | undefined;
  readonly pagesOfKey: (source: string, key: string, sourceStartedAt: string | undefined) => readonly Page[];
  readonly openPages: () => readonly Page[];
  readonly openIncidents: () => readonly Incident[];
  /** A playbook that new incidents can run by, in one language. */
  readonly edition: (id: string, language: PlaybookLanguage) => Playbook | undefined;
  readonly training: () => Training;
  /** Events of the hand-overs that were made. */
  readonly handovers: () => readonly TplusEvent[];
  readonly mintPageId: () => PageId;
  readonly mintDrillId: () => string;
}

export const refuse = (refusal: Refusal): Plan => ({ ok: false, refusal });
export const accept = (events: readonly NewEvent[], incidentId?: IncidentId): Plan => ({
  ok: true,
  events,
  ...(incidentId === undefined ? {} : { incidentId }),
});
