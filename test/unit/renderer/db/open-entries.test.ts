import { expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { lateEdges, openEntries } from '../../../../src/renderer/db/open-entries.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { incidentOf, metAt } from '../../shared/domain/incident/incidents.ts';
import { pageOf } from '../../shared/domain/page/pages.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const playbook = builtInPlaybook('en');
const live = {
  playbooks: new Map(),
  pages: new Map([
    ['a', pageOf('a', { severity: 'SEV-1', startedAt: T0 })],
    ['b', pageOf('b', { severity: 'SEV-2', startedAt: T0 + MINUTE_MS })],
    ['c', pageOf('c', { severity: 'SEV-1', startedAt: T0, status: 'resolved', resolvedAt: T0 })],
  ]),
  incidents: new Map([['i', incidentOf({ detectedAt: T0, met: metAt({ acknowledge: T0 }) })]]),
};

it('between two edges the open entries are the same, and at each of them they are not', () => {
  const edges = lateEdges(live, () => playbook, 'en');
  const at = (now: number) => openEntries(live, () => playbook, { now, language: 'en' });
  expect(edges).toEqual([...new Set(edges)].toSorted((one, other) => one - other));
  expect(edges).toEqual(expect.arrayContaining([5, 6].map((minutes) => T0 + minutes * MINUTE_MS)));
  let from = T0 + 1;
  for (const edge of edges.slice(0, 2)) {
    expect(at(edge - 1)).toEqual(at(from));
    expect(at(edge)).not.toEqual(at(edge - 1));
    from = edge;
  }
});
