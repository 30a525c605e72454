import { placeholdersOf } from '../message/body.ts';
import { findLooseBraces, findUndeclared } from './check-braces.ts';
import type { Wording } from './check-braces.ts';
import { findingAt, findRepeatedIds, findUnknown, findUnknowns, idsOf, placed } from './problem.ts';
import type { Finding, ProblemPath } from './problem.ts';
import type { Playbook, PlaybookField } from './schema.ts';

/** What fields may refer to, and what was seen of them so far. */
interface Known {
  readonly channels: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly severities: ReadonlySet<string>;
  readonly types: Map<string, PlaybookField['type']>;
}

/** Templates and status page states (process document 4.2-4.3): fields, placeholders, channels. */
export function checkMessages(playbook: Playbook): Finding[] {
  const { templates, statusPage } = playbook;
  const known: Known = {
    channels: idsOf(playbook.channels),
    roles: idsOf(playbook.roles),
    severities: idsOf(playbook.severities),
    types: new Map(),
  };
  const found = placed(['templates'], templates).flatMap(
    ({ path, entry: { channels, fields, subject, body } }) => [
      ...findUnknowns([...path, 'channels'], 'channel', channels, known.channels),
      ...checkFields(path, fields, known),
      ...checkPlaceholders(path, fields, [
        ...(subject === undefined ? [] : [{ path: [...path, 'subject'], text: subject }]),
        { path: [...path, 'body'], text: body },
      ]),
    ],
  );
  const wordings = statusPage.states.flatMap(({ title, message }, index) => [
    { path: ['statusPage', 'states', index, 'title'], text: title },
    { path: ['statusPage', 'states', index, 'message'], text: message },
  ]);
  return [
    ...found,
    ...findUnknowns(['statusPage', 'channels'], 'channel', statusPage.channels, known.channels),
    ...checkFields(['statusPage'], statusPage.fields, known),
    ...checkPlaceholders(['statusPage'], statusPage.fields, wordings),
    ...(idsOf(templates).has(statusPage.id)
      ? [findingAt(['statusPage', 'id'], { code: 'id-of-template', id: statusPage.id })]
      : []),
    ...checkDated({ path: ['incidentChannel'], text: playbook.incidentChannel }),
    ...placed(['channels'], playbook.channels).flatMap(({ path, entry: { name, severities } }) => [
      ...checkDated({ path: [...path, 'name'], text: name }),
      ...findUnknowns([...path, 'severities'], 'severity', severities, known.severities),
    ]),
  ];
}

/** A channel's name, which may have the day in it. */
function checkDated(wording: Wording): Finding[] {
  const isKnown = new Set(['date']);
  return [
    ...findLooseBraces(wording),
    ...findUndeclared(wording, isKnown, (name) => ({ code: 'only-date', name: `{${name}}` })),
  ];
}

/** A field id means the same in every message, so that what was entered once is offered again. */
function checkFields(
  path: ProblemPath,
  fields: readonly PlaybookField[],
  { roles, types }: Known,
): Finding[] {
  const repeated = findRepeatedIds([...path, 'fields'], fields);
  const misfits = placed([...path, 'fields'], fields).flatMap(
    ({ path: at, entry: { id, type, role, options } }) => {
      const found = [
        ...checkOptions(at, type, options),
        ...findUnknown([...at, 'role'], 'role', role, roles),
      ];
      const shared = types.get(id) ?? type;
      if (shared !== type)
        found.push(findingAt([...at, 'type'], { code: 'other-type', field: id, type: shared }));
      types.set(id, shared);
      return found;
    },
  );
  return [...repeated, ...misfits];
}

/** A choice has options, and nothing else has. */
export function checkOptions(path: ProblemPath, type: string, options: readonly string[] = []): Finding[] {
  if (type === 'choice') return options.length === 0 ? [findingAt(path, { code: 'no-options' })] : [];
  return options.length > 0 ? [findingAt([...path, 'options'], { code: 'options-of-no-choice' })] : [];
}

/** Every field that a text names is declared, every declared one is named, and braces are closed. */
export function checkPlaceholders(
  path: ProblemPath,
  fields: readonly { readonly id: string }[],
  wordings: readonly Wording[],
): Finding[] {
  const declared = idsOf(fields);
  const used = new Set(wordings.flatMap(({ text }) => placeholdersOf(text)));
  const loose = wordings.flatMap(findLooseBraces);
  const unused = fields.flatMap(({ id }, index) =>
    used.has(id) ? [] : [findingAt([...path, 'fields', index, 'id'], { code: 'unused', id })],
  );
  return [
    ...loose,
    ...wordings.flatMap((wording) =>
      findUndeclared(wording, declared, (name) => ({ code: 'undeclared-field', name: `{${name}}` })),
    ),
    // A name whose brace is open is used, and not seen.
    ...(loose.length === 0 ? unused : []),
  ];
}
