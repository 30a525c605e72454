import type { OpenAction } from '#shared/domain/action/open-actions.ts';
import type { Delivery } from '#shared/domain/alerting/ledger.ts';
import type { Command } from '#shared/domain/command/command.ts';
import type { Refusal } from '#shared/domain/command/plan.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import type { StoredEvent } from '#shared/domain/event/event.ts';
import type { EventId, IncidentId, Instant, PageId, StoreId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { PlaybookShelf } from '#shared/domain/playbook/shelf.ts';
import type { AcceptedPage, IncomingPage } from '../paging/paging.ts';
import type { LoadedPlaybooks } from '../playbook/loaded-playbooks.ts';
import type { LogErrorCode } from './log-error.ts';

/** Who acts, and when: the worker reads no clock of its own. */
export interface Acting {
  readonly now: Instant;
  readonly author: string;
}
/** What a write added to the log and changed in the projections. `null`: it no longer exists. */
export interface Written {
  readonly storeId: StoreId;
  readonly events: readonly StoredEvent[];
  readonly pages: readonly (readonly [PageId, Page | null])[];
  readonly incidents: readonly (readonly [IncidentId, Incident | null])[];
  /** Drills that something happened in. */
  readonly drills: readonly Drill[];
}
/** Something happened to the file itself. */
export interface LogNotice {
  readonly kind: 'quarantined' | 'rebuilt';
  readonly detail: string;
}
export interface OpenReport {
  readonly storeId: StoreId;
  /** The file was made just now: a window's store may hold what it lacks. */
  readonly created: boolean;
}
/** When a source was last heard, in this run or an earlier one. */
export interface HeardSource {
  readonly id: string;
  readonly lastHeardAt: Instant;
}
/** Main's own projection at start-up. */
export interface OpenState {
  readonly pages: readonly Page[];
  readonly incidents: readonly Incident[];
  /** Drills that have not ended. */
  readonly drills: readonly Drill[];
  /** Action items not completed, of closed incidents too. */
  readonly actions: readonly OpenAction[];
  readonly sources: readonly HeardSource[];
}

/** The log's operations: name to input and answer. One value type for both sides of the thread boundary. */
export interface LogOperations {
  open: { input: { path: string; now: Instant }; answer: OpenReport };
  /** Reads the built-in playbook, which new incidents run by until it is told of more; to be done before `open`. */
  'load-playbooks': { input: { folder: string }; answer: LoadedPlaybooks };
  /** What new incidents can run by from now on. */
  'use-playbooks': { input: PlaybookShelf; answer: null };
  intake: {
    input: Acting & { pages: readonly IncomingPage[] };
    answer: Written & { accepted: readonly AcceptedPage[] };
  };
  command: {
    input: Acting & { command: Command };
    answer: (Written & { ok: true; incidentId?: IncidentId }) | { ok: false; refusal: Refusal };
  };
  offer: { input: { events: readonly unknown[]; now: Instant }; answer: Written & { added: number } };
  read: { input: { after: number }; answer: { storeId: StoreId; events: StoredEvent[]; lastSeq: number } };
  ids: {
    input: { after: number };
    answer: { storeId: StoreId; ids: { seq: number; id: EventId }[]; lastSeq: number };
  };
  fetch: { input: { ids: readonly string[] }; answer: StoredEvent[] };
  state: { input: { since: Instant }; answer: OpenState };
  page: { input: { id: string }; answer: Page | null };
  incident: { input: { id: string }; answer: Incident | null };
  pages: {
    input: { after: string | undefined; limit: number };
    answer: { pages: Page[]; next: PageId | null } | null;
  };
  playbook: { input: { hash: string }; answer: Playbook | null };
  original: { input: { pageId: string }; answer: string | null };
  deliveries: { input: null; answer: readonly Delivery[] };
  'save-deliveries': { input: { put: readonly Delivery[]; drop: readonly string[] }; answer: null };
  'save-sources': { input: { sources: readonly HeardSource[] }; answer: null };
  /** Looks whether the file is still there. */
  check: { input: { now: Instant }; answer: null };
  close: { input: null; answer: null };
}
export type LogOperation = keyof LogOperations;

export interface LogRequest<Name extends LogOperation = LogOperation> {
  readonly id: number;
  readonly name: Name;
  readonly input: LogOperations[Name]['input'];
}
export type LogReply = {
  readonly id: number;
  readonly notices: readonly LogNotice[];
} & (
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly code: LogErrorCode; readonly detail: string }
);
