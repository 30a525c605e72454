import { describe, expect, it } from 'vitest';
import { blameHints } from '#shared/domain/post-mortem/blameless.ts';
import type { PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { documentOf, liveThrough } from './story.ts';

const hintsIn = (text: string, language: PlaybookLanguage, names = ['mina', '김미나', '@jun']) =>
  blameHints(text, { faultWords: builtInPlaybook(language).postMortem?.faultWords ?? [], names });

describe('wording that puts the fault on somebody', () => {
  it.each([
    ['Mina forgot to run the migration.', 'Mina', 'forgot'],
    ['It was the fault of @jun, who left early', 'jun', 'fault'],
    ['A mistake by @somebody.else broke it', '@somebody.else', 'mistake'],
    ['Careless: mina pushed on a Friday', 'mina', 'Careless'],
  ])('%s', (text, name, word) => {
    expect(hintsIn(text, 'en')).toMatchObject([{ name, word, start: 0, line: 1 }]);
  });

  it.each([
    ['김미나의 실수로 배포가 중단됨', '김미나', '실수'],
    ['배포를 확인하지 않은 것은 @jun', 'jun', '확인하지 않'],
    ['김미나가 알림을 깜빡했다.', '김미나', '깜빡'],
  ])('%s', (text, name, word) => {
    expect(hintsIn(text, 'ko')).toMatchObject([{ name, word }]);
  });

  it.each([
    'The default of the driver was a mistake',
    'Mina found the cause. The default was a mistake.',
    '| mina | defaulted to 10 |\n| x | a fault of the disk |',
    'minaret: a mistake of the architect’s',
    'nobody is at fault; jun@acme.example was told',
  ])('leaves alone: %s', (text) => {
    expect(hintsIn(text, 'en', ['mina'])).toEqual([]);
  });

  it('says where, so that it can be shown', () => {
    const text = 'Fine.\n\nThen mina failed to look.  And so on.';
    const [hint] = hintsIn(text, 'en');
    expect(hint).toMatchObject({ line: 3, word: 'failed to' });
    expect(text.slice(hint?.start, hint?.end)).toBe('Then mina failed to look');
  });

  it('finds nothing in the draft itself', () => {
    for (const language of ['en', 'ko'] as const)
      expect(hintsIn(documentOf(liveThrough(), { language }), language, ['mina', 'jun', 'Ada'])).toEqual([]);
  });

  it('takes any word and any name as text', () => {
    expect(blameHints('a (b did [x', { faultWords: ['[x'], names: ['(b'] })).toHaveLength(1);
    expect(blameHints('', { faultWords: [], names: [] })).toEqual([]);
  });
});
