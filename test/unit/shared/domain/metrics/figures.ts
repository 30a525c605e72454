import * as fc from 'fast-check';
import { DAY_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { asIncidentId, type Instant } from '#shared/domain/ids.ts';
import type { IncidentFigures, MilestoneFigure } from '#shared/domain/metrics/incident-figures.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';

/** Saturday 28 November 2026, 12:00 in Seoul. */
export const NOW: Instant = Date.UTC(2026, 10, 28, 3);

/** Stamps as minutes from detection. */
export interface Stamps {
  readonly fault?: number;
  readonly acknowledged?: number;
  readonly declared?: number;
  readonly resolved?: number;
}

export function figuresAt(
  id: string,
  detectedAt: string | Instant,
  { fault, acknowledged, declared, resolved }: Stamps = {},
  rest: Partial<IncidentFigures> = {},
): IncidentFigures {
  const at = typeof detectedAt === 'string' ? Date.parse(detectedAt) : detectedAt;
  const stamp = (minutes: number): Instant => at + minutes * MINUTE_MS;
  return {
    id: asIncidentId(id),
    title: `Incident ${id}`,
    service: 'checkout',
    severity: 'SEV-1',
    detectedAt: at,
    ...(fault === undefined ? {} : { faultStartedAt: stamp(fault) }),
    ...(acknowledged === undefined ? {} : { acknowledgedAt: stamp(acknowledged) }),
    ...(declared === undefined ? {} : { declaredAt: stamp(declared) }),
    ...(resolved === undefined ? {} : { resolvedAt: stamp(resolved) }),
    reopened: 0,
    milestones: {},
    ...rest,
  };
}

const minutes = fc.option(fc.integer({ min: -30, max: 10_000 }), { nil: undefined });
const milestone: fc.Arbitrary<MilestoneFigure> = fc.oneof(
  fc.constantFrom<MilestoneFigure>(0, 'skipped', 'open'),
  fc.integer({ min: 1, max: DAY_MS }),
);
const cadence = fc
  .tuple(fc.nat(5), fc.nat(5))
  .map(([kept, missed]) => ({ updates: { due: kept + missed, kept } }));
const actions = fc
  .tuple(fc.nat(5), fc.nat(5))
  .map(([completed, open]) => ({ actions: { total: completed + open + 1, completed } }));

/** One that counts, with any stamps, detected within a year of `NOW`. */
const counted = fc
  .record({
    daysAgo: fc.double({ min: 0, max: 365, noNaN: true }),
    severity: fc.constantFrom(...SEVERITIES),
    stamps: fc.record({ fault: minutes, acknowledged: minutes, declared: minutes, resolved: minutes }),
    milestones: fc.dictionary(fc.constantFrom('acknowledge', 'declare', 'resolve'), milestone),
    rest: fc.oneof(fc.constant({}), cadence, actions),
  })
  .map(
    ({ daysAgo, severity, stamps, milestones, rest }) =>
      (id: string) =>
        figuresAt(id, Math.round(NOW - daysAgo * DAY_MS), stamps as Stamps, {
          severity,
          milestones,
          ...rest,
        }),
  );

/** A year's incidents, each with an id of its own. */
export const yearOfFigures = fc
  .array(counted, { maxLength: 40 })
  .map((made) => made.map((each, index) => each(`incident-${index}`)));
