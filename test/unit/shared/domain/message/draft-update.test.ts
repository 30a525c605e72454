import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import { foldIncidentEvents } from '#shared/domain/event/fold.ts';
import type { EventType, PayloadOf } from '#shared/domain/event/payloads.ts';
import { draftUpdate } from '#shared/domain/message/draft-update.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { INCIDENT, Minter, OPENED, redacting, T0, undoing } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const EN = builtInPlaybook('en');
const KO = builtInPlaybook('ko');
const COPIED: PayloadOf<'message.copied'> = {
  template: 'status-update',
  title: 'Status update',
  kind: 'update',
  form: 'slack',
  text: '',
  fields: {},
};

/** An incident's log, a minute to each event. */
class Story {
  readonly #minter = new Minter();
  readonly events: TplusEvent[] = [];

  constructor() {
    this.say('incident.opened', OPENED);
  }

  say<T extends EventType>(type: T, payload: PayloadOf<T>) {
    const event = this.#minter.event(type, payload, {
      at: T0 + this.events.length * MINUTE_MS,
      incidentId: INCIDENT,
    });
    this.events.push(event);
    return event;
  }

  push(make: (minter: Minter) => TplusEvent): void {
    this.events.push(make(this.#minter));
  }

  draft(playbook: Playbook = EN) {
    const incident = foldIncidentEvents(this.events);
    if (incident === undefined) throw new Error('no incident');
    const fields = playbook.templates.find(({ id }) => id === 'status-update')?.fields ?? [];
    return draftUpdate(this.events, incident, playbook, fields);
  }
}

function busyStory(): Story {
  const story = new Story();
  story.say('incident.milestone-met', { milestone: 'acknowledge', marks: 'acknowledgement' });
  story.say('message.copied', COPIED);
  story.say('incident.milestone-met', { milestone: 'declare', marks: 'declaration' });
  story.say('incident.severity-changed', { from: 'SEV-1', to: 'SEV-2' });
  story.say('role.assigned', { role: 'incident-commander', name: 'haseong' });
  story.say('checklist.ticked', { checklist: 'procedure:major-incident', item: 'assess-impact' });
  story.say('incident.flagged', { flag: 'data-loss', on: true });
  story.say('incident.escalated', { level: 'level-3' });
  story.say('note.added', { text: '02:05 deploy suspected\nof v1.2.3' });
  story.say('incident.step-entered', { step: 'verification' });
  return story;
}

describe('the draft of the next update', () => {
  it('says in the edition’s words what is new, what was done, and what comes next', () => {
    expect(busyStory().draft()).toEqual({
      since: T0 + 2 * MINUTE_MS,
      changes: 8,
      values: {
        summary:
          'Declared\nSeverity: SEV-1 → SEV-2\nData loss\n02:05 deploy suspected\nof v1.2.3\nVerification',
        actions: [
          'Incident Commander: haseong',
          'Determine the scope of impact',
          'Escalation: Engineering Manager',
        ],
        'next-steps': [
          'Post the first status update',
          'Update the status page (Investigating)',
          'Judge whether a rollback is needed',
          'Check the last good backup',
        ],
      },
    });
    expect(busyStory().draft(KO).values).toEqual({
      summary: '선언됨\n심각도: SEV-1 → SEV-2\n데이터 손실\n02:05 deploy suspected\nof v1.2.3\n검증',
      actions: ['Incident Commander: haseong', '영향 범위 파악', '에스컬레이션: Engineering Manager'],
      'next-steps': [
        '첫 번째 상태 업데이트 게시',
        'Status Page 업데이트 (Investigating)',
        '롤백 필요 여부 판단',
        '마지막 정상 백업 확인',
      ],
    });
  });

  it('begins with the incident while there was no update, and again after each', () => {
    const story = new Story();
    story.say('incident.milestone-met', { milestone: 'acknowledge', marks: 'acknowledgement' });
    story.say('message.copied', { ...COPIED, kind: 'declaration', template: 'incident-declared' });
    expect(story.draft()).toMatchObject({
      since: undefined,
      changes: 1,
      values: { summary: 'Acknowledged' },
    });
    story.say('message.copied', COPIED);
    const { changes, values } = story.draft();
    expect(changes).toBe(0);
    expect(Object.keys(values)).toEqual(['next-steps']);
  });

  it('leaves out what was taken back, undone, handed on or blanked', () => {
    const story = new Story();
    story.say('checklist.ticked', { checklist: 'quick-reference', item: 'verify-problem' });
    story.say('checklist.unticked', { checklist: 'quick-reference', item: 'verify-problem' });
    story.say('role.assigned', { role: 'scribe', name: 'Ada' });
    story.say('role.assigned', { role: 'scribe', name: 'Bob' });
    story.say('incident.flagged', { flag: 'security', on: true });
    story.say('incident.flagged', { flag: 'security', on: false });
    const undone = story.say('note.added', { text: 'never mind' });
    story.push((minter) => undoing(minter, undone));
    const secret = story.say('note.added', { text: 'hunter2' });
    story.push((minter) => redacting(minter, secret));
    const { changes, values } = story.draft();
    expect(values).not.toHaveProperty('summary');
    expect(values['actions']).toEqual(['Scribe: Bob']);
    expect(changes).toBe(1);
  });

  it('takes the steps of the phase that the milestones have reached, then the next milestone', () => {
    const story = new Story();
    for (const milestone of ['acknowledge', 'declare', 'assemble'])
      story.say('incident.milestone-met', { milestone });
    expect(story.draft().values['next-steps']).toEqual([
      'Start analysing the logs',
      'Review recent changes',
      'Estimate the root cause',
    ]);
    const { procedures: _procedures, ...small } = EN;
    expect(story.draft(small).values['next-steps']).toEqual(['Diagnose']);
    story.say('incident.milestone-met', { milestone: 'diagnose' });
    story.say('incident.milestone-met', { milestone: 'resolve', marks: 'resolution' });
    expect(story.draft().values['next-steps']?.[0]).toBe('Declare the incident resolved');
  });

  it('goes by the furthest milestone, whichever were passed over', () => {
    const story = new Story();
    story.say('incident.milestone-met', { milestone: 'diagnose' });
    expect(story.draft().values['next-steps']?.[0]).toBe('Implement the solution');
    story.say('incident.milestone-met', { milestone: 'resolve', marks: 'resolution' });
    expect(story.draft().values['next-steps']?.[0]).toBe('Declare the incident resolved');
  });

  it('says what was done of the steps that a flag added, and what of them comes next', () => {
    const story = new Story();
    const tick = (checklist: string, item: string): void => {
      story.say('checklist.ticked', { checklist, item });
    };
    story.say('incident.flagged', { flag: 'data-leak', on: true });
    story.say('incident.flagged', { flag: 'data-loss', on: true });
    expect(story.draft().values['next-steps']).toEqual([
      'Check the alert and verify the problem',
      'Create the Slack channel #incident-20261123',
      'Declare the IC role',
      'Tell the security team at once',
      'Check the last good backup',
    ]);
    story.say('message.copied', COPIED);
    tick('procedure:data-leak', 'leak-tell-security');
    tick('procedure:data-loss', 'loss-last-backup');
    expect(story.draft().values).toMatchObject({
      actions: ['Tell the security team at once', 'Check the last good backup'],
    });
    expect(story.draft().changes).toBe(2);
    expect(story.draft().values['next-steps']?.slice(3)).toEqual([
      'Determine which data is affected',
      'Determine how much can be recovered',
    ]);
    expect(story.draft(KO).values).toMatchObject({
      actions: ['즉시 보안팀 통보', '마지막 정상 백업 확인'],
    });
    story.say('incident.flagged', { flag: 'data-loss', on: false });
    expect(story.draft().values['next-steps']).toHaveLength(4);
  });

  it('goes on with the steps that a flag added when all others are done', () => {
    const story = new Story();
    const { procedures = [], ...rest } = EN;
    const extras = { ...rest, procedures: procedures.filter(({ flag }) => flag !== undefined) };
    story.say('incident.milestone-met', { milestone: 'resolve', marks: 'resolution' });
    expect(story.draft(extras).values['next-steps']).toEqual(['Close']);
    story.say('incident.flagged', { flag: 'data-leak', on: true });
    expect(story.draft(extras).values['next-steps']).toEqual(['Tell the security team at once']);
  });

  it('says once what was done twice', () => {
    const story = new Story();
    story.say('note.added', { text: 'still down' });
    story.say('note.added', { text: 'still down' });
    expect(story.draft()).toMatchObject({ changes: 1, values: { summary: 'still down' } });
  });

  it('names the incident’s own channel in its items, done and still to do', () => {
    const story = new Story();
    expect(story.draft().values['next-steps']?.[1]).toBe('Create the Slack channel #incident-20261123');
    story.say('checklist.ticked', { checklist: 'procedure:major-incident', item: 'create-channel' });
    story.say('incident.milestone-met', {
      milestone: 'declare',
      marks: 'declaration',
      channel: '#incident-20261123-2',
    });
    expect(story.draft().values['actions']).toEqual(['Create the Slack channel #incident-20261123-2']);
    expect(story.draft(KO).values['actions']).toEqual(['Slack #incident-20261123-2 채널 생성']);
  });

  it('fills no field that the playbook has not marked, and one of a single line with commas', () => {
    const incident = foldIncidentEvents(busyStory().events);
    if (incident === undefined) throw new Error('no incident');
    const fields = [
      { id: 'a', label: 'A', type: 'text' as const, draft: 'actions' as const },
      { id: 'b', label: 'B', type: 'multiline' as const },
    ];
    expect(draftUpdate(busyStory().events, incident, EN, fields).values).toEqual({
      a: 'Incident Commander: haseong, Determine the scope of impact, Escalation: Engineering Manager',
    });
  });
});
