import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedAction } from '#shared/domain/action/listed.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { redact } from '#shared/domain/event/redact.ts';
import { composeHandover, type HandoverInput } from '#shared/domain/handover/compose.ts';
import { handoversIn } from '#shared/domain/handover/past.ts';
import type { SayHandover } from '#shared/domain/handover/words.ts';
import { asIncidentId, asEventId } from '#shared/domain/ids.ts';
import { toMarkdown, toPlain, toSlack } from '#shared/domain/message/forms.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { actionOf } from '../action/actions.ts';
import { Minter, T0 } from '../event/events.ts';
import { incidentOf, metAt } from '../incident/incidents.ts';
import { pageOf } from '../page/pages.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

type Language = 'en' | 'ko';
const NOW = T0 + 40 * MINUTE_MS;

function sayIn(language: Language): SayHandover {
  const { t } = createTranslator(language, catalogues);
  return (word, values = {}) => t(`ui:handover.line.${word}`, values);
}

/** A shift in which much happened: T0 is 11:00 in Seoul. */
function busy(language: Language): HandoverInput {
  const playbook = builtInPlaybook(language);
  const holder = { at: T0, by: 'Ada', eventId: asEventId('x'), name: 'Mina' };
  const checkout = incidentOf({
    title: 'Checkout is down',
    channel: '#incident-20261123',
    declaredAt: T0 + 4 * MINUTE_MS,
    met: metAt({ acknowledge: T0 + MINUTE_MS, declare: T0 + 4 * MINUTE_MS, assemble: T0 + 10 * MINUTE_MS }),
    roles: { 'incident-commander': holder },
    actions: [],
  });
  const search = incidentOf({
    id: asIncidentId('incident-2'),
    title: 'Search answers *slowly*',
    severity: 'SEV-3',
    detectedAt: T0 + 20 * MINUTE_MS,
    met: metAt({ acknowledge: T0 + 30 * MINUTE_MS }),
  });
  const listed = (...actions: readonly ReturnType<typeof actionOf>[]): ListedAction[] =>
    actions.map((action) => ({ action, incident: { ...checkout, title: 'Disk full' } }));
  return {
    now: NOW,
    from: T0 - 8 * HOUR_MS,
    author: 'Ada',
    timeZone: 'Asia/Seoul',
    running: [
      { incident: search, playbook },
      { incident: checkout, playbook },
    ],
    pages: [
      pageOf('a', { title: 'Disk 91% full on db-7', severity: 'SEV-2', service: 'postgres' }),
      pageOf('b', {
        title: 'Queue is long',
        severity: 'SEV-3',
        status: 'acknowledged',
        recheckAt: NOW + 15 * MINUTE_MS,
      }),
      pageOf('c', { title: 'Being handled', status: 'acknowledged', incidentId: checkout.id }),
      pageOf('d', {
        title: 'Certificate expires',
        severity: 'SEV-2',
        status: 'acknowledged',
        incidentId: asIncidentId('over'),
      }),
    ],
    actions: listed(
      actionOf('o', { description: 'Alert at 80 %', dueOn: '2026-11-20' }),
      actionOf('t', { description: 'Write the runbook', dueOn: '2026-11-23', owner: '' }),
      actionOf('s', { description: 'Practise the rollback', dueOn: '2026-11-30' }),
      actionOf('l', { description: 'Some day', dueOn: '2026-12-01' }),
      actionOf('d', { description: 'Done', dueOn: '2026-11-01', status: 'completed' }),
    ),
    shift: [
      { title: 'Checkout is down', severity: 'SEV-1', detectedAt: T0 },
      {
        title: 'Certificates expire',
        severity: 'SEV-2',
        detectedAt: T0 - 6 * HOUR_MS,
        resolvedAt: T0 - 5 * HOUR_MS,
      },
    ],
    isUnheard: true,
    drill: 'Slow API',
    silences: 'HighLatency in Alertmanager until 18:00, @here\nNoisyDisk for good',
    notes: 'The provider calls back at 14:00.\n\n# Not a heading, @here',
  };
}

const expected = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, 'documents', `${name}.md`), 'utf8');

describe('the document', () => {
  it.each(['en', 'ko'] as const)('of a busy shift, in full (%s)', async (language) => {
    const document = composeHandover(busy(language), sayIn(language));
    expect(`${toMarkdown(document)}\n`).toBe(await expected(`busy-${language}`));
  });

  it.each(['en', 'ko'] as const)(
    'of a quiet shift says so of each part, and knows of no silence (%s)',
    async (language) => {
      const quiet: HandoverInput = {
        ...busy(language),
        author: '',
        running: [],
        pages: [],
        actions: [],
        shift: [],
        notes: ' \n',
        isUnheard: false,
        drill: undefined,
        silences: ' ',
      };
      expect(`${toMarkdown(composeHandover(quiet, sayIn(language)))}\n`).toBe(
        await expected(`quiet-${language}`),
      );
    },
  );

  it('has a form for Slack and one for plain text', () => {
    const document = composeHandover(busy('en'), sayIn('en'));
    expect(toSlack(document, 'paste')).toContain('*Open incidents (2)*\n• SEV-1 Checkout is down');
    expect(toPlain(document)).toContain('\nOpen incidents (2)\n- SEV-1 Checkout is down');
  });

  it('gives nothing that a page or a person wrote any effect', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (title, notes, silences) => {
        const base = busy('en');
        const running = base.running.map((each) => ({ ...each, incident: { ...each.incident, title } }));
        const text = toMarkdown(composeHandover({ ...base, running, notes, silences }, sayIn('en')));
        const headings = text.split('\n').filter((line) => /^#{1,6}(\s|$)/.test(line));
        expect(headings).toHaveLength(7);
        expect(text).not.toMatch(/[@＠](here|channel|everyone)\b/i);
      }),
    );
  });
});

it('hand-overs of before are read the last first, and nothing else is taken for one', () => {
  const minter = new Minter();
  const first = minter.event('handover.written', { text: 'a', from: T0, until: T0 + 1 });
  const events = [first, minter.event('note.added', { text: 'x' }), minter.unknown('handover.sung', {})];
  const second = minter.event('handover.written', { text: 'b', from: T0 + 1, until: T0 + 2 });
  expect(handoversIn([second, ...events])).toEqual([
    { id: second.id, author: 'Ada', text: 'b', from: T0 + 1, until: T0 + 2, redacted: false },
    { id: first.id, author: 'Ada', text: 'a', from: T0, until: T0 + 1, redacted: false },
  ]);
});

describe('a hand-over that goes on without a text', () => {
  const minter = new Minter();
  const shift = { from: T0, until: T0 + 1 };
  const first = redact(minter.event('handover.written', { text: 'a secret', ...shift }));
  const next = minter.event('handover.written', { text: 'b', from: T0 + 1, until: T0 + 2 });
  const second = {
    ...minter.event('handover.written', { text: 'a mark', ...shift, replaces: first.id }),
    author: 'Mina',
  };
  const third = minter.event('handover.written', { text: 'mark', ...shift, replaces: second.id });

  it('stands in its place, and is still of whoever wrote it', () => {
    const before = { author: 'Ada', ...shift, redacted: false };
    expect(handoversIn([third, first, next, redact(second)])).toMatchObject([
      { id: next.id },
      { id: third.id, text: 'mark', ...before },
    ]);
    expect(handoversIn([second, first])).toMatchObject([{ id: second.id, text: 'a mark', ...before }]);
    // Before the one that it replaces has come from another replica.
    expect(handoversIn([second])).toMatchObject([{ author: 'Mina' }]);
  });

  it('is said to be blank where nothing goes on', () => {
    expect(handoversIn([first])).toMatchObject([{ id: first.id, redacted: true, ...shift }]);
  });

  it('is shown all the same where what it says to replace did not come before it', () => {
    const one = minter.event('handover.written', { text: 'x', ...shift });
    const other = minter.event('handover.written', { text: 'y', ...shift, replaces: one.id });
    const circle = { ...one, payload: { ...one.payload, replaces: other.id } };
    expect(handoversIn([circle, other])).toMatchObject([{ id: other.id }]);
    const self = { ...one, payload: { ...one.payload, replaces: one.id } };
    expect(handoversIn([self])).toMatchObject([{ id: one.id }]);
  });
});
