import { expect, it } from 'vitest';
import { pickEdition } from '#shared/domain/playbook/edition.ts';
import { builtInPlaybook } from './built-in.ts';

const KO = builtInPlaybook('ko');
const EN = builtInPlaybook('en');

it.each([
  ['ko', [KO, EN], KO],
  ['en', [KO, EN], EN],
  ['ko', [EN], EN],
  ['en', [KO], KO],
  ['en', [], undefined],
] as const)('for a reader of %s', (language, editions, expected) => {
  expect(pickEdition(new Map(editions.map((edition) => [edition.language, edition])), language)).toBe(
    expected,
  );
});
