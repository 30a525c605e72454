import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { drillLog, drillNow, drillPages, playOn, SCRIPT, START } from '../drill/drills.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { type PaperLog, whole } from './paper-log.ts';

const EN = builtInPlaybook('en');

function running(after = 0): { log: PaperLog; drill: string } {
  const log = drillLog();
  log.do(START);
  log.now = T0 + after;
  playOn(log);
  return { log, drill: drillNow(log).id };
}

describe('starting a drill', () => {
  it('writes its whole script into the log', () => {
    const { log } = running();
    expect(drillNow(log)).toMatchObject({
      scenario: 'outage',
      title: 'Outage',
      startedAt: T0,
      startedBy: 'Ada',
      script: [
        { kind: 'page', summary: '', labels: {}, service: 'db' },
        { kind: 'raise' },
        { kind: 'note' },
        { kind: 'resolve' },
      ],
    });
  });

  it('is refused while one runs, and for what the playbook does not have', () => {
    const { log, drill } = running();
    expect(log.refusal(START)).toBe('drill-running');
    log.do({ type: 'end-drill', drill });
    expect(log.refusal({ ...START, scenario: 'flood' })).toBe('no-such-scenario');
    expect(drillLog([]).refusal(START)).toBeUndefined();
    const unscripted = drillLog();
    unscripted.playbook = unscripted.playbook && {
      ...unscripted.playbook,
      drills: { purpose: [], principles: [], scenarios: [{ id: 'outage', title: 'Outage' }] },
    };
    expect(unscripted.refusal(START)).toBe('no-script');
  });
});

describe('a drill of another playbook than the default', () => {
  const TEAM: Playbook = {
    ...EN,
    id: 'team',
    title: 'Team',
    drills: {
      purpose: [],
      principles: [],
      scenarios: [{ id: 'flood', title: 'Flood', script: [...SCRIPT] }],
    },
  };
  const FLOOD = { ...START, playbook: 'team', scenario: 'flood' } as const;

  it('runs its scenario, and handles its incident by it', () => {
    const log = drillLog();
    log.shelf = { playbooks: [EN, TEAM].map(whole), defaultId: EN.id };
    log.do(FLOOD);
    expect(drillNow(log)).toMatchObject({ title: 'Flood', playbook: { id: 'team' } });
    log.now = T0 + MINUTE_MS;
    playOn(log);
    const taken = log.run({ type: 'acknowledge', pageIds: drillPages(log) });
    const incident = taken.ok ? log.incidentNow(taken.incidentId ?? '') : undefined;
    expect(incident?.playbook.id).toBe('team');
  });

  it('is refused where the playbook is gone, or has no such scenario', () => {
    const log = drillLog();
    expect(log.refusal(FLOOD)).toBe('no-such-playbook');
    log.shelf = { playbooks: [EN, TEAM].map(whole), defaultId: EN.id };
    expect(log.refusal({ ...START, playbook: 'team' })).toBe('no-such-scenario');
    expect(log.refusal({ ...START, playbook: EN.id })).toBeUndefined();
  });
});

describe('a step', () => {
  it('pages as a sender does, marked', () => {
    const { log, drill } = running(MINUTE_MS);
    const [page = ''] = drillPages(log);
    expect(log.pageNow(page)).toMatchObject({
      drill,
      status: 'firing',
      severity: 'SEV-3',
      source: 'drill',
      startedAt: log.now,
    });
    expect(log.pageNow(page)?.warnings).toEqual([]);
  });

  it('raises and resolves the page of its key', () => {
    const { log } = running(4 * MINUTE_MS);
    const [page = ''] = drillPages(log);
    expect(log.pageNow(page)?.severity).toBe('SEV-1');
    log.now = T0 + 10 * MINUTE_MS;
    playOn(log);
    expect(log.pageNow(page)).toMatchObject({ status: 'resolved', resolvedBy: 'source' });
  });

  it('that came late says so, and counts from its coming', () => {
    const { log } = running(2 * 60 * MINUTE_MS);
    const [page = ''] = drillPages(log);
    expect(log.pageNow(page)).toMatchObject({
      startedAt: log.now,
      warnings: [{ code: 'drill-late', params: { minutes: 119 } }],
    });
    expect(drillNow(log).delivered[0]).toEqual({ at: log.now, late: true });
  });

  it('is not taken early, twice, out of order, or of a drill that is not there', () => {
    const { log, drill } = running(MINUTE_MS);
    const before = log.events.length;
    expect(log.refusal({ type: 'deliver-drill-step', drill, step: 0 })).toBeUndefined();
    expect(log.events).toHaveLength(before);
    expect(log.refusal({ type: 'deliver-drill-step', drill, step: 1 })).toBe('step-not-due');
    log.now = T0 + 4 * MINUTE_MS;
    expect(log.refusal({ type: 'deliver-drill-step', drill, step: 2 })).toBe('step-not-due');
    expect(log.refusal({ type: 'deliver-drill-step', drill, step: 9 })).toBe('no-such-drill');
    expect(log.refusal({ type: 'deliver-drill-step', drill: 'other', step: 0 })).toBe('no-such-drill');
    log.do({ type: 'end-drill', drill });
    expect(log.refusal({ type: 'deliver-drill-step', drill, step: 1 })).toBe('drill-over');
  });
});

it('is handled by the playbook of its scenario, also where its service has another', () => {
  const book = builtInPlaybook('en');
  const log = drillLog();
  log.shelf = {
    playbooks: [whole(book), whole({ ...book, id: 'team', services: ['db'] })],
    defaultId: book.id,
  };
  log.do(START);
  log.now = T0 + MINUTE_MS;
  playOn(log);
  const taken = (pageId: string): string => {
    const plan = log.run({ type: 'acknowledge', pageIds: [pageId] });
    return log.incidentNow((plan.ok ? plan.incidentId : undefined) ?? '')?.playbook.id ?? '';
  };
  expect(taken(drillPages(log)[0] ?? '')).toBe(book.id);
  expect(taken(log.page('real', { service: 'db' }))).toBe('team');
});

describe('the end of a drill', () => {
  it('aborts: resolves its pages, ends its incidents, and leaves what is real alone', () => {
    const { log, drill } = running(MINUTE_MS);
    const real = log.page('real');
    const realIncident = log.incident();
    const pageIds = drillPages(log);
    log.do({ type: 'acknowledge', pageIds });
    const incidentId = log.pageNow(pageIds[0] ?? '')?.incidentId ?? '';
    log.do({ type: 'end-drill', drill });
    expect(log.pageNow(pageIds[0] ?? '')).toMatchObject({ status: 'resolved', resolvedBy: 'drill' });
    // It stands on the incident's timeline too.
    expect(log.last('page.resolved').incidentId).toBe(incidentId);
    expect(log.incidentNow(incidentId)?.drillEnded?.how).toBe('aborted');
    expect(log.pageNow(real)?.status).toBe('firing');
    expect(log.incidentNow(realIncident)?.closedAt).toBeUndefined();
    expect(drillNow(log).ended).toMatchObject({ how: 'aborted', by: 'Ada' });
  });

  it('comes by itself once all was delivered and nothing is open', () => {
    const { log } = running(3 * MINUTE_MS);
    const pageIds = drillPages(log);
    log.do({ type: 'acknowledge', pageIds });
    const incidentId = log.pageNow(pageIds[0] ?? '')?.incidentId ?? '';
    log.now = T0 + 11 * MINUTE_MS;
    playOn(log);
    expect(drillNow(log).ended).toBeUndefined();
    log.do({ type: 'meet-milestone', incidentId, milestone: 'resolve' });
    log.do({ type: 'meet-milestone', incidentId, milestone: 'close' });
    playOn(log);
    expect(drillNow(log).ended?.how).toBe('finished');
    expect(log.incidentNow(incidentId)).not.toHaveProperty('drillEnded');
  });

  it('asked for twice changes nothing', () => {
    const { log, drill } = running();
    log.do({ type: 'end-drill', drill });
    expect(log.do({ type: 'end-drill', drill })).toEqual([]);
    expect(log.refusal({ type: 'end-drill', drill: 'other' })).toBe('no-such-drill');
  });
});
