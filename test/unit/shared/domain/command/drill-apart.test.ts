import { describe, expect, it } from 'vitest';
import type { IncidentId } from '#shared/domain/ids.ts';
import { PaperLog } from './paper-log.ts';

const DRILL = 'drill-1';

/** A real incident and one of a drill, each of one SEV-1 page, both taken. */
function both(log: PaperLog): { real: IncidentId; practice: IncidentId } {
  return { real: log.incident(), practice: log.incident({ drill: DRILL }) };
}

it('marks the incident of a drill page, and no other', () => {
  const log = new PaperLog();
  const { real, practice } = both(log);
  expect(log.incidentNow(practice)?.drill).toBe(DRILL);
  expect(log.incidentNow(real)).not.toHaveProperty('drill');
});

it('keeps the pages of a drill out of real incidents, and real ones out of a drill', () => {
  const log = new PaperLog();
  const { real, practice } = both(log);
  const drillPage = log.page('drill-page', { drill: DRILL });
  const otherDrill = log.page('other-drill-page', { drill: 'drill-2' });
  const realPage = log.page('real-page');
  for (const [page, incidentId] of [
    [drillPage, real],
    [realPage, practice],
    [otherDrill, practice],
  ] as const) {
    expect(log.refusal({ type: 'acknowledge', pageIds: [page], incidentId })).toBe('drill-apart');
    expect(log.refusal({ type: 'link-pages', pageIds: [page], incidentId })).toBe('drill-apart');
  }
  expect(log.refusal({ type: 'merge-incidents', from: practice, into: real })).toBe('drill-apart');
  expect(log.refusal({ type: 'merge-incidents', from: real, into: practice })).toBe('drill-apart');
});

it('lets the pages of one drill join', () => {
  const log = new PaperLog();
  const { practice } = both(log);
  const page = log.page('drill-page', { drill: DRILL });
  expect(log.refusal({ type: 'acknowledge', pageIds: [page], incidentId: practice })).toBeUndefined();
  expect(log.pageNow(page)?.incidentId).toBe(practice);
});

describe('acknowledging all that rings, of a drill and not', () => {
  it('makes an incident of each kind, and answers with the real one', () => {
    const log = new PaperLog();
    const ids = [log.page('d', { drill: DRILL }), log.page('one'), log.page('two')];
    const plan = log.run({ type: 'acknowledge', pageIds: ids });
    const real = plan.ok ? plan.incidentId : undefined;
    expect(ids.map((id) => log.pageNow(id)?.status)).toEqual([
      'acknowledged',
      'acknowledged',
      'acknowledged',
    ]);
    expect(log.pageNow('one')?.incidentId).toBe(real);
    expect(log.pageNow('two')?.incidentId).toBe(real);
    expect(log.pageNow('d')?.incidentId).not.toBe(real);
    expect(log.incidentNow(real ?? '')).not.toHaveProperty('drill');
  });

  it('does not declare both at once', () => {
    const log = new PaperLog();
    const pageIds = [
      log.page('d', { drill: DRILL, severity: 'SEV-1' }),
      log.page('one', { severity: 'SEV-1' }),
    ];
    expect(log.refusal({ type: 'acknowledge', pageIds, declare: true })).toBe('drill-apart');
  });
});

describe('an incident that ended with its drill', () => {
  function ended(): { log: PaperLog; incidentId: IncidentId; tick: string } {
    const log = new PaperLog();
    const incidentId = log.incident({ drill: DRILL });
    log.do({ type: 'tick', incidentId, checklist: 'quick-reference', item: 'verify-problem' });
    const tick = log.last('checklist.ticked').id;
    log.append({ type: 'incident.drill-ended', incidentId, payload: { drill: DRILL, how: 'aborted' } });
    return { log, incidentId, tick };
  }

  it('is closed, and says how', () => {
    const { log, incidentId } = ended();
    expect(log.incidentNow(incidentId)).toMatchObject({ closedAt: log.now, drillEnded: { how: 'aborted' } });
  });

  it('takes what is remembered of it, and nothing else', () => {
    const { log, incidentId, tick } = ended();
    expect(log.refusal({ type: 'reopen', incidentId })).toBe('drill-over');
    expect(log.refusal({ type: 'meet-milestone', incidentId, milestone: 'resolve' })).toBe('drill-over');
    expect(log.refusal({ type: 'undo', eventId: tick })).toBe('drill-over');
    expect(log.refusal({ type: 'add-note', incidentId, text: 'We were slow to declare' })).toBeUndefined();
    expect(log.refusal({ type: 'undo', eventId: log.last('note.added').id })).toBeUndefined();
  });

  it('keeps the time at which it was closed before', () => {
    const log = new PaperLog();
    const incidentId = log.incident({ drill: DRILL });
    log.do({ type: 'meet-milestone', incidentId, milestone: 'resolve' });
    log.do({ type: 'meet-milestone', incidentId, milestone: 'close' });
    const { closedAt } = log.incidentNow(incidentId) ?? {};
    log.now += 1000;
    log.append({ type: 'incident.drill-ended', incidentId, payload: { drill: DRILL, how: 'finished' } });
    expect(log.incidentNow(incidentId)?.closedAt).toBe(closedAt);
  });
});
