import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { Language } from '#shared/settings.ts';
import type { CurrentPlaybook } from './current-playbook.ts';

/**
 * The playbooks that open incidents run by, by content hash: the current one, and older ones fetched
 * from the log, so that an incident keeps the playbook that it began with.
 */
export class RunningPlaybooks {
  readonly #byHash = new Map<string, Playbook>();
  readonly #fetch: (hash: string) => Promise<Playbook | null>;
  readonly #fetching = new Set<string>();
  #current: CurrentPlaybook;

  constructor(current: CurrentPlaybook, fetch: (hash: string) => Promise<Playbook | null>) {
    this.#current = current;
    this.#fetch = fetch;
    for (const [language, playbook] of Object.entries(current.editions)) {
      const hash = current.ref.editions[language];
      if (hash !== undefined) this.#byHash.set(hash, playbook);
    }
  }

  get current(): CurrentPlaybook {
    return this.#current;
  }

  /** The current playbook in a language, or in another one where it lacks that. */
  inLanguage(language: Language): Playbook {
    const { editions } = this.#current;
    const playbook = editions[language] ?? Object.values(editions)[0];
    if (playbook === undefined) throw new Error('a loaded playbook has at least one edition');
    return playbook;
  }

  /** The playbook of an incident; undefined until `fetchMissing` has brought it. */
  of(incident: Incident, language: Language): Playbook | undefined {
    const { editions } = incident.playbook;
    const hashes = [editions[language], ...Object.values(editions)];
    return hashes
      .map((hash) => (hash === undefined ? undefined : this.#byHash.get(hash)))
      .find((found) => found !== undefined);
  }

  /** Fetches editions that open incidents refer to. @returns whether something new came */
  async fetchMissing(incidents: readonly Incident[]): Promise<boolean> {
    const hashes = new Set(incidents.flatMap(({ playbook }) => Object.values(playbook.editions)));
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
