import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { isAlive } from './process-tree.ts';
import { Hopeless, waitFor } from './wait-for.ts';

const receiverFile = v.object({ url: v.string(), token: v.string(), pid: v.number() });

/** What `receiver.json` tells. */
export type ReceiverFile = v.InferOutput<typeof receiverFile>;

/** An answer of the receiver: `body` is parsed JSON, or the text if it is none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Talks to the receiver of one run of the app, with its token. */
export interface ReceiverClient {
  /** Waits until this run accepts pages. */
  readonly receiver: (timeoutMs?: number) => Promise<ReceiverFile>;
  /** `path` from the root: `/v1/pages`. */
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `pid` tells this run's file from one that a killed run has left behind. */
export function receiverClient(userDataDir: string, pid: number, output: () => string): ReceiverClient {
  const receiver = (timeoutMs = 30_000): Promise<ReceiverFile> =>
    waitFor(
      `the receiver of process ${pid}`,
      async () => {
        if (!isAlive(pid)) throw new Hopeless(`the app has ended: ${output()}`);
        const file = v.parse(
          receiverFile,
          JSON.parse(await readFile(join(userDataDir, 'receiver.json'), 'utf8')),
        );
        if (file.pid !== pid) throw new Error(`receiver.json is of process ${file.pid}`);
        return file;
      },
      timeoutMs,
    );
  const request = async (path: string, init: RequestInit, headers: Readonly<Record<string, string>> = {}) => {
    const { url, token } = await receiver();
    const answer = await fetch(new URL(path, url), {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(30_000),
    });
    return { status: answer.status, headers: answer.headers, body: parseBody(await answer.text()) };
  };
  return {
    receiver,
    // A string goes as it is, so that a test can send what is not JSON.
    post: (path, body, headers) =>
      request(
        path,
        { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) },
        headers,
      ),
    get: (path, headers) => request(path, { method: 'GET' }, headers),
  };
}
