import type { HashedPlaybook, PlaybookFile } from '#shared/domain/playbook/library.ts';
import type { ProblemCause } from '#shared/domain/playbook/problem-cause.ts';
import {
  forgetLastGood,
  keepLastGood,
  listOwnNames,
  lookAtOwnFile,
  MAX_BYTES,
  NotUtf8Error,
  type OwnFile,
  readLastGood,
  readOwnFile,
} from './own-files.ts';
import type { PlaybookParser, ReadPlaybook } from './parse-protocol.ts';

interface Held {
  readonly stamp: string;
  readonly text: string;
  readonly file: PlaybookFile;
}

export interface FolderReaderPorts {
  readonly folder: string;
  readonly parser: Pick<PlaybookParser, 'parse'>;
  readonly report: (what: string, error: unknown) => void;
}

/**
 * The person's playbook files as they were read last. Only what has changed is read again. A file that breaks keeps what
 * was in force of it: in memory, and beside the file for the next start.
 */
export class FolderReader {
  readonly #ports: FolderReaderPorts;
  #held: ReadonlyMap<string, Held> = new Map();

  constructor(ports: FolderReaderPorts) {
    this.#ports = ports;
  }

  get files(): PlaybookFile[] {
    return [...this.#held.values()].map(({ file }) => file);
  }

  has(name: string): boolean {
    return this.#held.has(name);
  }

  /** Lets go, once, of last good versions whose file went while the app was not there. */
  async tidy(): Promise<void> {
    await forgetLastGood(this.#ports.folder, [...this.#held.keys()]);
  }

  /** @returns whether something is not what it was. @throws when the folder cannot be read */
  async read(): Promise<boolean> {
    const names = await listOwnNames(this.#ports.folder);
    const before = this.#held;
    const held = await Promise.all(
      names.map(async (name): Promise<[string, Held][]> => {
        const next = await this.#lookAt(name, before.get(name));
        return next === undefined ? [] : [[name, next]];
      }),
    );
    this.#held = new Map(held.flat());
    return (
      this.#held.size !== before.size || [...this.#held].some(([name, each]) => before.get(name) !== each)
    );
  }

  /** One that cannot be read is broken like one that cannot be understood, and keeps none of the others away. */
  async #lookAt(name: string, known: Held | undefined): Promise<Held | undefined> {
    try {
      const file = await lookAtOwnFile(this.#ports.folder, name);
      if (file === undefined) return undefined;
      return known?.stamp === file.stamp ? known : await this.#readOne(file, known);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const stamp = `unreadable: ${why}`;
      if (known?.stamp === stamp) return known;
      this.#ports.report('reading a playbook', error);
      return this.#broken(name, { stamp, text: '' }, known, [problemOf(name, { code: 'unreadable' })]);
    }
  }

  async #readOne({ name, stamp, size }: OwnFile, known: Held | undefined): Promise<Held | undefined> {
    if (size > MAX_BYTES)
      return this.#broken(name, { stamp, text: '' }, known, [
        problemOf(name, { code: 'too-large', mebibytes: 4 }),
      ]);
    const text = await readOwnFile(this.#ports.folder, name).catch(asNotUtf8);
    if (text === undefined) return undefined;
    if (text instanceof NotUtf8Error) {
      return this.#broken(name, { stamp, text: '' }, known, [
        problemOf(name, { code: 'not-utf-8' }, text.line),
      ]);
    }
    if (text === known?.text) return { ...known, stamp, file: { ...known.file, stamp } };
    const read = await this.#ports.parser.parse(text, name);
    if (!read.ok) return this.#broken(name, { stamp, text }, known, read.problems);
    await keepLastGood(this.#ports.folder, name, text).catch((error: unknown) =>
      this.#ports.report('keeping the last good playbook', error),
    );
    const { playbook, hash, places } = read;
    const file = {
      name,
      origin: 'own',
      problems: [],
      inForce: { playbook, hash, ...(places === undefined ? {} : { places }) },
      isLastGood: false,
      stamp,
    } as const;
    return { stamp, text, file };
  }

  async #broken(
    name: string,
    at: Pick<Held, 'stamp' | 'text'>,
    known: Held | undefined,
    problems: PlaybookFile['problems'],
  ): Promise<Held> {
    const inForce = known?.file.inForce ?? (await this.#lastGood(name));
    const file: PlaybookFile = {
      name,
      problems,
      origin: 'own',
      isLastGood: inForce !== undefined,
      stamp: at.stamp,
      ...(inForce === undefined ? {} : { inForce }),
    };
    return { ...at, file };
  }

  async #lastGood(name: string): Promise<HashedPlaybook | undefined> {
    try {
      const text = await readLastGood(this.#ports.folder, name);
      const read: ReadPlaybook | undefined =
        text === undefined ? undefined : await this.#ports.parser.parse(text, name);
      return read?.ok === true ? { playbook: read.playbook, hash: read.hash } : undefined;
    } catch (error) {
      this.#ports.report('reading the last good playbook', error);
      return undefined;
    }
  }
}

/** Of the file as a whole, or of a line. */
function problemOf(file: string, cause: ProblemCause, line = 1): PlaybookFile['problems'][number] {
  return { file, line, column: 1, path: '', cause };
}

function asNotUtf8(error: unknown): NotUtf8Error {
  if (error instanceof NotUtf8Error) return error;
  throw error;
}
