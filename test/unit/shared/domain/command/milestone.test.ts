import { beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '#shared/domain/command/plan.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import type { IncidentId, Instant } from '#shared/domain/ids.ts';
import type { Severity } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { PaperLog } from './paper-log.ts';

let log = new PaperLog();
beforeEach(() => {
  log = new PaperLog();
});

function meet(incidentId: IncidentId, milestone: string, occurredAt?: Instant): Refusal | undefined {
  return log.refusal({
    type: 'meet-milestone',
    incidentId,
    milestone,
    ...(occurredAt === undefined ? {} : { occurredAt }),
  });
}

/** An incident in which these were met. */
function after(severity: Severity, ...milestones: string[]): IncidentId {
  const incidentId = log.incident({ severity });
  for (const milestone of milestones) expect(meet(incidentId, milestone)).toBeUndefined();
  return incidentId;
}

describe('what can be met', () => {
  it.each<[Severity, string[], string, Refusal | undefined]>([
    ['SEV-1', [], 'declare', undefined],
    ['SEV-1', [], 'diagnose', undefined],
    ['SEV-1', ['diagnose'], 'declare', undefined],
    ['SEV-1', [], 'resolve', undefined],
    ['SEV-1', ['resolve'], 'close', undefined],
    ['SEV-1', ['resolve'], 'diagnose', undefined],
    ['SEV-1', [], 'acknowledge', 'already-met'],
    ['SEV-1', ['declare'], 'declare', 'already-met'],
    ['SEV-1', [], 'close', 'not-resolved-yet'],
    ['SEV-1', ['resolve', 'close'], 'close', 'already-met'],
    ['SEV-1', ['resolve', 'close'], 'diagnose', 'incident-closed'],
    ['SEV-1', [], 'detect', 'no-such-milestone'],
    ['SEV-1', [], 'celebrate', 'no-such-milestone'],
    ['SEV-1', [], 'constructor', 'no-such-milestone'],
    ['SEV-3', [], 'declare', 'not-asked'],
    ['SEV-3', [], 'assemble', 'not-asked'],
    ['SEV-4', [], 'diagnose', 'not-asked'],
    ['SEV-3', [], 'resolve', undefined],
    ['SEV-3', [], 'close', 'not-resolved-yet'],
    ['SEV-4', ['resolve'], 'close', undefined],
  ])('%s after %j: %s', (severity, before, milestone, refusal) => {
    expect(meet(after(severity, ...before), milestone)).toBe(refusal);
  });

  it('of an incident nobody opened', () => {
    expect(log.refusal({ type: 'meet-milestone', incidentId: 'x', milestone: 'declare' })).toBe(
      'no-such-incident',
    );
  });

  it('without its playbook', () => {
    const incidentId = log.incident();
    log.playbook = undefined;
    expect(meet(incidentId, 'declare')).toBe('no-playbook');
  });
});

describe('recording late', () => {
  const NOW = T0 + HOUR_MS;
  it.each([
    ['a while ago', NOW - 30 * MINUTE_MS, undefined],
    ['at detection', T0, undefined],
    ['before detection', T0 - 1, 'before-detection'],
    ['by a clock a minute ahead', NOW + MINUTE_MS, undefined],
    ['ahead', NOW + MINUTE_MS + 1, 'time-ahead'],
  ])('%s', (_, occurredAt, refusal) => {
    const incidentId = log.incident();
    log.now = NOW;
    expect(meet(incidentId, 'declare', occurredAt)).toBe(refusal);
    expect(log.incidentNow(incidentId)?.met['declare']?.at).toBe(
      refusal === undefined ? occurredAt : undefined,
    );
  });

  it('keeps beside it the time it was recorded', () => {
    const incidentId = log.incident();
    log.now = NOW;
    meet(incidentId, 'declare', T0 + MINUTE_MS);
    expect(log.last('incident.milestone-met')).toMatchObject({ occurredAt: T0 + MINUTE_MS, recordedAt: NOW });
  });

  it('names the channel by the day it happened', () => {
    const incidentId = log.incident();
    log.now = T0 + 24 * HOUR_MS;
    meet(incidentId, 'declare', T0 + MINUTE_MS);
    expect(log.incidentNow(incidentId)?.channel).toBe('#incident-20261123');
  });
});

/** What a person says is to the minute; what it has to follow happened somewhere within one. */
describe('a time to the minute', () => {
  const SECONDS = 40_000;
  /** An incident of a page at 02:00:40. */
  function detected(): IncidentId {
    log.now = T0 + SECONDS;
    const incidentId = log.incident({ startedAt: T0 + SECONDS });
    log.now += 10_000;
    return incidentId;
  }

  it('in the minute of the detection is the detection', () => {
    const incidentId = detected();
    expect(meet(incidentId, 'declare', T0)).toBeUndefined();
    expect(log.incidentNow(incidentId)?.declaredAt).toBe(T0 + SECONDS);
    expect(meet(incidentId, 'assemble', T0 - MINUTE_MS)).toBe('before-detection');
  });

  it('of a close is not before the resolution', () => {
    const incidentId = detected();
    log.now = T0 + HOUR_MS + SECONDS;
    meet(incidentId, 'resolve');
    log.now += HOUR_MS;
    expect(meet(incidentId, 'close', T0 + HOUR_MS - 1)).toBe('before-resolution');
    expect(meet(incidentId, 'close', T0 + HOUR_MS)).toBeUndefined();
    expect(log.incidentNow(incidentId)?.closedAt).toBe(T0 + HOUR_MS + SECONDS);
  });

  it('of a second resolution is not before the reopening', () => {
    const incidentId = detected();
    meet(incidentId, 'resolve');
    log.now = T0 + HOUR_MS + SECONDS;
    log.do({ type: 'reopen', incidentId });
    log.now += HOUR_MS;
    expect(meet(incidentId, 'resolve', T0 + 30 * MINUTE_MS)).toBe('before-reopening');
    expect(meet(incidentId, 'diagnose', T0 + 30 * MINUTE_MS)).toBeUndefined();
    expect(meet(incidentId, 'resolve', T0 + HOUR_MS)).toBeUndefined();
    expect(log.incidentNow(incidentId)?.resolvedAt).toBe(T0 + HOUR_MS + SECONDS);
  });
});

it('names a channel for a declaration only', () => {
  const incidentId = after('SEV-1', 'assemble');
  expect(log.incidentNow(incidentId)).not.toHaveProperty('channel');
  meet(incidentId, 'declare');
  expect(log.incidentNow(incidentId)?.channel).toBe('#incident-20261123');
});

describe('reopening', () => {
  const reopen = (incidentId: string) => log.refusal({ type: 'reopen', incidentId });

  it.each([
    ['not resolved', [], 'not-resolved'],
    ['resolved', ['resolve'], undefined],
    ['closed', ['resolve', 'close'], undefined],
  ])('%s', (_, before, refusal) => {
    const incidentId = after('SEV-1', 'declare', ...before);
    expect(reopen(incidentId)).toBe(refusal);
    const incident = log.incidentNow(incidentId);
    expect(incident).not.toHaveProperty('resolvedAt');
    expect(incident).not.toHaveProperty('closedAt');
    expect(incident?.met).toHaveProperty('declare');
  });

  it('nobody opened', () => {
    expect(reopen('x')).toBe('no-such-incident');
  });

  it('lets it be resolved and closed again', () => {
    const incidentId = after('SEV-1', 'resolve', 'close');
    log.now += HOUR_MS;
    reopen(incidentId);
    log.now += HOUR_MS;
    expect(meet(incidentId, 'resolve')).toBeUndefined();
    expect(meet(incidentId, 'close')).toBeUndefined();
    expect(log.incidentNow(incidentId)).toMatchObject({
      resolvedAt: T0 + 2 * HOUR_MS,
      pauses: [{ from: T0, to: T0 + HOUR_MS }],
    });
    expect(reopen(incidentId)).toBeUndefined();
  });

  it('without its playbook', () => {
    const incidentId = after('SEV-1', 'resolve');
    log.playbook = undefined;
    expect(reopen(incidentId)).toBe('no-playbook');
  });
});
