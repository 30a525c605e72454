import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { trayView } from '#shared/domain/alerting/tray-view.ts';
import { asIncidentId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { T0 } from '../event/events.ts';
import { incidentOf, metAt } from '../incident/incidents.ts';
import { pageOf } from '../page/pages.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const EN = builtInPlaybook('en');
const KO = builtInPlaybook('ko');
const DECLARED = { met: metAt({ acknowledge: T0, declare: T0 }), declaredAt: T0 };

function view(pages: readonly Page[], incidents: readonly Incident[], now: number, degraded = false) {
  const running = incidents.map((incident) => ({ incident, playbook: EN }));
  return trayView(pages, running, () => EN, { now, degraded });
}

describe('the state', () => {
  const page = pageOf('a', { severity: 'SEV-2' });
  it.each([
    ['quiet', [], [], 0, false, 'quiet'],
    ['not fully working', [], [], 0, true, 'degraded'],
    ['a page', [page], [], 0, false, 'firing'],
    ['a page while not fully working', [page], [], 0, true, 'firing'],
    ['a page about to be late', [page], [], 5 * MINUTE_MS - 1, false, 'firing'],
    ['a late page', [page], [], 5 * MINUTE_MS, false, 'late'],
    ['an incident in time', [], [incidentOf(DECLARED)], 0, false, 'firing'],
    ['an incident with a late update', [], [incidentOf(DECLARED)], 15 * MINUTE_MS, false, 'late'],
    [
      'an incident not declared in time',
      [],
      [incidentOf({ met: metAt({ acknowledge: T0 }) })],
      5 * MINUTE_MS,
      false,
      'late',
    ],
  ] as const)('%s', (_, pages, incidents, afterMs, degraded, state) => {
    expect(view(pages, incidents, T0 + afterMs, degraded)).toMatchObject({
      state,
      degraded,
      count: pages.length + incidents.length,
    });
  });
});

describe('the order', () => {
  it('is late, then severity, then the nearer deadline', () => {
    const pages = [
      pageOf('sev3', { severity: 'SEV-3' }),
      pageOf('sev1', { severity: 'SEV-1', startedAt: T0 + HOUR_MS }),
      pageOf('sev2-later', { severity: 'SEV-2', startedAt: T0 + HOUR_MS + 2000 }),
      pageOf('sev2-sooner', { severity: 'SEV-2', startedAt: T0 + HOUR_MS + 1000 }),
      pageOf('sev4-late', { severity: 'SEV-4', startedAt: T0 - 48 * HOUR_MS }),
    ];
    const incident = incidentOf({
      id: asIncidentId('late'),
      severity: 'SEV-1',
      met: metAt({ acknowledge: T0 }),
    });
    const { entries } = view(pages, [incident], T0 + HOUR_MS - 1);
    expect(entries.map(({ pageId, incidentId }) => pageId ?? incidentId)).toEqual([
      'late',
      'sev4-late',
      'sev1',
      'sev2-sooner',
      'sev2-later',
      'sev3',
    ]);
  });

  it('puts what has no deadline after what has one, and keeps equals as they came', () => {
    const own = { ...EN, severities: EN.severities.filter(({ id }) => id !== 'SEV-3') };
    const pages = ['a', 'b'].map((id) => pageOf(id, { severity: 'SEV-3' }));
    const ids = trayView(pages, [], () => own, { now: T0, degraded: false }).entries.map(
      ({ pageId }) => pageId,
    );
    expect(ids).toEqual(['a', 'b']);
  });
});

describe('an entry', () => {
  it('of a page names its deadline in the language of the playbook', () => {
    const entry = (playbook: typeof EN) =>
      trayView([pageOf('a')], [], () => playbook, { now: T0, degraded: false }).entries[0];
    expect(entry(EN)).toEqual({
      kind: 'page',
      pageId: 'a',
      title: 'Disk full',
      severity: 'SEV-2',
      late: false,
      deadline: { label: 'Acknowledge', at: T0 + 5 * MINUTE_MS, isUpdate: false },
    });
    expect(entry(KO)?.deadline?.label).not.toBe('Acknowledge');
  });

  it.each<[string, Partial<Incident>, string, number]>([
    ['the next milestone', { met: metAt({ acknowledge: T0 }) }, 'Declare', 5 * MINUTE_MS],
    ['the update, where that is sooner', { ...DECLARED, met: metAt({ diagnose: T0 }) }, '', 15 * MINUTE_MS],
    [
      'the milestone, where that is sooner',
      { ...DECLARED, updatedAt: T0 + 10 * MINUTE_MS },
      'Assemble',
      15 * MINUTE_MS,
    ],
  ])('of an incident names %s', (_, overrides, label, afterMs) => {
    const [entry] = view([], [incidentOf(overrides)], T0).entries;
    expect(entry?.deadline).toEqual({ label, at: T0 + afterMs, isUpdate: label === '' });
  });

  it('of a SEV-3 that is taken names its resolution', () => {
    const [entry] = view(
      [],
      [incidentOf({ severity: 'SEV-3', met: metAt({ acknowledge: T0 }) })],
      T0,
    ).entries;
    expect(entry?.deadline).toEqual({ label: 'Resolve', at: T0 + 24 * HOUR_MS, isUpdate: false });
  });
});
