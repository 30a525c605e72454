import { expect, test } from 'vitest';
import { PageNotSaved } from '../../../../src/main/paging/paging.ts';
import { startRunning, TOKEN } from './running.ts';

const HOOK = '/v1/hooks/alertmanager';

function group(...statuses: readonly string[]) {
  const alerts = statuses.map((status, index) => ({
    status,
    labels: { alertname: 'HighLatency', instance: `h${index}` },
    annotations: {},
    startsAt: '2026-11-23T05:59:00.123456789Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: '',
    fingerprint: `fingerprint-${index}`,
  }));
  return { version: '4', status: 'firing', alerts, truncatedAlerts: 0 };
}

test('each alert is a page, a redelivery is counted as such, and an end ends', async () => {
  const { ask, paging } = await startRunning();
  const first = await ask('POST', HOOK, group('firing', 'firing'));
  expect([first.status, first.json]).toEqual([200, { accepted: 2, duplicates: 0 }]);
  expect((await ask('POST', HOOK, group('firing', 'firing'))).json).toEqual({ accepted: 0, duplicates: 2 });
  expect((await ask('POST', HOOK, group('resolved', 'firing'))).json).toEqual({ accepted: 1, duplicates: 1 });
  expect(paging.pages.map(({ status }) => status)).toEqual(['resolved', 'firing']);
  expect(paging.heardFrom).toEqual(['alertmanager', 'alertmanager', 'alertmanager']);
});

test('a group is handed over in one piece', async () => {
  const { ask, paging } = await startRunning();
  let calls = 0;
  paging.before = () => void (calls += 1);
  await ask('POST', HOOK, group('firing', 'firing', 'firing'));
  expect([calls, paging.incoming.length]).toEqual([1, 3]);
});

test('an empty group asks nothing of the log', async () => {
  const { ask, paging } = await startRunning();
  paging.before = () => {
    throw new PageNotSaved('log-unavailable', '');
  };
  expect((await ask('POST', HOOK, group())).json).toEqual({ accepted: 0, duplicates: 0 });
});

test('the token may be a parameter', async () => {
  const { ask } = await startRunning();
  const none = { authorization: undefined };
  expect((await ask('POST', `${HOOK}?token=${TOKEN}`, group(), none)).status).toBe(200);
  expect((await ask('POST', `${HOOK}?token=wrong`, group(), none)).status).toBe(401);
  expect((await ask('POST', `${HOOK}?token=`, group(), none)).status).toBe(401);
  expect((await ask('POST', HOOK, group(), none)).status).toBe(401);
  const basic = { authorization: 'Basic eDp5' };
  expect((await ask('POST', `${HOOK}?token=${TOKEN}`, group(), basic)).status).toBe(200);
});

test.each([
  ['[]', ''],
  ['{}', '/alerts'],
  ['{"alerts":{}}', '/alerts'],
])('%s is 422 and names the field', async (body, path) => {
  const { ask } = await startRunning();
  const answer = await ask('POST', HOOK, body);
  expect([answer.status, answer.json.path]).toEqual([422, path]);
});

test('an odd alert keeps its own original, not that of the group', async () => {
  const { ask, paging } = await startRunning();
  const odd = { fingerprint: 'f', status: 'firing', labels: { alertname: 'A', severity: 'odd' } };
  await ask('POST', HOOK, { version: '4', alerts: [odd, 'nonsense', group('firing').alerts[0]] });
  expect(paging.incoming.map(({ original }) => original)).toEqual([
    JSON.stringify(odd),
    '"nonsense"',
    undefined,
  ]);
});

test('an alert nested deeper than any stack is a page', async () => {
  const { ask, paging } = await startRunning();
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const odd = `{"fingerprint":"f","labels":{"alertname":"A","severity":"odd"},"deep":${deep}}`;
  const answer = await ask('POST', HOOK, `{"version":"4","alerts":[${deep},${odd}]}`);
  expect([answer.status, answer.json]).toEqual([200, { accepted: 2, duplicates: 0 }]);
  expect(paging.incoming[1]?.original).toContain('[nested too deeply]');
});

test('a disk that is full is 507, so that Alertmanager sends the group again', async () => {
  const { ask, paging } = await startRunning();
  paging.before = () => {
    throw new PageNotSaved('disk-full', '');
  };
  expect((await ask('POST', HOOK, group('firing'))).status).toBe(507);
});
