import { expect, it, vi } from 'vitest';
import { languageOf, speakAtStart } from '../../../../src/main/app/language.ts';

it.each([
  ['system', 'ko-KR', 'ko'],
  ['system', 'de', 'en'],
  ['en', 'ko-KR', 'en'],
  ['ko', 'en-US', 'ko'],
] as const)('%s on a system of %s is %s', (setting, locale, language) => {
  expect(languageOf(setting, locale)).toBe(language);
});

it('the runtime is told the language that was chosen, unless nobody chose or somebody told it already', () => {
  const told = (setting: 'system' | 'ko', has = false): unknown[] => {
    const appendSwitch = vi.fn<(name: string, value?: string) => void>();
    speakAtStart({ hasSwitch: () => has, appendSwitch }, setting);
    return appendSwitch.mock.calls;
  };
  expect(told('ko')).toEqual([['lang', 'ko']]);
  expect(told('system')).toEqual([]);
  expect(told('ko', true)).toEqual([]);
});
