import type { Playbook } from '../playbook/schema.ts';
import type { ImportChoices } from './choices.ts';
import { draftCoordination } from './draft-coordination.ts';
import { draftMessages } from './draft-messages.ts';
import { draftPractice } from './draft-practice.ts';
import { draftProcedures } from './draft-procedures.ts';
import { draftSeverities, type StandingDeadline } from './draft-severities.ts';
import { DraftSource, type MissingPart, type Origin } from './draft-source.ts';
import type { ImportReport } from './report.ts';

/** A playbook in the form that a person writes, where each part came from, and what the document does not give. */
export interface PlaybookDraft {
  readonly value: Readonly<Record<string, unknown>>;
  /** Top-level keys and entries of their lists, by `key` or `key.index`, with the line of the document. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly missing: readonly MissingPart[];
  /** The deadlines as they stand, by the name of their blank. */
  readonly deadlines: ReadonlyMap<string, StandingDeadline>;
}

/**
 * Makes a playbook of what is taken of a document. What the document does not give has a default: the part of the built-in
 * playbook that has no team in it; what cannot have one is left empty. Both are listed.
 * @param base an edition of the built-in playbook, in the language of the draft
 */
export function draftPlaybook(report: ImportReport, choices: ImportChoices, base: Playbook): PlaybookDraft {
  const source = new DraftSource(report, choices, base);
  const { severities, milestones, lifecycle, due, standing } = draftSeverities(source);
  const coordination = draftCoordination(source, severities);
  const messages = draftMessages(source, severities, coordination.roles);
  const procedures = draftProcedures(source, severities, due, coordination.flags);
  const flags = [...coordination.flags, ...procedures.flags];
  const templates = [
    ...messages.templates,
    ...(coordination.escalation === undefined ? [] : source.baseTemplates('escalation', messages.channels)),
  ];
  const definition = source.only('definition');
  if (definition !== undefined) source.from('definition', definition);
  const value: Record<string, unknown> = {
    schema: 'tplus-playbook/1',
    id: choices.id.trim(),
    version: choices.version.trim(),
    language: choices.language,
    title: choices.title.trim(),
    owner: choices.owner.trim() || choices.title.trim(),
    timeZone: choices.timeZone.trim(),
    definition: definition?.content.text,
    severities,
    milestones,
    updates: messages.updates,
    quickReference: procedures.quickReference,
    templates,
    statusPage: messages.statusPage,
    incidentChannel: messages.incidentChannel,
    channels: messages.channels,
    contacts: coordination.contacts,
    lifecycle,
    roles: filled(coordination.roles),
    escalation: coordination.escalation,
    flags: filled(flags),
    procedures: filled(procedures.procedures),
    rollback: procedures.rollback,
    commands: filled(procedures.commands),
    ...draftPractice(source, severities, coordination.roles),
  };
  const given = Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
  return { value: given, origins: source.origins, missing: source.missing, deadlines: standing };
}

function filled<Entry>(list: readonly Entry[]): readonly Entry[] | undefined {
  return list.length > 0 ? list : undefined;
}
