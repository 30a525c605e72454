import { expect, it } from 'vitest';
import { isWorse, SEVERITIES, severityOfWord, severityRank } from '#shared/domain/severity.ts';

it.each([
  ['SEV-1', 'SEV-1'],
  ['sev-4', 'SEV-4'],
  [' Critical ', 'SEV-1'],
  ['ERROR', 'SEV-2'],
  ['warning', 'SEV-3'],
  ['info', 'SEV-4'],
  ['P1', 'SEV-1'],
  ['P2', 'SEV-2'],
  ['P3', 'SEV-3'],
  ['P4', 'SEV-4'],
  ['P5', 'SEV-4'],
  ['P6', undefined],
  ['', undefined],
  ['critical!', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
])('the word "%s" means %s', (word, expected) => {
  expect(severityOfWord(word)).toBe(expected);
});

it('ranks the worst first', () => {
  expect(SEVERITIES.map(severityRank)).toEqual([0, 1, 2, 3]);
  expect(isWorse('SEV-1', 'SEV-2')).toBe(true);
  expect(isWorse('SEV-2', 'SEV-2')).toBe(false);
  expect(isWorse('SEV-4', 'SEV-3')).toBe(false);
});
