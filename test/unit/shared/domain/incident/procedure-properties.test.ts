import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#shared/domain/duration.ts';
import { asEventId, type Instant } from '#shared/domain/ids.ts';
import { type Done, type Incident, tickKey } from '#shared/domain/incident/incident.ts';
import { type ProceduresView, proceduresOf, windowEdges } from '#shared/domain/incident/procedures.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { incidentOf, metAt } from './incidents.ts';

const EN = builtInPlaybook('en');
const done = (at: Instant): Done => ({ at, by: 'Ada', eventId: asEventId('tick') });
const flagged = (...flags: readonly string[]): Incident['flags'] =>
  Object.fromEntries(flags.map((flag) => [flag, done(T0 + HOUR_MS)]));
const lateIds = ({ late }: ProceduresView): string[] => late.map(({ id }) => id);

describe('procedures, whatever happens', () => {
  const items = (EN.procedures ?? []).flatMap(({ id, phases }) =>
    phases.flatMap((phase) => phase.items.map((item) => tickKey(`procedure:${id}`, item.id))),
  );
  const incidents = fc
    .record({
      severity: fc.constantFrom(...SEVERITIES),
      ticks: fc.subarray(items).map((keys) => Object.fromEntries(keys.map((key) => [key, done(T0)]))),
      flags: fc.subarray(['data-leak', 'data-loss', 'security']).map((flags) => flagged(...flags)),
      resolved: fc.option(fc.integer({ min: 0, max: 5 * HOUR_MS }), { nil: undefined }),
      closed: fc.option(fc.integer({ min: 0, max: HOUR_MS }), { nil: undefined }),
    })
    .map(({ resolved, closed, ...rest }) => {
      if (resolved === undefined) return incidentOf(rest);
      const resolvedAt = T0 + resolved;
      const end = closed === undefined ? {} : { closedAt: resolvedAt + closed };
      return incidentOf({ ...rest, ...end, resolvedAt, met: metAt({ resolve: resolvedAt }) });
    });
  const instants = fc.integer({ min: 0, max: 2 * DAY_MS }).map((ms) => T0 + ms);

  it('every item that applies is in exactly one place', () => {
    fc.assert(
      fc.property(incidents, instants, (incident, now) => {
        const { procedures, late } = proceduresOf(incident, EN, now);
        const placed = [
          ...procedures.flatMap(({ phases }) => phases.flatMap((phase) => phase.items)),
          ...late,
        ];
        const applying = procedures.flatMap(({ id }) =>
          items.filter((key) => key.startsWith(`procedure:${id}/`)),
        );
        expect(placed.map(({ checklist, id }) => tickKey(checklist, id)).toSorted()).toEqual(
          applying.toSorted(),
        );
      }),
    );
  });

  it('nothing ticked is late, nothing late is before its end, and what is late stays late until it is ticked', () => {
    fc.assert(
      fc.property(incidents, instants, instants, (incident, one, other) => {
        const [now, then] = [Math.min(one, other), Math.max(one, other)];
        const { late } = proceduresOf(incident, EN, now);
        expect(late.every(({ tick, endedAt }) => tick === undefined && endedAt <= now)).toBe(true);
        expect(lateIds(proceduresOf(incident, EN, then))).toEqual(
          expect.arrayContaining(late.map(({ id }) => id)),
        );
      }),
    );
  });

  it('a phase is done exactly when all of it is ticked, and at most one phase of a procedure is current', () => {
    fc.assert(
      fc.property(incidents, instants, (incident, now) => {
        for (const { phases } of proceduresOf(incident, EN, now).procedures) {
          for (const phase of phases) expect(phase.state === 'done').toBe(phase.done === phase.total);
          expect(phases.filter(({ state }) => state === 'current').length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('nothing changes between two edges', () => {
    fc.assert(
      fc.property(incidents, instants, (incident, now) => {
        const edge = windowEdges(incident, EN).findLast((each) => each <= now) ?? incident.detectedAt;
        expect(proceduresOf(incident, EN, now)).toEqual(proceduresOf(incident, EN, edge));
      }),
    );
  });
});
