import { formatPath, type PlaybookProblem, type ProblemPath } from './problem.ts';
import type { Playbook } from './schema.ts';
import type { Position, YamlSource } from './source.ts';

/** Where each id of an edition stands in its file, by the id's full name, such as `templates/declaration/fields/title`. */
export type IdPlaces = Readonly<Record<string, Position>>;

/** An edition as it is compared with the others of its playbook. */
export interface ComparedEdition {
  readonly file: string;
  readonly playbook: Playbook;
  /** Left out where the text is not at hand: what is said then names the first line. */
  readonly places?: IdPlaces | undefined;
}

const SEPARATOR = '/';

/** Every id in a playbook, under the ids that it stands in: the place in a list counts for nothing. */
function idsIn(playbook: Playbook): ReadonlyMap<string, ProblemPath> {
  const ids = new Map<string, ProblemPath>();
  const visit = (value: unknown, name: readonly string[], path: ProblemPath): void => {
    if (Array.isArray(value)) {
      value.forEach((entry: unknown, index) => {
        const id = idOf(entry);
        const at = [...path, index];
        if (id !== undefined) ids.set([...name, id].join(SEPARATOR), [...at, 'id']);
        visit(entry, id === undefined ? name : [...name, id], at);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) visit(child, [...name, key], [...path, key]);
    }
  };
  visit(playbook, [], []);
  return ids;
}

/** The places of all ids in a text that was read. */
export function placesOf(playbook: Playbook, { locate }: Pick<YamlSource, 'locate'>): IdPlaces {
  const places = [...idsIn(playbook)].map(([name, path]) => [name, locate({ path, atKey: false })] as const);
  return Object.fromEntries(places);
}

/**
 * What one edition of a playbook has and another lacks. The log refers to these ids: a tick made in one language would not
 * show in the other. Each is said once, at its line in the file that has it; not also what stands inside it.
 */
export function disagreementsOf(editions: readonly ComparedEdition[]): PlaybookProblem[] {
  const compared = editions.map((edition) => ({ ...edition, ids: idsIn(edition.playbook) }));
  return compared.flatMap(({ file, places, ids }, index) => {
    const others = compared.filter((_, other) => other !== index);
    return [...ids].flatMap(([name, path]) => {
      const lacking = others.filter((other) => !other.ids.has(name) && hasParent(name, ids, other.ids));
      if (lacking.length === 0) return [];
      const id = name.split(SEPARATOR).at(-1) ?? name;
      const files = lacking.map((other) => other.file).join(', ');
      const place = places?.[name] ?? { line: 1, column: 1 };
      return [{ file, ...place, path: formatPath(path), cause: { code: 'not-in-edition', id, files } }];
    });
  });
}

/** Whether the other has what this stands in: else only that is said. */
function hasParent(
  name: string,
  ids: ReadonlyMap<string, unknown>,
  others: ReadonlyMap<string, unknown>,
): boolean {
  const parts = name.split(SEPARATOR);
  const parents = parts.map((_, length) => parts.slice(0, length).join(SEPARATOR));
  return parents.every((parent) => !ids.has(parent) || others.has(parent));
}

function idOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return undefined;
  return typeof entry.id === 'string' ? entry.id : undefined;
}
