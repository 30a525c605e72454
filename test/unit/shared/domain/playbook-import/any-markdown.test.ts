import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstChoices } from '#shared/domain/playbook-import/choices.ts';
import { draftPlaybook } from '#shared/domain/playbook-import/draft.ts';
import { importMarkdown } from '#shared/domain/playbook-import/import-markdown.ts';
import { writeDraft } from '#shared/domain/playbook-import/write-draft.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const builtIn = { ko: builtInPlaybook('ko'), en: builtInPlaybook('en') };
const word = fc.oneof(
  fc.constantFrom(
    'SEV-1',
    'P2',
    'SEV-3 (x)',
    '15분',
    '1 hour',
    'at once',
    '@dba',
    '#inc-{date}',
    'T+5m',
    'MTTR < 5분',
    '{a | b}',
  ),
  fc.constantFrom(
    'Level 1',
    '**Lead (L)**',
    '{title}',
    '{{x}}',
    '{',
    '}',
    '[x]',
    '|',
    '롤백',
    'training',
    'Post-mortem',
    '---',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const words = fc.array(word, { maxLength: 5 }).map((parts) => parts.join(' ').replaceAll('\n', ' '));
const table = fc
  .record({
    width: fc.integer({ min: 1, max: 5 }),
    rows: fc.array(fc.array(words, { minLength: 1, maxLength: 6 }), { maxLength: 5 }),
  })
  .map(({ width, rows }) =>
    ['|' + 'h|'.repeat(width), '|' + '-|'.repeat(width), ...rows.map((row) => `|${row.join('|')}|`)].join(
      '\n',
    ),
  );
const list = fc
  .array(fc.tuple(fc.constantFrom('- ', '1. ', '- [ ] ', '1. [x] ', '□ ', '  - ', '> - '), words), {
    maxLength: 6,
  })
  .map((items) => items.map(([mark, text]) => mark + text).join('\n'));
const fence = fc
  .tuple(
    fc.constantFrom('', 'bash', 'markdown', 'yaml', 'mermaid', 'ts'),
    fc.array(fc.oneof(words, list), { maxLength: 6 }),
    fc.boolean(),
  )
  .map(([language, lines, closes]) => `\`\`\`${language}\n${lines.join('\n')}${closes ? '\n```' : ''}`);
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), words)
  .map(([depth, text]) => `${'#'.repeat(depth)} ${text}`);
const markdown = fc
  .array(fc.oneof(heading, heading, table, list, fence, words), { maxLength: 14 })
  .chain((blocks) => fc.constantFrom('\n\n', '\n', '\r\n\r\n').map((between) => blocks.join(between)));

test('any Markdown gives a report that has every section once, in order, each with a finding', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const result = importMarkdown(text);
      if (!result.ok) {
        expect(result.problem.code).toBe('empty');
        return;
      }
      const { sections } = result.report;
      expect(sections.map(({ id }) => id)).toEqual(sections.map((_, index) => index));
      expect(sections.every(({ findings }) => findings.length > 0)).toBe(true);
      const ids = sections.flatMap(({ findings }) => findings.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      const lines = sections.filter(({ inFence }) => !inFence).map(({ line }) => line);
      expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    }),
    { numRuns: 200 },
  );
});

test('any text at all is a report or a problem, never an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(typeof importMarkdown(text).ok).toBe('boolean');
    }),
  );
});

test('what is taken of any Markdown is a playbook', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const result = importMarkdown(text);
      if (!result.ok) return;
      const choices = { ...firstChoices(result.report, 'UTC'), title: 'A title' };
      const draft = draftPlaybook(result.report, choices, builtIn[result.report.language]);
      const { problems } = writeDraft(draft, { head: 'Imported', line: String });
      // Times that contradict each other are the document's own, and shown as such.
      expect(problems.filter(({ path }) => !path.includes('deadlines'))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
