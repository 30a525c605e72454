import { describe, expect, it } from 'vitest';
import { composeMessage } from '#shared/domain/message/compose.ts';
import { toHtml } from '#shared/domain/message/forms.ts';
import { markParts, markText } from '#shared/domain/message/mark-drill.ts';
import { messageParts, statusParts } from '#shared/domain/message/message-parts.ts';
import { type ChannelForm, toOutgoing } from '#shared/domain/message/outgoing.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const BOOKS = { en: builtInPlaybook('en'), ko: builtInPlaybook('ko') } as const;
const DRILL = { drill: 'drill-1' } as const;

function firstLines(language: 'en' | 'ko', form: ChannelForm, drill: string | undefined): string[][] {
  const book = BOOKS[language];
  const about = { severity: 'SEV-1', title: 'Checkout is down' } as const;
  return [
    ...book.templates.map((template) => messageParts(template, {}, about, form)),
    ...book.statusPage.states.map(({ id }) => statusParts(book.statusPage, id, {})),
  ].map((parts) =>
    markParts(parts, { drill, language }).map((part) => toOutgoing(part, form).text.split('\n')[0] ?? ''),
  );
}

describe('every message of a drill', () => {
  it.each<['en' | 'ko', ChannelForm, string]>([
    ['en', 'slack', '*DRILL: this is an exercise, not a real incident*'],
    ['en', 'markdown', '**DRILL: this is an exercise, not a real incident**'],
    ['en', 'plain', 'DRILL: this is an exercise, not a real incident'],
    ['en', 'email', 'DRILL: this is an exercise, not a real incident'],
    ['en', 'status-page', 'DRILL: this is an exercise, not a real incident'],
    ['ko', 'slack', '*훈련: 실제 인시던트가 아닙니다*'],
    ['ko', 'markdown', '**훈련: 실제 인시던트가 아닙니다**'],
    ['ko', 'plain', '훈련: 실제 인시던트가 아닙니다'],
  ])('begins with the mark, in %s for %s', (language, form, line) => {
    for (const lines of firstLines(language, form, DRILL.drill)) {
      expect(lines.at(-1)).toBe(line);
      for (const subject of lines.slice(0, -1))
        expect(subject.startsWith(language === 'en' ? '[DRILL] ' : '[훈련] ')).toBe(true);
    }
  });

  it('has it in the rich text too', () => {
    const message = composeMessage({ fields: [], body: 'All is well' }, {});
    const [part] = markParts([{ name: 'body', message }], { ...DRILL, language: 'en' });
    expect(part && toHtml(part.message)).toBe(
      '<p><strong>DRILL: this is an exercise, not a real incident</strong></p><p>All is well</p>',
    );
  });
});

it('a real message has no mark anywhere', () => {
  for (const form of ['slack', 'email', 'plain'] as const)
    expect(JSON.stringify(firstLines('en', form, undefined))).not.toContain('DRILL');
});

describe('what a person has written over', () => {
  const subject = { ...DRILL, language: 'en' } as const;
  it.each([
    ['body', 'slack', 'Hello', '*DRILL: this is an exercise, not a real incident*\n\nHello'],
    ['body', 'plain', 'DRILL, all of it\nHello', 'DRILL, all of it\nHello'],
    ['subject', 'plain', 'We are down', '[DRILL] We are down'],
  ] as const)('keeps the mark in its %s for %s', (name, spelling, text, expected) => {
    expect(markText(text, { name, spelling }, subject)).toBe(expected);
    expect(markText(text, { name, spelling }, { drill: undefined, language: 'en' })).toBe(text);
  });
});
