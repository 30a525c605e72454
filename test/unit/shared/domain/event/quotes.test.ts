import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveEvents } from '#shared/domain/event/fold.ts';
import { quotableText, quotesOf, sharingWith, withoutQuotes } from '#shared/domain/event/quotes.ts';
import { cleanValue } from '#shared/domain/message/clean-value.ts';
import { PaperLog } from '../command/paper-log.ts';
import { documentOf } from '../post-mortem/story.ts';
import { Minter } from './events.ts';

const minter = new Minter();
const saved = (text: string) => minter.event('post-mortem.saved', { text, language: 'en' });
const copied = (text: string, fields: Record<string, string | string[]> = {}) =>
  minter.event('message.copied', {
    template: 'update',
    title: 'Update',
    kind: 'update',
    form: 'slack',
    text,
    fields,
  });

describe('what a note said', () => {
  it.each([
    ['as it was written', 'Key: sk_live|42', 'Key: sk_live|42', 'X'],
    [
      'in a table, escaped',
      'Key: sk*live|42',
      String.raw`| 11:20 | Key: sk\*live\|42 (note, Ada) |`,
      '| 11:20 | X (note, Ada) |',
    ],
    ['on one line', 'first\n  second', 'So: first second.', 'So: X.'],
    ['in Slack’s spelling', 'a<b>&c1', 'Now: a&lt;b&gt;&amp;c1', 'Now: X'],
    ['with what cannot be seen in it', '@here 1234', 'He wrote @h\u200bere 1234', 'He wrote X'],
    ['twice', 'hunter2', 'hunter2, and hunter2.', 'X, and X.'],
    ['with what cannot be seen in a word of it', 'hunter2 now', 'So: hun\u00adter2 now.', 'So: X.'],
    ['without a word in it', '!!??!!', 'What !!??!!', 'What X'],
    [
      'in decomposed letters as in others: only when it is spelled so',
      'caf\u00e9',
      'cafe\u0301',
      'cafe\u0301',
    ],
    ['with a Korean particle behind', '비밀번호는 0000-1111', '비밀번호는 0000-1111이었다', 'X이었다'],
    ['not within a word', 'pass', 'The bypass passes; pass.', 'The bypass passes; X.'],
    ['not when it is too short to tell', 'ok', 'ok', 'ok'],
    ['not in other words', 'The key is 1234', 'The key was 1234', 'The key was 1234'],
  ])('is found %s', (_, note, text, without) => {
    expect(withoutQuotes(text, note, 'X')).toBe(without);
    expect(quotesOf(note, [saved(text)])).toHaveLength(text === without ? 0 : 1);
  });

  it('is found in the fields of a message, and only in messages and post-mortems that have their text', () => {
    const note = minter.event('note.added', { text: 'hunter2' });
    const blanked = { ...saved('hunter2'), redacted: true };
    const message = copied('Nothing', { actions: ['Rest', 'Changed hunter2'] });
    expect(quotesOf('hunter2', [note, blanked, message, copied('Nothing')])).toEqual([message]);
    expect(quotableText(note)).toBe('hunter2');
    expect(quotableText({ ...note, redacted: true })).toBeUndefined();
    expect(quotableText(message)).toBeUndefined();
  });

  it('filled into a message is told where a post-mortem has it too, long enough to be told apart', () => {
    const message = copied('x', { cause: 'Pool of ten connections', name: 'Mina' });
    const [sharing, other] = [saved('Cause: Pool of ten connections'), saved('Mina')];
    expect(sharingWith(message, [message, sharing, other, copied('Pool of ten connections')])).toEqual([
      sharing,
    ]);
    expect(sharingWith(sharing, [message])).toEqual([]);
  });

  it('is found in a document that shortens it, to where it is cut', () => {
    const note = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ');
    const text = `| ${note.slice(0, 499)}… (note, Ada) |`;
    expect(withoutQuotes(text, note, 'X')).toBe('| X… (note, Ada) |');
  });

  it('of whatever kind, stands in no post-mortem that was drafted from it once it is taken out', () => {
    const any = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.stringMatching(/^[|\\`*_{}[\]()<>#+\-!~:.a &@\n]{4,30}$/),
    );
    const shown = any.filter((text) => cleanValue(text).replaceAll(/\s+/g, ' ').length >= 12);
    fc.assert(
      fc.property(shown, (text) => {
        const log = new PaperLog();
        const incidentId = log.incident({ title: 'Disk' });
        log.do({ type: 'add-note', incidentId, text });
        const drafted = documentOf({ log, incidentId }, { events: effectiveEvents(log.events) });
        const without = withoutQuotes(drafted, text, 'X');
        expect(without).toMatch(/\| X\s+\(note, Ada\) \|/);
        expect(quotesOf(text, [saved(without)])).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
