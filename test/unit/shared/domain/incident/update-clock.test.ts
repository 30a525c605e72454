import { expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { asEventId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { updateDueAt } from '#shared/domain/incident/update-clock.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { incidentOf } from './incidents.ts';

const EN = builtInPlaybook('en');
const EVERY = 15 * MINUTE_MS;
const declaredAt = T0 + 4 * MINUTE_MS;

it.each<[string, Partial<Incident>, number | undefined]>([
  ['not declared', {}, undefined],
  ['an update copied before the declaration', { updatedAt: T0 }, undefined],
  ['declared', { declaredAt }, declaredAt + EVERY],
  ['updated', { declaredAt, updatedAt: T0 + 10 * MINUTE_MS }, T0 + 25 * MINUTE_MS],
  ['updated late', { declaredAt, updatedAt: T0 + HOUR_MS }, T0 + HOUR_MS + EVERY],
  ['last updated before the declaration', { declaredAt, updatedAt: T0 }, declaredAt + EVERY],
  ['resolved', { declaredAt, updatedAt: T0 + HOUR_MS, resolvedAt: T0 + HOUR_MS }, undefined],
  ['resolved and closed', { declaredAt, resolvedAt: T0, closedAt: T0 }, undefined],
  [
    'merged into another',
    { declaredAt, merged: { at: T0, by: 'Ada', eventId: asEventId('m'), into: 'x', title: 'The other' } },
    undefined,
  ],
  [
    'reopened: from the reopening',
    { declaredAt, updatedAt: T0 + HOUR_MS, pauses: [{ from: T0 + HOUR_MS, to: T0 + 3 * HOUR_MS }] },
    T0 + 3 * HOUR_MS + EVERY,
  ],
  [
    'reopened and updated since',
    { declaredAt, updatedAt: T0 + 4 * HOUR_MS, pauses: [{ from: T0 + HOUR_MS, to: T0 + 3 * HOUR_MS }] },
    T0 + 4 * HOUR_MS + EVERY,
  ],
  [
    'reopened without having been declared',
    { pauses: [{ from: T0 + HOUR_MS, to: T0 + 3 * HOUR_MS }] },
    undefined,
  ],
])('%s', (_, overrides, expected) => {
  expect(updateDueAt(incidentOf(overrides), EN)).toBe(expected);
});
