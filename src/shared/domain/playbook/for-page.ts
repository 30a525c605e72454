import type { Drill } from '../drill/drill.ts';
import type { Playbook } from './schema.ts';
import {
  newestOf,
  playbookById,
  playbookForService,
  type PlaybookShelf,
  type WholePlaybook,
} from './shelf.ts';

/** What decides by which playbook a page is handled: its service, and the drill that it is of. */
export interface Handled {
  readonly service: string;
  readonly drill?: string | undefined;
}
/** The playbook that something open is shown by while it has none of its own. */
export type PlaybookFor = (of: Handled) => Playbook;

/** What acknowledging this page would begin its incident with: its drill's playbook, else the one for its service. */
export function playbookForPage(
  shelf: PlaybookShelf,
  { service, drill }: Handled,
  drills: readonly Pick<Drill, 'id' | 'playbook'>[],
): WholePlaybook | undefined {
  const drilled = drill === undefined ? undefined : drills.find(({ id }) => id === drill)?.playbook.id;
  return (
    (drilled === undefined ? undefined : playbookById(shelf, drilled)) ?? playbookForService(shelf, service)
  );
}

/** Those of a shelf, but for the default, that a page can be handled by without anybody choosing them. */
export function playbooksForPages(
  { playbooks, defaultId }: PlaybookShelf,
  drills: readonly Pick<Drill, 'playbook'>[],
): WholePlaybook[] {
  const drilled = new Set(drills.map(({ playbook }) => playbook.id));
  return newestOf(playbooks).filter(
    ({ ref, editions }) =>
      ref.id !== defaultId &&
      (drilled.has(ref.id) || Object.values(editions).some(({ services = [] }) => services.length > 0)),
  );
}
