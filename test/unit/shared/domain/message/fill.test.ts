import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { asEventId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { type FillContext, fillFields } from '#shared/domain/message/fill.ts';
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
