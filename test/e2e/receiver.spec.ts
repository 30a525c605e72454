import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '../support/fixtures.ts';
import type { ReceiverClient } from '../support/receiver.ts';
import { waitFor } from '../support/wait-for.ts';
import { hidden, keptPages, reasonsOf, statusOf, untilStatus } from './app/view.ts';

interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** With exactly these headers: `fetch` does not let its caller set `Host`. */
async function ask(
  run: ReceiverClient,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<RawAnswer> {
  const { url } = await run.receiver();
  const asked = request(new URL(path, url), { method, headers, agent: false });
  const answer = new Promise<RawAnswer>((resolve, reject) => {
    asked.on('response', (response) => {
      text(response).then(
        (said) => resolve({ status: response.statusCode, headers: response.headers, body: JSON.parse(said) }),
        reject,
      );
    });
    asked.on('error', reject);
  });
  asked.end(body);
  return answer;
}

async function bearer(run: ReceiverClient): Promise<Record<string, string>> {
  return { authorization: `Bearer ${(await run.receiver()).token}` };
}

const problem = (name: string, status: number) => ({ type: `urn:tplus:problem:${name}`, status });
const json = { 'content-type': 'application/json' };
const page = JSON.stringify({ title: 'down', severity: 'SEV-3' });

test('health needs no token and says nothing else', async ({ spawn }) => {
  const run = await spawn(hidden);
  expect(await ask(run, 'GET', '/v1/health')).toMatchObject({ status: 200, body: { ok: true } });
});

test('without the token nothing is served; wrong ones in numbers are told to wait', async ({ spawn }) => {
  const run = await spawn(hidden);
  for (const [method, path] of [
    ['GET', '/v1/status'],
    ['GET', '/v1/pages'],
    ['POST', '/v1/pages'],
    ['POST', '/v1/hooks/alertmanager'],
    ['POST', '/v1/self-test'],
  ] as const) {
    expect((await ask(run, method, path, json, method === 'POST' ? page : '')).status).toBe(401);
  }
  const wrong = { ...json, authorization: 'Bearer wrong' };
  for (let count = 0; count < 10; count += 1) {
    const { status, headers } = await ask(run, 'POST', '/v1/pages', wrong, page);
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer realm="Tplus"']);
  }
  const { status, headers } = await ask(run, 'POST', '/v1/pages', wrong, page);
  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(await keptPages(run)).toEqual([]);
  // Another's mistake keeps no page from anybody.
  expect((await run.post('/v1/pages', page)).status).toBe(201);
});

test('web pages are kept out, by Origin and by Host', async ({ spawn }) => {
  const run = await spawn(hidden);
  const allowed = { ...json, ...(await bearer(run)) };
  for (const origin of ['https://example.com', 'null', 'app://tplus']) {
    const { status, body } = await ask(run, 'POST', '/v1/pages', { ...allowed, origin }, page);
    expect([status, body]).toMatchObject([403, problem('forbidden-origin', 403)]);
  }
  for (const host of ['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1']) {
    const { status, body } = await ask(run, 'POST', '/v1/pages', { ...allowed, host }, page);
    expect([status, body]).toMatchObject([403, problem('forbidden-host', 403)]);
  }
  expect((await ask(run, 'GET', '/v1/health', { host: 'evil.example' })).status).toBe(403);
  expect(await keptPages(run)).toEqual([]);
});

test('what cannot be read is refused with its reason', async ({ spawn }) => {
  const run = await spawn(hidden);
  const plain = await run.post('/v1/pages', page, { 'content-type': 'text/plain' });
  expect([plain.status, plain.body]).toMatchObject([415, problem('not-json-type', 415)]);
  expect(plain.headers.get('content-type')).toBe('application/problem+json');
  const broken = await run.post('/v1/pages', '{"title":');
  expect([broken.status, broken.body]).toMatchObject([400, problem('not-json', 400)]);
  const untitled = await run.post('/v1/pages', { severity: 'SEV-1' });
  expect([untitled.status, untitled.body]).toMatchObject([
    422,
    { ...problem('not-usable', 422), path: '/title' },
  ]);
  expect((await run.post('/v1/pages', [])).status).toBe(422);
  expect((await run.get('/v1/nothing')).status).toBe(404);
  const method = await ask(run, 'DELETE', '/v1/pages', await bearer(run));
  expect([method.status, method.headers.allow]).toEqual([405, 'POST, GET']);
  expect(await keptPages(run)).toEqual([]);
});

test('a page too large to read raises one of its own', async ({ spawn }) => {
  const run = await spawn(hidden);
  const large = { title: 'down', summary: 'x'.repeat(1024 * 1024) };
  expect((await run.post('/v1/pages', large)).status).toBe(413);
  expect((await run.post('/v1/pages', large)).status).toBe(413);
  const { pages } = await statusOf(run);
  expect(pages).toMatchObject([{ source: 'api', severity: 'SEV-2', status: 'firing' }]);
  expect(pages[0]?.title).toContain('too large');
});

test('what is odd about a page is told, and the page is kept', async ({ spawn }) => {
  const run = await spawn(hidden);
  const odd = { title: 'odd', severity: 'purple', startedAt: 'yesterday', links: [{ url: 'javascript:1' }] };
  const { status, body } = await run.post('/v1/pages', odd);
  expect(status).toBe(201);
  const { warnings } = body as { warnings: { path: string }[] };
  expect(warnings.map(({ path }) => path).toSorted()).toEqual(['/links/0', '/severity', '/startedAt']);
  expect(await keptPages(run)).toMatchObject([{ title: 'odd', severity: 'SEV-2' }]);
});

test('a hook takes the token as a parameter; the generic page does not', async ({ spawn }) => {
  const run = await spawn(hidden);
  const { token } = await run.receiver();
  const webhook = {
    version: '4',
    status: 'firing',
    alerts: [{ status: 'firing', labels: { alertname: 'A' } }],
  };
  const hook = await ask(run, 'POST', `/v1/hooks/alertmanager?token=${token}`, json, JSON.stringify(webhook));
  expect([hook.status, hook.body]).toEqual([200, { accepted: 1, duplicates: 0 }]);
  expect((await ask(run, 'POST', `/v1/pages?token=${token}`, json, page)).status).toBe(401);
});

test('pages are listed oldest first, in parts', async ({ spawn }) => {
  const run = await spawn(hidden);
  const ids: string[] = [];
  for (const key of ['a', 'b', 'c']) {
    const { body } = await run.post('/v1/pages', { title: key, key });
    ids.push((body as { id: string }).id);
  }
  const first = await run.get('/v1/pages?limit=2');
  expect(first.body).toMatchObject({ pages: [{ id: ids[0] }, { id: ids[1] }], next: ids[1] });
  const second = await run.get(`/v1/pages?limit=2&after=${ids[1]}`);
  expect(second.body).toMatchObject({ pages: [{ id: ids[2] }], next: null });
});

const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o777;

test('receiver.json is private, and gone after the app; token and port stay', async ({
  spawn,
  userDataDir,
}) => {
  const run = await spawn(hidden);
  const before = await run.receiver();
  const file = join(userDataDir, 'receiver.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    url: before.url,
    token: before.token,
    pid: run.pid,
    version: (await statusOf(run)).version,
  });
  for (const name of ['receiver.json', 'token', 'tplus.db']) {
    expect(await modeOf(join(userDataDir, name)), name).toBe(0o600);
  }
  await run.close();
  expect(existsSync(file)).toBe(false);
  const { url, token } = await (await spawn(hidden)).receiver();
  expect({ url, token }).toEqual({ url: before.url, token: before.token });
});

test('a port that is taken makes it the next one, and degraded', async ({ spawn, userDataDir }) => {
  const settings = JSON.parse(await readFile(join(userDataDir, 'settings.json'), 'utf8')) as {
    receiverPort: number;
  };
  const { receiverPort } = settings;
  const squatter = createServer().listen(receiverPort, '127.0.0.1');
  await once(squatter, 'listening');
  try {
    const run = await spawn(hidden);
    const { url } = await run.receiver();
    expect(Number(new URL(url).port)).toBeGreaterThan(receiverPort);
    // Where it listens is known a moment before what is to be said of it.
    const status = await untilStatus(run, 'it to be said', (each) => reasonsOf(each).length > 0);
    expect(reasonsOf(status)).toEqual(['receiver-port-taken']);
    expect(status.alerting.degraded[0]?.detail).toContain(String(receiverPort));
    expect((await run.post('/v1/pages', page)).status).toBe(201);
  } finally {
    squatter.close();
  }
});

interface Listening {
  readonly address: string;
  readonly port: number;
  readonly inode: string;
}

async function listeningSockets(family: 'tcp' | 'tcp6'): Promise<Listening[]> {
  const [, ...lines] = (await readFile(`/proc/net/${family}`, 'utf8')).trim().split('\n');
  return lines.flatMap((line) => {
    const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
    const [address = '', port = ''] = local.split(':');
    return state === '0A' ? [{ address, port: Number.parseInt(port, 16), inode }] : [];
  });
}

async function socketInodes(pid: number): Promise<string[]> {
  const dir = `/proc/${pid}/fd`;
  // A helper process may end meanwhile.
  const names = await readdir(dir).catch(() => []);
  const links = await Promise.all(names.map((fd) => readlink(join(dir, fd)).catch(() => '')));
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}

test('it listens on the loopback interface, and on one port only', async ({ spawn }) => {
  const run = await spawn();
  const { url } = await run.receiver();
  await waitFor('the window to be up', () => run.processes().length > 3);
  const owned = new Set((await Promise.all(run.processes().map(socketInodes))).flat());
  const all = [...(await listeningSockets('tcp')), ...(await listeningSockets('tcp6'))];
  const mine = all.filter(({ inode }) => owned.has(inode)).map(({ address, port }) => ({ address, port }));
  // 127.0.0.1 as the kernel writes it on a little-endian machine.
  expect(mine).toEqual([{ address: '0100007F', port: Number(new URL(url).port) }]);
});
