import { copiedText, freeId } from '#shared/domain/playbook/copied-text.ts';
import { libraryOf, type Library, type PlaybookFile } from '#shared/domain/playbook/library.ts';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { CreatedPlaybook, LibraryView, SavedText } from '#shared/ipc/playbook-requests.ts';
import type { Editions } from './fake-log.ts';

/** Main's library in memory: texts by name, read as main reads them. */
export class FakeLibrary {
  readonly #builtIn: readonly PlaybookFile[];
  readonly texts = new Map<string, string>();
  /** The text that stands in for the built-in files. */
  builtInText = '';
  /** What the settings name. */
  wanted = '';
  readonly #lastGood = new Map<string, Playbook>();

  constructor(editions: Editions) {
    this.#builtIn = (['en', 'ko'] as const).map((language) => ({
      name: `built-in.${language}.yaml`,
      origin: 'built-in',
      problems: [],
      inForce: { playbook: editions[language], hash: `hash-${language}` },
      isLastGood: false,
    }));
  }

  get library(): Library {
    const own = [...this.texts].map(([name, text]): PlaybookFile => {
      const read = parsePlaybook(text, name);
      if (read.ok) this.#lastGood.set(name, read.playbook);
      const playbook = this.#lastGood.get(name);
      return {
        name,
        origin: 'own',
        problems: read.ok ? [] : read.problems,
        isLastGood: !read.ok && playbook !== undefined,
        ...(playbook === undefined ? {} : { inForce: { playbook, hash: `hash-${name}` } }),
      };
    });
    return libraryOf([...this.#builtIn, ...own], this.wanted);
  }

  get view(): LibraryView {
    const { playbooks, files } = this.library;
    return { folder: '/home/mina/.config/Tplus/playbooks', playbooks, files };
  }

  save(edit: { name: string; text: string; revision: string; over: boolean }): SavedText {
    const read = parsePlaybook(edit.text, edit.name);
    if (!read.ok) return { saved: false, reason: 'broken', problems: read.problems };
    const there = this.texts.get(edit.name);
    if (!edit.over && there === undefined) return { saved: false, reason: 'gone' };
    if (!edit.over && there !== undefined && there !== edit.revision) {
      return { saved: false, reason: 'changed', text: there, revision: there };
    }
    this.texts.set(edit.name, edit.text);
    return { saved: true, revision: edit.text };
  }

  duplicate(id: string): CreatedPlaybook {
    const copy = freeId(id, (taken) => this.library.playbooks.some((each) => each.id === taken));
    const name = `${copy}.en.yaml`;
    this.texts.set(name, copiedText(this.builtInText, { id: copy, title: 'Copy' }));
    return { created: true, id: copy, version: '1.0.0', files: [name] };
  }
}
