import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { head, type Running, startRunning } from './running.ts';

const BODY = '{"title":"T"}';

function pageRequest(running: Running, headers: Readonly<Record<string, string>> = {}): string {
  return head(running, 'POST /v1/pages', { 'content-length': String(BODY.length), ...headers }) + BODY;
}

/** A call that does not come back until it is let go. */
function stall(running: Running): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  running.paging.before = () => promise;
  return resolve;
}

test('a body that comes too slowly is 408, as a problem', async () => {
  const running = await startRunning({ limits: { bodyMs: 40, lingerMs: 20 } });
  const answer = await running.raw(head(running, 'POST /v1/pages', { 'content-length': '100' }) + '{"ti');
  expect(answer).toMatch(/^HTTP\/1.1 408 /);
  expect(answer).toContain('application/problem+json');
  expect(answer).toContain('urn:tplus:problem:too-slow');
});

test('headers that come too slowly are 408, as a problem', async () => {
  const running = await startRunning({ limits: { headersMs: 40, bodyMs: 40, lingerMs: 20 } });
  const answer = await running.raw('POST /v1/pages HTTP/1.1\r\nHos');
  expect(answer).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
  expect(answer).toContain('urn:tplus:problem:too-slow');
});

test.each([
  ['garbage', 'GARBAGE\r\n\r\n', 400],
  ['a method nobody knows', 'BREW /v1/pages HTTP/1.1\r\n\r\n', 400],
  ['TLS', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]), 400],
  ['huge headers', `GET / HTTP/1.1\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
  ['two lengths', 'POST / HTTP/1.1\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n', 400],
])('%s is answered as a problem', async (_name, text, status) => {
  const running = await startRunning({ limits: { lingerMs: 20 } });
  const answer = await running.raw(text);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain('application/problem+json');
  expect((await running.ask('GET', '/v1/health')).status).toBe(200);
});

test('a connection is kept for the next request, also after a refusal', async () => {
  const running = await startRunning();
  const refused = head(running, 'POST /v1/pages', { 'content-length': '2' }) + '{}';
  const answer = await running.raw(refused + pageRequest(running, { connection: 'close' }));
  expect(answer.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 422', 'HTTP/1.1 201']);
});

test('pipelined requests are answered in order', async () => {
  const running = await startRunning();
  const health = head(running, 'GET /v1/health', {});
  const answer = await running.raw(
    pageRequest(running) + health + pageRequest(running, { connection: 'close' }),
  );
  expect(answer.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 201', 'HTTP/1.1 200', 'HTTP/1.1 200']);
});

test('a sender that goes away in the middle of its body leaves no trace', async () => {
  const running = await startRunning();
  const socket = connect(running.receiver.port, '127.0.0.1');
  socket.write(head(running, 'POST /v1/pages', { 'content-length': '100' }) + '{"title":"T"');
  await expect.poll(() => running.paging.heardFrom.length).toBe(1);
  socket.resetAndDestroy();
  await once(socket, 'close');
  expect((await running.ask('POST', '/v1/pages', { title: 'other' })).status).toBe(201);
  expect([running.paging.pages.length, running.errors]).toEqual([1, []]);
});

test('garbage after a request that is still being answered ends the connection, not the app', async () => {
  const running = await startRunning();
  const letGo = stall(running);
  expect(await running.raw(`${pageRequest(running)}GARBAGE\r\n\r\n`)).toBe('');
  letGo();
  await expect.poll(() => running.paging.pages.length).toBe(1);
  expect((await running.ask('GET', '/v1/health')).status).toBe(200);
  expect(running.errors).toEqual([]);
});

test('a log that stalls delays nobody else, and its own sender is told to come again', async () => {
  const running = await startRunning({ limits: { answerMs: 60 } });
  const letGo = stall(running);
  const stalled = running.ask('POST', '/v1/pages', { title: 'T' });
  expect((await running.ask('GET', '/v1/status')).status).toBe(200);
  const answer = await stalled;
  expect([answer.status, answer.json.type]).toEqual([503, 'urn:tplus:problem:not-saved']);
  expect(answer.headers.get('retry-after')).toBe('5');
  letGo();
  await expect.poll(() => running.paging.pages.length).toBe(1);
});

test('too many requests under way are 503 until one ends; health is not counted', async () => {
  const running = await startRunning({ limits: { underWay: 2 } });
  const letGo = stall(running);
  const stalled = [1, 2].map((key) => running.ask('POST', '/v1/pages', { title: 'T', key: `${key}` }));
  await expect.poll(() => running.paging.heardFrom.length).toBe(2);
  const refused = await running.ask('POST', '/v1/pages', { title: 'T' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect((await running.ask('GET', '/v1/health')).status).toBe(200);
  expect((await running.ask('GET', '/v1/status', undefined, { authorization: 'Bearer x' })).status).toBe(401);
  letGo();
  expect((await Promise.all(stalled)).map(({ status }) => status)).toEqual([201, 201]);
  expect((await running.ask('GET', '/v1/status')).status).toBe(200);
});

test('senders that pipeline and hang up do not count for ever', async () => {
  const running = await startRunning({ limits: { underWay: 3 } });
  const letGo = stall(running);
  for (const round of [1, 2, 3]) {
    const socket = connect(running.receiver.port, '127.0.0.1');
    socket.write(pageRequest(running) + pageRequest(running) + pageRequest(running));
    await expect.poll(() => running.paging.heardFrom.length).toBe(round * 3);
    socket.resetAndDestroy();
    await expect.poll(async () => (await running.ask('GET', '/v1/status')).status).toBe(200);
  }
  const stalled = [1, 2, 3].map((key) => running.ask('POST', '/v1/pages', { title: 'T', key: `${key}` }));
  await expect.poll(() => running.paging.heardFrom.length).toBe(12);
  letGo();
  expect((await Promise.all(stalled)).map(({ status }) => status)).toEqual([201, 201, 201]);
});

test('stopping lets a request under way end', async () => {
  const running = await startRunning({ limits: { stopMs: 5000 } });
  const letGo = stall(running);
  const stalled = running.ask('POST', '/v1/pages', { title: 'T' });
  await expect.poll(() => running.paging.heardFrom.length).toBe(1);
  const stopped = running.receiver.stop();
  letGo();
  expect((await stalled).status).toBe(201);
  await stopped;
  await expect(running.ask('GET', '/v1/health')).rejects.toThrow('fetch failed');
});

test('stopping does not wait for ever', async () => {
  const running = await startRunning({ limits: { stopMs: 30 } });
  const letGo = stall(running);
  const stalled = running.ask('POST', '/v1/pages', { title: 'T' });
  await expect.poll(() => running.paging.heardFrom.length).toBe(1);
  const ended = Promise.allSettled([stalled]);
  await running.receiver.stop();
  expect(await ended).toMatchObject([{ status: 'rejected' }]);
  letGo();
});
