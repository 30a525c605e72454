import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { levelsOf } from '#shared/domain/incident/escalation.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { escalationMessage } from '../../../../src/renderer/features/incident/escalation/escalation-message.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { incidentOf, metAt } from '../../shared/domain/incident/incidents.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const now = T0 + 31 * MINUTE_MS;
const incident = incidentOf({
  severity: 'SEV-2',
  met: metAt({ acknowledge: T0 }),
  channel: '#incident-20261123',
});

function messageFor(levelId: string, playbook: Playbook) {
  const view = levelsOf(incident, playbook, now).find(({ level }) => level.id === levelId);
  if (view === undefined) throw new Error(`no ${levelId}`);
  return escalationMessage(view, incident, playbook, { now, me: 'Ada', takenChannels: new Set() });
}

describe('what is copied to call a level in', () => {
  it('begins with who it is and how they are reached, and leaves nothing open', () => {
    const { text, html, gaps } = messageFor('level-3', builtInPlaybook('ko'));
    expect(text.split('\n')).toEqual([
      'Engineering Manager: @em (Slack/Phone)',
      '',
      '📣 *ESCALATION* (T+31min)',
      '',
      '*Severity*: SEV-2',
      '*Title*: Disk full',
      '*Reason*: 30분 내 해결 안됨',
      '*Needed*: War Room에 참여해 주세요',
      '',
      '*War Room*: #incident-20261123',
    ]);
    expect(html).toContain('<p>Engineering Manager: @em (Slack/Phone)</p>');
    expect(gaps).toEqual([]);
  });

  it('names a level without a contact, and a level nothing calls without a reason of its own', () => {
    expect(messageFor('level-4', builtInPlaybook('en')).text).toMatch(/^CTO \/ Executive\n/);
    expect(messageFor('level-2', builtInPlaybook('en')).fields['reason']).toBe(
      'Not resolved within 30 minutes',
    );
  });

  it('is the contact alone where the playbook has no words', () => {
    const playbook = builtInPlaybook('en');
    const without = { ...playbook, templates: playbook.templates.filter(({ id }) => id !== 'escalation') };
    const { text, template } = messageFor('level-3', without);
    expect([text, template]).toEqual(['Engineering Manager: @em (Slack/Phone)', undefined]);
  });
});
