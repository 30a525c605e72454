import { describe, expect, it } from 'vitest';
import { foldIncidentEvents } from '#shared/domain/event/fold.ts';
import { asEventId, asIncidentId, asPageId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { whereItWent } from '#shared/domain/incident/linking.ts';
import { pagesInStory, storyOf } from '#shared/domain/incident/story.ts';
import { INCIDENT, Minter, OPENED, PAGE, RECEIVED, T0 } from '../event/events.ts';
import { incidentOf } from './incidents.ts';

const OTHER = asIncidentId('incident-2');

describe('the way to where a merged incident went', () => {
  const merged = (id: string, into?: string): Incident => ({
    ...incidentOf({ id: asIncidentId(id) }),
    ...(into === undefined
      ? {}
      : { merged: { at: T0, by: 'Ada', eventId: asEventId('m'), into, title: into } }),
  });
  const all =
    (...incidents: Incident[]) =>
    (id: string) =>
      incidents.find((each) => each.id === id);

  it('goes to the end of the chain', () => {
    const [a, b, c] = [merged('a', 'b'), merged('b', 'c'), merged('c')];
    expect(whereItWent(a, all(a, b, c))).toBe(c);
  });

  it('is nowhere for what was not merged, and where the other one is not known', () => {
    expect(whereItWent(merged('a'), all())).toBeUndefined();
    expect(whereItWent(merged('a', 'b'), all())).toBeUndefined();
  });

  it('ends in a ring, too', () => {
    const [a, b, c] = [merged('a', 'b'), merged('b', 'c'), merged('c', 'b')];
    expect(whereItWent(b, all(a, b, c))).toBeUndefined();
    expect([b, c]).toContain(whereItWent(a, all(a, b, c)));
  });
});

describe('the story of an incident', () => {
  const minter = new Minter();
  const late = asPageId('page-2');
  const received = minter.event('page.received', RECEIVED, { pageId: PAGE });
  const opened = minter.event('incident.opened', OPENED, { incidentId: INCIDENT });
  const taken = minter.event('page.acknowledged', {}, { pageId: PAGE, incidentId: INCIDENT });
  const left = minter.event(
    'page.unlinked',
    { to: OTHER, title: 'B' },
    { pageId: PAGE, incidentId: INCIDENT },
  );
  const came = minter.event('page.linked', { from: INCIDENT }, { pageId: PAGE, incidentId: OTHER });
  const resolved = minter.event('page.resolved', { by: 'source' }, { pageId: PAGE });
  const joined = minter.event('page.received', { ...RECEIVED, key: 'late' }, { pageId: late });
  const all = [received, opened, taken, left, came, resolved, joined];
  const first = foldIncidentEvents([opened, taken, left]);
  const second = incidentOf({ id: OTHER, pageIds: [PAGE, late] });

  it('needs the pages that left, too', () => {
    expect(first?.pageIds).toEqual([]);
    expect(first && pagesInStory(first)).toEqual([PAGE]);
    expect(pagesInStory(second)).toEqual([PAGE, late]);
  });

  it('ends for a page with its leaving', () => {
    expect(first && storyOf(first, all.slice(0, -1))).toEqual([received, opened, taken, left]);
  });

  it('tells of a page that came what happened to it, but for what is told elsewhere', () => {
    expect(storyOf(second, all)).toEqual([received, came, resolved, joined]);
  });

  it('goes on for a page that came back', () => {
    const back = minter.event('page.linked', { from: OTHER }, { pageId: PAGE, incidentId: INCIDENT });
    const incident = foldIncidentEvents([opened, taken, left, back]);
    expect(incident?.pageIds).toEqual([PAGE]);
    expect(incident && storyOf(incident, [...all.slice(0, -1), back])).toContain(resolved);
  });
});
