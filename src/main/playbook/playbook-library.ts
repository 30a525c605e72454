import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Library,
  libraryOf,
  type PlaybookFile,
  type PlaybookOrigin,
} from '#shared/domain/playbook/library.ts';
import type { PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { createListeners } from '../platform/listeners.ts';
import { FolderReader } from './folder-reader.ts';
import type { LoadedPlaybooks } from './loaded-playbooks.ts';
import { readLastGood, readOwnFile } from './own-files.ts';
import type { PlaybookParser } from './parse-protocol.ts';
import { type FolderWatch, watchFolder } from './watch-folder.ts';

export interface LibraryPorts {
  /** Of the person's playbooks. */
  readonly folder: string;
  readonly builtInFolder: string;
  readonly builtIn: LoadedPlaybooks;
  readonly parser: PlaybookParser;
  /** The id that the settings name; empty: the built-in one's. */
  readonly wanted: () => string;
  readonly report: (what: string, error: unknown) => void;
}

/** All playbooks there are, the app's and the person's, as their files say now. */
export class PlaybookLibrary {
  readonly #ports: LibraryPorts;
  readonly #reader: FolderReader;
  readonly #builtIn: readonly PlaybookFile[];
  #library: Library;
  readonly #listeners = createListeners<[library: Library]>();
  /** Told of every change of what the files say, or of the default. */
  readonly onChange = this.#listeners.add;
  #watch: FolderWatch | undefined;
  #unread: string | undefined;
  #reading: Promise<void> = Promise.resolve();
  #editing: Promise<unknown> = Promise.resolve();

  constructor(ports: LibraryPorts) {
    this.#ports = ports;
    this.#reader = new FolderReader(ports);
    this.#builtIn = builtInFiles(ports.builtIn);
    this.#library = this.#compose();
  }

  get current(): Library {
    return this.#library;
  }
  get parser(): PlaybookParser {
    return this.#ports.parser;
  }
  get builtInFolder(): string {
    return this.#ports.builtInFolder;
  }
  get folder(): string {
    return this.#ports.folder;
  }

  /** Reads the folder, if there is one; never fails. */
  refresh(): Promise<void> {
    // One after the other: an earlier look must not overtake a later one.
    this.#reading = this.#reading.then(() => this.#read());
    return this.#reading;
  }

  /** Changes of the folder, one after the other: what one of them has found is still so when it writes. */
  inTurn<Value>(edit: () => Promise<Value>): Promise<Value> {
    const edited = this.#editing.then(edit);
    // Its own caller is told.
    this.#editing = edited.catch(() => undefined);
    return edited;
  }

  /** Follows the folder from now on. */
  async watch(): Promise<void> {
    const { folder, report } = this.#ports;
    await this.#reading;
    await this.#reader.tidy().catch((error: unknown) => report('tidying the playbooks', error));
    this.#watch = watchFolder(folder, () => void this.refresh(), report);
    this.#watch.look();
  }

  /** Somebody is looking: what the system did not tell of is found now. */
  look(): void {
    this.#watch?.look();
  }

  /** The settings name another default. */
  recompose(): void {
    this.#library = this.#compose();
    this.#listeners.tell(this.#library);
  }

  /** The text of a file; undefined when there is none of that name. */
  async textOf(name: string, origin: PlaybookOrigin): Promise<string | undefined> {
    if (origin === 'own') return this.isOwn(name) ? readOwnFile(this.#ports.folder, name) : undefined;
    const isKnown = this.#builtIn.some((file) => file.name === name);
    return isKnown ? readFile(join(this.#ports.builtInFolder, name), 'utf8') : undefined;
  }

  /** What is in force of a file: while it is broken, its last good text. */
  goodTextOf(name: string, origin: PlaybookOrigin): Promise<string | undefined> {
    const isLastGood = this.#reader.files.some((file) => file.name === name && file.isLastGood);
    return origin === 'own' && isLastGood
      ? readLastGood(this.#ports.folder, name)
      : this.textOf(name, origin);
  }

  /** A file of the person's, in good order or not. */
  isOwn(name: string): boolean {
    return this.#reader.has(name);
  }

  pathOf(name: string): string {
    return join(this.#ports.folder, name);
  }

  stop(): void {
    this.#watch?.stop();
    this.#ports.parser.stop();
  }

  async #read(): Promise<void> {
    const before = this.#unread;
    try {
      this.#unread = undefined;
      const isChanged = await this.#reader.read();
      if (isChanged || before !== undefined) this.recompose();
    } catch (error) {
      this.#unread = error instanceof Error ? error.message : String(error);
      if (this.#unread === before) return;
      this.#ports.report('reading the playbooks', error);
      this.recompose();
    }
  }

  #compose(): Library {
    const { builtIn, wanted } = this.#ports;
    const library = libraryOf([...this.#builtIn, ...this.#reader.files], wanted() || builtIn.current.ref.id);
    return this.#unread === undefined ? library : { ...library, unread: this.#unread };
  }
}

/** The app's own files were read at the start, and do not change while it runs. */
function builtInFiles({ current, files, problems }: LoadedPlaybooks): PlaybookFile[] {
  const usable = (Object.entries(files) as [PlaybookLanguage, string][]).flatMap(
    ([language, name]): PlaybookFile[] => {
      const playbook = current.editions[language];
      const hash = current.ref.editions[language];
      if (playbook === undefined || hash === undefined) return [];
      return [{ name, origin: 'built-in', problems: [], inForce: { playbook, hash }, isLastGood: false }];
    },
  );
  const broken = [...new Set(problems.map(({ file }) => file))].map(
    (name): PlaybookFile => ({
      name,
      origin: 'built-in',
      problems: problems.filter(({ file }) => file === name),
      isLastGood: false,
    }),
  );
  return [...usable, ...broken];
}
