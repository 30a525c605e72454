import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { type Debrief, debriefOf } from '#shared/domain/drill/debrief.ts';
import type { IncidentId, Instant } from '#shared/domain/ids.ts';
import type { PaperLog } from '../command/paper-log.ts';
import { INCIDENT, Minter, T0 } from '../event/events.ts';
import { incidentOf } from '../incident/incidents.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { drillLog, drillNow, drillPages, playOn, START } from './drills.ts';

const minter = new Minter();
const at = (minutes: number): Instant => T0 + minutes * MINUTE_MS;

/** The drill up to its page at 1 min, which is SEV-1 from 3 min on; taken at 4 and declared at 5. */
function taken(): { log: PaperLog; incidentId: IncidentId } {
  const log = drillLog();
  log.do(START);
  log.now = at(1);
  playOn(log);
  log.now = at(4);
  playOn(log);
  log.do({ type: 'acknowledge', pageIds: drillPages(log), declare: true });
  const incidentId = log.pageNow(drillPages(log)[0] ?? '')?.incidentId;
  if (incidentId === undefined) throw new Error('not taken');
  return { log, incidentId };
}

function copy(
  log: PaperLog,
  incidentId: string,
  kind: 'declaration' | 'update' | 'resolution',
  minutes: number,
): void {
  log.now = at(minutes);
  log.do({
    type: 'record-copy',
    incidentId,
    template: kind,
    title: kind,
    kind,
    form: 'slack',
    text: kind,
    fields: {},
  });
}

function debrief(log: PaperLog): Debrief {
  const ids = [...new Set(log.events.flatMap(({ incidentId }) => incidentId ?? []))];
  const incidents = ids.flatMap((id) => {
    const incident = log.incidentNow(id);
    const pages = new Set<string>(incident?.pageIds);
    const events = log.events.filter(
      ({ incidentId, pageId }) => incidentId === id || pages.has(pageId ?? ''),
    );
    return incident === undefined || log.playbook === undefined
      ? []
      : [{ incident, events, playbook: log.playbook }];
  });
  return debriefOf(drillNow(log), incidents, log.now);
}

describe('milestones against their targets', () => {
  it('are met, late, missed or still open when the drill ended', () => {
    const { log, incidentId } = taken();
    log.now = at(20);
    log.do({ type: 'meet-milestone', incidentId, milestone: 'assemble' });
    log.now = at(40);
    log.do({ type: 'end-drill', drill: drillNow(log).id });
    log.now = at(600);
    const [incident] = debrief(log).incidents;
    // Detection is the page's coming, at 1 min.
    expect(incident?.milestones).toMatchObject([
      { id: 'acknowledge', verdict: 'met', target: 5 * MINUTE_MS, took: 3 * MINUTE_MS },
      { id: 'declare', verdict: 'met', target: 5 * MINUTE_MS, took: 3 * MINUTE_MS },
      {
        id: 'assemble',
        verdict: 'late',
        target: 15 * MINUTE_MS,
        took: 19 * MINUTE_MS,
        lateBy: 4 * MINUTE_MS,
      },
      { id: 'diagnose', verdict: 'missed', lateBy: 9 * MINUTE_MS },
      { id: 'resolve', verdict: 'open' },
      { id: 'close', verdict: 'open' },
    ]);
  });
});

describe('messages', () => {
  it('that the playbook asks for and nobody wrote', () => {
    const { log, incidentId } = taken();
    log.now = at(50);
    log.do({ type: 'meet-milestone', incidentId, milestone: 'resolve' });
    // Declared at 4: updates were due at 19, 34 and 49.
    expect(debrief(log).incidents[0]?.missing).toEqual([
      { kind: 'declaration' },
      { kind: 'updates', count: 3 },
      { kind: 'resolution' },
    ]);
  });

  it('that were written, and none is missing', () => {
    const { log, incidentId } = taken();
    copy(log, incidentId, 'declaration', 5);
    copy(log, incidentId, 'update', 19);
    copy(log, incidentId, 'update', 30);
    log.now = at(45);
    log.do({ type: 'meet-milestone', incidentId, milestone: 'resolve' });
    copy(log, incidentId, 'resolution', 46);
    const [incident] = debrief(log).incidents;
    expect(incident?.missing).toEqual([]);
    expect(incident?.messages.map(({ title, at: when }) => [title, when])).toEqual([
      ['declaration', at(5)],
      ['update', at(19)],
      ['update', at(30)],
      ['resolution', at(46)],
    ]);
  });

  it('are not asked for between a resolution and the reopening after it', () => {
    const { log, incidentId } = taken();
    log.now = at(10);
    log.do({ type: 'meet-milestone', incidentId, milestone: 'resolve' });
    log.now = at(90);
    log.do({ type: 'reopen', incidentId });
    log.now = at(110);
    log.do({ type: 'end-drill', drill: drillNow(log).id });
    // Open again from 90 to 110: one was due, at 105.
    expect(debrief(log).incidents[0]?.missing).toEqual([
      { kind: 'declaration' },
      { kind: 'updates', count: 1 },
    ]);
  });

  it('are not asked for while nothing was declared', () => {
    const log = drillLog();
    log.do(START);
    log.now = at(1);
    playOn(log);
    log.do({ type: 'acknowledge', pageIds: drillPages(log) });
    log.now = at(60);
    expect(debrief(log).incidents[0]?.missing).toEqual([]);
  });
});

describe('steps, escalations and people', () => {
  it('lists what was not ticked, by its list', () => {
    const { log, incidentId } = taken();
    log.do({ type: 'tick', incidentId, checklist: 'quick-reference', item: 'verify-problem' });
    const [incident] = debrief(log).incidents;
    const quick = incident?.missedSteps.find(({ list }) => list === log.playbook?.quickReference.title);
    expect(quick?.items).toHaveLength(9);
    expect(quick?.items.join()).not.toContain(log.playbook?.quickReference.items[0]?.text);
    expect((incident?.missedSteps.length ?? 0) > 1).toBe(true);
  });

  it('names who was called in and who took part', () => {
    const { log, incidentId } = taken();
    const level = log.playbook?.escalation?.levels[1];
    log.do({ type: 'escalate', incidentId, level: level?.id ?? '' });
    const role = log.playbook?.roles?.[0]?.id ?? '';
    log.do({ type: 'assign-role', incidentId, role, name: 'Mina' });
    const result = debrief(log);
    expect(result.incidents[0]?.escalations).toEqual([{ title: level?.title, at: log.now, by: 'Ada' }]);
    expect(result.participants).toEqual(['Ada', 'Mina']);
  });

  it('names people in the order of what they did, who began the drill first', () => {
    const { log } = taken();
    const made = debriefOf(
      drillNow(log),
      [
        {
          incident: incidentOf(),
          playbook: builtInPlaybook('en'),
          events: ['Sora', 'Joon', 'Sora', 'Ada'].map((author) =>
            minter.event('note.added', { text: 'x' }, { author, incidentId: INCIDENT }),
          ),
        },
      ],
      log.now,
    );
    expect(made.participants).toEqual(['Ada', 'Sora', 'Joon']);
  });

  it('counts the steps that came late', () => {
    const log = drillLog();
    log.do(START);
    log.now = at(120);
    playOn(log);
    expect(debrief(log).lateSteps).toBe(4);
  });
});

it('has nothing to say of incidents where nobody took a page', () => {
  const log = drillLog();
  log.do(START);
  log.now = at(60);
  playOn(log);
  expect(debrief(log)).toEqual({ incidents: [], participants: ['Ada'], lateSteps: 4 });
});
