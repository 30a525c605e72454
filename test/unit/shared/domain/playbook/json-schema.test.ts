import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { playbookJsonSchema } from '#shared/domain/playbook/json-schema.ts';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { playbookSchema } from '#shared/domain/playbook/schema.ts';
import { builtInYaml } from './built-in.ts';

const FOLDER = join(import.meta.dirname, '../../../../../resources/playbooks');
const schema = playbookJsonSchema();
const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);

/** Where the schema complains of a YAML text, as JSON pointers. */
function complaints(yamlText: string): string[] {
  return validate(parse(yamlText)) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);
}

it('is the one that ships beside the playbooks', () => {
  const shipped: unknown = JSON.parse(readFileSync(join(FOLDER, 'tplus-playbook-1.schema.json'), 'utf8'));
  expect(shipped).toEqual(schema);
});

it('says something of every part', () => {
  const properties = schema['properties'] as Record<string, { description?: string }>;
  expect(Object.keys(properties).toSorted()).toEqual(Object.keys(playbookSchema.entries).toSorted());
  expect(Object.values(properties).filter(({ description }) => description === undefined)).toEqual([]);
});

describe.each(['ko', 'en'] as const)('the %s edition', (language) => {
  it('names the schema in its first line, for editors', () => {
    expect(builtInYaml(language).split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./tplus-playbook-1.schema.json',
    );
  });

  it('is valid as it is written, with durations as texts', () => {
    expect(complaints(builtInYaml(language))).toEqual([]);
  });
});

const MISTAKES: readonly [name: string, from: string, to: string, at: string][] = [
  ['an unknown key', 'language: en', 'language: en\nlangauge: en', ''],
  ['an unknown key deep down', 'due: 0m,', 'due: 0m, dew: 0m,', '/severities/0/deadlines/acknowledge'],
  ['a duration of no unit', 'every: 15m', 'every: 15', '/updates/every'],
  ['a duration in words', 'every: 15m', 'every: often', '/updates/every'],
  ['an interval in words', 'every: 3mo', 'every: quarterly', '/training/1/every'],
  ['an interval of no month', 'every: 3mo', 'every: 0mo', '/training/1/every'],
  ['months where the hour counts', 'every: 15m', 'every: 3mo', '/updates/every'],
  ['an id with capitals', 'id: talkstudio', 'id: TalkStudio', '/id'],
  ['an empty text', "owner: '@haseongpark'", "owner: ' '", '/owner'],
  ['a value left out', "owner: '@haseongpark'", 'owner:', '/owner'],
  ['a severity there is none of', 'neededFor: [SEV-1, SEV-2]', 'neededFor: [SEV-9]', '/roles/0/neededFor/0'],
  ['a trigger there is none of', 'when: unacknowledged', 'when: bored', '/escalation/levels/1/calledWhen/0'],
  ['a share over one', 'over: 0.9', 'over: 90', '/metrics/4/over'],
  ['a version that is none', 'version: 1.0.0', 'version: new', '/version'],
];

describe('what the app refuses by its shape, an editor marks', () => {
  it.each(MISTAKES)('%s', (_name, from, to, at) => {
    const yamlText = builtInYaml('en').replace(from, to);
    expect(parsePlaybook(yamlText, 'mine.yaml').ok).toBe(false);
    expect(complaints(yamlText)).toContain(at);
  });

  it('a key that is missing', () => {
    const yamlText = builtInYaml('en').replace('timeZone: Asia/Seoul\n', '');
    expect(validate(parse(yamlText))).toBe(false);
    expect(validate.errors).toMatchObject([{ keyword: 'required', params: { missingProperty: 'timeZone' } }]);
  });
});
