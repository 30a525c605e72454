import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import { type PlaybookFor, playbookForPage } from '#shared/domain/playbook/for-page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import {
  anyEdition,
  defaultPlaybook,
  type PlaybookShelf,
  type WholePlaybook,
} from '#shared/domain/playbook/shelf.ts';
import type { Language } from '#shared/settings.ts';

/**
 * The playbooks that open incidents run by, by content hash: those of now, and older ones fetched
 * from the log, so that an incident keeps the playbook that it began with. Others are not held.
 */
export class RunningPlaybooks {
  readonly #byHash = new Map<string, Playbook>();
  readonly #fetch: (hash: string) => Promise<Playbook | null>;
  readonly #fetching = new Set<string>();
  #shelf: PlaybookShelf;

  constructor(shelf: PlaybookShelf, fetch: (hash: string) => Promise<Playbook | null>) {
    this.#fetch = fetch;
    this.#shelf = shelf;
    this.use(shelf);
  }

  /** What new incidents can run by from now on; those that run keep what they have. */
  use(shelf: PlaybookShelf): void {
    this.#shelf = shelf;
    for (const { ref, editions } of shelf.playbooks) {
      for (const [language, playbook] of Object.entries(editions)) {
        const hash = ref.editions[language];
        if (hash !== undefined) this.#byHash.set(hash, playbook);
      }
    }
  }

  get shelf(): PlaybookShelf {
    return this.#shelf;
  }

  /** The default in a language, or in another one where it lacks that. */
  inLanguage(language: Language): Playbook {
    return editionOf(defaultPlaybook(this.#shelf), language);
  }

  /** What pages nobody has taken are shown by: the playbook that acknowledging each would use. */
  forPages(drills: readonly Drill[], language: Language): PlaybookFor {
    return (page) => editionOf(playbookForPage(this.#shelf, page, drills), language);
  }

  /** The playbook of an incident; undefined until `fetchMissing` has brought it. */
  of(incident: Incident, language: Language): Playbook | undefined {
    const { editions } = incident.playbook;
    const hashes = [editions[language], ...Object.values(editions)];
    return hashes
      .map((hash) => (hash === undefined ? undefined : this.#byHash.get(hash)))
      .find((found) => found !== undefined);
  }

  /**
   * Fetches editions that open incidents refer to, and lets go of those that nothing refers to any more: each time that a
   * playbook is saved makes one. @param incidents all that are open @returns whether something new came
   */
  async fetchMissing(incidents: readonly Incident[]): Promise<boolean> {
    const hashes = new Set(incidents.flatMap(({ playbook }) => Object.values(playbook.editions)));
    const offered = new Set(this.#shelf.playbooks.flatMap(({ ref }) => Object.values(ref.editions)));
    for (const hash of this.#byHash.keys())
      if (!hashes.has(hash) && !offered.has(hash)) this.#byHash.delete(hash);
    const missing = [...hashes].filter((hash) => !this.#byHash.has(hash) && !this.#fetching.has(hash));
    const found = await Promise.all(missing.map((hash) => this.#fetchOne(hash)));
    return found.includes(true);
  }

  async #fetchOne(hash: string): Promise<boolean> {
    this.#fetching.add(hash);
    try {
      const playbook = await this.#fetch(hash);
      if (playbook !== null) this.#byHash.set(hash, playbook);
      return playbook !== null;
    } finally {
      this.#fetching.delete(hash);
    }
  }
}

function editionOf(whole: WholePlaybook | undefined, language: Language): Playbook {
  const playbook = whole && anyEdition(whole, language);
  if (playbook === undefined) throw new Error('a shelf has at least one playbook with an edition');
  return playbook;
}
