import { describe, expect, it } from 'vitest';
import { decideAlerting } from '#shared/domain/alerting/decide.ts';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { playbookForPage, playbooksForPages } from '#shared/domain/playbook/for-page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { anyEdition } from '#shared/domain/playbook/shelf.ts';
import { whole } from '../command/paper-log.ts';
import { T0 } from '../event/events.ts';
import { pageOf } from '../page/pages.ts';
import { builtInPlaybook } from './built-in.ts';

const EN = builtInPlaybook('en');
const made = (id: string, changes: Partial<Playbook> = {}) => whole({ ...EN, id, ...changes });
/** What it detects has to be acknowledged in a minute, whatever its severity. */
const hurried = EN.severities.map((severity) => ({
  ...severity,
  deadlines: { ...severity.deadlines, acknowledge: { due: MINUTE_MS, lateAfter: MINUTE_MS } },
}));
const general = made('general');
const payments = made('payments', { services: ['payments-*', 'ledger'] });
const ledger = made('ledger', { services: ['ledger'] });
const trainer = made('trainer');
const shelf = { playbooks: [general, payments, ledger, trainer], defaultId: 'general' };
const drills = [
  { id: 'drill-1', playbook: trainer.ref },
  { id: 'drill-2', playbook: { ...trainer.ref, id: 'gone' } },
];

describe('the playbook of a page nobody has taken', () => {
  it.each([
    ['payments-api', undefined, 'payments', 'the only one that names its service'],
    ['search', undefined, 'general', 'the default where none does'],
    ['ledger', undefined, 'general', 'the default where two do'],
    ['', undefined, 'general', 'the default where it says no service'],
    ['payments-api', 'drill-1', 'trainer', 'that of its drill, whatever its service'],
    ['payments-api', 'drill-2', 'payments', 'that of its service where that of its drill is gone'],
    ['payments-api', 'drill-3', 'payments', 'that of its service where its drill is over'],
  ])('of the service %j and the drill %s is %s: %s', (service, drill, id, _) => {
    expect(playbookForPage(shelf, { service, drill }, drills)?.ref.id).toBe(id);
    // The window knows only those that it may need.
    const known = { ...shelf, playbooks: [general, ...playbooksForPages(shelf, drills)] };
    expect(playbookForPage(known, { service, drill }, drills)?.ref.id).toBe(id);
  });
});

it('decides when a page is late, in the toast and in the tray alike', () => {
  const urgent = made('payments', { services: ['payments-*'], severities: hurried });
  const two = { playbooks: [general, urgent], defaultId: 'general' };
  const pages = ['search', 'payments-api'].map((service) =>
    pageOf(service, { service, severity: 'SEV-2', startedAt: T0 }),
  );
  const { toasts, tray } = decideAlerting({
    now: T0 + 2 * MINUTE_MS,
    pages,
    unsaved: [],
    arrivals: [],
    incidents: [],
    actions: [],
    playbook: EN,
    playbookFor: (page) => anyEdition(playbookForPage(two, page, []) ?? general) ?? EN,
    ledger: new Map(),
    degraded: false,
  });
  expect(tray.entries.map(({ pageId, late }) => [pageId, late])).toEqual([
    ['payments-api', true],
    ['search', false],
  ]);
  expect(toasts.map(({ tag, content }) => [tag, content.kind === 'page' && content.stage])).toEqual([
    ['page:search', 'new'],
    ['page:payments-api', 'late'],
  ]);
});
