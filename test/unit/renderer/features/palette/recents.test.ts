// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readRecents, rememberRecent } from '../../../../../src/renderer/features/palette/recents.ts';

const KEY = 'tplus.palette.recents.v1';
beforeEach(() => localStorage.clear());

describe('what was used last', () => {
  it('is kept newest first, each once, and not for ever', () => {
    for (const id of ['a', 'b', 'a']) rememberRecent(id);
    expect(readRecents()).toEqual(['a', 'b']);
    for (let index = 0; index < 30; index += 1) rememberRecent(`${index}`);
    expect(readRecents()).toHaveLength(12);
    expect(readRecents()[0]).toBe('29');
  });

  it.each(['{', '"text"', 'null', '[1,null]'])('is nothing when %s stands there', (text) => {
    localStorage.setItem(KEY, text);
    expect(readRecents()).toEqual([]);
  });
});
