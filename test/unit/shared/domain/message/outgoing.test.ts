import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValues } from '#shared/domain/message/compose.ts';
import { messageParts, statusParts } from '#shared/domain/message/message-parts.ts';
import {
  type ChannelForm,
  finish,
  MESSAGE_CHANNEL_FORMS,
  STATUS_CHANNEL_FORMS,
  together,
  toOutgoing,
} from '#shared/domain/message/outgoing.ts';
import type { PlaybookLanguage, PlaybookTemplate } from '#shared/domain/playbook/schema.ts';
import { incidentOf } from '../incident/incidents.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const INCIDENT = incidentOf({ title: 'Checkout is down' });
const lines = (...list: string[]) => list.join('\n');

function templateOf(language: PlaybookLanguage, id: string): PlaybookTemplate {
  const template = builtInPlaybook(language).templates.find((each) => each.id === id);
  if (template === undefined) throw new Error(`no template ${id}`);
  return template;
}
function outgoing(template: PlaybookTemplate, values: FieldValues, form: ChannelForm) {
  return messageParts(template, values, INCIDENT, form).map((part) => toOutgoing(part, form));
}

describe('an e-mail', () => {
  const korean = { severity: 'SEV-1', title: '결제 불가', version: 'v1.2.2', checked: '주문 & 결제' };

  it.each([
    ['en', 'incident-declared', '[SEV-1] Incident declared: 결제 불가'],
    ['ko', 'incident-declared', '[SEV-1] 인시던트 선언: 결제 불가'],
    // No field for the title: the incident's.
    ['en', 'rollback-complete', '[SEV-1] Rollback complete: Checkout is down'],
  ] as const)('has a subject of the playbook’s words and the incident’s: %s, %s', (language, id, subject) => {
    expect(outgoing(templateOf(language, id), korean, 'email')[0]).toEqual({
      name: 'subject',
      text: subject,
    });
  });

  it('has the template’s own subject where there is one, on one line', () => {
    const template = { ...templateOf('en', 'incident-declared'), subject: 'Down: {title} **now**' };
    const [subject] = outgoing(template, { title: 'one\ntwo' }, 'email');
    expect(subject?.text).toBe('Down: one two now');
    expect(messageParts(template, {}, INCIDENT, 'email')[0]?.message.gaps.map(({ id }) => id)).toEqual([
      'title',
    ]);
  });

  it('has its text as HTML beside plain text', () => {
    const [, body] = outgoing(templateOf('en', 'rollback-complete'), korean, 'email');
    expect(body).toEqual({
      name: 'body',
      text: lines('↩️ ROLLBACK COMPLETE', '', 'Version: v1.2.2', 'Verified: 주문 & 결제'),
      html: '<p>↩️ <strong>ROLLBACK COMPLETE</strong></p><p><strong>Version</strong>: v1.2.2<br><strong>Verified</strong>: 주문 &amp; 결제</p>',
    });
  });

  it('is copied together with its subject first', () => {
    const { text, html } = together(outgoing(templateOf('en', 'rollback-complete'), korean, 'email'));
    expect(text.split('\n').slice(0, 3)).toEqual([
      '[SEV-1] Rollback complete: Checkout is down',
      '',
      '↩️ ROLLBACK COMPLETE',
    ]);
    expect(html).toMatch(/^<p>\[SEV-1\] Rollback complete: Checkout is down<\/p><p>↩️ <strong>/);
  });

  it('says what of a long subject is left out', () => {
    const [subject] = outgoing(templateOf('en', 'incident-declared'), { title: 'x'.repeat(300) }, 'email');
    expect(subject?.text).toHaveLength(255);
    expect(subject?.warning).toEqual({ kind: 'line', rest: 'x'.repeat(73) });
  });
});

describe.each(['en', 'ko'] as const)('the status page in %s (4.3)', (language) => {
  const { statusPage } = builtInPlaybook(language);

  it.each([
    ['investigating', 'Investigating Issues', 'We are currently investigating reports of a & b.'],
    ['identified', 'Issue Identified', 'We have identified the cause and are working on a fix.'],
    ['mitigating', 'Fix in Progress', 'A fix is being implemented and will be deployed shortly.'],
    ['resolved', 'Issue Resolved', 'The issue has been resolved. All systems are operational.'],
  ])('%s: title and text, pasted apart as they are typed', (state, title, body) => {
    const parts = statusParts(statusPage, state, { issue: 'a & b' }).map((part) =>
      toOutgoing(part, 'status-page'),
    );
    expect(parts).toEqual([
      { name: 'title', text: title },
      { name: 'body', text: body },
    ]);
    expect(together(parts)).toEqual({ text: `${title}\n\n${body}` });
  });
});

describe('a message to Slack', () => {
  it('is text for its box, with HTML that says the same', () => {
    const [body] = outgoing(
      templateOf('en', 'rollback-complete'),
      { version: 'v1', checked: 'a & <b>' },
      'slack',
    );
    expect(body?.text).toBe(lines('↩️ *ROLLBACK COMPLETE*', '', '*Version*: v1', '*Verified*: a & <b>'));
    expect(body?.html).toContain('<strong>Verified</strong>: a &amp; &lt;b&gt;</p>');
  });

  it('says what its length will cost, in no other form', () => {
    const values = { summary: 'x'.repeat(5_000) };
    const template = templateOf('en', 'status-update');
    expect(outgoing(template, values, 'slack')[0]?.warning).toMatchObject({ kind: 'split' });
    expect(outgoing(template, values, 'markdown')[0]?.warning).toBeUndefined();
  });
});

it('plain text has no rich form', () => {
  expect(outgoing(templateOf('en', 'rollback-complete'), {}, 'plain')[0]).not.toHaveProperty('html');
  expect(finish({ name: 'body', text: 'x', html: '<p>x</p>' }, 'plain')).toEqual({ name: 'body', text: 'x' });
});

describe('hostile text through every form', () => {
  const unit = fc.constantFrom(
    ...'ab<>&*_~`[]()!#|\\-+=.1:"\'/ \n\r\u202e\u0000{}@',
    '@here',
    '<!channel>',
    '\u2028',
  );
  const hostile = fc.string({ unit, maxLength: 30 });
  const { statusPage } = builtInPlaybook('en');

  function expectSafe(parts: ReturnType<typeof outgoing>): void {
    const { text, html = '' } = together(parts);
    expect(text).not.toMatch(/[\u0000\u202e\u2028\r]/);
    expect(text).not.toMatch(/(?<![a-z0-9])@here(?![a-z0-9])|<!channel/);
    const rest = html.replace(/<\/?(?:p|br|ul|li|strong)>/g, '');
    expect(rest).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
    for (const { name, text: line } of parts) if (name === 'subject') expect(line).not.toContain('\n');
  }

  it.each(MESSAGE_CHANNEL_FORMS)('%s', (form) => {
    for (const template of builtInPlaybook('ko').templates) {
      const fields = fc.record(Object.fromEntries(template.fields.map(({ id }) => [id, hostile])));
      fc.assert(
        fc.property(fields, hostile, (values, subject) => {
          expectSafe(outgoing(template, values, form));
          // A template is a person's: what it says is not disarmed, but it is no markup in HTML either.
          const own = {
            ...template,
            subject: `x ${subject.replaceAll(/[@<\r\n\p{Cc}\u202e\u2028]/gu, '')} {${template.fields[0]?.id}}`,
          };
          expectSafe(
            outgoing(own, values, form).filter(({ name }) => name === 'subject' || form !== 'email'),
          );
        }),
        { numRuns: 30 },
      );
    }
  });

  it.each(STATUS_CHANNEL_FORMS)('the status page as %s', (form) => {
    fc.assert(
      fc.property(hostile, (issue) => {
        expectSafe(statusParts(statusPage, 'investigating', { issue }).map((part) => toOutgoing(part, form)));
      }),
    );
  });
});
