import { appEndpoints } from './app-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { importEndpoint } from './import-endpoint.ts';
import { hookEndpoints, missingHook } from './hook-endpoints.ts';
import { pagesEndpoints } from './pages-endpoints.ts';
import { Problem } from './problem.ts';

const ENDPOINTS: readonly Endpoint[] = [...pagesEndpoints, ...hookEndpoints, ...appEndpoints, importEndpoint];

export interface Route {
  readonly endpoint: Endpoint;
  readonly name: string;
  readonly query: URLSearchParams;
}

/**
 * Finds what a request asks for.
 * @param target the request's target as it came; one with a host of its own (`http://…`) is not found
 * @throws {Problem} 404, 405
 */
export function findRoute(method: string, target: string): Route {
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const there = ENDPOINTS.filter((endpoint) => endpoint.path.test(path));
  if (there.length === 0)
    throw new Problem('not-found', missingHook(path) ?? 'There is nothing at that path.');
  const endpoint = there.find((each) => each.method === method);
  if (endpoint === undefined) {
    const allow = there.map((each) => each.method).join(', ');
    throw new Problem('method-not-allowed', `Only ${allow} is answered here.`, { headers: { allow } });
  }
  const query = new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1));
  return { endpoint, name: decodeName(endpoint.path.exec(path)?.[1] ?? ''), query };
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Problem('not-found', 'There is nothing at that path.');
  }
}
