import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitLine,
  LINE_LIMIT,
  SLACK_CUTS_OVER,
  SLACK_SPLITS_OVER,
  slackLength,
} from '#shared/domain/message/length.ts';

describe('the length of a Slack message', () => {
  it.each([
    ['short', 'x', undefined],
    ['as long as recommended', 'x'.repeat(SLACK_SPLITS_OVER), undefined],
    ['one more', 'x'.repeat(SLACK_SPLITS_OVER + 1), { kind: 'split', length: 4001 }],
    ['as long as there is room for', 'x'.repeat(SLACK_CUTS_OVER), { kind: 'split', length: 40_000 }],
    [
      'longer',
      `${'x'.repeat(SLACK_CUTS_OVER)}\nThe rest of it`,
      { kind: 'cut', length: 40_015, cut: 15, from: 'The rest of it' },
    ],
  ])('%s', (_name, text, expected) => {
    expect(slackLength(text)).toEqual(expected);
  });

  it('counts what Slack keeps as entities by their length', () => {
    expect(slackLength('&'.repeat(801))).toEqual({ kind: 'split', length: 4005 });
    expect(slackLength(`${'<'.repeat(10_000)}end`)).toEqual({
      kind: 'cut',
      length: 40_003,
      cut: 3,
      from: 'end',
    });
  });
});

describe('a line', () => {
  it('is one line whatever is in it', () => {
    expect(fitLine(' one\r\n two\n\nthree ')).toEqual({ line: 'one two three', rest: '' });
  });

  it('that just fits stays whole', () => {
    const line = 'x'.repeat(LINE_LIMIT);
    expect(fitLine(line)).toEqual({ line, rest: '' });
  });

  it('is shortened where it must be, and says what is missing', () => {
    const { line, rest } = fitLine(`${'x'.repeat(LINE_LIMIT)}yz`);
    expect(line).toBe(`${'x'.repeat(LINE_LIMIT - 1)}…`);
    expect(rest).toBe('xyz');
  });

  it('keeps within the limit, loses nothing and halves no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 200, maxLength: 400 }), (text) => {
        const { line, rest } = fitLine(text);
        expect(line.length).toBeLessThanOrEqual(LINE_LIMIT);
        expect(line).not.toMatch(/[\r\n]/);
        expect(line.isWellFormed() && rest.isWellFormed()).toBe(true);
        const whole = text.replace(/(?<!\s)\s*[\r\n]+\s*/g, ' ').trim();
        expect(rest === '' ? line : line.slice(0, -1) + rest).toBe(whole);
      }),
    );
  });
});
