import { expect, test } from 'vitest';
import { durationsIn, writeDuration } from '#shared/domain/playbook-import/durations.ts';
import { gradingOf, severitiesIn, severityLabel } from '#shared/domain/playbook-import/severity-labels.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  ['즉시', [0]],
  ['at once', [0]],
  ['15분', [15 * MINUTE]],
  ['T+0', [0]],
  ['T+5min', [5 * MINUTE]],
  ['T+1hr', [HOUR]],
  ['within 1 hour', [HOUR]],
  ['an hour', [HOUR]],
  ['half an hour', [30 * MINUTE]],
  ['24h', [DAY]],
  ['1.5 hours', [1.5 * HOUR]],
  ['1시간 30분', [1.5 * HOUR]],
  ['1h 30m', [1.5 * HOUR]],
  ['1주일', [7 * DAY]],
  ['2 business days', [2 * DAY]],
  ['0-5분', [5 * MINUTE]],
  ['30분-1시간', [30 * MINUTE, HOUR]],
  ['30 Minuten', [30 * MINUTE]],
  ['500ms → 5s', [5000]],
  ['v1.2.2', []],
  ['SEV-1', []],
  ['a marker', []],
  ['3 months', []],
])('%s', (text, expected) => {
  expect(durationsIn(text).map(({ ms }) => ms)).toEqual(expected);
});

test.each([
  [0, '0m'],
  [90_000, '90s'],
  [15 * MINUTE, '15m'],
  [DAY, '24h'],
  [5 * DAY, '5d'],
  [7 * DAY, '1w'],
])('%i is written as %s', (ms, text) => {
  expect(writeDuration(ms)).toBe(text);
});

const fromOne = gradingOf('SEV-1');
test.each([
  ['SEV-1', ['SEV-1']],
  ['sev 2', ['SEV-2']],
  ['SEV-1/2', ['SEV-1', 'SEV-2']],
  ['SEV-1/2/3/4', ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']],
  ['SEV1~3', ['SEV-1', 'SEV-2', 'SEV-3']],
  ['P1 and P3', ['SEV-1', 'SEV-3']],
  ['2등급', ['SEV-2']],
  ['Severity 4', ['SEV-4']],
  ['HTTP2 S3-bucket MP3', []],
  ['SEV-5', []],
])('%s names %j', (text, expected) => {
  expect(severitiesIn(text, fromOne)).toEqual(expected);
});

test('severities that count from 0 are moved by one', () => {
  const fromZero = gradingOf('SEV-0 and SEV-1');
  expect(severitiesIn('SEV-0', fromZero)).toEqual(['SEV-1']);
  expect(severitiesIn('SEV3', fromZero)).toEqual(['SEV-4']);
});

test('a label may have a name of its own', () => {
  expect(severityLabel('SEV-1 (Critical)', fromOne)).toEqual({ severity: 'SEV-1', name: 'Critical' });
  expect(severityLabel('긴급', fromOne)).toEqual({ severity: 'SEV-1', name: '긴급' });
  expect(severityLabel('SEV-1/2', fromOne)).toBeUndefined();
});
