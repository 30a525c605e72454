import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PLAYBOOK_LENGTH } from '#shared/domain/playbook/limits.ts';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { builtInYaml } from './built-in.ts';
import { englishProblemText } from '#shared/i18n/problem-text.ts';

const YAML = builtInYaml('en');

function problemsOf(yamlText: string) {
  const parsed = parsePlaybook(yamlText, 'mine.yaml');
  return parsed.ok ? [] : parsed.problems;
}

/** The built-in playbook with one text replaced, and where that text stood. */
function edited(from: string, to: string): { yamlText: string; line: number; column: number } {
  const offset = YAML.indexOf(from);
  if (offset === -1) throw new Error(`not in the playbook: ${from}`);
  const before = YAML.slice(0, offset);
  return {
    yamlText: before + to + YAML.slice(offset + from.length),
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  };
}

/** `shift` is how far into the replaced text the problem stands: lines down, columns right. */
const MISTAKES: readonly {
  name: string;
  from: string;
  to: string;
  path: string;
  message: string | RegExp;
  shift: readonly [lines: number, columns: number];
}[] = [
  {
    name: 'a wrong literal',
    from: 'tplus-playbook/1',
    to: 'tplus-playbook/9',
    path: 'schema',
    message: 'must be "tplus-playbook/1", not "tplus-playbook/9"',
    shift: [0, 0],
  },
  {
    name: 'an unknown key at the top',
    from: 'language: en',
    to: 'language: en\nlangauge: en',
    path: 'langauge',
    message: 'unknown key "langauge"',
    shift: [1, 0],
  },
  {
    name: 'an unknown key in a list',
    from: 'scope: Entire service',
    to: 'scope: Entire service\n    scoop: Entire service',
    path: 'severities[0].scoop',
    message: 'unknown key "scoop"',
    shift: [1, 4],
  },
  {
    name: 'a deadline with no unit known',
    from: '      declare: 5m',
    to: '      declare: 5 minutes',
    path: 'severities[0].deadlines.declare',
    message: /must be a duration such as/,
    shift: [0, 15],
  },
  {
    name: 'a deadline with no unit',
    from: '      declare: 5m',
    to: '      declare: 5',
    path: 'severities[0].deadlines.declare',
    message: /needs a unit, such as 15m/,
    shift: [0, 15],
  },
  {
    name: 'an update interval that is none',
    from: 'every: 15m',
    to: 'every: often',
    path: 'updates.every',
    message: /must be a duration such as/,
    shift: [0, 7],
  },
  {
    name: 'an interval that is none',
    from: 'every: 3mo',
    to: 'every: quarterly',
    path: 'training[1].every',
    message: 'must be a duration such as 2w, or months of the calendar such as 3mo',
    shift: [0, 7],
  },
  {
    name: 'a key of deadlines that is no slug',
    from: '      declare: 5m',
    to: '      Declare: 5m',
    path: 'severities[0].deadlines.Declare',
    message: 'must be lower-case letters, digits and hyphens',
    shift: [0, 6],
  },
  {
    name: 'a name that every object has',
    from: '  - { id: data-loss, title: Data loss }',
    to: '  - { id: constructor, title: Data loss }',
    path: 'flags[4].id',
    message: 'must be another word: this one cannot be told from what is built in',
    shift: [0, 10],
  },
  {
    name: 'an empty text',
    from: 'title: TalkStudio Incident Response',
    to: 'title: " "',
    path: 'title',
    message: 'must not be empty',
    shift: [0, 7],
  },
  {
    name: 'a value left out',
    from: "owner: '@haseongpark'",
    to: 'owner:',
    path: 'owner',
    message: 'must be text, not empty',
    shift: [0, 6],
  },
  {
    name: 'text where a list belongs',
    from: 'channels: [incident, general, email]',
    to: 'channels: incident',
    path: 'templates[0].channels',
    message: 'must be a list, not "incident"',
    shift: [0, 10],
  },
  {
    name: 'an unknown time zone',
    from: 'Asia/Seoul',
    to: 'Asia/Seul',
    path: 'timeZone',
    message: 'must be an IANA time zone such as Asia/Seoul',
    shift: [0, 0],
  },
  {
    name: 'a placeholder nobody declared',
    from: '**Impact**: {impact}',
    to: '**Impact**: {impact} {scope}',
    path: 'templates[0].body',
    message: '{scope} is not a declared field',
    shift: [0, 21],
  },
  {
    name: 'an open brace in a template',
    from: '**Impact**: {impact}',
    to: '**Impact**: {impact',
    path: 'templates[0].body',
    message: '"{" is not closed on its line',
    shift: [0, 12],
  },
  {
    name: 'a brace that closes nothing, in a quoted text',
    from: "incidentChannel: '#incident-{date}'",
    to: "incidentChannel: '#incident-date}'",
    path: 'incidentChannel',
    message: '"}" closes nothing',
    shift: [0, 32],
  },
  {
    name: 'braces in braces in the post-mortem',
    from: '# Post-Mortem: {title}',
    to: '# Post-Mortem: {{title}',
    path: 'postMortem.template',
    message: '"{" is not closed on its line',
    shift: [0, 15],
  },
  {
    name: 'a variable nobody declared, in a command of several lines',
    from: '#   confirm_staging: true',
    to: '#   confirm_staging: {staging}',
    path: 'commands[5].command',
    message: '{staging} is not a declared variable',
    shift: [0, 21],
  },
  {
    name: 'a step that goes back to where it never was',
    from: 'backTo: diagnosis',
    to: 'backTo: closure',
    path: 'lifecycle.steps[8].backTo',
    message: 'no step before this one is called "closure"',
    shift: [0, 8],
  },
  {
    name: 'no severity',
    from: YAML.slice(YAML.indexOf('severities:'), YAML.indexOf('# 2.2 the seven')),
    to: 'severities: []\n',
    path: 'severities',
    message: 'must have at least one entry',
    shift: [0, 12],
  },
];

describe('mistakes', () => {
  it.each(MISTAKES)('$name', ({ from, to, path, message, shift: [lines, columns] }) => {
    const { yamlText, line, column } = edited(from, to);
    const [problem] = problemsOf(yamlText);
    expect(problem).toMatchObject({ file: 'mine.yaml', path, line: line + lines });
    expect(problem && englishProblemText(problem.cause)).toMatch(message);
    if (lines >= 0) expect(problem?.column).toBe((lines === 0 ? column : 1) + columns);
  });

  it('puts a missing key where its parent begins', () => {
    const { yamlText, line } = edited('    scope: Entire service\n', '');
    expect(problemsOf(yamlText)).toEqual([
      {
        file: 'mine.yaml',
        line: line - 2,
        column: 5,
        path: 'severities[0]',
        cause: { code: 'missing-key', key: 'scope' },
      },
    ]);
  });

  it('reports every problem, in the order of the file', () => {
    const { yamlText } = edited('language: en', 'language: fr');
    const problems = problemsOf(
      yamlText.replace('how: PagerDuty', 'how: 7').replace('Asia/Seoul', 'Nowhere'),
    );
    expect(problems.map(({ path }) => path)).toEqual(['language', 'timeZone', 'contacts[0].how']);
  });

  it('reads a file with carriage returns', () => {
    expect(problemsOf(YAML.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(problemsOf('\ufeff' + YAML)).toEqual([]);
  });
});

const SYNTAX: readonly [name: string, yamlText: string, line: number, column: number, message: RegExp][] = [
  ['an empty file', '', 1, 1, /must be a mapping, not empty/],
  ['a list', '- a', 1, 1, /is missing/],
  ['an open quote', 'a: 1\nb: "x', 2, 6, /missing here, such as a closing quote/],
  ['a tab', 'a:\n\t- b', 2, 1, /indented with a tab/],
  ['a key twice', 'a: 1\nb:\n  c: 1\n  c: 2', 4, 3, /"c" stands here twice/],
  ['a custom tag', 'a: 1\nb: !secret x', 2, 4, /the tag is not known/],
  ['a custom tag on a mapping', 'a: !js/function {}', 1, 4, /the tag is not known/],
  ['a known tag beyond plain data', 'a: !!binary aGk=', 1, 4, /the tag is not known/],
  ['a key that is no text', '? [a]\n: b', 1, 3, /a key must be text/],
  ['two documents', 'a: 1\n---\nb: 1', 2, 1, /a second document begins here/],
  ['an anchor that is not there', 'a: *nowhere', 1, 4, /nothing is anchored as "&nowhere"/],
  ['an alias bomb', bomb(8, 9), 1, 1, /more than 100 aliases/],
  ['many aliases', `a: &a 1\n${'b: [*a, *a]\n'.repeat(60)}`, 52, 5, /more than 100 aliases/],
  ['brackets without end', '['.repeat(100_000), 1, 33, /nested too deeply/],
  ['lists in lists on one line', '- '.repeat(100_000), 1, 65, /nested too deeply/],
  [
    'an indented stair',
    Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}k:`).join('\n'),
    66,
    1,
    /indented too deeply/,
  ],
  ['mappings in mappings without end', '{a: '.repeat(100_000), 1, 129, /nested too deeply/],
  ['a list that holds itself', 'severities: &all\n  - *all', 2, 5, /"&all" holds itself/],
  ['two that hold each other', 'a: &a\n  b: &b { c: *a }\n  d: *b', 2, 14, /"&a" holds itself/],
  ['a file of 5 MB', YAML.repeat(5_000_000 / YAML.length), 1, 1, /larger than 1 MiB/],
  ['a file too large', 'a'.repeat(MAX_PLAYBOOK_LENGTH + 1), 1, 1, /larger than 1 MiB/],
];

function bomb(levels: number, width: number): string {
  const list = (level: number) =>
    level === 0
      ? 'x'
      : `[${Array(width)
          .fill(`*l${level - 1}`)
          .join(', ')}]`;
  return Array.from({ length: levels }, (_, level) => `l${level}: &l${level} ${list(level)}`).join('\n');
}

describe('files that are not plain YAML', () => {
  it.each(SYNTAX)('%s', (_name, yamlText, line, column, message) => {
    const [problem] = problemsOf(yamlText);
    expect(problem).toMatchObject({ file: 'mine.yaml', line, column });
    expect(problem && englishProblemText(problem.cause)).toMatch(message);
  });

  it('does not turn words into booleans, whatever the file says of its version', () => {
    const parsed = problemsOf(`%YAML 1.1\n---\n${YAML.replace('declared: true', 'declared: yes')}`);
    expect(parsed).toMatchObject([
      {
        path: 'severities[0].declared',
        cause: { code: 'wrong-value', expected: { word: 'boolean' }, received: '"yes"' },
      },
    ]);
  });

  it('finds a repeated key among very many in one pass', () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`);
    expect(problemsOf([...keys, 'k7: 1'].join('\n'))).toMatchObject([
      { line: 50_001, cause: { code: 'repeated-key', key: 'k7' } },
    ]);
  });

  it('answers for a file that is as large as may be and wrong in every line', () => {
    const item = (index: number): string => `          - { id: i${index}, text: "{", command: none }\n`;
    const many = Array.from({ length: 9000 }, (_, index) => item(index)).join('');
    const braces = '{a}{'.repeat(100_000);
    const yamlText = YAML.replace(
      '          - { id: verify-alert,',
      `${many}          - { id: verify-alert,`,
    ).replace('Updates every 15 minutes.', braces);
    expect(yamlText.length).toBeGreaterThan(800_000);
    expect(problemsOf(yamlText)).toHaveLength(500);
  });

  it('answers any text with problems and never throws', () => {
    const yamlish = fc.string({ unit: fc.constantFrom(...'-?:[]{}&*!|>\'"%@`#, \n\tab1~') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), yamlish), (text) => {
        const problems = problemsOf(text);
        expect(problems.length).toBeGreaterThan(0);
        for (const { line, column, cause } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(text.split('\n').length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(englishProblemText(cause)).not.toMatch(/^$|\{\{/);
        }
      }),
    );
  });

  it('survives any cut and any changed character', () => {
    fc.assert(
      fc.property(
        fc.nat(YAML.length),
        fc.nat(YAML.length),
        fc.string({ maxLength: 3 }),
        (start, length, text) => {
          parsePlaybook(YAML.slice(0, start) + text + YAML.slice(start + (length % 40)), 'mine.yaml');
        },
      ),
      { numRuns: 60 },
    );
  });
});
