import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Command, commandSchema } from '#shared/domain/command/command.ts';
import type { Refusal } from '#shared/domain/command/plan.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import type { Severity } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { PaperLog } from './paper-log.ts';

const EN = builtInPlaybook('en');
let log = new PaperLog();
beforeEach(() => {
  log = new PaperLog();
});

describe('resolving a page', () => {
  it('is said by the person, once', () => {
    const pageId = log.page('a');
    expect(log.do({ type: 'resolve-page', pageId })).toHaveLength(1);
    expect(log.pageNow('a')).toMatchObject({ status: 'resolved', resolvedBy: 'person' });
    expect(log.do({ type: 'resolve-page', pageId })).toEqual([]);
  });

  it('stands on the timeline of its incident and leaves that open', () => {
    const incidentId = log.incident();
    log.do({ type: 'resolve-page', pageId: 'page-of-0' });
    expect(log.last('page.resolved').incidentId).toBe(incidentId);
    expect(log.incidentNow(incidentId)).not.toHaveProperty('resolvedAt');
  });

  it('nobody received is refused', () => {
    expect(log.refusal({ type: 'resolve-page', pageId: 'a' })).toBe('no-such-page');
  });
});

describe('a checklist', () => {
  const item = (incidentId: string, over: Partial<{ checklist: string; item: string }> = {}) => ({
    incidentId,
    checklist: 'quick-reference',
    item: 'verify-problem',
    ...over,
  });

  it('is ticked and unticked, each once', () => {
    const incidentId = log.incident();
    expect(log.do({ type: 'untick', ...item(incidentId) })).toEqual([]);
    expect(log.do({ type: 'tick', ...item(incidentId) })).toHaveLength(1);
    expect(log.do({ type: 'tick', ...item(incidentId) })).toEqual([]);
    expect(Object.keys(log.incidentNow(incidentId)?.ticks ?? {})).toEqual(['quick-reference/verify-problem']);
    expect(log.do({ type: 'untick', ...item(incidentId) })).toHaveLength(1);
    expect(log.incidentNow(incidentId)?.ticks).toEqual({});
  });

  it('has only its own items', () => {
    const incidentId = log.incident();
    expect(log.refusal({ type: 'tick', ...item(incidentId, { item: 'sing' }) })).toBe('no-such-item');
    expect(log.refusal({ type: 'tick', ...item(incidentId, { checklist: 'other' }) })).toBe('no-such-item');
    expect(log.refusal({ type: 'tick', ...item('x') })).toBe('no-such-incident');
  });
});

describe('redaction', () => {
  it('blanks a note and stands where the note stood', () => {
    const incidentId = log.incident();
    log.do({ type: 'add-note', incidentId, text: 'hunter2' });
    const note = log.last('note.added');
    log.do({ type: 'redact', eventId: note.id });
    expect(log.last('event.redacted')).toMatchObject({ incidentId, payload: { target: note.id } });
  });

  it('of a page blanks its title', () => {
    log.page('a', { title: 'hunter2' });
    log.do({ type: 'redact', eventId: log.last('page.received').id });
    expect(JSON.stringify(log.pageNow('a'))).not.toContain('hunter2');
  });

  it('of what corrects is refused, and so is what nobody wrote', () => {
    const incidentId = log.incident();
    log.do({ type: 'add-note', incidentId, text: 'a' });
    log.do({ type: 'redact', eventId: log.last('note.added').id });
    expect(log.refusal({ type: 'redact', eventId: log.last('event.redacted').id })).toBe('cannot-redact');
    expect(log.refusal({ type: 'redact', eventId: 'x' })).toBe('no-such-event');
    const playbook = log.append({ type: 'playbook.logged', payload: { hash: 'h', content: {} } });
    expect(log.refusal({ type: 'redact', eventId: playbook.id })).toBe('cannot-redact');
  });
});

describe('edits', () => {
  it('another severity, and the same one', () => {
    const incidentId = log.incident();
    expect(log.do({ type: 'change-severity', incidentId, severity: 'SEV-2' })[0]?.payload).toEqual({
      from: 'SEV-1',
      to: 'SEV-2',
    });
    expect(log.do({ type: 'change-severity', incidentId, severity: 'SEV-2' })).toEqual([]);
  });

  it('a severity that its playbook does not have is refused, and the one it came with stays', () => {
    const incidentId = log.incident({ severity: 'SEV-4' });
    log.playbook = { ...EN, severities: EN.severities.filter(({ id }) => id === 'SEV-1' || id === 'SEV-2') };
    const change = (severity: Severity): Refusal | undefined =>
      log.refusal({ type: 'change-severity', incidentId, severity });
    expect(change('SEV-3')).toBe('no-such-severity');
    expect(change('SEV-4')).toBeUndefined();
    expect(log.incidentNow(incidentId)?.severity).toBe('SEV-4');
    expect(change('SEV-2')).toBeUndefined();
    expect(log.incidentNow(incidentId)?.severity).toBe('SEV-2');
  });

  it('a severity, while its playbook cannot be read, is taken as it is said', () => {
    const incidentId = log.incident();
    log.playbook = undefined;
    expect(log.refusal({ type: 'change-severity', incidentId, severity: 'SEV-3' })).toBeUndefined();
  });

  it.each([
    ['now', undefined, undefined],
    ['an hour ago, before detection', T0 - HOUR_MS, undefined],
    ['by a clock a minute ahead', T0 + MINUTE_MS, undefined],
    ['ahead', T0 + MINUTE_MS + 1, 'time-ahead'],
  ])('a note of %s', (_, occurredAt, refusal) => {
    const incidentId = log.incident();
    const about = occurredAt === undefined ? {} : { occurredAt };
    expect(log.refusal({ type: 'add-note', incidentId, text: 'a', ...about })).toBe(refusal);
    if (refusal === undefined) expect(log.last('note.added').occurredAt).toBe(occurredAt ?? T0);
  });

  it.each<Command>([
    { type: 'change-severity', incidentId: 'x', severity: 'SEV-1' },
    { type: 'retitle', incidentId: 'x', title: 'a' },
    { type: 'add-note', incidentId: 'x', text: 'a' },
    {
      type: 'record-copy',
      incidentId: 'x',
      template: 'a',
      title: 'a',
      kind: 'update',
      form: 'a',
      text: '',
      fields: {},
    },
  ])('$type of an incident nobody opened', (command) => {
    expect(log.refusal(command)).toBe('no-such-incident');
  });
});

describe('what crosses the boundary', () => {
  const passes = (value: unknown): boolean => v.safeParse(commandSchema, value).success;

  it.each([
    { type: 'acknowledge', pageIds: ['a'], recheckAfterMs: 900_000, declare: true },
    { type: 'undo', eventId: 'x' },
    { type: 'add-note', incidentId: 'x', text: 'a', occurredAt: 0 },
  ])('%j is a command', (value) => {
    expect(passes(value)).toBe(true);
  });

  it.each([
    undefined,
    {},
    { type: 'drop-everything' },
    { type: 'acknowledge', pageIds: [] },
    { type: 'acknowledge', pageIds: [''] },
    { type: 'acknowledge', pageIds: ['x'.repeat(65)] },
    { type: 'acknowledge', pageIds: Array.from({ length: 10_001 }, () => 'a') },
    { type: 'acknowledge', pageIds: ['a'], recheckAfterMs: 999 },
    { type: 'acknowledge', pageIds: ['a'], recheckAfterMs: 86_400_001 },
    { type: 'add-note', incidentId: 'x', text: ' ' },
    { type: 'add-note', incidentId: 'x', text: 'x'.repeat(20_001) },
    { type: 'add-note', incidentId: 'x', text: 'a', occurredAt: -1 },
    { type: 'add-note', incidentId: 'x', text: 'a', occurredAt: 0.5 },
    { type: 'change-severity', incidentId: 'x', severity: 'SEV-5' },
  ])('%# is none', (value) => {
    expect(passes(value)).toBe(false);
  });
});
