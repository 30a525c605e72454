import type { HashedPlaybook } from '#shared/domain/playbook/library.ts';
import type { PlaybookProblem } from '#shared/domain/playbook/problem.ts';

export interface ParseRequest {
  readonly id: number;
  readonly name: string;
  readonly text: string;
}
export type ReadPlaybook =
  | ({ readonly ok: true } & HashedPlaybook)
  | { readonly ok: false; readonly problems: readonly PlaybookProblem[] };
export interface ParseReply {
  readonly id: number;
  readonly read: ReadPlaybook;
}

/** Reads playbook texts away from the main loop. Never fails: what cannot be read has problems. */
export interface PlaybookParser {
  parse(text: string, name: string): Promise<ReadPlaybook>;
  stop(): void;
}
