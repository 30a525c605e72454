import { describe, expect, it } from 'vitest';
import { composeMessage, composeStatus } from '#shared/domain/message/compose.ts';
import { toPlain } from '#shared/domain/message/forms.ts';
import type { PlaybookField } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const FIELDS: PlaybookField[] = [
  { id: 'title', label: 'Title', type: 'text' },
  { id: 'summary', label: 'Summary', type: 'multiline' },
  { id: 'actions', label: 'Actions taken', type: 'list' },
  { id: 'lead', label: 'Lead', type: 'person' },
  { id: 'constructor', label: 'Constructor', type: 'text' },
];

function plain(body: string, values: Parameters<typeof composeMessage>[1]): string {
  return toPlain(composeMessage({ fields: FIELDS, body }, values));
}

describe('composeMessage', () => {
  it.each([
    ['a value', '**Title**: {title}', { title: 'Down' }, 'Title: Down'],
    ['a value of several lines', 'S:\n{summary}\nend', { summary: 'one\n\n  two' }, 'S:\none\n\n  two\nend'],
    ['lines in a field of one line', '{title}', { title: 'one\r\n two' }, 'one two'],
    ['lines in bold', '**{summary}**', { summary: 'one\ntwo' }, 'one two'],
    ['lines in an item', '- {summary}', { summary: 'one\ntwo' }, '- one two'],
    [
      'a list, an item for each entry',
      'A:\n- {actions}',
      { actions: ['one', ' ', 'two'] },
      'A:\n- one\n- two',
    ],
    ['a list pasted as text', '- {actions}', { actions: 'one\n\ntwo' }, '- one\n- two'],
    ['a list within a line', 'Did {actions}.', { actions: ['one', 'two'] }, 'Did one, two.'],
    [
      'a list beside another field',
      '- {title}: {actions}',
      { title: 'T', actions: ['a', 'b'] },
      '- T: a\n- T: b',
    ],
    ['a person given with an @', '@{lead}', { lead: '@kim' }, '@kim'],
    ['a person without one', '@{lead}', { lead: 'kim' }, '@kim'],
    ['a gap', 'x {title} y', {}, 'x {Title} y'],
    ['a gap of an empty list', '- {actions}', { actions: ['', ' '] }, '- {Actions taken}'],
    ['a blank value', '{title}', { title: ' \u200b ' }, '{Title}'],
    ['markup in a value', '{title}', { title: '**b** {summary} - # x' }, '**b** {summary} - # x'],
    ['a field nobody declared', '{other}', { other: 'x' }, '{other}'],
    ['a name every object has', '{constructor}', {}, '{Constructor}'],
  ])('%s', (_name, body, values, expected) => {
    expect(plain(body, values)).toBe(expected);
  });

  it('gives the preview its parts: text, values, gaps, bold', () => {
    const message = composeMessage({ fields: FIELDS, body: '**By**: @{lead} {title}' }, { title: '**x**' });
    expect(message).toEqual({
      lines: [
        {
          kind: 'text',
          nodes: [
            { kind: 'strong', nodes: [{ kind: 'text', text: 'By' }] },
            { kind: 'text', text: ': @' },
            { kind: 'gap', field: 'lead', label: 'Lead' },
            { kind: 'text', text: ' ' },
            { kind: 'value', field: 'title', text: '**x**' },
          ],
        },
      ],
      gaps: [FIELDS[3]],
    });
  });

  it('names each gap once, in the order of the text', () => {
    const { gaps } = composeMessage(
      { fields: FIELDS, body: '{summary} **{title}**\n- {actions} {summary}' },
      {},
    );
    expect(gaps.map(({ id }) => id)).toEqual(['summary', 'title', 'actions']);
  });

  it.each(['ko', 'en'] as const)(
    'finds every field of every template missing when nothing is filled: %s',
    (language) => {
      for (const template of builtInPlaybook(language).templates) {
        expect(new Set(composeMessage(template, {}).gaps)).toEqual(new Set(template.fields));
      }
    },
  );
});

describe('composeStatus (4.3)', () => {
  const { statusPage } = builtInPlaybook('ko');

  it.each([
    [
      'investigating',
      'Investigating Issues',
      'We are currently investigating reports of login failures.',
      'yellow',
    ],
    ['identified', 'Issue Identified', 'We have identified the cause and are working on a fix.', 'orange'],
    ['mitigating', 'Fix in Progress', 'A fix is being implemented and will be deployed shortly.', 'orange'],
    ['resolved', 'Issue Resolved', 'The issue has been resolved. All systems are operational.', 'green'],
  ])('%s', (id, title, message, colour) => {
    const status = composeStatus(statusPage, id, { issue: 'login failures' });
    expect(status && { title: toPlain(status.title), message: toPlain(status.message) }).toEqual({
      title,
      message,
    });
    expect(status).toMatchObject({ state: { id, colour }, gaps: [] });
  });

  it('marks what is missing', () => {
    const status = composeStatus(statusPage, 'investigating', {});
    expect(status?.gaps.map(({ id }) => id)).toEqual(['issue']);
    expect(status && toPlain(status.message)).toBe('We are currently investigating reports of {이슈}.');
  });

  it('has no state of another name', () => {
    expect(composeStatus(statusPage, 'on-fire', {})).toBeUndefined();
  });
});
