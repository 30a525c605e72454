import { expect, it } from 'vitest';
import { asEventId } from '#shared/domain/ids.ts';
import type { RoleHolder } from '#shared/domain/incident/incident.ts';
import { namesAtHand } from '../../../../src/renderer/features/incident/roles/names-at-hand.ts';
import { incidentOf } from '../../shared/domain/incident/incidents.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const held = (name: string, at: number): RoleHolder => ({ name, at, by: 'Ada', eventId: asEventId('x') });

it('the latest holders come first, each once, then the people among the contacts', () => {
  const incidents = [
    incidentOf({ roles: { scribe: held('Ada', 1), 'technical-lead': held('Bob', 3) } }),
    incidentOf({ roles: { scribe: held('Eve', 2), 'incident-commander': held('Ada', 4) } }),
  ];
  expect(namesAtHand(incidents, builtInPlaybook('en'))).toEqual(['Ada', 'Bob', 'Eve', '@techlead', '@em']);
});
