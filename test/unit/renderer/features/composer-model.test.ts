import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { foldIncidentEvents } from '#shared/domain/event/fold.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import {
  composablesOf,
  dueTemplate,
  filledFields,
  furtherTemplates,
} from '../../../../src/renderer/features/incident/composer/composer-model.ts';
import type { IncidentDrafts } from '../../../../src/renderer/db/drafts.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { FakeLog } from '../fake-log.ts';
import { receivePage } from '../pages.ts';

const playbook = builtInPlaybook('en');
const START = Date.parse('2026-11-22T17:11:00Z');

function incidentAfter(...milestones: readonly (readonly [minute: number, milestone: string])[]): Incident {
  let now = START;
  const log = new FakeLog({ en: playbook, ko: builtInPlaybook('ko') }, () => now);
  const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log, { startedAt: START })] });
  const incidentId = answer.ok ? (answer.incidentId ?? '') : '';
  for (const [minute, milestone] of milestones) {
    now = START + minute * MINUTE_MS;
    log.run({ type: 'meet-milestone', incidentId, milestone });
  }
  const incident = foldIncidentEvents(log.events.filter((event) => event.incidentId === incidentId));
  if (incident === undefined) throw new Error('no incident');
  return incident;
}

function fill(
  incident: Incident,
  template: string,
  drafts: IncidentDrafts = {},
  me = 'haseong',
  minutes = 7,
) {
  const fields = playbook.templates.find(({ id }) => id === template)?.fields ?? [];
  const takenChannels = new Set<string>();
  const sources = { incident, playbook, drafts, me, takenChannels, now: START + minutes * MINUTE_MS };
  return Object.fromEntries(
    filledFields(fields, template, sources).map(({ field, value, from }) => [field.id, { value, from }]),
  );
}

describe('filling the fields of a message', () => {
  it('takes from the incident what it knows, by the playbook’s sources', () => {
    const filled = fill(incidentAfter([5, 'declare']), 'incident-declared');
    expect(filled['severity']?.value).toBe('SEV-1');
    expect(filled['title']?.value).toBe('Checkout is down');
    expect(filled['channel']?.value).toBe('#incident-20261123');
    expect(filled['incident-commander']?.value).toBe('haseong');
    expect(filled['impact']).toEqual({ value: '', from: 'nowhere' });
  });

  it('writes T+ as whole minutes since detection, and times in the playbook’s zone with its name', () => {
    expect(fill(incidentAfter(), 'status-update')['minutes']?.value).toBe('7');
    const resolved = fill(incidentAfter([62, 'resolve']), 'incident-resolved', {}, '', 70);
    expect(resolved['start-time']?.value).toBe('2026-11-23 02:11 KST');
    expect(resolved['end-time']?.value).toBe('2026-11-23 03:13 KST');
    expect(resolved['total-duration']?.value).toBe('1 h 2 min');
  });

  it('lets what was typed stand before what the incident says, also when it was emptied', () => {
    const drafts = { 'incident-declared': { title: 'Payments fail', severity: '' } };
    const filled = fill(incidentAfter(), 'incident-declared', drafts);
    expect(filled['title']).toEqual({ value: 'Payments fail', from: 'typed' });
    expect(filled['severity']).toEqual({ value: '', from: 'typed' });
  });

  it('remembers a value for the field of the same id in another message', () => {
    const drafts = { 'status-page-update': { summary: 'Payments fail' } };
    expect(fill(incidentAfter(), 'status-update', drafts)['summary']).toEqual({
      value: 'Payments fail',
      from: 'other',
    });
  });
});

it('what the incident knows stands before what was typed for another message', () => {
  const drafts = { 'incident-declared': { title: 'Payments fail', channel: '#elsewhere' } };
  const filled = fill(incidentAfter([5, 'declare']), 'escalation', drafts);
  expect(filled['title']).toEqual({ value: 'Checkout is down', from: 'incident' });
  expect(filled['channel']).toEqual({ value: '#incident-20261123', from: 'incident' });
});

describe('the message to be written', () => {
  it('follows the incident: declaration, update, resolution', () => {
    const declared = incidentAfter([5, 'declare']);
    expect(dueTemplate(incidentAfter(), playbook)).toBe('incident-declared');
    expect(dueTemplate(declared, playbook)).toBe('incident-declared');
    const done = declared.met['declare'];
    if (done === undefined) throw new Error('declared');
    const announced = { ...done, title: '', form: 'slack', fields: {} };
    expect(dueTemplate({ ...declared, copied: { 'incident-declared': announced } }, playbook)).toBe(
      'status-update',
    );
    expect(dueTemplate(incidentAfter([5, 'declare'], [60, 'resolve']), playbook)).toBe('incident-resolved');
  });

  it('has tabs for what every incident needs, and for another message only once it is opened', () => {
    const idsOf = (opened?: string): string[] => composablesOf(playbook, opened).map(({ id }) => id);
    const always = ['incident-declared', 'status-update', 'incident-resolved', 'status-page-update'];
    expect(idsOf()).toEqual(always);
    expect(idsOf('escalation')).toEqual([...always.slice(0, 3), 'escalation', 'status-page-update']);
    expect(idsOf('no-such-message')).toEqual(always);
    expect(furtherTemplates(playbook).map(({ id }) => id)).toEqual(['escalation', 'rollback-complete']);
    expect(furtherTemplates(playbook, 'escalation').map(({ id }) => id)).toEqual(['rollback-complete']);
  });
});
