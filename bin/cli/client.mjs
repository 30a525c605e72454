// @ts-check
import { Agent, request } from 'node:http';
import { EXIT, Exit, notRunning } from './exit.mjs';

/**
 * @typedef {{ status: number, text: string, json: any }} Answer `json` is undefined where the text is none
 * @typedef {(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer>} Ask
 */

/** The app itself gives up sooner; this is for one that hangs altogether. */
const TIMEOUT_MS = 60_000;

/**
 * @param {import('./profile.mjs').Address} app
 * @returns {Ask} rejects with {@link Exit} when the app does not answer
 */
export function clientOf({ url, token }) {
  // A connection of its own: none is kept open, so the process can end.
  const agent = new Agent({ keepAlive: false });
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${token}`,
        'x-tplus-client': 'cli',
        ...(payload === undefined
          ? { 'content-length': 0 }
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
      };
      const asked = request(
        new URL(path, url),
        { method, headers, agent, timeout: TIMEOUT_MS },
        (response) => {
          /** @type {Buffer[]} */
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', (error) => reject(failed(error)));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ status: response.statusCode ?? 0, text, json: parsed(text) });
          });
        },
      );
      asked.on('timeout', () => asked.destroy(new Error('it did not answer in time')));
      asked.on('error', (error) => reject(failed(error)));
      asked.end(payload);
    });
}

/** @param {Error & { code?: string }} error */
function failed(error) {
  if (error.code === 'ECONNREFUSED') return notRunning('Tplus is not running.');
  return new Exit(EXIT.refused, `Tplus could not be asked: ${error.message}`);
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Hands over a good answer. @param {Answer} answer @throws {Exit} the app's reason otherwise */
export function granted(answer) {
  if (answer.status >= 200 && answer.status < 300 && answer.json !== undefined) return answer;
  const { title, detail, path } = answer.json ?? {};
  const where = typeof path === 'string' && path !== '' ? ` (${path})` : '';
  const reason = [title, detail].filter((part) => typeof part === 'string').join(': ');
  throw new Exit(
    EXIT.refused,
    `Refused by Tplus: ${reason === '' ? `status ${answer.status}` : reason}${where}`,
  );
}
