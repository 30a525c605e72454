import { describe, expect, it, test } from 'vitest';
import {
  anyEdition,
  defaultPlaybook,
  matchesService,
  newestOf,
  playbookById,
  playbookForService,
} from '#shared/domain/playbook/shelf.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { whole } from '../command/paper-log.ts';
import { builtInPlaybook } from './built-in.ts';

const EN = builtInPlaybook('en');
const made = (id: string, changes: Partial<Playbook> = {}) => whole({ ...EN, id, ...changes });

test.each([
  ['payments', 'payments', true],
  ['payments', 'Payments ', true],
  ['payments', 'payments-api', false],
  ['payments-*', 'payments-api', true],
  ['payments-*', 'payments', false],
  ['결제*', '결제-승인', true],
  ['payments', '', false],
])('the rule %s takes the service %j: %s', (pattern, service, taken) => {
  expect(matchesService(pattern, service)).toBe(taken);
});

describe('the playbook for a service', () => {
  const general = made('general');
  const payments = made('payments', { services: ['payments-*', 'ledger'] });
  const ledger = made('ledger', { services: ['ledger'] });
  const shelf = { playbooks: [general, payments, ledger], defaultId: 'general' };

  it.each([
    ['payments-api', 'payments', 'the only one that names it'],
    ['search', 'general', 'the default where none does'],
    ['ledger', 'general', 'the default where two do'],
    ['', 'general', 'the default where the service is not known'],
  ])('%j is %s: %s', (service, id) => {
    expect(playbookForService(shelf, service)?.ref.id).toBe(id);
  });

  it('is the highest version, by its figures and not its letters', () => {
    const versions = ['1.9.0', '1.10.0', '1.2.0'].map((version) => made('general', { version }));
    const several = { playbooks: [...versions, payments], defaultId: 'general' };
    expect(newestOf(several.playbooks).map(({ ref }) => `${ref.id} ${ref.version}`)).toEqual([
      'general 1.10.0',
      'payments 1.0.0',
    ]);
    expect(playbookForService(several, 'search')?.ref.version).toBe('1.10.0');
    expect(playbookById(several, 'general')?.ref.version).toBe('1.10.0');
  });

  it('is whichever there is where the default is gone', () => {
    expect(defaultPlaybook({ ...shelf, defaultId: 'gone' })).toBe(general);
    expect(defaultPlaybook({ playbooks: [], defaultId: 'gone' })).toBeUndefined();
    expect(playbookById(shelf, 'gone')).toBeUndefined();
  });
});

test('an edition is in the language asked for, or another', () => {
  expect(anyEdition(made('a'), 'ko')?.language).toBe('en');
});
