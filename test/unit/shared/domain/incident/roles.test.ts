import { describe, expect, it } from 'vitest';
import { asEventId } from '#shared/domain/ids.ts';
import { type Incident, type RoleHolder, tickKey } from '#shared/domain/incident/incident.ts';
import { offeredRole, rolesOf } from '#shared/domain/incident/roles.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { Severity } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { incidentOf, metAt } from './incidents.ts';

const EN = builtInPlaybook('en');
const holder = (name: string): RoleHolder => ({ name, at: T0, by: 'Ada', eventId: asEventId('r') });
const met = (...milestones: string[]): Incident['met'] =>
  metAt(Object.fromEntries(milestones.map((id) => [id, T0])));

function dutiesOf(role: string, overrides: Partial<Incident>): string[] {
  const view = rolesOf(incidentOf(overrides), EN).find((each) => each.role.id === role);
  return (view?.duties ?? []).map(({ id }) => id);
}

/** Process document 3.2. */
describe('the responsibilities of the IC', () => {
  it.each<[string, Severity, readonly string[], readonly string[]]>([
    ['from detection', 'SEV-1', [], ['at-declaration']],
    ['declared: both, until the team is there', 'SEV-1', ['declare'], ['at-declaration', 'during-response']],
    ['assembled', 'SEV-1', ['declare', 'assemble'], ['during-response']],
    ['diagnosed without being assembled', 'SEV-1', ['declare', 'diagnose'], ['during-response']],
    ['resolved', 'SEV-2', ['declare', 'assemble', 'resolve'], ['at-the-end']],
    ['resolved without being declared', 'SEV-2', ['resolve'], ['at-the-end']],
    ['closed', 'SEV-2', ['resolve', 'close'], ['at-the-end']],
    ['the standard response is not declared', 'SEV-3', ['acknowledge'], ['during-response']],
    ['the standard response resolved', 'SEV-4', ['resolve'], ['at-the-end']],
  ])('%s', (_what, severity, milestones, duties) => {
    expect(dutiesOf('incident-commander', { severity, met: met(...milestones) })).toEqual(duties);
  });

  it('are counted by their own ticks', () => {
    const ticks = Object.fromEntries(
      ['ic-open-channel', 'ic-decide'].map((item) => [tickKey('role:incident-commander', item), holder('')]),
    );
    const [ic] = rolesOf(incidentOf({ ticks, met: met('declare') }), EN);
    expect(ic).toMatchObject({ done: 2, total: 7 });
  });

  it('of the technical lead have no phases, those of the scribe are a sentence', () => {
    expect(dutiesOf('technical-lead', { met: met('resolve') })).toEqual(['responsibilities']);
    expect(dutiesOf('scribe', {})).toEqual([]);
  });
});

describe('a responsibility that waits for the end', () => {
  /** No severity asks for a resolution or a close by a deadline. */
  const patient: Playbook = {
    ...EN,
    severities: EN.severities.map((severity) => {
      const { resolve: _resolve, close: _close, ...deadlines } = severity.deadlines;
      return { ...severity, deadlines };
    }),
    roles: EN.roles?.map((role) => ({
      ...role,
      duties: (['resolve', 'close'] as const).map((from) => ({ id: from, title: from, from, items: [] })),
    })),
  };
  const duties = (...milestones: string[]): string[] =>
    rolesOf(incidentOf({ met: met(...milestones) }), patient)[0]?.duties.map(({ id }) => id) ?? [];

  it('waits for it to be met, also where no deadline asks for it', () => {
    expect(duties('declare')).toEqual([]);
    expect(duties('declare', 'resolve')).toEqual(['resolve']);
    expect(duties('declare', 'resolve', 'close')).toEqual(['resolve', 'close']);
  });
});

it('a role says who holds it', () => {
  const views = rolesOf(incidentOf({ roles: { scribe: holder('Ada') } }), EN);
  expect(views.map(({ role, holder: held }) => [role.id, held?.name])).toEqual([
    ['incident-commander', undefined],
    ['technical-lead', undefined],
    ['communications-lead', undefined],
    ['scribe', 'Ada'],
    ['subject-matter-expert', undefined],
  ]);
});

describe('a role nobody holds', () => {
  const missing = (overrides: Partial<Incident>): string[] =>
    rolesOf(incidentOf(overrides), EN).flatMap(({ role, missing: is }) => (is ? [role.id] : []));

  it.each<[string, Partial<Incident>, readonly string[]]>([
    [
      'SEV-1',
      { severity: 'SEV-1' },
      ['incident-commander', 'technical-lead', 'communications-lead', 'scribe'],
    ],
    ['SEV-2', { severity: 'SEV-2' }, ['incident-commander', 'technical-lead']],
    ['SEV-3', { severity: 'SEV-3' }, []],
    ['SEV-4', { severity: 'SEV-4' }, []],
    ['held', { severity: 'SEV-2', roles: { 'technical-lead': holder('Ada') } }, ['incident-commander']],
    ['resolved', { severity: 'SEV-1', resolvedAt: T0 }, []],
  ])('matters: %s', (_what, overrides, roles) => {
    expect(missing(overrides)).toEqual(roles);
  });

  it('is no matter for a playbook without roles', () => {
    const { roles: _none, ...rest } = EN;
    expect(rolesOf(incidentOf(), rest)).toEqual([]);
    expect(offeredRole(incidentOf({ met: met('declare') }), rest, 'Ada')).toBeUndefined();
  });
});

describe('the first role', () => {
  const declared: Partial<Incident> = { met: met('declare') };
  it.each<[string, Partial<Incident>, string, string | undefined]>([
    ['is offered to who declared', declared, 'Ada', 'incident-commander'],
    ['not before the declaration', {}, 'Ada', undefined],
    ['not to another', declared, 'Bob', undefined],
    ['not to somebody without a name', { met: { declare: { ...holder(''), by: '' } } }, '', undefined],
    [
      'not while somebody holds it',
      { ...declared, roles: { 'incident-commander': holder('Bob') } },
      'Ada',
      undefined,
    ],
    ['not to who holds another', { ...declared, roles: { scribe: holder('Ada') } }, 'Ada', undefined],
    ['not once resolved', { ...declared, resolvedAt: T0 }, 'Ada', undefined],
    ['not where it is not needed', { ...declared, severity: 'SEV-3' }, 'Ada', undefined],
  ])('%s', (_what, overrides, me, role) => {
    expect(offeredRole(incidentOf(overrides), EN, me)?.id).toBe(role);
  });
});
