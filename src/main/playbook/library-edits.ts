import { createHash } from 'node:crypto';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { copiedText, freeId } from '#shared/domain/playbook/copied-text.ts';
import type { ProblemCause } from '#shared/domain/playbook/problem-cause.ts';
import type { PlaybookProblem } from '#shared/domain/playbook/problem.ts';
import type { PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import type { CreatedPlaybook, PlaybookText, SavedText } from '#shared/ipc/playbook-requests.ts';
import { isPlaybookName, keepReplaced, readOwnFile, removeNewFiles, writeNewFile } from './own-files.ts';
import type { ReadPlaybook } from './parse-protocol.ts';
import type { PlaybookLibrary } from './playbook-library.ts';

const SCHEMA = 'tplus-playbook-1.schema.json';

export interface LibraryEditPorts {
  readonly library: PlaybookLibrary;
  /** What a copy is called, in its own language. */
  readonly copyTitle: (title: string, language: PlaybookLanguage) => string;
}
type Good = Extract<ReadPlaybook, { ok: true }>;
interface PlaybookVersion {
  readonly id: string;
  readonly version: string;
}
interface TextEdit {
  readonly name: string;
  readonly text: string;
  readonly revision: string;
  readonly over: boolean;
}

/** What an editor compares a file by: SHA-256 of its text. */
export function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Puts a new playbook into the person's folder, one text for each language. Nothing is written unless all of it can be
 * used and written, and nothing that is there is overwritten.
 */
export function createPlaybook(
  texts: readonly string[],
  { library }: LibraryEditPorts,
): Promise<CreatedPlaybook> {
  return library.inTurn(() => create(texts, library));
}

async function create(texts: readonly string[], library: PlaybookLibrary): Promise<CreatedPlaybook> {
  const read = await Promise.all(texts.map((text, index) => library.parser.parse(text, `${index + 1}.yaml`)));
  const problems = read.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) return { created: false, problems };
  const good = read.filter((each): each is Good => each.ok);
  const misfit = whyNotOne(good) ?? whyTaken(good, library);
  if (misfit !== undefined) return { created: false, problems: [misfit] };
  await bringSchema(library);
  const files = await writeAll(
    library.folder,
    good.map(({ playbook }, index) => ({ playbook, text: texts[index] ?? '' })),
  );
  await library.refresh();
  const { id = '', version = '' } = good[0]?.playbook ?? {};
  return { created: true, id, version, files };
}

/** All of them, or none. @returns their names */
async function writeAll(
  folder: string,
  editions: readonly { readonly playbook: Good['playbook']; readonly text: string }[],
): Promise<string[]> {
  const written: string[] = [];
  try {
    for (const { playbook, text } of editions) written.push(await writeFree(folder, playbook, text));
  } catch (error) {
    await removeNewFiles(folder, written);
    throw error;
  }
  return written;
}

/** The files name the schema in their first line, for editors that complete by it: it lies beside them. */
async function bringSchema({ folder, builtInFolder }: PlaybookLibrary): Promise<void> {
  await mkdir(folder, { recursive: true });
  await copyFile(join(builtInFolder, SCHEMA), join(folder, SCHEMA));
}

/** Copies a playbook in all its languages, under an id that is free. */
export function duplicatePlaybook(of: PlaybookVersion, ports: LibraryEditPorts): Promise<CreatedPlaybook> {
  return ports.library.inTurn(() => duplicate(of, ports));
}

async function duplicate(
  { id, version }: PlaybookVersion,
  { library, copyTitle }: LibraryEditPorts,
): Promise<CreatedPlaybook> {
  const { playbooks } = library.current;
  const from = playbooks.find((each) => each.id === id && each.version === version);
  if (from === undefined) return { created: false, problems: [noSuch(id)] };
  const copyId = freeId(id, (candidate) => playbooks.some((each) => each.id === candidate));
  const texts = await Promise.all(
    from.files.map(async ({ name, origin, language }) => {
      const text = await library.goodTextOf(name, origin);
      const title = copyTitle(from.titles[language] ?? id, language);
      return text === undefined ? [] : [copiedText(text, { id: copyId, title })];
    }),
  );
  return texts.flat().length === 0
    ? { created: false, problems: [noSuch(id)] }
    : create(texts.flat(), library);
}

/**
 * Writes an edited file. Broken text is not put in force, and what somebody else has written meanwhile is not
 * overwritten unasked: both are answered, and nothing is written.
 * @param edit `revision`: of the text that the edit began from
 */
export function savePlaybookText(edit: TextEdit, { library }: LibraryEditPorts): Promise<SavedText> {
  return library.inTurn(() => save(edit, library));
}

async function save(edit: TextEdit, library: PlaybookLibrary): Promise<SavedText> {
  if (!isPlaybookName(edit.name)) return { saved: false, reason: 'no-such-file' };
  const read = await library.parser.parse(edit.text, edit.name);
  if (!read.ok) return { saved: false, reason: 'broken', problems: read.problems };
  const onDisk = await readOwnFile(library.folder, edit.name);
  if (!edit.over && (onDisk === undefined || revisionOf(onDisk) !== edit.revision)) {
    return onDisk === undefined
      ? { saved: false, reason: 'gone' }
      : { saved: false, reason: 'changed', text: onDisk, revision: revisionOf(onDisk) };
  }
  if (onDisk !== undefined && edit.over) await keepReplaced(library.folder, edit.name, onDisk);
  await writeFileAtomic(join(library.folder, edit.name), edit.text);
  await library.refresh();
  return { saved: true, revision: revisionOf(edit.text) };
}

/** The text of a file as an editor takes it. */
export async function playbookText(
  { name, origin }: { readonly name: string; readonly origin: 'built-in' | 'own' },
  library: PlaybookLibrary,
): Promise<PlaybookText | null> {
  const text = await library.textOf(name, origin);
  return text === undefined ? null : { text, revision: revisionOf(text) };
}

async function writeFree(folder: string, { id, language }: Good['playbook'], text: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = `${id.slice(0, 100)}${count === 1 ? '' : `-${count}`}.${language}.yaml`;
    if (await writeNewFile(folder, name, text)) return name;
  }
}

/** Several texts make one playbook only in one id and version, each in another language. */
function whyNotOne(read: readonly Good[]): PlaybookProblem | undefined {
  const ids = new Set(read.map(({ playbook }) => `${playbook.id} ${playbook.version}`));
  const languages = new Set(read.map(({ playbook }) => playbook.language));
  if (ids.size === 1 && languages.size === read.length) return undefined;
  return problemAtId({ code: 'several-playbooks' });
}

function whyTaken(read: readonly Good[], library: PlaybookLibrary): PlaybookProblem | undefined {
  const taken = read.find(({ playbook }) => library.current.playbooks.some(({ id }) => id === playbook.id));
  return taken && problemAtId({ code: 'id-taken', id: taken.playbook.id });
}

function noSuch(id: string): PlaybookProblem {
  return problemAtId({ code: 'no-such-playbook', id });
}
function problemAtId(cause: ProblemCause): PlaybookProblem {
  return { file: '', line: 1, column: 1, path: 'id', cause };
}
