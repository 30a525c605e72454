import { expect, it } from 'vitest';
import { asEventId } from '#shared/domain/ids.ts';
import { offersPostMortem } from '#shared/domain/post-mortem/offered.ts';
import { peopleIn } from '#shared/domain/post-mortem/people.ts';
import { Minter, RECEIVED, T0 } from '../event/events.ts';
import { incidentOf } from '../incident/incidents.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const EN = builtInPlaybook('en');
const { postMortem: _postMortem, ...WITHOUT } = EN;
const done = { at: T0, by: 'Ada', eventId: asEventId('e') };
const merged = { ...done, into: 'other', title: 'Other' };
const drillEnded = { ...done, how: 'aborted' } as const;

it.each([
  ['of what is open', {}, EN, false],
  ['of what is resolved', { resolvedAt: T0 }, EN, true],
  ['of what ended with its drill', { drillEnded, closedAt: T0 }, EN, true],
  ['of what was merged', { resolvedAt: T0, merged, closedAt: T0 }, EN, false],
  ['where the playbook has none', { resolvedAt: T0 }, WITHOUT, false],
] as const)('a post-mortem %s is offered: %s', (_, about, playbook, is) => {
  expect(offersPostMortem(incidentOf(about), playbook)).toBe(is);
});

it('people are who held a role and who did something, each once, not the app and no sender', () => {
  const minter = new Minter();
  const by = (author: string) => ({ author });
  const events = [
    minter.event('page.received', RECEIVED, by('alertmanager')),
    minter.event('page.acknowledged', {}, by('Ada')),
    minter.event('role.assigned', { role: 'scribe', name: 'Joon' }, by('Ada')),
    minter.event('role.assigned', { role: 'scribe', name: '' }, by('Ada')),
    minter.event('note.added', { text: 'x' }, by('tplus')),
    minter.event('note.added', { text: 'x' }, by(' Sora ')),
  ];
  const roles = { 'incident-commander': { ...done, name: 'Mina' } };
  expect(peopleIn({ roles }, events)).toEqual(['Mina', 'Joon', 'Ada', 'Sora']);
});
