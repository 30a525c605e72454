import type { IncomingMessage } from 'node:http';
import { hasMoreValues } from './count-values.ts';
import { Problem } from './problem.ts';
import { withoutDepth } from './without-depth.ts';

/** A body as it came and what it says. */
export interface Body {
  readonly bytes: Buffer;
  readonly value: unknown;
}

/** The sender went away: nobody is left to answer. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** `application/json` or `application/…+json`, in UTF-8. */
const JSON_TYPE = /^application\/([\w.!#$&^-]+\+)?json$/;

/** @throws {Problem} 415 */
export function assertJsonType({ headers }: IncomingMessage): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  if (!JSON_TYPE.test(type.trim())) {
    throw new Problem('not-json-type', 'Send JSON with "Content-Type: application/json".');
  }
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw new Problem('not-json-type', 'Send JSON in UTF-8.');
  }
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    throw new Problem('not-json-type', 'Send the body as it is, without a content encoding.');
  }
}

/** Refuses by the announced length, before a byte is read. @throws {Problem} 413 */
export function assertSize({ headers }: IncomingMessage, limitBytes: number): void {
  if (Number(headers['content-length'] ?? 0) > limitBytes) throw tooLarge(limitBytes);
}

/** @throws {Problem} 408, 413 @throws {Gone} */
export function readBody(request: IncomingMessage, limitBytes: number, timeoutMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (request.destroyed) {
      reject(new Gone('the sender went away'));
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (outcome: () => void): void => {
      clearTimeout(timer);
      request.off('data', take).off('end', end).off('close', gone).off('error', gone).pause();
      outcome();
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limitBytes) settle(() => reject(tooLarge(limitBytes)));
      else chunks.push(chunk);
    };
    const end = (): void => settle(() => resolve(Buffer.concat(chunks)));
    const gone = (): void => settle(() => reject(new Gone('the sender went away')));
    const slow = new Problem(
      'too-slow',
      `The body did not arrive within ${Math.ceil(timeoutMs / 1000)} seconds.`,
    );
    const timer = setTimeout(() => settle(() => reject(slow)), timeoutMs);
    request.on('data', take).on('end', end).on('close', gone).on('error', gone);
  });
}

/** Refuses what would take too long to parse. @throws {Problem} 413 */
export function assertValues(bytes: Buffer, most: number): void {
  if (hasMoreValues(bytes, most)) throw new Problem('too-large', 'The body has too many values.');
}

/**
 * The last of equal keys counts, as JSON.parse has it; `__proto__` is a key like any other.
 * @throws {Problem} 400
 */
export function parseJson(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('not-json', 'The body is not UTF-8.');
  }
  try {
    return withoutDepth(JSON.parse(text));
  } catch {
    throw new Problem('not-json', text.trim() === '' ? 'The body is empty.' : 'The body is not JSON.');
  }
}

function tooLarge(limitBytes: number): Problem {
  return new Problem('too-large', `The body is larger than ${limitBytes} bytes.`);
}
