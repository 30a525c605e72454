import { describe, expect, it } from 'vitest';
import type { KnownEvent } from '#shared/domain/event/event.ts';
import { foldPageEvents } from '#shared/domain/event/fold.ts';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { asIncidentId } from '#shared/domain/ids.ts';
import { isOverAtSource, type Page } from '#shared/domain/page/page.ts';
import { INCIDENT, Minter, PAGE, RECEIVED, T0, undoing } from '../event/events.ts';

const minter = new Minter();
const received = minter.event('page.received', RECEIVED, { pageId: PAGE, at: T0 });
const later = (minutes: number) => ({ pageId: PAGE, at: T0 + minutes * MINUTE_MS });
const acknowledged = minter.event(
  'page.acknowledged',
  {},
  { ...later(1), incidentId: INCIDENT, author: 'Bo' },
);
const toRecheck = minter.event(
  'page.acknowledged',
  { recheckAt: T0 + 16 * MINUTE_MS },
  { ...later(1), incidentId: INCIDENT },
);
const acknowledgedAnew = minter.event('page.acknowledged', {}, { ...later(2), author: 'Cy' });
const raised = minter.event('page.severity-raised', { from: 'SEV-2', to: 'SEV-1' }, later(3));
const rechecked = minter.event('page.rechecked', { acknowledgedAt: T0 + MINUTE_MS }, later(16));
const resolved = minter.event('page.resolved', { by: 'source' }, later(20));
const resolvedAnew = minter.event('page.resolved', { by: 'person' }, later(21));
const lateAcknowledgement = minter.event('page.acknowledged', {}, { ...later(22), incidentId: INCIDENT });

function fold(...events: KnownEvent[]): Page | undefined {
  return foldPageEvents(events);
}

it('is what was received, firing, its alarm counted from arrival', () => {
  expect(fold(received)).toEqual({
    ...RECEIVED,
    id: PAGE,
    status: 'firing',
    receivedAt: T0,
    alarmFrom: T0,
  });
});

it('is counted from arrival also where it began earlier', () => {
  const event = minter.event(
    'page.received',
    { ...RECEIVED, startedAt: T0 - 1000 },
    { pageId: PAGE, at: T0 },
  );
  expect(fold(event)).toMatchObject({ startedAt: T0 - 1000, receivedAt: T0, alarmFrom: T0 });
});

it.each([
  ['nothing', [] as KnownEvent[]],
  ['an acknowledgement of a page nobody received', [acknowledged]],
  ['a page without its id', [minter.event('page.received', RECEIVED)]],
])('is not made by %s', (_, events) => {
  expect(fold(...events)).toBeUndefined();
});

it('is received once', () => {
  const again = minter.event('page.received', { ...RECEIVED, title: 'Other' }, later(1));
  expect(fold(received, again)).toEqual(fold(received));
});

describe('acknowledging', () => {
  it('says when, by whom, and into which incident', () => {
    expect(fold(received, acknowledged)).toMatchObject({
      status: 'acknowledged',
      acknowledgedAt: T0 + MINUTE_MS,
      acknowledgedBy: 'Bo',
      incidentId: INCIDENT,
    });
  });

  it('again is the later word, and keeps the incident', () => {
    expect(fold(received, acknowledged, acknowledgedAnew)).toMatchObject({
      acknowledgedAt: T0 + 2 * MINUTE_MS,
      acknowledgedBy: 'Cy',
      incidentId: INCIDENT,
    });
  });

  it('again without a recheck takes the promised one back', () => {
    expect(fold(received, toRecheck)?.recheckAt).toBe(T0 + 16 * MINUTE_MS);
    expect(fold(received, toRecheck, acknowledgedAnew)).not.toHaveProperty('recheckAt');
  });

  it('that lost the race with a resolve changes nothing', () => {
    expect(fold(received, resolved, lateAcknowledgement)).toEqual(fold(received, resolved));
  });

  it('can be undone: it rings again from where it was', () => {
    expect(fold(received, acknowledged, undoing(minter, acknowledged))).toEqual(fold(received));
  });
});

describe('a raised severity', () => {
  it('of a firing page sounds anew', () => {
    expect(fold(received, raised)).toMatchObject({
      severity: 'SEV-1',
      status: 'firing',
      alarmFrom: T0 + 3 * MINUTE_MS,
    });
  });

  it('of an acknowledged page sounds anew, in the same incident', () => {
    const page = fold(received, toRecheck, raised);
    expect(page).toMatchObject({ severity: 'SEV-1', status: 'firing', incidentId: INCIDENT });
    expect(page).toMatchObject({ alarmFrom: T0 + 3 * MINUTE_MS });
    for (const gone of ['acknowledgedAt', 'acknowledgedBy', 'recheckAt'])
      expect(page).not.toHaveProperty(gone);
  });

  it('of a resolved page is silent', () => {
    const late = minter.event('page.severity-raised', { from: 'SEV-2', to: 'SEV-1' }, later(30));
    expect(fold(received, resolved, late)).toMatchObject({ status: 'resolved', alarmFrom: T0 });
  });
});

describe('a recheck', () => {
  it('rings again, in the same incident', () => {
    const page = fold(received, toRecheck, rechecked);
    expect(page).toMatchObject({ status: 'firing', incidentId: INCIDENT, alarmFrom: T0 + 16 * MINUTE_MS });
    expect(page).not.toHaveProperty('recheckAt');
    expect(page).not.toHaveProperty('acknowledgedAt');
  });

  it('of a resolved page is silent', () => {
    const after = minter.event('page.rechecked', { acknowledgedAt: T0 }, later(30));
    expect(fold(received, toRecheck, resolved, after)?.status).toBe('resolved');
  });
});

describe('resolving', () => {
  it('says when and by whom, and keeps who acknowledged', () => {
    expect(fold(received, acknowledged, resolved)).toMatchObject({
      status: 'resolved',
      resolvedAt: T0 + 20 * MINUTE_MS,
      resolvedBy: 'source',
      acknowledgedBy: 'Bo',
    });
  });

  it('counts once', () => {
    expect(fold(received, resolved, resolvedAnew)).toEqual(fold(received, resolved));
  });

  it('by a person keeps the end at the source, which may come later, once', () => {
    const byPerson = minter.event('page.resolved', { by: 'person' }, later(21));
    const ended = minter.event('page.resolved', { by: 'source' }, later(25));
    const endedAgain = minter.event('page.resolved', { by: 'source' }, later(26));
    const page = fold(received, byPerson, ended, endedAgain);
    expect(page).toMatchObject({
      status: 'resolved',
      resolvedAt: T0 + 21 * MINUTE_MS,
      resolvedBy: 'person',
      endedAtSourceAt: T0 + 25 * MINUTE_MS,
    });
  });

  it.each<[Partial<Page>, boolean]>([
    [{}, false],
    [{ resolvedBy: 'person' }, false],
    [{ resolvedBy: 'source' }, true],
    [{ resolvedBy: 'person', endedAtSourceAt: T0 }, true],
  ])('%j is over at its source: %s', (page, over) => {
    expect(isOverAtSource(page)).toBe(over);
  });
});

it('goes where it is linked to', () => {
  const link = minter.event('page.linked', {}, { ...later(40), incidentId: asIncidentId('incident-2') });
  expect(fold(received, acknowledged, link)?.incidentId).toBe('incident-2');
  const nowhere = minter.event('page.linked', {}, later(41));
  expect(fold(received, acknowledged, nowhere)?.incidentId).toBe(INCIDENT);
});
