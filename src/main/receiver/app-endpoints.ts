import type { Answer } from './answer.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

/**
 * What is asked about the app itself. `self-test` and `open` serve the command line and are not part of
 * the public promise: they may change with any version.
 */
export const appEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: /^\/v1\/health$/,
    access: 'open',
    body: 'none',
    handle: () => ({ status: 200, body: { ok: true } }),
  },
  {
    method: 'GET',
    path: /^\/v1\/status$/,
    access: 'header',
    body: 'none',
    handle: async ({ paging }) => ({ status: 200, body: await paging.status() }),
  },
  {
    method: 'POST',
    path: /^\/v1\/self-test$/,
    access: 'header',
    body: 'optional',
    handle: async ({ paging }) => ({ status: 200, body: { steps: await paging.selfTest() } }),
  },
  { method: 'POST', path: /^\/v1\/open$/, access: 'header', body: 'optional', handle: open },
];

async function open({ paging, body }: Call): Promise<Answer> {
  const value = body?.value;
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  if (id !== undefined && typeof id !== 'string') {
    throw new Problem('not-usable', 'id is a string.', { path: '/id' });
  }
  if (await paging.open(id)) return { status: 200, body: { ok: true } };
  throw new Problem('not-found', 'There is neither a page nor an incident with that id.');
}
