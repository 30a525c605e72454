import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Limits } from './limits.ts';
import { Problem } from './problem.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Both kinds of answer as what goes over the wire. */
export function wireForm(answer: Answer | Problem): {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
} {
  const problem = answer instanceof Problem;
  const text = JSON.stringify(problem ? answer.body() : answer.body);
  return {
    status: answer.status,
    text,
    headers: {
      ...(problem ? answer.headers : {}),
      'content-type': problem ? 'application/problem+json' : 'application/json',
      'content-length': String(Buffer.byteLength(text)),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  };
}

/**
 * Sends an answer. Where the body was not read to its end, the rest is read and thrown away for a while:
 * closing at once would reset the connection, and the sender would see that instead of the answer.
 * @param bodyComing whether the sender has a body to send or is sending it
 */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer | Problem,
  bodyComing: boolean,
  limits: Pick<Limits, 'lingerMs' | 'lingerBytes'>,
): void {
  if (response.headersSent || response.destroyed) return;
  const { status, headers, text } = wireForm(answer);
  if (request.complete) {
    response.writeHead(status, headers).end(text);
  } else if (bodyComing) {
    // The length is known to the sender, so the answer is whole for it before `end`.
    response.writeHead(status, { ...headers, connection: 'close' }).write(text);
    discardRest(request, limits, () => response.end());
  } else if (hasBody(request)) {
    // Not asked to continue, so the body is never sent; what follows must not be taken for it.
    response.writeHead(status, { ...headers, connection: 'close' }).end(text);
  } else {
    response.writeHead(status, headers).end(text);
  }
}

/** Whether the headers announce a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function discardRest(
  request: IncomingMessage,
  { lingerMs, lingerBytes }: Pick<Limits, 'lingerMs' | 'lingerBytes'>,
  done: () => void,
): void {
  let bytes = 0;
  const stop = (): void => {
    clearTimeout(timer);
    request.off('data', count).off('end', stop).off('close', stop);
    done();
  };
  const count = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes > lingerBytes) stop();
  };
  const timer = setTimeout(stop, lingerMs);
  request.on('data', count).on('end', stop).on('close', stop).resume();
}
