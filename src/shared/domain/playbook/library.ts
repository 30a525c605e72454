import { type ComparedEdition, disagreementsOf, type IdPlaces } from './agree.ts';
import type { PlaybookProblem } from './problem.ts';
import type { Playbook, PlaybookLanguage } from './schema.ts';
import { matchesService, newestOf, type PlaybookShelf, type WholePlaybook } from './shelf.ts';

/** Whose a file is: the app's, which stays as it is, or the person's. */
export type PlaybookOrigin = 'built-in' | 'own';

/** A playbook with its content hash. */
export interface HashedPlaybook {
  readonly playbook: Playbook;
  readonly hash: string;
  /** Where its ids stand in its file. */
  readonly places?: IdPlaces;
}
/** A playbook file as it was read last. */
export interface PlaybookFile {
  readonly name: string;
  readonly origin: PlaybookOrigin;
  readonly problems: readonly PlaybookProblem[];
  /** What is in force of it: what it says, or what it said before it broke. */
  readonly inForce?: HashedPlaybook;
  /** The file is broken; its last good version is in force. */
  readonly isLastGood: boolean;
  /** Another whenever the file may have changed; the app's own have none. */
  readonly stamp?: string;
}

/** A file as screens list it. */
export interface ListedFile extends Omit<PlaybookFile, 'inForce'> {
  readonly language?: PlaybookLanguage;
  /** What another edition of its playbook lacks. It can be used all the same. */
  readonly warnings: readonly PlaybookProblem[];
}
/** Where an edition is written. */
export interface EditionFile {
  readonly name: string;
  readonly origin: PlaybookOrigin;
  readonly language: PlaybookLanguage;
}
/** A playbook as screens list it: everything but its content. */
export interface ListedPlaybook {
  readonly id: string;
  readonly version: string;
  readonly origin: PlaybookOrigin;
  readonly titles: Partial<Record<PlaybookLanguage, string>>;
  readonly services: readonly string[];
  readonly files: readonly EditionFile[];
  /** New incidents run by it unless a rule or a person says otherwise. */
  readonly isDefault: boolean;
  /** A higher version of it is there, which new incidents take. */
  readonly isOld: boolean;
}
export interface Library {
  readonly shelf: PlaybookShelf;
  readonly playbooks: readonly ListedPlaybook[];
  readonly files: readonly ListedFile[];
  /** Why the person's folder could not be read the last time; what was read of it before is still here. */
  readonly unread?: string;
}

/** As many as anybody reads in a list; the editor shows all. */
const LISTED_PROBLEMS = 20;

interface Shelved {
  readonly whole: WholePlaybook;
  readonly files: readonly PlaybookFile[];
}

/**
 * The playbooks that files make: one for each id and version, with an edition for each language. Of two files for the
 * same edition the first counts (the app's own before the person's), and the other says so.
 * @param wanted the id of the default; where nothing has it, the first file's
 */
export function libraryOf(given: readonly PlaybookFile[], wanted: string): Library {
  const shelved = new Map<string, Shelved>();
  const files = given.map((file) => {
    if (file.inForce === undefined) return file;
    const { id, version } = file.inForce.playbook;
    const key = `${id}@${version}`;
    const there = shelved.get(key);
    const taken = there?.files.find(
      ({ inForce }) => inForce?.playbook.language === file.inForce?.playbook.language,
    );
    if (taken !== undefined) return withoutForce(file, taken);
    shelved.set(key, withEdition(there, file, file.inForce));
    return file;
  });
  const playbooks = [...shelved.values()].map(({ whole }) => whole);
  const first = playbooks[0]?.ref.id ?? '';
  const defaultId = playbooks.some(({ ref }) => ref.id === wanted) ? wanted : first;
  const newest = new Set(newestOf(playbooks));
  const warnings = [...shelved.values()].flatMap(({ files: editions }) =>
    disagreementsOf(editions.flatMap(compared)),
  );
  return {
    shelf: { playbooks, defaultId },
    playbooks: [...shelved.values()].map((each) => listed(each, defaultId, newest)),
    files: files.map((file) => listedFile(file, warnings)),
  };
}

function withEdition(
  shelved: Shelved | undefined,
  file: PlaybookFile,
  { playbook, hash }: HashedPlaybook,
): Shelved {
  const { id, version, language } = playbook;
  const editions = { ...shelved?.whole.editions, [language]: playbook };
  const hashes = { ...shelved?.whole.ref.editions, [language]: hash };
  return {
    whole: { ref: { id, version, editions: hashes }, editions },
    files: [...(shelved?.files ?? []), file],
  };
}

function withoutForce({ inForce, ...file }: PlaybookFile, taken: PlaybookFile): PlaybookFile {
  const { id = '', version = '', language = '' } = inForce?.playbook ?? {};
  const cause = { code: 'edition-taken', file: taken.name, id, version, language } as const;
  const problem = { file: file.name, line: 1, column: 1, path: 'id', cause };
  return { ...file, isLastGood: false, problems: [problem, ...file.problems] };
}

function listed(
  { whole, files }: Shelved,
  defaultId: string,
  newest: ReadonlySet<WholePlaybook>,
): ListedPlaybook {
  const { ref, editions } = whole;
  const all = Object.values(editions);
  return {
    id: ref.id,
    version: ref.version,
    origin: files.every(({ origin }) => origin === 'built-in') ? 'built-in' : 'own',
    titles: Object.fromEntries(all.map(({ language, title }) => [language, title])),
    services: [...new Set(all.flatMap(({ services = [] }) => services))],
    files: files.flatMap(({ name, origin, inForce }) =>
      inForce === undefined ? [] : [{ name, origin, language: inForce.playbook.language }],
    ),
    isDefault: ref.id === defaultId && newest.has(whole),
    isOld: !newest.has(whole),
  };
}

/** A broken file is mended first: what is in force of it is not what it says. */
function compared({ name, inForce, isLastGood }: PlaybookFile): ComparedEdition[] {
  if (inForce === undefined || isLastGood) return [];
  return [{ file: name, playbook: inForce.playbook, places: inForce.places }];
}

function listedFile({ inForce, ...file }: PlaybookFile, warnings: readonly PlaybookProblem[]): ListedFile {
  return {
    ...file,
    problems: file.problems.slice(0, LISTED_PROBLEMS),
    warnings: warnings.filter((each) => each.file === file.name).slice(0, LISTED_PROBLEMS),
    ...(inForce === undefined ? {} : { language: inForce.playbook.language }),
  };
}

/** What an incident of this service would start with, from what screens know: as `playbookForService` says. */
export function suggestedFor(
  playbooks: readonly ListedPlaybook[],
  service: string,
): ListedPlaybook | undefined {
  const naming = playbooks.filter(
    ({ isOld, services }) => !isOld && services.some((pattern) => matchesService(pattern, service)),
  );
  return naming.length === 1 ? naming[0] : playbooks.find(({ isDefault }) => isDefault);
}
