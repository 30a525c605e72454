import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { asEventId } from '#shared/domain/ids.ts';
import { updateToCopy } from '../../../../src/main/paging/copy-update.ts';
import { INCIDENT, T0 } from '../../shared/domain/event/events.ts';
import { incidentOf } from '../../shared/domain/incident/incidents.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const EN = builtInPlaybook('en');
const CONTEXT = { now: T0 + 20 * MINUTE_MS, me: 'Ada', takenChannels: new Set<string>() };
const COPIED = {
  'status-update': {
    at: T0,
    by: 'Ada',
    eventId: asEventId('e'),
    title: 'Status update',
    form: 'slack',
    fields: { status: 'Identified', summary: 'Disk', actions: ['a', 'b'], 'next-steps': ['c'], eta: 'soon' },
  },
};

describe('the next status update', () => {
  it('has gaps where nobody has written anything', () => {
    expect(updateToCopy(incidentOf(), EN, CONTEXT)).toMatchObject({ hasGaps: true });
  });

  it('goes on from the last one copied, with the minutes of now', () => {
    const update = updateToCopy(incidentOf({ copied: COPIED }), EN, CONTEXT);
    expect(update?.hasGaps).toBe(false);
    expect(update?.text).toContain('T+20min');
    expect(update?.text).toContain('Identified');
    expect(update?.html).toContain('Identified');
  });

  it('is recorded as what restarts the clock', () => {
    expect(updateToCopy(incidentOf({ copied: COPIED }), EN, CONTEXT)?.record).toMatchObject({
      type: 'record-copy',
      incidentId: INCIDENT,
      template: 'status-update',
      kind: 'update',
      form: 'slack',
      fields: { minutes: '20', actions: ['a', 'b'] },
    });
  });

  it('names the channel that a declaration would give, not one of another incident', () => {
    const templates = EN.templates.map((template) =>
      template.id === EN.updates.template
        ? {
            ...template,
            fields: [{ id: 'channel', label: 'Channel', type: 'text' as const, source: 'channel' as const }],
          }
        : template,
    );
    const copied = (takenChannels: ReadonlySet<string>) =>
      updateToCopy(incidentOf(), { ...EN, templates }, { ...CONTEXT, takenChannels })?.record.fields[
        'channel'
      ];
    expect(copied(new Set())).toBe('#incident-20261123');
    expect(copied(new Set(['#incident-20261123']))).toBe('#incident-20261123-2');
  });

  it('is in the form of its first channel, and says which that is', () => {
    const incident = incidentOf({ copied: COPIED, severity: 'SEV-3' });
    expect(updateToCopy(incident, EN, CONTEXT)?.record).toMatchObject({ form: 'slack', channel: 'incident' });
    const templates = EN.templates.map((each) => ({ ...each, channels: ['general', 'email'] }));
    const mailed = updateToCopy(incident, { ...EN, templates }, CONTEXT);
    expect(mailed?.record).toMatchObject({ form: 'email', channel: 'email', text: mailed?.text });
    expect(mailed?.text).toMatch(/^\[SEV-3\] Status update: Disk full\n\n📊 STATUS UPDATE/);
  });

  it('is none where the playbook has no such template', () => {
    expect(updateToCopy(incidentOf(), { ...EN, templates: [] }, CONTEXT)).toBeUndefined();
  });
});
