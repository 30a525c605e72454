import { expect, it } from 'vitest';
import { foldIncidentEvents, foldPageEvents, PROJECTION_VERSION } from '#shared/domain/event/fold.ts';
import { INCIDENT, Minter, OPENED, PAGE, RECEIVED } from './events.ts';

const minter = new Minter();

/**
 * A profile keeps what an older version of the app folded until the version says otherwise. Where this fails because a
 * page or an incident gained or lost something, raise PROJECTION_VERSION and the number here, unless it was raised
 * since the last release.
 */
it('stands for the shape of what is folded', () => {
  const incident = foldIncidentEvents([minter.event('incident.opened', OPENED, { incidentId: INCIDENT })]);
  const page = foldPageEvents([minter.event('page.received', RECEIVED, { pageId: PAGE })]);
  expect(PROJECTION_VERSION).toBe(3);
  expect(Object.keys(incident ?? {}).toSorted()).toEqual(
    (
      'actions copied detectedAt escalated flags id met openedAt pageIds pauses playbook roles service severity ' +
      'summary test ticks title updates'
    ).split(' '),
  );
  expect(Object.keys(page ?? {}).toSorted()).toEqual(
    (
      'alarmFrom id key labels links receivedAt service severity severityReason source startedAt status summary test ' +
      'title warnings'
    ).split(' '),
  );
});
