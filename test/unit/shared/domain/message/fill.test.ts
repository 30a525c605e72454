import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { asEventId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { type FillContext, fillFields } from '#shared/domain/message/fill.ts';
import type { FieldSource, PlaybookField } from '#shared/domain/playbook/schema.ts';
import { T0 } from '../event/events.ts';
import { incidentOf, metAt } from '../incident/incidents.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const EN = builtInPlaybook('en');
const done = { at: T0, by: 'Ada', eventId: asEventId('x') };

function filled(template: string, incident: Incident, context: Partial<FillContext> = {}) {
  const fields = EN.templates.find(({ id }) => id === template)?.fields ?? [];
  return fillFields(fields, incident, EN, {
    now: T0 + 31 * MINUTE_MS,
    me: 'Ada',
    takenChannels: new Set(),
    ...context,
  });
}

describe('a field of a role', () => {
  it('names who holds it, before what its source knows', () => {
    const roles = {
      'incident-commander': { ...done, name: 'Bob' },
      'technical-lead': { ...done, name: '@minji' },
    };
    expect(filled('incident-declared', incidentOf({ roles }))).toMatchObject({
      'incident-commander': 'Bob',
      'technical-lead': '@minji',
    });
  });

  it('that nobody holds falls back to its source, or stays a gap', () => {
    const values = filled('incident-declared', incidentOf());
    expect(values['incident-commander']).toBe('Ada');
    expect(values).not.toHaveProperty('technical-lead');
  });
});

describe('the escalation message', () => {
  const incident = incidentOf({ severity: 'SEV-2', met: metAt({ acknowledge: T0 }) });

  it('says why who is next is called', () => {
    expect(filled('escalation', incident)['reason']).toBe('Not resolved within 30 minutes');
    expect(filled('escalation', incident, { reason: 'Security incident' })['reason']).toBe(
      'Security incident',
    );
    expect(filled('escalation', { ...incident, resolvedAt: T0 })).not.toHaveProperty('reason');
  });

  it('asks for what its template asks for, until somebody asked for more', () => {
    expect(filled('escalation', incident)['request']).toBe('Join the war room');
    const copied = { ...done, title: '', form: 'slack', fields: { request: 'A second pair of eyes' } };
    expect(filled('escalation', { ...incident, copied: { escalation: copied } })['request']).toBe(
      'A second pair of eyes',
    );
  });
});

describe('what the incident knows', () => {
  const KO = builtInPlaybook('ko');
  /** Found ten minutes before anybody opened it: T+0 is the detection (reading 9). */
  const incident = incidentOf({
    title: 'Checkout fails',
    service: 'checkout',
    summary: 'HTTP 502',
    severity: 'SEV-2',
    openedAt: T0 + 10 * MINUTE_MS,
    channel: '#incident-20261123-2',
    resolvedAt: T0 + HOUR_MS + 12 * MINUTE_MS,
  });
  const from = (source: FieldSource, overrides: Partial<Incident> = {}, playbook = EN, now = T0) =>
    fillFields([{ id: 'x', label: 'X', type: 'text', source }], { ...incident, ...overrides }, playbook, {
      now,
      me: 'Ada',
      takenChannels: new Set(['#incident-20261123']),
    })['x'];

  it.each<[FieldSource, string]>([
    ['severity', 'SEV-2'],
    ['title', 'Checkout fails'],
    ['service', 'checkout'],
    ['summary', 'HTTP 502'],
    ['channel', '#incident-20261123-2'],
    ['detected-time', '2026-11-23 11:00 KST'],
    ['resolved-time', '2026-11-23 12:12 KST'],
    ['total-duration', '1 h 12 min'],
    ['me', 'Ada'],
  ])('%s', (source, value) => {
    expect(from(source)).toBe(value);
  });

  it.each([
    [0, '0'],
    [59_999, '0'],
    [MINUTE_MS, '1'],
    [31.9 * MINUTE_MS, '31'],
    [-MINUTE_MS, '0'],
  ])('full minutes since detection: %d ms', (afterMs, minutes) => {
    expect(from('minutes-since-detection', {}, EN, T0 + afterMs)).toBe(minutes);
  });

  it.each<[number, string, string]>([
    [0, '0 min', '0분'],
    [29_000, '0 min', '0분'],
    [30_000, '1 min', '1분'],
    [HOUR_MS, '1 h', '1시간'],
    [HOUR_MS + 12 * MINUTE_MS, '1 h 12 min', '1시간 12분'],
    [26 * HOUR_MS, '26 h', '26시간'],
  ])('a total time of %d ms in both languages', (ms, en, ko) => {
    expect(from('total-duration', { resolvedAt: T0 + ms })).toBe(en);
    expect(from('total-duration', { resolvedAt: T0 + ms }, KO)).toBe(ko);
  });

  it('before the declaration, the channel that it would get; before the resolution, no end', () => {
    const { channel: _channel, resolvedAt: _resolvedAt, ...open } = incident;
    const fields: PlaybookField[] = (['channel', 'resolved-time', 'total-duration'] as const).map(
      (source) => ({
        id: source,
        label: source,
        type: 'text',
        source,
      }),
    );
    const context = { now: T0, me: '', takenChannels: new Set(['#incident-20261123']) };
    expect(fillFields(fields, open, EN, context)).toEqual({ channel: '#incident-20261123-2' });
  });

  it('gives times in the playbook’s zone, by its short name, else by its offset', () => {
    expect(from('detected-time', {}, { ...EN, timeZone: 'UTC' })).toBe('2026-11-23 02:00 UTC');
    expect(from('detected-time', {}, { ...EN, timeZone: 'Asia/Kolkata' })).toBe('2026-11-23 07:30 GMT+5:30');
  });
});

it('what was copied last under a field’s id is offered again, whichever message it was in', () => {
  const copy = (at: number, root: string) => ({
    ...done,
    at,
    title: '',
    form: 'slack',
    fields: { cause: root },
  });
  const incident = incidentOf({ copied: { b: copy(T0 + 2, 'second'), a: copy(T0 + 1, 'first') } });
  const field: PlaybookField = { id: 'cause', label: 'Cause', type: 'text' };
  const context = { now: T0, me: '', takenChannels: new Set<string>() };
  expect(fillFields([field], incident, EN, context)).toEqual({ cause: 'second' });
  const { b: second, ...rest } = incident.copied;
  if (second === undefined) throw new Error('copied');
  const turned = { ...incident, copied: { ...rest, b: second } };
  expect(fillFields([field], turned, EN, context)).toEqual({ cause: 'second' });
});
