import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';

/**
 * Keeps web pages out. A page in a browser can reach the loopback interface: by a name that it lets
 * resolve to 127.0.0.1 (DNS rebinding), which only `Host` gives away, or straight, which `Origin`
 * does. No sender of pages is a web page, so any origin is refused, `null` (sandboxed frames) as well.
 * @throws {Problem} 403
 */
export function assertNotFromWeb(request: IncomingMessage, port: number): void {
  const hosts = request.headersDistinct.host ?? [];
  const [host] = hosts;
  if (host === undefined || hosts.length > 1 || !isOurs(host, port)) {
    throw new Problem(
      'forbidden-host',
      `Only 127.0.0.1, localhost and [::1] with port ${port} are served here.`,
    );
  }
  if (request.headers.origin !== undefined) {
    throw new Problem('forbidden-origin', 'Web pages are not served here.');
  }
}

function isOurs(host: string, port: number): boolean {
  const asked = host.toLowerCase();
  return ['127.0.0.1', 'localhost', '[::1]'].some((name) => asked === `${name}:${port}`);
}
