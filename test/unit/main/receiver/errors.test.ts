import { expect, test } from 'vitest';
import { PageNotSaved } from '../../../../src/main/paging/paging.ts';
import { type Answer, startRunning, TOKEN } from './running.ts';

function expectProblem(answer: Answer, status: number, name: string): void {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.json).toMatchObject({ type: `urn:tplus:problem:${name}`, status });
  expect(answer.json.title).toEqual(expect.any(String));
  expect(answer.json.detail).toEqual(expect.any(String));
  expect(answer.status).toBe(status);
}

test.each([
  ['not JSON', '{"title":', 400, 'not-json'],
  ['nothing', '', 400, 'not-json'],
  ['invalid UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, 'not-json'],
  ['a list', '[]', 422, 'not-usable'],
  ['null', 'null', 422, 'not-usable'],
  ['no title', '{}', 422, 'not-usable'],
  ['an empty title', '{"title":" \\n "}', 422, 'not-usable'],
  ['a title that is none', '{"title":["T"]}', 422, 'not-usable'],
  ['a title by prototype', '{"__proto__":{"title":"T"}}', 422, 'not-usable'],
])('%s is refused', async (_name, body, status, name) => {
  const { ask, paging } = await startRunning();
  expectProblem(await ask('POST', '/v1/pages', body), status, name);
  expect(paging.pages).toEqual([]);
});

test('a bad field is named by its path', async () => {
  const { ask } = await startRunning();
  expect((await ask('POST', '/v1/pages', { title: 5 })).json.path).toBe('/title');
});

test.each([
  ['a byte order mark', '\ufeff{"title":"T"}', 'T'],
  ['keys of the prototype', '{"title":"T","__proto__":{"x":1},"labels":{"__proto__":"l"}}', 'T'],
  ['a key twice: the last counts', '{"title":"one","title":"two"}', 'two'],
])('%s is harmless', async (_name, body, title) => {
  const { ask, paging } = await startRunning();
  expect((await ask('POST', '/v1/pages', body)).status).toBe(201);
  expect(paging.pages[0]?.title).toBe(title);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test.each(['{"a":', '{"0":', '['])('50,000 levels of %s do not crash', async (opening) => {
  const { ask, paging } = await startRunning();
  const closing = opening === '[' ? ']' : '}';
  const deep = opening.repeat(50_000) + '1' + closing.repeat(50_000);
  const body = `{"title":"T","severity":${deep},"labels":{"l":${deep}},"links":${deep}}`;
  expect((await ask('POST', '/v1/pages', body)).status).toBe(201);
  expect((await ask('POST', '/v1/pages', deep)).status).toBe(422);
  expect(paging.pages).toHaveLength(1);
});

test.each([
  ['application/json; charset=utf-8', 201],
  ['application/json;charset="UTF-8"', 201],
  ['application/vnd.x.alert+json', 201],
  ['Application/JSON', 201],
  ['text/plain', 415],
  ['application/x-www-form-urlencoded', 415],
  ['application/json; charset=latin1', 415],
  ['text/json+', 415],
  [undefined, 415],
])('content type %s is %i', async (type, status) => {
  const { ask } = await startRunning();
  const body = Buffer.from('{"title":"T"}');
  expect((await ask('POST', '/v1/pages', body, { 'content-type': type })).status).toBe(status);
});

test('a content encoding is 415', async () => {
  const { ask } = await startRunning();
  expectProblem(await ask('POST', '/v1/pages', '{}', { 'content-encoding': 'gzip' }), 415, 'not-json-type');
});

test('what is not there is 404, and which hooks are still to come is said', async () => {
  const { ask } = await startRunning();
  for (const path of ['/', '/v1', '/v1/pages/', '/v2/pages', '/v1/pages/x', '//v1/health']) {
    expectProblem(await ask('GET', path), 404, 'not-found');
  }
  for (const hook of ['grafana', 'pagerduty', 'sentry', 'datadog', 'goalert', 'sns']) {
    const answer = await ask('POST', `/v1/hooks/${hook}`, {});
    expectProblem(answer, 404, 'not-found');
    expect(answer.json.detail).toContain('does not have the hook');
  }
  expect((await ask('POST', '/v1/hooks/other', {})).json.detail).toBe('There is no hook of that name.');
});

test.each([
  ['DELETE', '/v1/pages', 'POST, GET'],
  ['OPTIONS', '/v1/pages', 'POST, GET'],
  ['HEAD', '/v1/health', 'GET'],
  ['POST', '/v1/health', 'GET'],
  ['GET', '/v1/hooks/alertmanager', 'POST'],
  ['PUT', '/v1/pages/x/resolve', 'POST'],
])('%s %s is 405 with Allow', async (method, path, allow) => {
  const { ask } = await startRunning();
  const answer = await ask(method, path);
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
  if (method !== 'HEAD') expectProblem(answer, 405, 'method-not-allowed');
});

test('no token and a wrong one are 401', async () => {
  const { ask, paging } = await startRunning();
  const none = await ask('POST', '/v1/pages', { title: 'T' }, { authorization: undefined });
  expectProblem(none, 401, 'no-token');
  expect(none.headers.get('www-authenticate')).toMatch(/^Bearer/);
  expectProblem(await ask('GET', '/v1/status', undefined, { authorization: 'Basic eDp5' }), 401, 'no-token');
  expectProblem(
    await ask('GET', '/v1/status', undefined, { authorization: 'Bearer wrong' }),
    401,
    'wrong-token',
  );
  expectProblem(
    await ask('POST', `/v1/pages?token=${TOKEN}`, {}, { authorization: undefined }),
    401,
    'no-token',
  );
  expect((await ask('GET', '/v1/status', undefined, { authorization: `bearer  ${TOKEN}` })).status).toBe(200);
  expect([paging.pages, paging.heardFrom]).toEqual([[], []]);
});

test('wrong tokens in numbers are 429 until a minute has gone; a right one always passes', async () => {
  const { ask, clock } = await startRunning();
  const wrong = () => ask('GET', '/v1/status', undefined, { authorization: 'Bearer wrong' });
  for (let count = 0; count < 10; count += 1) expect((await wrong()).status).toBe(401);
  clock.at += 15_000;
  const refused = await wrong();
  expectProblem(refused, 429, 'too-many-wrong-tokens');
  expect(refused.headers.get('retry-after')).toBe('45');
  expect((await ask('GET', '/v1/status')).status).toBe(200);
  expect((await ask('GET', '/v1/status', undefined, { authorization: undefined })).status).toBe(401);
  clock.at += 45_000;
  expect((await wrong()).status).toBe(401);
});

test('a clock that is set back does not keep wrong tokens at 429 for good', async () => {
  const { ask, clock } = await startRunning();
  const wrong = () => ask('GET', '/v1/status', undefined, { authorization: 'Bearer wrong' });
  for (let count = 0; count < 11; count += 1) await wrong();
  clock.at -= 3_600_000;
  expect((await wrong()).status).toBe(401);
});

test.each([
  ['disk-full', 507, 'disk-full'],
  ['log-unavailable', 503, 'not-saved'],
  ['overloaded', 503, 'overloaded'],
] as const)('a page not saved (%s) is %i with Retry-After', async (reason, status, name) => {
  const { ask, paging, errors } = await startRunning();
  paging.before = () => {
    throw new PageNotSaved(reason, 'a path of this machine');
  };
  const answer = await ask('POST', '/v1/pages', { title: 'T' });
  expectProblem(answer, status, name);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(answer.json.detail).not.toContain('a path');
  expect(errors).toEqual([]);
});

test('an error of the app itself is 500 without a word about it, logged, and no end', async () => {
  const { ask, paging, errors } = await startRunning();
  const failure = new Error('secret');
  paging.before = () => {
    throw failure;
  };
  const answer = await ask('POST', '/v1/pages', { title: 'T' });
  expectProblem(answer, 500, 'failed');
  expect(JSON.stringify(answer.json)).not.toContain('secret');
  expect(errors).toEqual([failure]);
  paging.before = () => {};
  expect((await ask('POST', '/v1/pages', { title: 'T' })).status).toBe(201);
});

test('a source that cannot be noted as heard keeps its page', async () => {
  const { ask, paging } = await startRunning();
  paging.heard = () => {
    throw new Error('no');
  };
  expect((await ask('POST', '/v1/pages', { title: 'T' })).status).toBe(201);
});
