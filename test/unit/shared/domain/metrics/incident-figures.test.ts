import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { asEventId, type Instant } from '#shared/domain/ids.ts';
import { figuresOf } from '#shared/domain/metrics/incident-figures.ts';
import { T0 } from '../event/events.ts';
import { actionOf } from '../action/actions.ts';
import { incidentOf, metAt } from '../incident/incidents.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const playbook = builtInPlaybook('en');
const at = (minutes: number): Instant => T0 + minutes * MINUTE_MS;

describe('the figures of an incident', () => {
  it('tell of each milestone asked for how late it was, from its deadline', () => {
    // SEV-1: acknowledge at once (late after 5), declare 5, assemble 15, diagnose 30, resolve 60, close 24 h.
    const incident = incidentOf({
      met: metAt({ acknowledge: at(7), declare: at(5), diagnose: at(31), resolve: at(60) }),
      resolvedAt: at(60),
    });
    expect(figuresOf(incident, playbook).milestones).toEqual({
      acknowledge: 7 * MINUTE_MS,
      declare: 0,
      assemble: 'skipped',
      diagnose: MINUTE_MS,
      resolve: 0,
      close: 'open',
    });
  });

  it('forgive an acknowledgement within what counts as at once', () => {
    const incident = incidentOf({ met: metAt({ acknowledge: at(5) }) });
    expect(figuresOf(incident, playbook).milestones['acknowledge']).toBe(0);
  });

  it('ask of the standard response only what it has', () => {
    // SEV-3 is to be acknowledged within the hour.
    const incident = incidentOf({ severity: 'SEV-3', met: metAt({ acknowledge: at(61) }) });
    expect(figuresOf(incident, playbook).milestones).toEqual({
      acknowledge: MINUTE_MS,
      resolve: 'open',
    });
  });

  it('carry the stamps that are there, reopenings, updates and action items', () => {
    const stamps = { acknowledgedAt: at(2), declaredAt: at(4), resolvedAt: at(50) };
    const figures = figuresOf(
      {
        ...incidentOf({
          ...stamps,
          faultStartedAt: at(-5),
          updates: [at(15)],
          pauses: [{ from: at(20), to: at(40) }],
        }),
        actions: [
          actionOf('a', { status: 'completed' }),
          actionOf('b'),
          actionOf('c', { status: 'in-progress' }),
        ],
      },
      playbook,
    );
    expect(figures).toMatchObject({
      ...stamps,
      faultStartedAt: at(-5),
      reopened: 1,
      updates: { due: 1, kept: 1 },
      actions: { total: 3, completed: 1 },
    });
    expect(figures).not.toHaveProperty('closedAt');
    expect(figures).not.toHaveProperty('notCounted');
  });

  it('judge nothing by a playbook that cannot be read', () => {
    const incident = incidentOf({ declaredAt: at(4), resolvedAt: at(50) });
    const figures = figuresOf(incident, undefined);
    expect(figures.milestones).toEqual({});
    expect(figures).not.toHaveProperty('updates');
  });

  it('say why an incident does not count', () => {
    const merged = { at: at(1), by: 'Ada', eventId: asEventId('e'), into: 'other', title: 'Other' };
    expect(figuresOf(incidentOf({ test: true }), playbook).notCounted).toBe('test');
    expect(figuresOf(incidentOf({ merged, closedAt: at(1) }), playbook).notCounted).toBe('merged');
    expect(figuresOf({ ...incidentOf(), drill: 'slow-api' }, playbook).notCounted).toBe('drill');
  });

  it('are of the severity it ended with', () => {
    const incident = incidentOf({ severity: 'SEV-2', met: metAt({ resolve: T0 + 3 * HOUR_MS }) });
    expect(figuresOf(incident, playbook).milestones['resolve']).toBe(0);
  });
});
