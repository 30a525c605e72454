import type { PlaybookProblem } from '#shared/domain/playbook/problem.ts';
import type { PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import type { WholePlaybook } from '#shared/domain/playbook/shelf.ts';

/** The built-in playbook in all its languages, and what was wrong with files that could not be used. */
export interface LoadedPlaybooks {
  readonly current: WholePlaybook;
  /** The file of each edition, by name. */
  readonly files: Partial<Record<PlaybookLanguage, string>>;
  readonly problems: readonly PlaybookProblem[];
}
