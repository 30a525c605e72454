import { readAlertmanager } from '../sources/alertmanager.ts';
import type { Answer } from './answer.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { capOriginal } from './original.ts';
import { Problem } from './problem.ts';

/** Hooks of the public interface that this version does not have yet. */
const LATER_HOOKS: ReadonlySet<string> = new Set([
  'grafana',
  'pagerduty',
  'sentry',
  'datadog',
  'goalert',
  'sns',
]);

/** Vendors' webhooks (public interface, "Receiver"). */
export const hookEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: /^\/v1\/hooks\/alertmanager$/,
    access: 'hook',
    body: 'required',
    source: 'alertmanager',
    handle: alertmanager,
  },
];

/** One transaction for the whole group: its sender sends all of it again if a part failed. */
async function alertmanager({ paging, body }: Call): Promise<Answer> {
  const read = readAlertmanager(body?.value, paging.readingContext());
  if (!read.ok) throw new Problem('not-usable', read.detail, { path: read.path });
  const incoming = read.alerts.map(({ page, original }) => ({
    input: page,
    ...(page.warnings.length > 0 ? { original: capOriginal(JSON.stringify(original)) } : {}),
  }));
  const accepted = incoming.length === 0 ? [] : await paging.accept(incoming);
  const duplicates = accepted.filter(({ duplicate }) => duplicate).length;
  return { status: 200, body: { accepted: accepted.length - duplicates, duplicates } };
}

/** Why a path that looks like a hook is not found. */
export function missingHook(path: string): string | undefined {
  const name = /^\/v1\/hooks\/([^/]+)$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  return LATER_HOOKS.has(name)
    ? `This version of Tplus does not have the hook "${name}" yet.`
    : 'There is no hook of that name.';
}
