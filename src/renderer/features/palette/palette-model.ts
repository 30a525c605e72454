import { prepare, prepareQuery, type Prepared, rank } from '#shared/domain/search/rank.ts';
import { type Group, GROUPS, type PaletteEntry } from './entry.ts';

/** Entries under one heading. */
export interface PaletteGroup {
  readonly value: Group;
  readonly items: readonly PaletteEntry[];
}
/** An entry made ready for ranking. */
interface Ranked {
  readonly entry: PaletteEntry;
  readonly prepared: Prepared;
}
export interface PaletteModel {
  /** What answers a query, best first; with an empty one, all there is, what was used last before it. */
  readonly groupsFor: (query: string) => PaletteGroup[];
}

/** The first lines of some groups: as many as are seen at once. */
export function firstLines(groups: readonly PaletteGroup[], lines: number): PaletteGroup[] {
  let left = lines;
  return groups.flatMap(({ value, items }) => {
    const shown = items.slice(0, left);
    left -= shown.length;
    return shown.length === 0 ? [] : [{ value, items: shown }];
  });
}

const RECENT_SHOWN = 4;
const SHOWN = 40;
/** What was used lately wins over what is called alike. */
const RECENT_BONUS = 8;

export function paletteModel(entries: readonly PaletteEntry[], recents: readonly string[]): PaletteModel {
  const ranked: Ranked[] = entries.map((entry) => ({ entry, prepared: prepare(entry) }));
  return {
    groupsFor: (query) =>
      query.trim() === '' ? allGroups(entries, recents) : rankedGroups(ranked, recents, query),
  };
}

function allGroups(entries: readonly PaletteEntry[], recents: readonly string[]): PaletteGroup[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const recent = recents.flatMap((id) => byId.get(id) ?? []).slice(0, RECENT_SHOWN);
  const rest = entries.filter((entry) => !recent.includes(entry));
  const groups = GROUPS.map((value) => ({ value, items: rest.filter(({ group }) => group === value) }));
  return [{ value: 'recent' as const, items: recent }, ...groups].filter(({ items }) => items.length > 0);
}

/** Groups by their best entry; entries in them by how well they answer. */
function rankedGroups(ranked: readonly Ranked[], recents: readonly string[], text: string): PaletteGroup[] {
  const query = prepareQuery(text);
  const scored = ranked
    .map(({ entry, prepared }) => ({ entry, score: rank(query, prepared) }))
    .filter(({ score }) => score > 0)
    .map(({ entry, score }) => ({ entry, score: score + (recents.includes(entry.id) ? RECENT_BONUS : 0) }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, SHOWN);
  const groups = new Map<Group, PaletteEntry[]>();
  for (const { entry } of scored) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups].map(([value, items]) => ({ value, items }));
}
