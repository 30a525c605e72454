import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMessage, type FieldValues } from '#shared/domain/message/compose.ts';
import { toHtml, toMarkdown, toPlain, toSlack } from '#shared/domain/message/forms.ts';
import { disarmMentions } from '#shared/domain/message/mention.ts';
import type { PlaybookField } from '#shared/domain/playbook/schema.ts';

const FIELDS: PlaybookField[] = [
  { id: 'title', label: 'Title', type: 'text' },
  { id: 'summary', label: 'Summary', type: 'multiline' },
  { id: 'actions', label: 'Actions', type: 'list' },
  { id: 'lead', label: 'Lead', type: 'person' },
];
const BODY = '**{title}** by @{lead}\n{summary}\n- {actions}{title}\n<{title} @{title}';
const compose = (values: FieldValues, body: string) => composeMessage({ fields: FIELDS, body }, values);

/** `|` stands for the guard. */
const spelt = (values: FieldValues, body: string): string =>
  toPlain(compose(values, body)).replaceAll('\u200b', '|');

describe('a mention that comes from a value', () => {
  it('beside another of which nothing is left', () => {
    const line = disarmMentions([
      { kind: 'value', field: 'title', text: '@' },
      { kind: 'value', field: 'summary', text: '' },
      { kind: 'text', text: 'here' },
    ]);
    expect(line.map((node) => ('text' in node ? node.text : '')).join('')).toMatch(/^@\u200b+here$/);
  });

  it.each([
    ['@channel', '@|channel'],
    ['see @here, all of you', 'see @|here, all of you'],
    ['@everyone', '@|everyone'],
    ['@Here @CHANNEL @all @group', '@|Here @|CHANNEL @|all @|group'],
    ['＠here', '＠|here'],
    ['_@here_', '_@|here_'],
    ['@here가 깨어났다', '@|here가 깨어났다'],
    ['<!channel> <!here|x> <!subteam^S1>', '<|!channel> <|!here|x> <|!subteam^S1>'],
    ['<@here', '<|@|here'],
    ['<@U024BE7LH> <@W1>', '<|@U024BE7LH> <|@W1>'],
    ['@channels', '@channels'],
    ['@alligator', '@alligator'],
    ['ops@all.example', 'ops@all.example'],
    ['@kim', '@kim'],
    ['a < b, c@d', 'a < b, c@d'],
    ['<!-- x -->', '<!-- x -->'],
  ])('%s', (value, expected) => {
    expect(spelt({ title: value }, 'x {title}')).toBe(`x ${expected}`);
    expect(spelt({ title: value }, '**{title}**')).toBe(expected);
    expect(spelt({ actions: [value] }, '- {actions}')).toBe(`- ${expected}`);
  });

  it.each([
    ['the template’s @ and a value', '@{lead}', { lead: 'here' }, '@|here'],
    ['a value’s @ and the template’s word', '{title}here', { title: '@' }, '@|here'],
    ['a value’s < and the template’s @', '{title}@U1', { title: '<' }, '<|@U1'],
    ['two values', '{title}{lead}', { title: '@', lead: 'channel' }, '@|channel'],
    ['across the edge of bold', '@**{title}**', { title: 'here' }, '@|here'],
    ['the middle of a word', '@cha{title}', { title: 'nnel' }, '@cha|nnel'],
  ])('made of %s', (_name, body, values, expected) => {
    expect(spelt(values, body)).toBe(expected);
  });

  it('is found on every line of a value', () => {
    expect(spelt({ summary: 'a @here\n@channel b' }, '{summary}')).toBe('a @|here\n@|channel b');
  });
});

it('a mention that the template itself spells out stands', () => {
  expect(spelt({ title: 'x' }, '@here **@channel** <!channel> {title}')).toBe('@here @channel <!channel> x');
  expect(spelt({}, '@{lead} {title}')).toBe('@{Lead} {Title}');
});

describe('no value', () => {
  const unit = fc.constantFrom(
    '@',
    '＠',
    '<',
    '!',
    'here',
    'channel',
    'everyone',
    'all',
    'group',
    '_',
    ' ',
    '\n',
    'U1',
    '\u200b',
  );
  const hostile = fc.string({ unit, maxLength: 12 });
  const values = fc.record({
    title: hostile,
    summary: hostile,
    lead: hostile,
    actions: fc.array(hostile, { maxLength: 3 }),
  });
  const PING =
    /(?<![a-z0-9])[@＠](?:channel|here|everyone|all|group)(?![a-z0-9])|<(?:!(?:channel|here|everyone|group)|@[a-z0-9])/i;

  it('calls anybody in any form', () => {
    fc.assert(
      fc.property(values, (filled) => {
        const message = compose(filled, BODY);
        for (const text of [
          toSlack(message, 'paste'),
          toSlack(message),
          toMarkdown(message),
          toPlain(message),
        ])
          for (const line of text.replaceAll('\\', '').split('\n')) expect(line).not.toMatch(PING);
        const html = toHtml(message)
          .replaceAll(/<\/?strong>/g, '')
          .replaceAll(/<[^>]*>/g, '\n');
        expect(html.replaceAll('&lt;', '<')).not.toMatch(PING);
      }),
    );
  });

  it('loses a letter by it', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const bare = title
          .replaceAll('\u200b', '')
          .replace(/(?<!\s)\s*\n\s*/g, ' ')
          .trim();
        const said = toPlain(compose({ title }, 'x{title}')).replaceAll('\u200b', '');
        if (bare !== '') expect(said).toBe(`x${bare.replace(/\s*\n\s*/g, ' ')}`);
      }),
    );
  });
});
