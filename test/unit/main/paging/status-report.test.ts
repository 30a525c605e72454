import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { decideAlerting } from '#shared/domain/alerting/decide.ts';
import { asIncidentId } from '#shared/domain/ids.ts';
import { type StatusInput, statusReport } from '../../../../src/main/paging/status-report.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { incidentOf, metAt } from '../../shared/domain/incident/incidents.ts';
import { pageOf } from '../../shared/domain/page/pages.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const EN = builtInPlaybook('en');

function report(overrides: Partial<StatusInput> = {}) {
  return statusReport({
    now: T0,
    version: '1.2.3',
    runtime: { electron: '1', chrome: '2', node: '3' },
    pages: [],
    incidents: [],
    sources: [],
    drills: [],
    health: { native: 'unknown', tray: 'no-host', degraded: [{ reason: 'disk-full', detail: 'x' }] },
    decision: undefined,
    ...overrides,
  });
}

it('before anything has happened', () => {
  expect(report()).toEqual({
    version: '1.2.3',
    runtime: { electron: '1', chrome: '2', node: '3' },
    pages: [],
    incidents: [],
    sources: [],
    drills: [],
    alerting: {
      native: 'unknown',
      tray: 'no-host',
      sound: 'off',
      unacknowledged: 0,
      nextAlarmAt: null,
      degraded: [{ reason: 'disk-full', detail: 'x' }],
    },
  });
});

it('of pages, with what is absent as null', () => {
  const acknowledged = pageOf('b', {
    status: 'acknowledged',
    acknowledgedAt: T0 + MINUTE_MS,
    incidentId: asIncidentId('i'),
  });
  expect(report({ pages: [pageOf('a'), acknowledged] }).pages).toEqual([
    {
      id: 'a',
      source: 'api',
      key: 'disk',
      title: 'Disk full',
      severity: 'SEV-2',
      status: 'firing',
      startedAt: '2026-11-23T02:00:00.000Z',
      receivedAt: '2026-11-23T02:00:00.000Z',
      acknowledgedAt: null,
      resolvedAt: null,
      incidentId: null,
      drill: null,
    },
    expect.objectContaining({ acknowledgedAt: '2026-11-23T02:01:00.000Z', incidentId: 'i' }),
  ]);
});

describe('of incidents', () => {
  const incident = incidentOf({ met: metAt({ acknowledge: T0, declare: T0 }), declaredAt: T0 });

  it('the phase, every milestone and the next update', () => {
    const [shown] = report({ incidents: [{ incident, playbook: EN }], now: T0 + 15 * MINUTE_MS }).incidents;
    expect(shown).toMatchObject({
      id: 'incident-1',
      phase: 'declared',
      updateDueAt: '2026-11-23T02:15:00.000Z',
      drill: null,
    });
    expect(shown?.milestones.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'detect met',
      'acknowledge met',
      'declare met',
      'assemble late',
      'diagnose upcoming',
      'resolve upcoming',
      'close upcoming',
    ]);
    expect(shown?.milestones[3]).toEqual({
      id: 'assemble',
      dueAt: '2026-11-23T02:15:00.000Z',
      metAt: null,
      state: 'late',
    });
  });

  it('whose playbook is not here yet, what is known without it', () => {
    const [shown] = report({ incidents: [{ incident, playbook: undefined }] }).incidents;
    expect(shown).toMatchObject({ phase: 'unknown', milestones: [], updateDueAt: null });
  });
});

it('of alerting, what the last decision said', () => {
  const decision = decideAlerting({
    now: T0,
    pages: [pageOf('a', { severity: 'SEV-1' })],
    unsaved: [],
    arrivals: [],
    incidents: [],
    actions: [],
    playbook: EN,
    playbookFor: () => EN,
    ledger: new Map(),
    degraded: false,
  });
  expect(report({ decision }).alerting).toMatchObject({
    unacknowledged: 1,
    nextAlarmAt: '2026-11-23T02:01:00.000Z',
  });
});

it('of sources, when they were last heard', () => {
  const source = {
    id: 'a',
    kind: 'receiver',
    state: 'heard',
    lastHeardAt: T0 + HOUR_MS,
    detail: 'x',
  } as const;
  const silent = { ...source, id: 'b', state: 'waiting', lastHeardAt: undefined } as const;
  expect(report({ sources: [source, silent] }).sources).toEqual([
    { ...source, lastHeardAt: '2026-11-23T03:00:00.000Z' },
    { ...silent, lastHeardAt: null },
  ]);
});

it('of drills: what is marked, and how far they are', () => {
  const drill = {
    id: 'drill-1',
    scenario: 'cdn-cache',
    title: 'CDN cache invalidated',
    playbook: { id: 'p', version: '1', editions: {} },
    script: [
      { kind: 'note', at: 0, text: 'A' },
      { kind: 'note', at: 1, text: 'B' },
    ],
    startedAt: T0,
    startedBy: 'Ada',
    delivered: { 0: { at: T0, late: false } },
  } as const;
  const incident = incidentOf({ drill: drill.id });
  const shown = report({
    drills: [drill],
    pages: [pageOf('a', { drill: drill.id })],
    incidents: [{ incident, playbook: EN }],
  });
  expect(shown.drills).toEqual([
    {
      id: 'drill-1',
      scenario: 'cdn-cache',
      title: 'CDN cache invalidated',
      startedAt: '2026-11-23T02:00:00.000Z',
      steps: 2,
      delivered: 1,
    },
  ]);
  expect([shown.pages[0]?.drill, shown.incidents[0]?.drill]).toEqual(['drill-1', 'drill-1']);
});
