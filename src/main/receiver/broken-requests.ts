import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import { type Duplex, finished } from 'node:stream';
import { wireForm } from './answer.ts';
import type { Limits } from './limits.ts';
import { Problem } from './problem.ts';

/**
 * Answers what Node's parser refuses before there is a request (garbage, headers too large or too
 * slow) as every other error is answered, where the connection still carries an answer.
 */
export function answerBrokenRequests(server: Server, { lingerMs }: Pick<Limits, 'lingerMs'>): void {
  const answering = new WeakMap<Duplex, number>();
  const closing = new WeakSet<Duplex>();
  const countIn = (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request;
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    response.once('close', () => answering.set(socket, (answering.get(socket) ?? 1) - 1));
  };
  server.on('request', countIn).on('checkContinue', countIn).on('checkExpectation', countIn);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (closing.has(socket)) return;
    // An answer to an earlier request may be half out: anything added would be taken for a part of it.
    if (!socket.writable || (answering.get(socket) ?? 0) > 0) {
      socket.destroy();
      return;
    }
    closing.add(socket);
    const timer = setTimeout(() => socket.destroy(), lingerMs);
    finished(socket, () => clearTimeout(timer));
    socket.on('error', () => {}).resume();
    socket.end(rawAnswer(problemOf(error.code)));
  });
}

function problemOf(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Problem('too-slow', 'The request did not arrive in time.');
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem('headers-too-large', 'The headers are too large.');
  return new Problem('bad-request', 'This is not an HTTP request that can be read.');
}

function rawAnswer(problem: Problem): string {
  const { status, headers, text } = wireForm(problem);
  const lines = Object.entries({ ...headers, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', text].join('\r\n');
}
