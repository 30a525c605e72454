import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { incidentToasts } from '#shared/domain/alerting/incident-toasts.ts';
import type { Toast } from '#shared/domain/alerting/toast.ts';
import { asEventId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { T0 } from '../event/events.ts';
import { incidentOf, metAt } from '../incident/incidents.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const EN = builtInPlaybook('en');
const TAKEN = { met: metAt({ acknowledge: T0 }) };
const DECLARED = { met: metAt({ acknowledge: T0, declare: T0 }), declaredAt: T0 };

function show(overrides: Partial<Incident>, afterMs: number) {
  return incidentToasts({ incident: incidentOf(overrides), playbook: EN }, T0 + afterMs);
}
const deadline = (overrides: Partial<Incident>, afterMs: number): Toast | undefined =>
  show(overrides, afterMs).toasts.find(({ content }) => content.kind === 'deadline');
const update = (overrides: Partial<Incident>, afterMs: number): Toast | undefined =>
  show(overrides, afterMs).toasts.find(({ content }) => content.kind === 'update');

describe('deadlines', () => {
  it.each<[string, Partial<Incident>, number, string | undefined]>([
    ['long before', TAKEN, 3 * MINUTE_MS - 1, undefined],
    ['soon', TAKEN, 3 * MINUTE_MS, 'soon Declare'],
    ['a millisecond before', TAKEN, 5 * MINUTE_MS - 1, 'soon Declare'],
    ['late', TAKEN, 5 * MINUTE_MS, 'late Declare'],
    ['late, and the next is soon', TAKEN, 13 * MINUTE_MS, 'soon Assemble'],
    ['both late', TAKEN, 15 * MINUTE_MS, 'late Assemble'],
    ['declared in time', DECLARED, 12 * MINUTE_MS, undefined],
    ['what a later one made unnecessary', { met: metAt({ diagnose: T0 }) }, 40 * MINUTE_MS, undefined],
    ['resolving a SEV-3', { ...TAKEN, severity: 'SEV-3' }, DAY_MS, 'late Resolve'],
    ['nothing for a SEV-3 in between', { ...TAKEN, severity: 'SEV-3' }, HOUR_MS, undefined],
    ['closing', { met: metAt({ resolve: T0 }), resolvedAt: T0 }, DAY_MS, 'late Close'],
    ['closed', { met: metAt({ resolve: T0, close: T0 }), closedAt: T0 }, 2 * DAY_MS, undefined],
  ])('%s', (_, overrides, afterMs, expected) => {
    const toast = deadline(overrides, afterMs);
    const content = toast?.content;
    expect(content?.kind === 'deadline' ? `${content.stage} ${content.milestone}` : undefined).toBe(expected);
  });

  it('and updates of what was merged are nobody’s any more', () => {
    const merged = { at: T0, by: 'Ada', eventId: asEventId('merged'), into: 'incident-2', title: 'Network' };
    expect(show({ ...DECLARED, merged, closedAt: T0 }, DAY_MS)).toEqual({ toasts: [], changesAt: [] });
  });

  it('late together make one notice that names them all', () => {
    const { toasts } = show(TAKEN, 25 * HOUR_MS);
    const [toast, ...others] = toasts;
    expect(others).toEqual([]);
    expect(toast?.content).toMatchObject({
      stage: 'late',
      milestone: 'Close',
      late: ['Declare', 'Assemble', 'Diagnose', 'Resolve', 'Close'],
    });
  });

  it('name what is late, and not what is still to come', () => {
    expect(deadline(TAKEN, 16 * MINUTE_MS)?.content).toMatchObject({ late: ['Declare', 'Assemble'] });
  });

  it('that lie close together are told in the order they come', () => {
    const severities = EN.severities.map((each) => ({
      ...each,
      deadlines: { ...each.deadlines, assemble: { due: 6 * MINUTE_MS, lateAfter: 6 * MINUTE_MS } },
    }));
    const playbook = { ...EN, severities };
    const at = (minutes: number) =>
      incidentToasts({ incident: incidentOf(TAKEN), playbook }, T0 + minutes * MINUTE_MS).toasts[0]?.content;
    expect([3, 4, 5, 6].map(at)).toMatchObject([
      { stage: 'soon', milestone: 'Declare' },
      { stage: 'soon', milestone: 'Assemble' },
      { stage: 'late', milestone: 'Declare' },
      { stage: 'late', milestone: 'Assemble' },
    ]);
  });

  it('of what is real are not marked as a drill', () => {
    const { toasts } = show(DECLARED, 16 * MINUTE_MS);
    expect(toasts).toHaveLength(2);
    for (const toast of toasts) expect(toast).not.toHaveProperty('drill');
  });

  it('say which incident, and open it', () => {
    expect(deadline(TAKEN, 5 * MINUTE_MS)).toMatchObject({
      tag: 'deadline:incident-1',
      urgency: 'critical',
      content: { title: 'Disk full', severity: 'SEV-1', dueAt: T0 + 5 * MINUTE_MS },
      actions: ['open'],
      target: { kind: 'incident', incidentId: 'incident-1' },
    });
    expect(deadline(TAKEN, 3 * MINUTE_MS)?.urgency).toBe('normal');
    expect(deadline({ ...TAKEN, severity: 'SEV-4' }, 7 * DAY_MS)?.urgency).toBe('low');
  });

  it('sound once for each change, and anew for another severity', () => {
    const rings = [3, 4, 5, 6, 12].map((minute) => deadline(TAKEN, minute * MINUTE_MS)?.ring);
    expect(new Set(rings).size).toBe(2);
    expect(deadline({ ...TAKEN, severity: 'SEV-2' }, 15 * MINUTE_MS)?.ring).not.toBe(
      deadline(TAKEN, 5 * MINUTE_MS)?.ring,
    );
  });
});

describe('status updates', () => {
  it.each<[string, Partial<Incident>, number, string | undefined]>([
    ['not declared', TAKEN, HOUR_MS, undefined],
    ['before it is due', DECLARED, 15 * MINUTE_MS - 1, undefined],
    ['due', DECLARED, 15 * MINUTE_MS, `${T0 + 15 * MINUTE_MS}:0`],
    ['still due', DECLARED, 30 * MINUTE_MS - 1, `${T0 + 15 * MINUTE_MS}:0`],
    ['missed once', DECLARED, 30 * MINUTE_MS, `${T0 + 15 * MINUTE_MS}:1`],
    ['missed for hours', DECLARED, 5 * HOUR_MS, `${T0 + 15 * MINUTE_MS}:19`],
    ['copied', { ...DECLARED, updatedAt: T0 + 20 * MINUTE_MS }, 30 * MINUTE_MS, undefined],
    [
      'due again',
      { ...DECLARED, updatedAt: T0 + 20 * MINUTE_MS },
      35 * MINUTE_MS,
      `${T0 + 35 * MINUTE_MS}:0`,
    ],
    ['resolved', { ...DECLARED, resolvedAt: T0 }, HOUR_MS, undefined],
  ])('%s', (_, overrides, afterMs, ring) => {
    expect(update(overrides, afterMs)?.ring).toBe(ring);
  });
});

it('knows to the millisecond when it will say something else', () => {
  let now = T0;
  const moments: number[] = [];
  while (now < T0 + DAY_MS + HOUR_MS) {
    const { toasts, changesAt } = incidentToasts({ incident: incidentOf(DECLARED), playbook: EN }, now);
    const next = Math.min(...changesAt.filter((at) => at > now));
    expect(incidentToasts({ incident: incidentOf(DECLARED), playbook: EN }, next - 1).toasts).toEqual(toasts);
    now = next;
    moments.push(now);
  }
  expect(moments.length).toBeGreaterThan(90);
});
