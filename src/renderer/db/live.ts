import { create } from 'zustand';
import { DAY_MS } from '#shared/domain/duration.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { pickEdition } from '#shared/domain/playbook/edition.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import type { StorageProblem } from './database.ts';
import type { Change, EventStore } from './event-store.ts';

/** How far the window's copy is level with main's log. */
export type Sync =
  | { readonly state: 'connecting' | 'live' }
  /** `total` is 0 while it is not known yet. */
  | { readonly state: 'rebuilding'; readonly done: number; readonly total: number }
  | { readonly state: 'failing'; readonly detail: string };

/** How many closed incidents have been folded anew, of how many. */
export interface Refolding {
  readonly done: number;
  readonly total: number;
}

/** What screens read: everything open, and what ended within a day. */
export interface Live {
  readonly loaded: boolean;
  readonly sync: Sync;
  /** Closed incidents are being folded anew after an update; undefined: all of them are there. */
  readonly refolding: Refolding | undefined;
  /** Why IndexedDB is not used; undefined while it is. */
  readonly storage: { readonly problem: StorageProblem; readonly detail: string } | undefined;
  readonly store: EventStore | undefined;
  readonly pages: ReadonlyMap<string, Page>;
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  /** By incident: rises whenever its events or those of its pages changed. */
  readonly revisions: ReadonlyMap<string, number>;
  /** Rises whenever events of drills or training came. */
  readonly practised: number;
}

export const initialLive: Live = {
  loaded: false,
  sync: { state: 'connecting' },
  refolding: undefined,
  storage: undefined,
  store: undefined,
  pages: new Map(),
  incidents: new Map(),
  playbooks: new Map(),
  revisions: new Map(),
  practised: 0,
};
export const KEPT_MS = DAY_MS;

export const useLive = create<Live>(() => initialLive);

/** The live model after a change; what ended over a day ago is let go. Pure. */
export function withChange(
  live: Live,
  change: Change,
  now: Instant,
): Pick<Live, 'pages' | 'incidents' | 'playbooks' | 'revisions' | 'practised'> {
  const oldest = now - KEPT_MS;
  const pages = updated(
    live.pages,
    change.pages,
    (page) => page.status !== 'resolved' || page.receivedAt > oldest,
  );
  const keepIncident = (incident: Incident): boolean =>
    incident.closedAt === undefined || incident.closedAt > oldest;
  const incidents = updated(live.incidents, change.incidents, keepIncident);
  const revisions = new Map(live.revisions);
  const touched = [
    ...change.incidents.keys(),
    ...[...change.pages.values()].flatMap((page) => page?.incidentId ?? []),
  ];
  for (const id of new Set<string>(touched)) revisions.set(id, (revisions.get(id) ?? 0) + 1);
  const playbooks =
    change.playbooks.size === 0 ? live.playbooks : new Map([...live.playbooks, ...change.playbooks]);
  const practised = live.practised + (change.practised === true ? 1 : 0);
  return { pages, incidents, playbooks, revisions, practised };
}

function updated<Entity>(
  held: ReadonlyMap<string, Entity>,
  changed: ReadonlyMap<string, Entity | undefined>,
  keep: (entity: Entity) => boolean,
): ReadonlyMap<string, Entity> {
  if (changed.size === 0) return held;
  const next = new Map(held);
  for (const [id, entity] of changed) {
    if (entity === undefined) next.delete(id);
    else next.set(id, entity);
  }
  for (const [id, entity] of next) if (!keep(entity)) next.delete(id);
  return next;
}

/** The playbook an incident runs by, in the person's language where it has that edition. */
export function playbookOf(
  incident: Pick<Incident, 'playbook'>,
  playbooks: ReadonlyMap<string, Playbook>,
  language: PlaybookLanguage,
): Playbook | undefined {
  return pickEdition(editionsOf(incident, playbooks), language);
}

/** The incident's playbook in another language than the one it is shown in, where it exists in one. */
export function otherEditionOf(
  incident: Pick<Incident, 'playbook'>,
  playbooks: ReadonlyMap<string, Playbook>,
  shown: PlaybookLanguage,
): Playbook | undefined {
  return [...editionsOf(incident, playbooks).values()].find(({ language }) => language !== shown);
}

export function editionsOf(
  incident: Pick<Incident, 'playbook'>,
  playbooks: ReadonlyMap<string, Playbook>,
): Map<PlaybookLanguage, Playbook> {
  return new Map(
    Object.values(incident.playbook.editions).flatMap((hash): [PlaybookLanguage, Playbook][] => {
      const playbook = playbooks.get(hash);
      return playbook === undefined ? [] : [[playbook.language, playbook]];
    }),
  );
}
