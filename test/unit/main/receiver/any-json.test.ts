import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startRunning } from './running.ts';

const RUNS = { numRuns: 150 };
/** The fields a page has, each holding anything. */
const anything = fc.jsonValue({ maxDepth: 3 });
const pageLike = fc.record(
  {
    title: anything,
    severity: anything,
    summary: anything,
    service: anything,
    key: anything,
    startedAt: fc.oneof(anything, fc.date().map(String)),
    faultStartedAt: anything,
    status: fc.oneof(anything, fc.constantFrom('firing', 'resolved')),
    links: fc.oneof(anything, fc.array(fc.record({ label: anything, url: fc.oneof(anything, fc.webUrl()) }))),
    labels: fc.oneof(anything, fc.dictionary(fc.string({ unit: 'binary' }), anything)),
  },
  { requiredKeys: [] },
);
const alertLike = fc.record(
  {
    status: anything,
    labels: fc.oneof(anything, fc.dictionary(fc.string(), fc.string({ unit: 'binary' }))),
    annotations: fc.oneof(anything, fc.record({ summary: anything, runbook_url: anything })),
    startsAt: fc.oneof(anything, fc.constantFrom('0001-01-01T00:00:00Z', '2026-11-23T05:00:00Z')),
    generatorURL: anything,
    fingerprint: anything,
  },
  { requiredKeys: [] },
);
const groupLike = fc.record(
  { alerts: fc.array(fc.oneof(alertLike, anything)), version: anything, commonLabels: anything },
  { requiredKeys: ['alerts'] },
);

test('no JSON makes the receiver fail, and what has a title is taken', async () => {
  const { ask, errors } = await startRunning();
  await fc.assert(
    fc.asyncProperty(fc.oneof(anything, pageLike), async (value) => {
      const { status } = await ask('POST', '/v1/pages', JSON.stringify(value));
      expect([200, 201, 422]).toContain(status);
      const title = typeof value === 'object' && value !== null && 'title' in value ? value.title : undefined;
      if (!Array.isArray(value) && typeof title === 'string' && title.trim() !== '') {
        expect(status).toBeLessThan(300);
      }
    }),
    RUNS,
  );
  expect(errors).toEqual([]);
});

test('any title that shows is taken, whatever it is made of', async () => {
  const { ask } = await startRunning();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), pageLike, async (title, rest) => {
      fc.pre(title.trim() !== '');
      const { status } = await ask('POST', '/v1/pages', JSON.stringify({ ...rest, title }));
      expect([200, 201]).toContain(status);
    }),
    RUNS,
  );
});

test('every alert of any group becomes a page or is known for a redelivery', async () => {
  const { ask, errors } = await startRunning();
  await fc.assert(
    fc.asyncProperty(groupLike, async (group) => {
      const { status, json } = await ask('POST', '/v1/hooks/alertmanager', JSON.stringify(group));
      expect(status).toBe(200);
      expect(Number(json.accepted) + Number(json.duplicates)).toBe(group.alerts.length);
    }),
    RUNS,
  );
  expect(errors).toEqual([]);
});

test('no bytes make the receiver fail', async () => {
  const { ask } = await startRunning();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { status } = await ask('POST', '/v1/pages', bytes);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }),
    RUNS,
  );
});
