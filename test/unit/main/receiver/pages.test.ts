import { expect, test } from 'vitest';
import { startRunning } from './running.ts';

test('a page is 201, its redelivery 200 as a duplicate', async () => {
  const { ask, paging } = await startRunning();
  const page = { title: 'Checkout fails', severity: 'critical', key: 'k', startedAt: '2026-11-23T05:59:00Z' };
  const first = await ask('POST', '/v1/pages', page);
  expect(first.status).toBe(201);
  expect(first.json).toEqual({ id: paging.pages[0]?.id, status: 'firing', duplicate: false, warnings: [] });
  expect(first.headers.get('content-type')).toBe('application/json');
  const second = await ask('POST', '/v1/pages', page);
  expect(second.status).toBe(200);
  expect(second.json).toEqual({ ...first.json, duplicate: true });
  expect(paging.heardFrom).toEqual(['api', 'api']);
});

test('an end of a known page is 200 and no duplicate; of an unknown one a page of its own', async () => {
  const { ask } = await startRunning();
  await ask('POST', '/v1/pages', { title: 'T', key: 'k' });
  const end = await ask('POST', '/v1/pages', { title: 'T', key: 'k', status: 'resolved' });
  expect([end.status, end.json.status, end.json.duplicate]).toEqual([200, 'resolved', false]);
  const other = await ask('POST', '/v1/pages', { title: 'T', key: 'other', status: 'resolved' });
  expect([other.status, other.json.status]).toEqual([201, 'resolved']);
});

test('an odd page is taken with warnings, and its original is kept, capped between code points', async () => {
  const { ask, paging } = await startRunning();
  const body = `{"title":"T","severity":"sideways","pad":"${'한'.repeat(40_000)}"}`;
  const answer = await ask('POST', '/v1/pages', body);
  expect(answer.status).toBe(201);
  expect(answer.json.warnings).toEqual([
    { path: '/severity', detail: 'is not a known severity; taken as SEV-2' },
  ]);
  expect(paging.pages[0]?.warnings[0]).toMatchObject({ code: 'unknown-severity' });
  const original = paging.incoming[0]?.original ?? '';
  expect(Buffer.byteLength(original)).toBeLessThanOrEqual(65_536);
  expect(Buffer.byteLength(original)).toBeGreaterThan(65_530);
  expect(body.startsWith(original)).toBe(true);
});

test('a page in order keeps no original', async () => {
  const { ask, paging } = await startRunning();
  await ask('POST', '/v1/pages', { title: 'T' });
  expect(paging.incoming[0]).not.toHaveProperty('original');
});

test('pages are listed oldest first, a part at a time', async () => {
  const { ask } = await startRunning();
  for (const key of ['a', 'b', 'c']) await ask('POST', '/v1/pages', { title: key, key, service: 's' });
  const first = await ask('GET', '/v1/pages?limit=2');
  const pages = first.json.pages as Record<string, unknown>[];
  expect(pages.map(({ title }) => title)).toEqual(['a', 'b']);
  expect(pages[0]).toEqual({
    id: pages[0]?.id,
    source: 'api',
    key: 'a',
    title: 'a',
    severity: 'SEV-2',
    status: 'firing',
    summary: '',
    service: 's',
    startedAt: '2026-11-23T06:00:00.000Z',
    receivedAt: '2026-11-23T06:00:00.000Z',
    acknowledgedAt: null,
    resolvedAt: null,
    incidentId: null,
    drill: null,
    links: [],
    labels: {},
    warnings: [],
    test: false,
  });
  const rest = await ask('GET', `/v1/pages?limit=2&after=${String(first.json.next)}`);
  expect((rest.json.pages as { title: string }[]).map(({ title }) => title)).toEqual(['c']);
  expect(rest.json.next).toBeNull();
});

test.each(['0', '1001', '-1', 'many', '', '1.5', '99999'])('limit=%s is 400', async (limit) => {
  const { ask } = await startRunning();
  const answer = await ask('GET', `/v1/pages?limit=${limit}`);
  expect([answer.status, answer.json.path]).toEqual([400, 'limit']);
});

test('what was odd is listed by path and detail, nothing else', async () => {
  const { ask } = await startRunning();
  await ask('POST', '/v1/pages', { title: 'T', links: 7 });
  const { json } = await ask('GET', '/v1/pages');
  expect(json.pages).toEqual([
    expect.objectContaining({ warnings: [{ path: '/links', detail: 'is not a list and was left out' }] }),
  ]);
});

test('an unknown after is 404', async () => {
  const { ask } = await startRunning();
  expect((await ask('GET', '/v1/pages?after=nobody')).status).toBe(404);
});

test('a page is acknowledged, with and without a recheck, and resolved', async () => {
  const { ask, paging } = await startRunning();
  const { json } = await ask('POST', '/v1/pages', { title: 'T' });
  const path = `/v1/pages/${String(json.id)}`;
  const plain = await ask('POST', `${path}/acknowledge`, undefined, { 'content-type': undefined });
  expect([plain.status, plain.json.status]).toEqual([200, 'acknowledged']);
  await ask('POST', `${path}/acknowledge`, { recheckAfterSeconds: 900 });
  await ask('POST', `${path}/acknowledge`, { recheckAfterSeconds: null });
  expect(paging.rechecks).toEqual([undefined, 900_000, undefined]);
  const resolved = await ask('POST', `${path}/resolve`);
  expect([resolved.status, resolved.json.status]).toEqual([200, 'resolved']);
});

test.each([0, 86_401, 1.5, '900', true, {}])('recheckAfterSeconds %j is 422', async (recheckAfterSeconds) => {
  const { ask, paging } = await startRunning();
  const { json } = await ask('POST', '/v1/pages', { title: 'T' });
  const answer = await ask('POST', `/v1/pages/${String(json.id)}/acknowledge`, { recheckAfterSeconds });
  expect([answer.status, answer.json.path]).toEqual([422, '/recheckAfterSeconds']);
  expect(paging.rechecks).toEqual([]);
});

test.each(['acknowledge', 'resolve'])('%s of an unknown page is 404', async (verb) => {
  const { ask } = await startRunning();
  expect((await ask('POST', `/v1/pages/nobody/${verb}`)).status).toBe(404);
  expect((await ask('POST', `/v1/pages/%ff/${verb}`)).status).toBe(404);
});

test('health needs no token and says nothing else', async () => {
  const { ask } = await startRunning();
  const answer = await ask('GET', '/v1/health', undefined, { authorization: undefined });
  expect([answer.status, answer.json]).toEqual([200, { ok: true }]);
});

test('status is the report as it is', async () => {
  const { ask, paging } = await startRunning();
  expect((await ask('GET', '/v1/status')).json).toEqual(await paging.status());
});

test('the calls of the command line: self-test and open', async () => {
  const { ask, paging } = await startRunning();
  expect((await ask('POST', '/v1/self-test')).json).toEqual({ steps: paging.steps });
  expect((await ask('POST', '/v1/open')).status).toBe(200);
  expect((await ask('POST', '/v1/open', { id: 'nobody' })).status).toBe(404);
  expect((await ask('POST', '/v1/open', { id: 7 })).status).toBe(422);
  expect(paging.opened).toEqual([undefined, 'nobody']);
});
