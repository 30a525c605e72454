import { expect, it } from 'vitest';
import type { IncidentActions } from '#shared/domain/action/listed.ts';
import { asEventId } from '#shared/domain/ids.ts';
import { actionsOf } from '../../../../../src/renderer/db/action-rows.ts';
import { knownPeople } from '../../../../../src/renderer/features/actions/known-people.ts';
import { actionOf } from '../../../shared/domain/action/actions.ts';
import { T0 } from '../../../shared/domain/event/events.ts';
import { incidentOf } from '../../../shared/domain/incident/incidents.ts';
import { builtInPlaybook } from '../../../shared/domain/playbook/built-in.ts';

const EN = builtInPlaybook('en');
const owned = (...owners: readonly string[]): IncidentActions =>
  actionsOf(incidentOf({ actions: owners.map((owner, index) => actionOf(`${index}`, { owner })) }));
const holderOf = (name: string) => ({ name, at: T0, by: 'Ada', eventId: asEventId(name) });
const held = incidentOf({ roles: { ic: holderOf('Sora'), comms: holderOf('Joon') } });

it('whom an item may go to: me, who owned or held something, and the people among the contacts, each once', () => {
  expect(knownPeople('Mina', [owned('Joon', ''), owned('Mina', 'Ada')], [held], EN)).toEqual([
    'Mina',
    'Joon',
    'Ada',
    'Sora',
    '@techlead',
    '@em',
  ]);
});

it('nobody without a name is offered, nor a rotation or a team', () => {
  expect(knownPeople('', [owned('')], [], EN)).toEqual(['@techlead', '@em']);
  expect(knownPeople('', [], [], undefined)).toEqual([]);
});
