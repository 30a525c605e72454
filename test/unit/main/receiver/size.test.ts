import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { head, startRunning } from './running.ts';

const MIB = 1024 * 1024;

test('a page over 1 MiB is 413 and becomes a page of its own, once while that is open', async () => {
  const { ask, paging, clock } = await startRunning();
  const large = { title: 'T', summary: 'x'.repeat(MIB) };
  const answer = await ask('POST', '/v1/pages', large);
  expect([answer.status, answer.json.type]).toEqual([413, 'urn:tplus:problem:too-large']);
  clock.at += 60_000;
  await ask('POST', '/v1/pages', large);
  expect(paging.incoming).toHaveLength(2);
  expect(paging.pages).toHaveLength(1);
  expect(paging.pages[0]).toMatchObject({
    source: 'api',
    title: 'Too large (api)',
    summary: 'Over 1 MiB',
    severity: 'SEV-2',
  });
});

test('a page of 1 MiB to the byte is taken', async () => {
  const { ask } = await startRunning();
  const frame = JSON.stringify({ title: 'T', pad: '' }).length;
  const body = JSON.stringify({ title: 'T', pad: 'x'.repeat(MIB - frame) });
  expect((await ask('POST', '/v1/pages', body)).status).toBe(201);
  expect((await ask('POST', '/v1/pages', `${body} `)).status).toBe(413);
});

test('a hook bears 16 MiB', async () => {
  const { ask, paging } = await startRunning();
  const group = { version: '4', alerts: [], pad: 'x'.repeat(2 * MIB) };
  expect((await ask('POST', '/v1/hooks/alertmanager', group)).status).toBe(200);
  const answer = await ask('POST', '/v1/hooks/alertmanager', { ...group, pad: 'x'.repeat(17 * MIB) });
  expect(answer.status).toBe(413);
  expect(paging.pages[0]?.title).toBe('Too large (alertmanager)');
});

test('a hook whose values are too many is refused unparsed, and becomes a page of its own', async () => {
  const { ask, paging } = await startRunning({ limits: { bodyValues: 1000 } });
  const group = (values: unknown): unknown => ({ version: '4', alerts: [], values });
  const empty = Array.from({ length: 490 }, () => ({}));
  expect((await ask('POST', '/v1/hooks/alertmanager', group(empty))).status).toBe(200);
  // Commas and brackets in a text are text, also behind a quote that is escaped.
  const text = `${'[,{'.repeat(1000)}"${'[,{'.repeat(1000)}\\`;
  expect((await ask('POST', '/v1/hooks/alertmanager', group([text, text]))).status).toBe(200);
  expect(paging.pages).toEqual([]);
  for (const values of ['['.repeat(1001) + ']'.repeat(1001), `[${'1,'.repeat(1001)}1]`]) {
    const answer = await ask('POST', '/v1/hooks/alertmanager', `{"alerts":[],"values":${values}}`);
    expect([answer.status, answer.json.type]).toEqual([413, 'urn:tplus:problem:too-large']);
    expect(answer.json.detail).toContain('too many values');
  }
  expect(paging.pages.map(({ title }) => title)).toEqual(['Too large (alertmanager)']);
});

test('a page of 1 MiB never has too many values', async () => {
  const { ask } = await startRunning();
  const brackets = '['.repeat(MIB / 2 - 20) + ']'.repeat(MIB / 2 - 20);
  expect((await ask('POST', '/v1/pages', `{"title":"T","deep":${brackets}}`)).status).toBe(201);
  expect((await ask('POST', '/v1/pages', '['.repeat(MIB))).json.type).toBe('urn:tplus:problem:not-json');
});

test('a sender that is not authorised raises nothing with what is too large', async () => {
  const { ask, paging } = await startRunning();
  const answer = await ask('POST', '/v1/pages', 'x'.repeat(2 * MIB), { authorization: undefined });
  expect([answer.status, paging.pages]).toEqual([401, []]);
});

test('an acknowledgement that is too large raises no page', async () => {
  const { ask, paging } = await startRunning();
  expect((await ask('POST', '/v1/pages/x/acknowledge', 'x'.repeat(2 * MIB))).status).toBe(413);
  expect(paging.pages).toEqual([]);
});

test('413 is the answer even when the page about it cannot be saved', async () => {
  const { ask, paging, errors } = await startRunning();
  paging.before = () => {
    throw new Error('no disk');
  };
  expect((await ask('POST', '/v1/pages', 'x'.repeat(2 * MIB))).status).toBe(413);
  expect(errors).toHaveLength(1);
});

test('the announced length is enough to refuse, before any body came', async () => {
  const running = await startRunning({ limits: { lingerMs: 20 } });
  const text = head(running, 'POST /v1/pages', { 'content-length': '99999999999' });
  const answer = await running.raw(text);
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect(answer).toContain('urn:tplus:problem:too-large');
});

test('a chunked body is refused while it streams, and the sender gets to read it', async () => {
  const running = await startRunning();
  const socket = connect(running.receiver.port, '127.0.0.1');
  socket.write(head(running, 'POST /v1/pages', { 'transfer-encoding': 'chunked' }));
  const chunk = `${(64 * 1024).toString(16)}\r\n${'x'.repeat(64 * 1024)}\r\n`;
  // Writes all of it before it reads anything, as simple clients do.
  for (let count = 0; count < 48; count += 1) {
    if (!socket.write(chunk)) await once(socket, 'drain');
  }
  socket.end('0\r\n\r\n');
  let answer = '';
  for await (const part of socket.setEncoding('utf8')) answer += String(part);
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect(running.paging.pages).toHaveLength(1);
});

test('who waits for 100 Continue gets it, or the refusal instead', async () => {
  const running = await startRunning();
  const body = '{"title":"T"}';
  const small = { 'content-length': String(body.length), expect: '100-continue', connection: 'close' };
  const answer = await running.raw(head(running, 'POST /v1/pages', small) + body);
  expect(answer).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 201 /);
  const large = { 'content-length': String(2 * MIB), expect: '100-continue' };
  expect(await running.raw(head(running, 'POST /v1/pages', large))).toMatch(/^HTTP\/1.1 413 /);
  const unknown = { 'content-length': String(body.length), expect: 'tea', connection: 'close' };
  expect(await running.raw(head(running, 'POST /v1/pages', unknown) + body)).toMatch(/^HTTP\/1.1 200 /);
});
