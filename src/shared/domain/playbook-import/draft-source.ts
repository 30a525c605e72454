import type { Playbook } from '../playbook/schema.ts';
import { drawingsOf, blanksOf, type ImportChoices } from './choices.ts';
import { fieldEntry } from './field-entry.ts';
import type { Content, ContentKind, ImportReport, PersonField, TakenFinding } from './report.ts';
import type { Grading } from './severity-labels.ts';

/** Parts of a playbook that a document may lack. */
export const DRAFT_PARTS = [
  'severities',
  'severity-details',
  'deadlines',
  'milestones',
  'updates',
  'update-template',
  'escalation-template',
  'status-page',
  'quick-reference',
  'incident-channel',
  'channels',
  'contacts',
  'lifecycle',
  'roles',
  'escalation',
  'procedures',
  'rollback',
  'rollback-criteria',
  'commands',
  'post-mortem',
  'post-mortem-template',
  'categories',
  'metrics',
  'training',
  'drills',
] as const;
export type DraftPart = (typeof DRAFT_PARTS)[number];
export interface MissingPart {
  readonly part: DraftPart;
  /** Whether the built-in playbook's part stands there, or nothing. */
  readonly stands: 'default' | 'empty';
}
/** Where a part of a draft came from. */
export interface Origin {
  readonly line: number;
  readonly finding: string;
}
export type FoundAs<Kind extends ContentKind> = TakenFinding & {
  readonly content: Extract<Content, { kind: Kind }>;
};

/** What the parts of a draft are made of: findings that are taken, blanks that are filled, and the built-in playbook. */
export class DraftSource {
  readonly origins = new Map<string, Origin>();
  readonly missing: MissingPart[] = [];
  readonly grading: Grading;
  readonly #found: readonly TakenFinding[];

  readonly report: ImportReport;
  readonly choices: ImportChoices;
  readonly base: Playbook;

  constructor(report: ImportReport, choices: ImportChoices, base: Playbook) {
    this.report = report;
    this.choices = choices;
    this.base = base;
    this.#found = report.sections
      .flatMap(({ findings }) => findings)
      .filter(
        (finding): finding is TakenFinding => finding.outcome === 'taken' && !choices.leftOut.has(finding.id),
      );
    this.grading = { zeroBased: report.zeroBased };
  }

  all<Kind extends ContentKind>(kind: Kind): FoundAs<Kind>[] {
    return this.#found.filter((finding): finding is FoundAs<Kind> => finding.content.kind === kind);
  }

  /** The first of a kind; its place in the draft is remembered under that part's key. */
  only<Kind extends ContentKind>(kind: Kind): FoundAs<Kind> | undefined {
    return this.all(kind)[0];
  }

  /** Remembers where a part came from. @param place a key of the playbook, or `key.index` */
  from(place: string, { line, id }: { readonly line: number; readonly id: string }): void {
    this.origins.set(place, { line, finding: id });
  }

  lacks(part: DraftPart, stands: MissingPart['stands']): void {
    if (!this.missing.some((each) => each.part === part)) this.missing.push({ part, stands });
  }

  /** What a person has said in a blank of this name, or what the drawing suggests to them; undefined where nothing is. */
  answers(field: PersonField): ReadonlyMap<string, string> | undefined {
    const drawing = drawingsOf(this.report).get(field);
    const given = Object.keys(this.choices.answers);
    if (drawing !== undefined && this.choices.leftOut.has(drawing.id)) return undefined;
    const blanks = drawing === undefined ? [] : blanksOf(drawing, this.base, this.grading);
    const names = [...new Set([...blanks.map(({ name }) => name), ...given])];
    const filled = names.map((name): readonly [string, string] => [
      name,
      this.choices.answers[name] ?? blanks.find((blank) => blank.name === name)?.suggestion ?? '',
    ]);
    if (drawing !== undefined) this.from(KEY_OF[field], drawing);
    return drawing === undefined && given.length === 0 ? undefined : new Map(filled);
  }

  /** Templates of the built-in playbook, for what a document has no words of. */
  baseTemplates(
    id: string,
    channels: readonly { readonly id: string }[],
    roles: readonly { readonly id: string }[] = [],
  ): Record<string, unknown>[] {
    const known = new Set(channels.map((channel) => channel.id));
    return this.base.templates
      .filter((template) => template.id === id)
      .map((template) => ({
        ...template,
        channels: template.channels.filter((channel) => known.has(channel)),
        fields: template.fields.map((field) => fieldEntry(field, roles)),
      }));
  }
}

const KEY_OF: Readonly<Record<PersonField, string>> = {
  characteristics: 'characteristics',
  deadlines: 'deadlines',
  lifecycle: 'lifecycle',
  escalation: 'escalation',
  categories: 'actionCategories',
  none: '',
};
