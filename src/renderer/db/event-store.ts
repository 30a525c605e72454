import type { IncidentActions } from '#shared/domain/action/listed.ts';
import type { LogPosition, TplusEvent } from '#shared/domain/event/event.ts';
import type { EventId, Instant } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { SearchRecord } from '#shared/domain/search/search-record.ts';

/** What some events changed. An entity that is undefined is known no more (its opening was undone). */
export interface Change {
  readonly pages: ReadonlyMap<string, Page | undefined>;
  readonly incidents: ReadonlyMap<string, Incident | undefined>;
  /** By content hash. */
  readonly playbooks: ReadonlyMap<string, Playbook>;
  /** Events of drills or training are among them. */
  readonly practised?: boolean;
}

/** Where a window keeps the log's events: IndexedDB, or memory while IndexedDB fails. */
export interface EventStore {
  readonly kind: 'indexed' | 'memory';
  /** How far main's log has been read; undefined before the first time. */
  position(): Promise<LogPosition | undefined>;
  /** What screens hold: open pages and incidents, and those that ended after `since`. */
  load(since: Instant): Promise<Change>;
  /**
   * Takes events in, in any order, any number of times. Events, projections and the position are saved
   * together or not at all.
   */
  apply(events: readonly TplusEvent[], position?: LogPosition): Promise<Change>;
  ids(): Promise<EventId[]>;
  read(ids: readonly EventId[]): Promise<TplusEvent[]>;
  /** Whether an event is here, blanked or not. */
  holds(event: TplusEvent): Promise<boolean>;
  /** All events of an incident and of its pages. */
  timeline(incident: Incident): Promise<TplusEvent[]>;
  /** Any incident that the log knows, also one that ended long ago. */
  incident(id: string): Promise<Incident | undefined>;
  /** Events of drills and training. */
  practice(): Promise<TplusEvent[]>;
  /** The incidents of a drill, also those that ended long ago. */
  incidentsOfDrill(drill: string): Promise<Incident[]>;
  /** What can be found of these incidents. */
  searchRecords(ids: readonly string[]): Promise<SearchRecord[]>;
  /**
   * What can be found of all incidents, newest first, a chunk at a time.
   *
   * @param after the incident that the last chunk ended with
   */
  searchChunk(after: string | undefined, count: number): Promise<SearchRecord[]>;
  /** What metrics are made of, of these incidents or of all. */
  figures(ids?: readonly string[]): Promise<IncidentFigures[]>;
  /** The incidents that had a page of one of these alerts (`alertOf`). */
  incidentsOfAlerts(alerts: readonly string[]): Promise<ReadonlySet<string>>;
  /** The action items of these incidents, or of all; those without any are left out. */
  incidentActions(ids?: readonly string[]): Promise<IncidentActions[]>;
}
