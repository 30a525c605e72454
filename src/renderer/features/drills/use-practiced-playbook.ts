import { pickEdition } from '#shared/domain/playbook/edition.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { useChoosablePlaybooks, usePlaybookContent } from '../../bridge/playbooks.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { useLanguage } from '../../ui/language.ts';

/** The playbook whose drills and training are on screen, and those that can be. */
interface Practiced {
  readonly books: readonly { readonly id: string; readonly title: string }[];
  /** The id of the one that was asked for. */
  readonly shown: string | undefined;
  /** Undefined while it is read, and when it is not there any more. */
  readonly playbook: Playbook | undefined;
}

/** @param chosen its id; undefined, or one that is gone: the default for new incidents */
export function usePracticedPlaybook(chosen: string | undefined): Practiced {
  const books = useChoosablePlaybooks();
  const current = useCurrentPlaybook();
  const language = useLanguage();
  const other = books.find(({ id }) => id === chosen && id !== current?.id);
  const editions = usePlaybookContent(other);
  if (other === undefined) return { books, shown: current?.id, playbook: current };
  const read = pickEdition(
    new Map(Object.entries(editions ?? {}) as [PlaybookLanguage, Playbook][]),
    language,
  );
  // What was read before may be another one.
  return { books, shown: other.id, playbook: read?.id === other.id ? read : undefined };
}
