import { expect, test } from 'vitest';
import { templatesIn } from '#shared/domain/playbook/templates-in.ts';
import { builtInPlaybook, builtInYaml } from './built-in.ts';

test.each(['en', 'ko'] as const)('finds every template of the %s edition at its id', (language) => {
  const text = builtInYaml(language);
  const found = templatesIn(text);
  expect(found.map(({ id }) => id)).toEqual(builtInPlaybook(language).templates.map(({ id }) => id));
  for (const { id, offset } of found) expect(text.slice(offset)).toMatch(new RegExp(`^id: ${id}`));
});

test('takes no field for a template, wherever the id stands, and copes with half a text', () => {
  const text = [
    'severities:',
    '  - id: SEV-1',
    'templates:',
    '- title: One',
    '  fields:',
    '    - id: field',
    '  id: "one"',
    '- id: two # why',
    '    id: deeper',
    'channels:',
    '- id: incident',
    'templates',
  ].join('\n');
  expect(templatesIn(text).map(({ id }) => id)).toEqual(['one', 'two']);
  expect(templatesIn('')).toEqual([]);
});
