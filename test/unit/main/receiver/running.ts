import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '../../../../src/main/receiver/limits.ts';
import { type Receiver, startReceiver } from '../../../../src/main/receiver/receiver.ts';
import { FakePaging } from './fake-paging.ts';

export const TOKEN = 'a-token-for-tests-that-is-long-enough-0123';
export const NOW = Date.parse('2026-11-23T06:00:00Z');

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Record<string, unknown>;
}

/** The real receiver in front of a `FakePaging`, gone when the test is. */
export interface Running {
  readonly paging: FakePaging;
  readonly receiver: Receiver;
  readonly userDataDir: string;
  readonly clock: { at: number };
  readonly errors: unknown[];
  /** `path` from the root. A body that is a string or bytes goes as it is. */
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string | undefined>>,
  ) => Promise<Answer>;
  /** Sends text over a connection of its own; gives all that came until it was closed. */
  readonly raw: (text: string | Buffer, options?: { readonly end?: boolean }) => Promise<string>;
}

export async function temporaryDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tplus-receiver-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

export async function startRunning(
  options: { readonly limits?: Partial<Limits>; readonly preferredPort?: number } = {},
): Promise<Running> {
  const clock = { at: NOW };
  const errors: unknown[] = [];
  const userDataDir = await temporaryDir();
  const paging = new FakePaging(() => clock.at);
  const receiver = await startReceiver({
    paging,
    token: () => TOKEN,
    userDataDir,
    preferredPort: options.preferredPort ?? 0,
    version: '9.9.9',
    clock: { now: () => clock.at },
    tooLargePage: (source, limit) => ({ title: `Too large (${source})`, summary: `Over ${limit}` }),
    log: { error: (_text, error) => errors.push(error) },
    // Lingering is for a slow machine to send all of a large body; a test whose sender keeps some back makes it short.
    limits: { ...DEFAULT_LIMITS, lingerMs: 20_000, stopMs: 50, ...options.limits },
  });
  onTestFinished(() => receiver.stop());
  return {
    paging,
    receiver,
    userDataDir,
    clock,
    errors,
    ask: (method, path, body, headers) => ask(receiver, method, path, body, headers),
    raw: (text, { end = false } = {}) => raw(receiver.port, text, end),
  };
}

async function ask(
  { url }: Receiver,
  method: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<Answer> {
  const all = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers };
  const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const asIs = typeof body === 'string' || body instanceof Uint8Array || body === undefined;
  const answer = await fetch(url + path, {
    method,
    headers: sent,
    ...(body === undefined ? {} : { body: asIs ? (body as BodyInit) : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  return { status: answer.status, headers: answer.headers, json };
}

function raw(port: number, text: string | Buffer, end: boolean): Promise<string> {
  return new Promise((resolve) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', () => (end ? socket.end(text) : socket.write(text)));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (got += chunk));
    socket.on('error', () => resolve(got));
    socket.on('close', () => resolve(got));
  });
}

/** The head of a raw request. */
export function head(
  running: Running,
  line: string,
  headers: Readonly<Record<string, string | undefined>>,
): string {
  const all = {
    host: `127.0.0.1:${running.receiver.port}`,
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/json',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return [`${line} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}
