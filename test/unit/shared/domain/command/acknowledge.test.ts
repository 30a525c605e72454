import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/command/command.ts';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { T0 } from '../event/events.ts';
import { PaperLog } from './paper-log.ts';

let log = new PaperLog();
beforeEach(() => {
  log = new PaperLog();
});

function typesOf(events: readonly { type: string }[]): string[] {
  return events.map(({ type }) => type);
}

describe('acknowledging one page', () => {
  it('makes its incident, with the page’s facts and the playbook of now', () => {
    const page = log.page('a', {
      severity: 'SEV-1',
      startedAt: T0 - MINUTE_MS,
      faultStartedAt: T0 - 2 * MINUTE_MS,
    });
    log.now = T0 + MINUTE_MS;
    const events = log.do({ type: 'acknowledge', pageIds: [page] });
    expect(typesOf(events)).toEqual(['incident.opened', 'incident.milestone-met', 'page.acknowledged']);
    expect(log.incidentNow('incident-1')).toMatchObject({
      title: 'Disk full',
      severity: 'SEV-1',
      service: 'database',
      detectedAt: T0 - MINUTE_MS,
      faultStartedAt: T0 - 2 * MINUTE_MS,
      openedAt: T0 + MINUTE_MS,
      playbook: { id: 'talkstudio-incident-response', version: '1.0.0' },
      pageIds: [page],
      test: false,
    });
    expect(log.incidentNow('incident-1')?.met['acknowledge']?.at).toBe(T0 + MINUTE_MS);
    expect(log.pageNow('a')).toMatchObject({ status: 'acknowledged', incidentId: 'incident-1' });
  });

  it('again is harmless', () => {
    const page = log.page('a');
    log.do({ type: 'acknowledge', pageIds: [page] });
    expect(log.run({ type: 'acknowledge', pageIds: [page] })).toEqual({
      ok: true,
      events: [],
      incidentId: 'incident-1',
    });
  });

  it('that is resolved changes nothing', () => {
    const page = log.page('a');
    log.do({ type: 'resolve-page', pageId: page });
    expect(log.run({ type: 'acknowledge', pageIds: [page] })).toEqual({ ok: true, events: [] });
  });

  it('named twice takes it once', () => {
    const page = log.page('a');
    const events = log.do({ type: 'acknowledge', pageIds: [page, page] });
    expect(typesOf(events).filter((type) => type === 'page.acknowledged')).toHaveLength(1);
  });

  it('nobody received is refused, with all that were named beside it', () => {
    const page = log.page('a');
    expect(log.refusal({ type: 'acknowledge', pageIds: ['b'] })).toBe('no-such-page');
    expect(log.refusal({ type: 'acknowledge', pageIds: [page, 'b'] })).toBe('no-such-page');
    expect(log.pageNow('a')?.status).toBe('firing');
  });
});

describe('acknowledging many', () => {
  it('makes one incident, as bad as the worst and as old as the oldest', () => {
    const pages = [
      log.page('a', { severity: 'SEV-3', title: 'A', startedAt: T0 - 9000 }),
      log.page('b', { severity: 'SEV-1', title: 'B', startedAt: T0 - 1000, faultStartedAt: T0 - 5000 }),
      log.page('c', { severity: 'SEV-2', title: 'C', startedAt: T0, faultStartedAt: T0 - 7000 }),
    ];
    log.do({ type: 'acknowledge', pageIds: pages });
    expect(log.incidentNow('incident-1')).toMatchObject({
      title: 'B',
      severity: 'SEV-1',
      detectedAt: T0 - 9000,
      faultStartedAt: T0 - 7000,
      pageIds: ['a', 'b', 'c'],
    });
    expect(log.incidentNow('incident-2')).toBeUndefined();
  });

  it('leaves those that are taken or over as they are', () => {
    const pages = [log.page('a'), log.page('b'), log.page('c')] as const;
    log.do({ type: 'acknowledge', pageIds: [pages[0]] });
    log.do({ type: 'resolve-page', pageId: pages[1] });
    log.do({ type: 'acknowledge', pageIds: [...pages] });
    expect(log.pageNow('a')?.incidentId).toBe('incident-1');
    expect(log.pageNow('b')?.status).toBe('resolved');
    expect(log.pageNow('c')?.incidentId).toBe('incident-2');
  });

  it('makes a test incident only of test pages alone', () => {
    log.do({ type: 'acknowledge', pageIds: [log.page('a', { test: true }), log.page('b', { test: true })] });
    log.do({ type: 'acknowledge', pageIds: [log.page('c', { test: true }), log.page('d')] });
    expect(log.incidentNow('incident-1')?.test).toBe(true);
    expect(log.incidentNow('incident-2')?.test).toBe(false);
  });
});

describe('joining an incident', () => {
  it('opens none, and meets no milestone twice', () => {
    const incidentId = log.incident();
    const events = log.do({ type: 'acknowledge', pageIds: [log.page('b')], incidentId });
    expect(typesOf(events)).toEqual(['page.acknowledged']);
    expect(log.incidentNow(incidentId)?.pageIds).toContain('b');
  });

  it('nobody opened is refused', () => {
    const page = log.page('b');
    expect(log.refusal({ type: 'acknowledge', pageIds: [page], incidentId: 'x' })).toBe('no-such-incident');
  });

  it('that is closed is refused', () => {
    const incidentId = log.incident();
    log.do({ type: 'meet-milestone', incidentId, milestone: 'resolve' });
    log.do({ type: 'meet-milestone', incidentId, milestone: 'close' });
    const page = log.page('b');
    expect(log.refusal({ type: 'acknowledge', pageIds: [page], incidentId })).toBe('incident-closed');
  });

  it('is never done silently: the same service opens its own', () => {
    log.incident({ service: 'database' });
    log.do({ type: 'acknowledge', pageIds: [log.page('b', { service: 'database' })] });
    expect(log.pageNow('b')?.incidentId).toBe('incident-2');
  });
});

describe('a page that rings again', () => {
  function ringAgain(): void {
    const page = log.page('a');
    log.do({ type: 'acknowledge', pageIds: [page], recheckAfterMs: 15 * MINUTE_MS });
    log.now += 15 * MINUTE_MS;
    log.do({ type: 'recheck', pageId: page });
  }

  it('goes back to the incident it has', () => {
    ringAgain();
    log.do({ type: 'acknowledge', pageIds: ['a'] });
    expect(log.pageNow('a')).toMatchObject({ status: 'acknowledged', incidentId: 'incident-1' });
    expect(log.incidentNow('incident-1')?.pageIds).toEqual(['a']);
  });

  it('makes a new one when that is closed', () => {
    ringAgain();
    log.do({ type: 'meet-milestone', incidentId: 'incident-1', milestone: 'resolve' });
    log.do({ type: 'meet-milestone', incidentId: 'incident-1', milestone: 'close' });
    log.do({ type: 'acknowledge', pageIds: ['a'] });
    expect(log.pageNow('a')?.incidentId).toBe('incident-2');
  });
});

describe('a recheck', () => {
  it('is promised from now', () => {
    log.now = T0 + MINUTE_MS;
    log.do({ type: 'acknowledge', pageIds: [log.page('a')], recheckAfterMs: 15 * MINUTE_MS });
    expect(log.pageNow('a')?.recheckAt).toBe(T0 + 16 * MINUTE_MS);
  });

  it('can be put off while acknowledged', () => {
    const pageIds = [log.page('a')];
    log.do({ type: 'acknowledge', pageIds, recheckAfterMs: 15 * MINUTE_MS });
    log.now += 10 * MINUTE_MS;
    const events = log.do({ type: 'acknowledge', pageIds, recheckAfterMs: 15 * MINUTE_MS });
    expect(typesOf(events)).toEqual(['page.acknowledged']);
    expect(log.pageNow('a')).toMatchObject({ recheckAt: T0 + 25 * MINUTE_MS, incidentId: 'incident-1' });
  });

  it.each([
    ['a millisecond early', 15 * MINUTE_MS - 1, 'acknowledged'],
    ['at its time', 15 * MINUTE_MS, 'firing'],
    ['late, after sleep', 9 * 60 * MINUTE_MS, 'firing'],
  ])('%s', (_, afterMs, status) => {
    const page = log.page('a');
    log.do({ type: 'acknowledge', pageIds: [page], recheckAfterMs: 15 * MINUTE_MS });
    log.now += afterMs;
    log.do({ type: 'recheck', pageId: page });
    expect(log.pageNow('a')?.status).toBe(status);
    expect(log.do({ type: 'recheck', pageId: page })).toEqual([]);
  });

  it('of a page resolved meanwhile, or unknown, rings nothing', () => {
    const page = log.page('a');
    log.do({ type: 'acknowledge', pageIds: [page], recheckAfterMs: MINUTE_MS });
    log.do({ type: 'resolve-page', pageId: page });
    log.now += MINUTE_MS;
    expect(log.do({ type: 'recheck', pageId: page })).toEqual([]);
    expect(log.refusal({ type: 'recheck', pageId: 'b' })).toBe('no-such-page');
  });
});

describe('declaring', () => {
  const declared = { declaredAt: T0, channel: '#incident-20261123' };

  it('a page takes it and declares its incident in one go', () => {
    const page = log.page('a', { severity: 'SEV-1' });
    const events = log.do({ type: 'acknowledge', pageIds: [page], declare: true });
    expect(typesOf(events)).toEqual([
      'incident.opened',
      'incident.milestone-met',
      'page.acknowledged',
      'incident.milestone-met',
    ]);
    expect(log.incidentNow('incident-1')).toMatchObject(declared);
  });

  it('a page somebody acknowledged a moment before declares its incident', () => {
    const page = log.page('a', { severity: 'SEV-1' });
    log.do({ type: 'acknowledge', pageIds: [page] });
    log.do({ type: 'acknowledge', pageIds: [page], declare: true });
    expect(log.incidentNow('incident-1')).toMatchObject(declared);
  });

  it('what is declared adds nothing', () => {
    const page = log.page('a', { severity: 'SEV-1' });
    log.do({ type: 'acknowledge', pageIds: [page], declare: true });
    const joining: Command = {
      type: 'acknowledge',
      pageIds: [log.page('b')],
      incidentId: 'incident-1',
      declare: true,
    };
    expect(typesOf(log.do(joining))).toEqual(['page.acknowledged']);
    expect(log.do(joining)).toEqual([]);
  });

  it('while joining declares the incident that is joined', () => {
    const incidentId = log.incident();
    log.do({ type: 'acknowledge', pageIds: [log.page('b')], incidentId, declare: true });
    expect(log.incidentNow(incidentId)).toMatchObject(declared);
  });

  it('a second incident of the day names a second channel', () => {
    for (const id of ['a', 'b']) {
      log.do({ type: 'acknowledge', pageIds: [log.page(id, { severity: 'SEV-1' })], declare: true });
    }
    expect(log.incidentNow('incident-2')?.channel).toBe('#incident-20261123-2');
  });

  it.each(['SEV-3', 'SEV-4'] as const)('a %s page is refused: it takes the standard response', (severity) => {
    const page = log.page('a', { severity });
    expect(log.refusal({ type: 'acknowledge', pageIds: [page], declare: true })).toBe('not-asked');
    expect(log.pageNow('a')?.status).toBe('firing');
  });
});
