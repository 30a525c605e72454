import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMessage } from '#shared/domain/message/compose.ts';
import { MESSAGE_FORMS, toForm, toHtml, toMarkdown, toPlain, toSlack } from '#shared/domain/message/forms.ts';
import type { PlaybookField } from '#shared/domain/playbook/schema.ts';

const FIELDS: PlaybookField[] = [
  { id: 'title', label: 'Title & more', type: 'text' },
  { id: 'summary', label: 'Summary', type: 'multiline' },
  { id: 'actions', label: 'Actions', type: 'list' },
];
const BODY = '# {title}\n**Title**: {title}\n{summary}\n\n- {actions}\n- end';

function compose(values: Parameters<typeof composeMessage>[1], body = BODY) {
  return composeMessage({ fields: FIELDS, body }, values);
}

describe('the forms of one message', () => {
  const message = compose({ title: 'A <b> & "c"', summary: 'one\ntwo', actions: ['x', 'y'] });

  it.each([
    ['slack', '*A &lt;b&gt; &amp; "c"*\n*Title*: A &lt;b&gt; &amp; "c"\none\ntwo\n\n• x\n• y\n• end'],
    ['markdown', '# A \\<b> & "c"\n**Title**: A \\<b> & "c"\none\ntwo\n\n- x\n- y\n- end'],
    ['plain', 'A <b> & "c"\nTitle: A <b> & "c"\none\ntwo\n\n- x\n- y\n- end'],
  ] as const)('%s', (form, expected) => {
    expect(toForm(message, form)).toBe(expected);
  });

  it('slack, to be pasted', () => {
    expect(toSlack(message, 'paste')).toBe(
      '*A <b> & "c"*\n*Title*: A <b> & "c"\none\ntwo\n\n• x\n• y\n• end',
    );
  });

  it('html', () => {
    expect(toHtml(message)).toBe(
      '<p><strong>A &lt;b&gt; &amp; &quot;c&quot;</strong></p>' +
        '<p><strong>Title</strong>: A &lt;b&gt; &amp; &quot;c&quot;<br>one<br>two</p>' +
        '<ul><li>x</li><li>y</li><li>end</li></ul>',
    );
  });

  it('marks a gap in each', () => {
    const gap = compose({}, '**{title}**');
    expect(MESSAGE_FORMS.map((form) => toForm(gap, form))).toEqual([
      '*{Title &amp; more}*',
      '**{Title & more}**',
      '{Title & more}',
    ]);
    expect(toHtml(gap)).toBe('<p><strong>{Title &amp; more}</strong></p>');
  });

  it('does not nest bold in a heading', () => {
    const heading = compose({ title: 'T' }, '## **{title}** now');
    expect(toSlack(heading)).toBe('*T now*');
    expect(toMarkdown(heading)).toBe('## **T** now');
    expect(toHtml(heading)).toBe('<p><strong>T now</strong></p>');
  });
});

/** Values, and how Markdown must spell them at the start of a line and within one. */
const MARKDOWN: readonly [value: string, atStart: string, within: string][] = [
  ['Login fails', 'Login fails', 'Login fails'],
  ['snake_case_name', 'snake_case_name', 'snake_case_name'],
  ['한글_이름', '한글_이름', '한글_이름'],
  ['_emphasis_', '\\_emphasis\\_', '\\_emphasis\\_'],
  ['__init__', '\\_\\_init\\_\\_', '\\_\\_init\\_\\_'],
  ['2 * 3 = 6', '2 * 3 = 6', '2 * 3 = 6'],
  ['**bold** *it*', '\\*\\*bold\\*\\* \\*it\\*', '\\*\\*bold\\*\\* \\*it\\*'],
  ['~~gone~~', '\\~\\~gone\\~\\~', '\\~\\~gone\\~\\~'],
  ['`rm -rf`', '\\`rm -rf\\`', '\\`rm -rf\\`'],
  ['[FIRING:2] High', '\\[FIRING:2] High', '\\[FIRING:2] High'],
  ['[x](javascript:alert(1))', '\\[x](javascript:alert(1))', '\\[x](javascript:alert(1))'],
  ['![x](http://host/p.png)', '!\\[x](http://host/p.png)', '!\\[x](http://host/p.png)'],
  ['<img src=x onerror=y>', '\\<img src=x onerror=y>', '\\<img src=x onerror=y>'],
  ['<!-- hidden', '\\<!-- hidden', '\\<!-- hidden'],
  ['<https://host>', '\\<https://host>', '\\<https://host>'],
  ['a < b > c', 'a < b > c', 'a < b > c'],
  ['AT&T &amp; &#60;', 'AT&T \\&amp; \\&#60;', 'AT&T \\&amp; \\&#60;'],
  ['C:\\temp \\*x', 'C:\\temp \\\\\\*x', 'C:\\temp \\\\\\*x'],
  ['ends in \\', 'ends in \\\\', 'ends in \\\\'],
  ['# heading', '\\# heading', '# heading'],
  ['#incident-1', '#incident-1', '#incident-1'],
  ['> quote', '\\> quote', '> quote'],
  ['- item', '\\- item', '- item'],
  ['-1 degree', '-1 degree', '-1 degree'],
  ['+ item', '\\+ item', '+ item'],
  ['1. first', '1\\. first', '1. first'],
  ['1.2.3 is out', '1.2.3 is out', '1.2.3 is out'],
  ['2) second', '2\\) second', '2) second'],
  ['---', '\\---', '---'],
  ['~~~', '\\~~~', '\\~\\~\\~'],
  ['===', '\\===', '==='],
  ['|--|:-:|', '\\|--|:-:|', '|--|:-:|'],
  ['a | b', 'a | b', 'a | b'],
];

describe('toMarkdown escapes what would take effect, and only that', () => {
  it.each(MARKDOWN)('%s', (value, atStart, within) => {
    expect(toMarkdown(compose({ title: value }, '{title}'))).toBe(atStart);
    expect(toMarkdown(compose({ title: value }, 'x {title}.'))).toBe(`x ${within}.`);
    expect(toMarkdown(compose({ title: value }, '- {title}'))).toBe(`- ${atStart}`);
  });

  it('does not let a value finish a link the template began', () => {
    expect(toMarkdown(compose({ title: '](http://host)' }, '[{title}'))).toBe('[\\](http://host)');
    expect(toMarkdown(compose({ title: '(http://host)' }, '[x]{title}'))).toBe('[x]\\(http://host)');
  });

  it('does not let a value lengthen the bold of the template', () => {
    expect(toMarkdown(compose({ title: '*' }, '**{title}**'))).toBe('**\\***');
    expect(toMarkdown(compose({ title: '~ x' }, '~{title}'))).toBe('~\\~ x');
  });

  it('does not let indentation make code', () => {
    expect(toMarkdown(compose({ summary: 'a\n\n      b' }, '{summary}'))).toBe('a\n\nb');
  });

  it('takes a long hostile value in its stride', () => {
    for (const unit of ['*', ']', '`', '&', '_a', '\\', '- ', '[']) {
      const value = unit.repeat(50_000);
      expect(toMarkdown(compose({ title: value }, '[{title}')).length).toBeGreaterThan(value.length - 2);
    }
  });
});

describe('hostile values', () => {
  const hostile = fc.string({ unit: fc.constantFrom(...'ab<>&*_~`[]()!#|\\-+=.1:"\'/ \n\r\u202e\u0000{}@') });
  const values = fc.record({
    title: hostile,
    summary: hostile,
    actions: fc.array(hostile, { maxLength: 3 }),
  });

  it('cannot mention, link or hide in Slack', () => {
    fc.assert(
      fc.property(values, (filled) => {
        expect(toSlack(compose(filled))).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
      }),
    );
  });

  it('cannot open a tag or an attribute in HTML', () => {
    fc.assert(
      fc.property(values, (filled) => {
        const rest = toHtml(compose(filled)).replace(/<\/?(?:p|br|ul|li|strong)>/g, '');
        expect(rest).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  it('leave the structure of the message as the template has it', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const message = compose({ title, summary: 's', actions: ['a'] });
        expect(message.lines.map(({ kind }) => kind)).toEqual([
          'heading',
          'text',
          'text',
          'blank',
          'item',
          'item',
        ]);
        for (const form of MESSAGE_FORMS) expect(toForm(message, form).split('\n')).toHaveLength(6);
      }),
    );
  });

  it('reach plain text as they are, once cleaned', () => {
    expect(toPlain(compose({ title: '<@U1> *x* \u202eevil' }, '{title}'))).toBe('<\u200b@U1> *x* evil');
  });
});
