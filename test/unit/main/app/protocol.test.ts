import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Protocol, ProtocolRequest, ProtocolResponse } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveApp } from '../../../../src/main/app/protocol.ts';

type Handler = Parameters<Protocol['registerBufferProtocol']>[1];

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tplus-served-'));
  await writeFile(join(root, 'index.html'), '<html lang="en"><body></body></html>');
  await writeFile(join(root, 'index.js'), 'start();');
  await writeFile(join(root, 'index.css'), 'body {}');
});

afterEach(async () => rm(root, { recursive: true }));

/** The app's files as Chromium asks for them. */
function serve() {
  let handler: Handler | undefined;
  const protocol = {
    registerBufferProtocol: (_scheme: string, registered: Handler) => {
      handler = registered;
      return true;
    },
  } as unknown as Protocol;
  let isServed = false;
  const served = serveApp({ protocol }, root, () => 'ko').then(() => {
    isServed = true;
  });
  const ask = async (name: string, method = 'GET'): Promise<ProtocolResponse> =>
    new Promise((resolve, reject) => {
      if (handler === undefined) reject(new Error('nothing was registered'));
      const request = { url: `app://tplus/${name}`, method } as ProtocolRequest;
      handler?.(request, (answer) => resolve(Buffer.isBuffer(answer) ? { data: answer } : answer));
    });
  return { ask, served, isServed: () => isServed };
}

const textOf = (data: ProtocolResponse['data']): string =>
  Buffer.isBuffer(data) ? data.toString() : typeof data === 'string' ? data : '';

/** What was put off until the loop came round has happened by then. */
const onceAround = async (): Promise<void> =>
  new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('serving the window', () => {
  it('gives the page in the language in force, under the policy', async () => {
    const { data, headers } = await serve().ask('index.html');
    expect(textOf(data)).toContain('<html lang="ko">');
    expect(headers?.['Content-Type']).toBe('text/html; charset=utf-8');
    expect(headers?.['Content-Security-Policy']).toContain("default-src 'none'");
  });

  it('gives a script as it is', async () => {
    const { data, headers, statusCode } = await serve().ask('index.js');
    expect({ text: textOf(data), statusCode }).toEqual({ text: 'start();', statusCode: undefined });
    expect(headers?.['Content-Type']).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    ['missing.js', 'GET', 404],
    ['..%2f..%2fetc%2fpasswd', 'GET', 404],
    ['index.html', 'POST', 405],
  ])('answers %s by %s with %i and nothing else', async (name, method, statusCode) => {
    const answer = await serve().ask(name, method);
    expect(answer).toMatchObject({ statusCode, data: Buffer.alloc(0) });
    expect(answer.headers?.['Content-Security-Policy']).toContain("default-src 'none'");
  });

  it('is done when the scripts have been answered, and all that was asked for with them', async () => {
    const { ask, served, isServed } = serve();
    await ask('index.html');
    await onceAround();
    expect(isServed()).toBe(false);
    const style = ask('index.css');
    const script = ask('index.js');
    await Promise.race([style, script]);
    expect(isServed()).toBe(false);
    await Promise.all([style, script]);
    await served;
    expect(isServed()).toBe(true);
  });
});
