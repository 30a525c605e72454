import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_FORMS } from '#shared/domain/message/forms.ts';
import { writtenHtml } from '#shared/domain/message/written-text.ts';

describe('a text that a person has written, as HTML', () => {
  it.each([
    ['slack', '*Title*: a *b c* d', '<p><strong>Title</strong>: a <strong>b c</strong> d</p>'],
    ['slack', '2 * 3 * 4, a*b*c, ** x', '<p>2 * 3 * 4, a*b*c, ** x</p>'],
    [
      'slack',
      '• one\n• *two*\n\nthree\nfour',
      '<ul><li>one</li><li><strong>two</strong></li></ul><p>three<br>four</p>',
    ],
    ['slack', '&amp; <b>', '<p>&amp;amp; &lt;b&gt;</p>'],
    ['markdown', '**Title**: a', '<p><strong>Title</strong>: a</p>'],
    ['markdown', '# Head\n- one', '<p><strong>Head</strong></p><ul><li>one</li></ul>'],
    ['markdown', '\\*\\*not bold\\*\\* \\[x](y)', '<p>**not bold** [x](y)</p>'],
    ['markdown', '[x](javascript:1) <img src=x>', '<p>[x](javascript:1) &lt;img src=x&gt;</p>'],
    ['plain', '**a** *b*\n- c', '<p>**a** *b*</p><ul><li>c</li></ul>'],
    ['plain', '', ''],
  ] as const)('%s: %s', (form, text, expected) => {
    expect(writtenHtml(text, form)).toBe(expected);
  });

  it('has no markup but its own, and takes a long text in its stride', () => {
    const unit = fc.constantFrom(...'ab<>&*_~`[]()!#|\\-•"\'/ \n\r');
    fc.assert(
      fc.property(fc.string({ unit }), fc.constantFrom(...MESSAGE_FORMS), (text, form) => {
        const rest = writtenHtml(text, form).replace(/<\/?(?:p|br|ul|li|strong)>/g, '');
        expect(rest).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
    for (const form of MESSAGE_FORMS)
      for (const each of ['*', '**', '* ', '\\', '- ', 'a*']) {
        expect(writtenHtml(each.repeat(30_000), form).length).toBeGreaterThan(14_000);
      }
  });
});
