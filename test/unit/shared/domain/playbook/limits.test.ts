import { describe, expect, it } from 'vitest';
import { findExcess } from '#shared/domain/playbook/limits.ts';

describe('what would hurt to parse', () => {
  it.each([
    ['brackets in brackets', '['.repeat(33), 32],
    ['brackets in brackets after some that close nothing', `[]\n${']'.repeat(40)}\n${'['.repeat(33)}`, 76],
    ['lists in lists on one line', `${'- '.repeat(33)}a`, 64],
    ['keys of keys in a bracket', `{ ${'a: '.repeat(33)}}`, 2 + 32 * 3 + 1],
    ['keys of keys in a bracket that does not close', `[b, ${'a: '.repeat(40)}`, 4 + 32 * 3 + 1],
  ])('%s, at its place', (_what, text, offset) => {
    expect(findExcess(text)).toEqual({ offset, cause: { code: 'too-deep' } });
  });

  it.each([
    ['as many brackets as may be', `${'['.repeat(32)}${']'.repeat(32)}`],
    [
      'many pairs in one pair of brackets',
      `{ ${Array.from({ length: 60 }, (_, at) => `k${at}: 1`).join(', ')} }`,
    ],
    ['many brackets side by side', `[${'[], '.repeat(60)}]`],
    ['some brackets on a line', `- ${Array.from({ length: 20 }, () => '{ a: 1, b: 2 }: ').join('')}`],
    ['many lines of one indicator each', '- a\n'.repeat(200)],
    ['texts that look like aliases', Array.from({ length: 150 }, (_, at) => `k${at}: '*a'\n`).join('')],
  ])('is not %s', (_what, text) => {
    expect(findExcess(text)).toBeUndefined();
  });
});
