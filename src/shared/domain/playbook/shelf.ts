import type { PlaybookRef } from '../event/payloads.ts';
import { pickEdition } from './edition.ts';
import type { Playbook, PlaybookLanguage } from './schema.ts';

/** A playbook in every language it exists in, with the content hash of each. */
export interface WholePlaybook {
  readonly ref: PlaybookRef;
  readonly editions: Partial<Record<PlaybookLanguage, Playbook>>;
}

/** What new incidents can run by. Several versions of one playbook may stand there: the highest is meant. */
export interface PlaybookShelf {
  readonly playbooks: readonly WholePlaybook[];
  /** The id of the one for incidents that no rule gives another. */
  readonly defaultId: string;
}

/** An edition to read ids, deadlines and marks from: they are the same in all of them. */
export function anyEdition(
  { editions }: WholePlaybook,
  language: PlaybookLanguage = 'en',
): Playbook | undefined {
  return pickEdition(new Map(Object.entries(editions) as [PlaybookLanguage, Playbook][]), language);
}

/** The highest version of each playbook, in the order of the shelf. */
export function newestOf(playbooks: readonly WholePlaybook[]): WholePlaybook[] {
  const newest = new Map<string, WholePlaybook>();
  for (const playbook of playbooks) {
    const known = newest.get(playbook.ref.id);
    if (known === undefined || isNewer(playbook.ref.version, known.ref.version)) {
      newest.set(playbook.ref.id, playbook);
    }
  }
  return [...newest.values()];
}

/** The one that was asked for by id; undefined when it is not there. */
export function playbookById(shelf: PlaybookShelf, id: string): WholePlaybook | undefined {
  return newestOf(shelf.playbooks).find(({ ref }) => ref.id === id);
}

/** The default; whichever there is where that is gone. */
export function defaultPlaybook(shelf: PlaybookShelf): WholePlaybook | undefined {
  return playbookById(shelf, shelf.defaultId) ?? shelf.playbooks[0];
}

/** What an incident of this service starts with: the only playbook that names the service, else the default. */
export function playbookForService(shelf: PlaybookShelf, service: string): WholePlaybook | undefined {
  const naming = newestOf(shelf.playbooks).filter((playbook) => namesService(playbook, service));
  return naming.length === 1 ? naming[0] : defaultPlaybook(shelf);
}

function namesService({ editions }: WholePlaybook, service: string): boolean {
  return Object.values(editions).some(({ services = [] }) =>
    services.some((pattern) => matchesService(pattern, service)),
  );
}

/** `payments` is that service alone, `payments-*` every one whose name begins so. Case does not matter. */
export function matchesService(pattern: string, service: string): boolean {
  const wanted = pattern.toLowerCase();
  const name = service.trim().toLowerCase();
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}

/** By the three figures of a version. */
function isNewer(version: string, other: string): boolean {
  const others = other.split('.').map(Number);
  for (const [index, figure] of version.split('.').map(Number).entries()) {
    const difference = figure - (others[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
