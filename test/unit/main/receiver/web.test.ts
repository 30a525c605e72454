import { expect, test } from 'vitest';
import { head, startRunning } from './running.ts';

test.each(['http://evil.example', 'null', 'app://tplus', ''])('origin %j is 403', async (origin) => {
  const running = await startRunning();
  const text = head(running, 'GET /v1/health', { origin, connection: 'close' });
  const answer = await running.raw(text);
  expect(answer).toMatch(/^HTTP\/1.1 403 /);
  expect(answer).toContain('urn:tplus:problem:forbidden-origin');
  expect(answer.toLowerCase()).not.toContain('access-control');
});

test.each([
  ['127.0.0.1:PORT', 200],
  ['localhost:PORT', 200],
  ['LOCALHOST:PORT', 200],
  ['[::1]:PORT', 200],
  ['127.0.0.1', 403],
  ['127.0.0.1:1', 403],
  ['evil.example:PORT', 403],
  ['127.0.0.1.evil.example:PORT', 403],
  ['127.0.0.1:PORT@evil.example', 403],
  ['', 403],
  [undefined, 403],
])('host %s is %i', async (host, status) => {
  const running = await startRunning();
  const asked = host?.replace('PORT', String(running.receiver.port));
  const answer = await running.raw(head(running, 'GET /v1/health', { host: asked, connection: 'close' }));
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test('two hosts are 403, and so is none in HTTP/1.0', async () => {
  const running = await startRunning();
  const one = `Host: 127.0.0.1:${running.receiver.port}\r\n`;
  const two = `GET /v1/health HTTP/1.1\r\n${one}Host: evil.example\r\nConnection: close\r\n\r\n`;
  expect(await running.raw(two)).toMatch(/^HTTP\/1.1 (400|403) /);
  expect(await running.raw('GET /v1/health HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 403 /);
});

test('a target with a host of its own is not found', async () => {
  const running = await startRunning();
  const text = head(running, 'GET http://evil.example/v1/health', { connection: 'close' });
  expect(await running.raw(text)).toMatch(/^HTTP\/1.1 404 /);
});

test('403 comes before 404, 404 before 401, 401 before 415, 415 before 413', async () => {
  const { ask } = await startRunning({ limits: { bodyBytes: 4 } });
  const web = { origin: 'http://evil.example', authorization: undefined, 'content-type': 'text/plain' };
  expect((await ask('POST', '/nowhere', '{"too":"large"}', web)).status).toBe(403);
  const { origin: _origin, ...local } = web;
  expect((await ask('POST', '/nowhere', '{"too":"large"}', local)).status).toBe(404);
  expect((await ask('PUT', '/v1/pages', '{"too":"large"}', local)).status).toBe(405);
  expect((await ask('POST', '/v1/pages', '{"too":"large"}', local)).status).toBe(401);
  const { authorization: _none, ...typed } = local;
  expect((await ask('POST', '/v1/pages', '{"too":"large"}', typed)).status).toBe(415);
  expect((await ask('POST', '/v1/pages', '{"too":"large"}')).status).toBe(413);
});

test('a request to upgrade is answered as if it were none', async () => {
  const running = await startRunning();
  const text = head(running, 'GET /v1/health', { connection: 'Upgrade, close', upgrade: 'websocket' });
  expect(await running.raw(text)).toMatch(/^HTTP\/1.1 200 /);
});
