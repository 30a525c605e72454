import type { ErrorCode } from 'yaml';

/** What a playbook is made of, and what a value can be: said in the reader's language. */
export type ProblemWord =
  | 'boolean'
  | 'channel'
  | 'command'
  | 'contact'
  | 'empty'
  | 'flag'
  | 'item'
  | 'list'
  | 'mapping'
  | 'milestone'
  | 'number'
  | 'role'
  | 'severity'
  | 'step'
  | 'template'
  | 'text'
  | 'this'
  | 'valid'
  | 'whole-number';

/** What can be named in another part of a playbook. */
export type NameKind = Extract<
  ProblemWord,
  | 'channel'
  | 'command'
  | 'contact'
  | 'flag'
  | 'item'
  | 'milestone'
  | 'role'
  | 'severity'
  | 'step'
  | 'template'
>;

/** Stands as it was written in the file, or is a word of the language on screen. */
export type ProblemTerm = string | number | { readonly word: ProblemWord };

/** What the schema itself says of a value: given to it as its message. */
export const SCHEMA_CODES = [
  'not-a-deadline',
  'not-a-duration',
  'not-a-service',
  'not-a-slug',
  'not-a-time-of-day',
  'not-a-time-zone',
  'not-a-version',
  'not-an-interval',
  'not-this-word',
] as const;
export type SchemaCode = (typeof SCHEMA_CODES)[number];

/** What the YAML parser says, by its own code. */
export type YamlCode = `yaml-${ErrorCode}`;

/** What can be wrong with a playbook and is said by its place alone. */
type PlainCode =
  | SchemaCode
  | YamlCode
  | 'back-to-nowhere'
  | 'branch-of-first'
  | 'closing-brace'
  | 'deadline-of-detection'
  | 'detection-action'
  | 'duty-ends-early'
  | 'empty-list'
  | 'empty-text'
  | 'first-mark'
  | 'for-no-incident'
  | 'late-before-due'
  | 'moment-of-nothing'
  | 'no-action'
  | 'no-back-action'
  | 'no-options'
  | 'no-unit'
  | 'not-utf-8'
  | 'open-brace'
  | 'options-of-no-choice'
  | 'phase-begins-early'
  | 'phase-ends-early'
  | 'several-playbooks'
  | 'step-after-a-day'
  | 'step-order'
  | 'too-deep'
  | 'too-indented'
  | 'too-slow'
  | 'unreadable'
  | 'update-interval';

/** What can be wrong with a playbook and names something, with what it names. */
interface ProblemTerms {
  // The file.
  'too-large': { readonly mebibytes: number };
  'too-many-aliases': { readonly most: number };
  'repeated-key': { readonly key: string };
  'no-anchor': { readonly anchor: string };
  'anchor-holds-itself': { readonly anchor: string };
  // The shape of its parts.
  'unknown-key': { readonly key: string };
  'missing-key': { readonly key: string };
  'wrong-value': { readonly expected: ProblemTerm; readonly received: ProblemTerm };
  // Names.
  'repeated-id': { readonly id: string };
  'unknown-name': { readonly kind: { readonly word: NameKind }; readonly name: string };
  // Milestones, deadlines, updates.
  'no-mark': { readonly mark: string };
  'mark-twice': { readonly mark: string };
  'mark-order': { readonly marks: string };
  'no-action-in': { readonly severity: string; readonly milestone: string };
  'deadline-order': { readonly severity: string };
  'not-an-update': { readonly template: string };
  // Messages and commands.
  'id-of-template': { readonly id: string };
  'only-date': { readonly name: string };
  'other-type': { readonly field: string; readonly type: string };
  unused: { readonly id: string };
  'undeclared-field': { readonly name: string };
  'undeclared-variable': { readonly name: string };
  // The process.
  'no-step-before': { readonly step: string };
  'not-on-the-way': { readonly step: string };
  'milestone-order': { readonly milestone: string };
  'wrong-goal': { readonly metric: string; readonly key: string };
  // Drills.
  'page-goes-on': { readonly key: string };
  'no-page-before': { readonly key: string };
  'not-graver': { readonly severity: string };
  // The library.
  'edition-taken': {
    readonly file: string;
    readonly id: string;
    readonly version: string;
    readonly language: string;
  };
  'not-in-edition': { readonly id: string; readonly files: string };
  'id-taken': { readonly id: string };
  'no-such-playbook': { readonly id: string };
}
export type ProblemCode = PlainCode | keyof ProblemTerms;

/** What is wrong, as data: who shows it words it. */
export type ProblemCause =
  | { [Code in PlainCode]: { readonly code: Code } }[PlainCode]
  | { [Code in keyof ProblemTerms]: { readonly code: Code } & ProblemTerms[Code] }[keyof ProblemTerms];

const schemaCodes: ReadonlySet<string> = new Set(SCHEMA_CODES);

export function isSchemaCode(message: string): message is SchemaCode {
  return schemaCodes.has(message);
}
