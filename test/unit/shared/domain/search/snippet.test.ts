import { describe, expect, it } from 'vitest';
import { snippetOf } from '#shared/domain/search/snippet.ts';

const shown = (text: string, query: string): string => {
  const { before, match, after } = snippetOf(text, query);
  return `${before}[${match}]${after}`;
};

describe('a snippet', () => {
  it.each([
    ['Rolled back to v1', 'back', 'Rolled [back] to v1'],
    ['Rolled\n\nback', 'BACK', 'Rolled [back]'],
    ['배포 직후', '직후ㄹ', '배포 [직후]'],
    ['nothing of it', 'kafka', '[]nothing of it'],
    ['İstanbul down', 'down', '[]İstanbul down'],
    ['', 'x', '[]'],
    ['first second third', 'third second', 'first [second] third'],
  ])('of %j for %j', (text, query, wanted) => expect(shown(text, query)).toBe(wanted));

  it('says that it is cut only where it is', () => {
    expect(snippetOf('x'.repeat(120), 'y').after).toBe('x'.repeat(120));
    expect(snippetOf('x'.repeat(121), 'y').after).toBe(`${'x'.repeat(120)}…`);
  });

  it('is cut around the match, and says so', () => {
    const text = `${'before '.repeat(20)}needle${' after'.repeat(40)}`;
    const { before, match, after } = snippetOf(text, 'needle');
    expect(match).toBe('needle');
    expect(before).toMatch(/^….*before $/);
    expect(after).toMatch(/^ after.*…$/);
    expect((before + match + after).length).toBeLessThanOrEqual(122);
  });
});
