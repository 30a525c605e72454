import type { PlaybookRef } from '#shared/domain/event/payloads.ts';
import type { PlaybookProblem } from '#shared/domain/playbook/problem.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';

/** The playbook that new incidents run by, with every edition's hash. */
export interface CurrentPlaybook {
  readonly ref: PlaybookRef;
  readonly editions: Partial<Record<PlaybookLanguage, Playbook>>;
}

/** The built-in playbook in all its languages, and what was wrong with files that could not be used. */
export interface LoadedPlaybooks {
  readonly current: CurrentPlaybook;
  readonly problems: readonly PlaybookProblem[];
}
