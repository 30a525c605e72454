import type { IncidentActions } from '#shared/domain/action/listed.ts';
import type { LogPosition, TplusEvent } from '#shared/domain/event/event.ts';
import { uniqueById } from '#shared/domain/event/fold.ts';
import { redact } from '#shared/domain/event/redact.ts';
import type { EventId, Instant } from '#shared/domain/ids.ts';
import { foldIncident, type Incident } from '#shared/domain/incident/incident.ts';
import { alertOf } from '#shared/domain/incident/similar.ts';
import { pagesInStory, storyOf } from '#shared/domain/incident/story.ts';
import { figuresOf, type IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import { foldPage, type Page } from '#shared/domain/page/page.ts';
import { recordOf, type SearchRecord } from '#shared/domain/search/search-record.ts';
import { actionsOf } from './action-rows.ts';
import type { Change, EventStore } from './event-store.ts';
import { rulesOf } from './figure-rows.ts';
import {
  type Fold,
  foldAll,
  type Folded,
  foldOnTop,
  groupBy,
  isPractice,
  playbooksIn,
  redactionTargets,
} from './projection.ts';

/** The stand-in while IndexedDB cannot be used: gone with the window, and filled from main's log again. */
export class MemoryStore implements EventStore {
  readonly kind = 'memory';
  readonly #events = new Map<EventId, TplusEvent>();
  readonly #redacted = new Set<EventId>();
  readonly #pages = new Entities<Page>(foldPage);
  readonly #incidents = new Entities<Incident>(foldIncident);
  #position: LogPosition | undefined;

  position(): Promise<LogPosition | undefined> {
    return Promise.resolve(this.#position);
  }

  load(_since: Instant): Promise<Change> {
    return Promise.resolve({
      pages: this.#pages.all(),
      incidents: this.#incidents.all(),
      playbooks: playbooksIn([...this.#events.values()]),
    });
  }

  apply(events: readonly TplusEvent[], position?: LogPosition): Promise<Change> {
    const targets = redactionTargets(events);
    for (const id of targets) this.#redacted.add(id);
    const changed: TplusEvent[] = [];
    const offered = [...uniqueById(events).values(), ...targets.flatMap((id) => this.#events.get(id) ?? [])];
    for (const offer of offered) {
      const event = this.#redacted.has(offer.id) && offer.redacted !== true ? redact(offer) : offer;
      const held = this.#events.get(event.id);
      if (held !== undefined && (held.redacted === true || event.redacted !== true)) continue;
      this.#events.set(event.id, event);
      changed.push(event);
    }
    if (position !== undefined) this.#position = position;
    return Promise.resolve({
      pages: this.#pages.apply(groupBy(changed, ({ pageId }) => pageId)),
      incidents: this.#incidents.apply(groupBy(changed, ({ incidentId }) => incidentId)),
      playbooks: playbooksIn(changed),
      practised: changed.some(isPractice),
    });
  }

  ids(): Promise<EventId[]> {
    return Promise.resolve([...this.#events.keys()]);
  }

  read(ids: readonly EventId[]): Promise<TplusEvent[]> {
    return Promise.resolve(ids.flatMap((id) => this.#events.get(id) ?? []));
  }

  holds({ id }: TplusEvent): Promise<boolean> {
    return Promise.resolve(this.#events.has(id));
  }

  timeline(incident: Incident): Promise<TplusEvent[]> {
    const pages = pagesInStory(incident).flatMap((id) => this.#pages.eventsOf(id));
    const all = uniqueById([...this.#incidents.eventsOf(incident.id), ...pages]);
    return Promise.resolve(storyOf(incident, all.values()));
  }

  incident(id: string): Promise<Incident | undefined> {
    return Promise.resolve(this.#incidents.all().get(id));
  }

  practice(): Promise<TplusEvent[]> {
    return Promise.resolve([...this.#events.values()].filter(isPractice));
  }

  incidentsOfDrill(drill: string): Promise<Incident[]> {
    const all = [...this.#incidents.all().values()];
    return Promise.resolve(all.flatMap((incident) => (incident?.drill === drill ? [incident] : [])));
  }

  searchChunk(after: string | undefined, count: number): Promise<SearchRecord[]> {
    const ids = [...this.#incidents.all()].flatMap(([id, incident]) => (incident === undefined ? [] : [id]));
    const older = after === undefined ? ids : ids.filter((id) => id < after);
    return this.searchRecords(older.toSorted().toReversed().slice(0, count));
  }

  searchRecords(ids: readonly string[]): Promise<SearchRecord[]> {
    const incidents = this.#incidents.all();
    const records = ids.flatMap((id) => {
      const incident = incidents.get(id);
      return incident === undefined ? [] : [recordOf(incident, this.#incidents.eventsOf(id))];
    });
    return Promise.resolve(records);
  }

  figures(ids?: readonly string[]): Promise<IncidentFigures[]> {
    const incidents = this.#incidents.all();
    const playbooks = playbooksIn([...this.#events.values()]);
    const figures = (ids ?? [...incidents.keys()]).flatMap((id) => {
      const incident = incidents.get(id);
      return incident === undefined ? [] : [figuresOf(incident, rulesOf(incident, playbooks))];
    });
    return Promise.resolve(figures);
  }

  incidentsOfAlerts(alerts: readonly string[]): Promise<ReadonlySet<string>> {
    const pages = [...this.#pages.all().values()];
    const found = pages.flatMap((page) =>
      page !== undefined && alerts.includes(alertOf(page)) ? (page.incidentId ?? []) : [],
    );
    return Promise.resolve(new Set(found));
  }

  incidentActions(ids?: readonly string[]): Promise<IncidentActions[]> {
    const incidents = this.#incidents.all();
    const rows = (ids ?? [...incidents.keys()]).flatMap((id) => {
      const incident = incidents.get(id);
      return incident === undefined || incident.actions.length === 0 ? [] : [actionsOf(incident)];
    });
    return Promise.resolve(rows);
  }
}

/** Entities of one kind with their events. */
class Entities<Entity> {
  readonly #fold: Fold<Entity>;
  readonly #folded = new Map<string, Folded<Entity>>();
  readonly #events = new Map<string, Map<EventId, TplusEvent>>();

  constructor(fold: Fold<Entity>) {
    this.#fold = fold;
  }

  apply(fresh: ReadonlyMap<string, readonly TplusEvent[]>): Map<string, Entity | undefined> {
    const changed = new Map<string, Entity | undefined>();
    for (const [id, events] of fresh) {
      const own = this.#events.get(id) ?? new Map<EventId, TplusEvent>();
      this.#events.set(id, own);
      for (const event of events) own.set(event.id, event);
      const folded =
        foldOnTop(this.#folded.get(id), events, this.#fold) ?? foldAll([...own.values()], this.#fold);
      this.#folded.set(id, folded);
      changed.set(id, folded.entity);
    }
    return changed;
  }

  all(): Map<string, Entity | undefined> {
    return new Map([...this.#folded].map(([id, { entity }]) => [id, entity]));
  }

  eventsOf(id: string): TplusEvent[] {
    return [...(this.#events.get(id)?.values() ?? [])];
  }
}
