import { placeholdersOf } from '../message/body.ts';
import { findingAt, findRepeatedIds } from './problem.ts';
import type { Finding, ProblemPath } from './problem.ts';
import type { Playbook, PlaybookField } from './schema.ts';

interface Wording {
  readonly path: ProblemPath;
  readonly text: string;
}

/** Templates and status page states (process document 4.2-4.3): fields, placeholders, channels. */
export function checkMessages(playbook: Playbook): Finding[] {
  const { templates, statusPage } = playbook;
  const channels = new Set(playbook.channels.map(({ id }) => id));
  const sharedTypes = new Map<string, PlaybookField['type']>();
  const found = templates.flatMap((template, index) => {
    const path = ['templates', index];
    return [
      ...checkChannels(path, template.channels, channels),
      ...checkFields(path, template.fields, sharedTypes),
      ...checkPlaceholders(path, template.fields, [{ path: [...path, 'body'], text: template.body }]),
    ];
  });
  const wordings = statusPage.states.flatMap(({ title, message }, index) => [
    { path: ['statusPage', 'states', index, 'title'], text: title },
    { path: ['statusPage', 'states', index, 'message'], text: message },
  ]);
  return [
    ...found,
    ...checkChannels(['statusPage'], statusPage.channels, channels),
    ...checkFields(['statusPage'], statusPage.fields, sharedTypes),
    ...checkPlaceholders(['statusPage'], statusPage.fields, wordings),
    ...placeholdersOf(playbook.incidentChannel)
      .filter((name) => name !== 'date')
      .map((name) => findingAt(['incidentChannel'], `{${name}}: only {date} is known here`)),
  ];
}

function checkChannels(path: ProblemPath, names: readonly string[], known: ReadonlySet<string>): Finding[] {
  return names.flatMap((name, index) =>
    known.has(name) ? [] : [findingAt([...path, 'channels', index], `no channel is called "${name}"`)],
  );
}

/** A field id means the same in every message, so that what was entered once is offered again. */
function checkFields(
  path: ProblemPath,
  fields: readonly PlaybookField[],
  sharedTypes: Map<string, PlaybookField['type']>,
): Finding[] {
  const repeated = findRepeatedIds([...path, 'fields'], fields);
  const misfits = fields.flatMap(({ id, type, options = [] }, index) => {
    const at = [...path, 'fields', index];
    const found: Finding[] = [];
    if (type === 'choice' && options.length === 0) found.push(findingAt(at, 'a choice needs options'));
    if (type !== 'choice' && options.length > 0)
      found.push(findingAt([...at, 'options'], 'only a choice has options'));
    const shared = sharedTypes.get(id) ?? type;
    if (shared !== type)
      found.push(findingAt([...at, 'type'], `"${id}" is of type ${shared} in another message`));
    sharedTypes.set(id, shared);
    return found;
  });
  return [...repeated, ...misfits];
}

function checkPlaceholders(
  path: ProblemPath,
  fields: readonly PlaybookField[],
  wordings: readonly Wording[],
): Finding[] {
  const declared = new Set(fields.map(({ id }) => id));
  const used = new Set(wordings.flatMap(({ text }) => placeholdersOf(text)));
  return [
    ...wordings.flatMap((wording) =>
      [...new Set(placeholdersOf(wording.text))]
        .filter((name) => !declared.has(name))
        .map((name) => findingAt(wording.path, `{${name}} is not a declared field`)),
    ),
    ...fields.flatMap(({ id }, index) =>
      used.has(id) ? [] : [findingAt([...path, 'fields', index, 'id'], `"${id}" is declared but never used`)],
    ),
  ];
}
