import { describe, expect, it } from 'vitest';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import { readEvent } from '#shared/domain/event/event.ts';
import { foldIncidentEvents } from '#shared/domain/event/fold.ts';
import { redact } from '#shared/domain/event/redact.ts';
import { INCIDENT, Minter, OPENED, PAGE, RECEIVED, T0 } from './events.ts';

const SECRET = 'hunter2';
const minter = new Minter();
const secretive: TplusEvent[] = [
  minter.event(
    'page.received',
    {
      ...RECEIVED,
      title: SECRET,
      summary: SECRET,
      service: SECRET,
      severityWord: SECRET,
      links: [{ label: SECRET, url: `https://x/${SECRET}` }],
      labels: { [SECRET]: SECRET },
      warnings: [{ path: `/${SECRET}`, detail: SECRET }],
    },
    { pageId: PAGE },
  ),
  minter.event('incident.opened', { ...OPENED, title: SECRET, service: SECRET, summary: SECRET }),
  minter.event('incident.retitled', { title: SECRET }, { incidentId: INCIDENT }),
  minter.event('note.added', { text: SECRET }, { incidentId: INCIDENT }),
  minter.event('message.copied', {
    template: 'status-update',
    title: SECRET,
    kind: 'update',
    form: 'slack',
    text: SECRET,
    fields: { summary: SECRET, actions: [SECRET] },
  }),
  minter.unknown('page.snoozed', { reason: SECRET, key: SECRET, deep: { from: [SECRET] } }),
  minter.unknown('page.snoozed', SECRET),
  minter.unknown('page.snoozed', [SECRET]),
  { ...minter.event('note.added', { text: SECRET }), v: 2, payload: { item: SECRET } },
];

describe.each(secretive.map((event) => [event.type, event] as const))('%s', (_, event) => {
  it('keeps no text', () => {
    expect(JSON.stringify(redact(event))).not.toContain(SECRET);
  });

  it('is still an event that another replica takes', () => {
    expect(readEvent(redact(event))).toEqual(redact(event));
  });

  it('keeps its envelope, and is not blanked further', () => {
    const { payload: _payload, ...envelope } = event;
    expect(redact(event)).toMatchObject({ ...envelope, redacted: true });
    expect(redact(redact(event))).toEqual(redact(event));
  });
});

it('keeps what rules depend on', () => {
  const received = minter.event('page.received', {
    ...RECEIVED,
    faultStartedAt: T0 - 1,
    sourceStartedAt: 'x',
  });
  expect(redact(received).payload).toMatchObject({
    source: 'api',
    key: 'disk',
    sourceStartedAt: 'x',
    severity: 'SEV-2',
    startedAt: T0,
    faultStartedAt: T0 - 1,
    test: false,
  });
});

describe('what was done in an incident stays done', () => {
  const opened = minter.event('incident.opened', OPENED, { incidentId: INCIDENT });
  const about = { incidentId: INCIDENT };
  const fold = (...events: TplusEvent[]) => foldIncidentEvents([opened, ...events]);

  it('by which role, flag, level and step it was', () => {
    const told = [
      minter.event('role.assigned', { role: 'commander', name: SECRET }, about),
      minter.event('incident.flagged', { flag: 'data-leak', on: true }, about),
      minter.event('incident.escalated', { level: 'tech-lead' }, about),
      minter.event('incident.step-entered', { step: 'diagnosis' }, about),
    ].map(redact);
    expect(fold(...told)).toMatchObject({
      roles: { commander: { name: '[redacted]' } },
      flags: { 'data-leak': {} },
      escalated: { 'tech-lead': {} },
      entered: { step: 'diagnosis' },
    });
  });

  it('a role that was given up stays free', () => {
    const taken = minter.event('role.assigned', { role: 'commander', name: 'Ada' }, about);
    const givenUp = minter.event('role.assigned', { role: 'commander', name: '' }, about);
    expect(fold(taken, redact(givenUp))?.roles).toEqual({});
  });
});
