// @ts-check
import { granted } from './client.mjs';
import { EXIT, Exit, usage } from './exit.mjs';
import { importPlaybook } from './import-playbook.mjs';
import { withId } from './find-id.mjs';
import { statusText } from './status-text.mjs';
import { columns, plain, plainJson } from './text.mjs';

/**
 * What each command does. `check` reads the arguments before the app is looked for, so that wrong usage
 * is told as such with no app running; `run` asks the app, prints, and gives the exit code.
 *
 * @typedef {import('./commands.mjs').Values} Values
 * @typedef {{ out: (text: string) => void, err: (text: string) => void, coloured: boolean }} Terminal
 * @typedef {(ask: import('./client.mjs').Ask, terminal: Terminal) => Promise<number>} Run
 */

/** @type {Readonly<Record<string, (values: Values, args: readonly string[]) => Run>>} */
export const CALLS = Object.freeze({
  page: raisePage,
  status: showStatus,
  ack: acknowledge,
  resolve: (_values, [id = '']) => answerPage(id, 'resolve', undefined),
  'self-test': selfTest,
  open: openWindow,
  'import-playbook': importPlaybook,
  export: later,
  import: later,
});

/** @param {Values} values @returns {Run} */
function raisePage(values) {
  const { title, severity, summary, service, key, link = [] } = values;
  if (typeof title !== 'string' || title.trim() === '') throw usage('A page needs a --title.', 'page');
  const links = [link].flat().map((url) => ({ url }));
  const body = { title, severity, summary, service, key, startedAt: values['started-at'], links };
  return async (ask, { out, err }) => {
    const { json } = granted(await ask('POST', '/v1/pages', body));
    out(plain(json.id));
    if (json.duplicate === true) err('That page was known already.');
    for (const { path, detail } of json.warnings ?? []) err(`Warning: ${plain(path)} ${plain(detail)}`);
    return EXIT.done;
  };
}

/** @param {Values} values @returns {Run} */
function showStatus({ json }) {
  return async (ask, { out, coloured }) => {
    const answer = granted(await ask('GET', '/v1/status'));
    out(json === true ? plainJson(answer.text) : statusText(answer.json, coloured));
    return EXIT.done;
  };
}

/** @param {Values} values @param {readonly string[]} args @returns {Run} */
function acknowledge(values, [id = '']) {
  const after = values.for === undefined ? undefined : seconds(String(values.for));
  return answerPage(id, 'acknowledge', after === undefined ? undefined : { recheckAfterSeconds: after });
}

/** @param {string} id @param {'acknowledge' | 'resolve'} verb @param {unknown} body @returns {Run} */
function answerPage(id, verb, body) {
  if (id.trim() === '') throw usage('The ID is empty.', verb === 'resolve' ? 'resolve' : 'ack');
  return async (ask, { out }) => {
    const call = (/** @type {string} */ whole) =>
      ask('POST', `/v1/pages/${encodeURIComponent(whole)}/${verb}`, body);
    const { json } = granted(await withId(ask, id, ['pages'], call));
    out(`${plain(json.status)}  ${plain(json.severity)}  ${plain(json.title)}`);
    return EXIT.done;
  };
}

const SECONDS = Object.freeze({ s: 1, m: 60, h: 3600 });

/** @param {string} text 30s, 15m, 2h */
function seconds(text) {
  const [, number = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text.trim()) ?? [];
  const total = Number(number) * (SECONDS[/** @type {'s' | 'm' | 'h'} */ (unit)] ?? 0);
  if (total < 1 || total > 86_400)
    throw usage('--for takes a time such as 30s, 15m or 2h, 24h at most.', 'ack');
  return total;
}

/** @returns {Run} */
function selfTest() {
  return async (ask, { out }) => {
    const { json } = granted(await ask('POST', '/v1/self-test'));
    /** @type {{ step: string, ok: boolean, detail: string }[]} */
    const steps = json.steps ?? [];
    const rows = steps.map(({ step, ok, detail }) => [ok ? 'ok' : 'FAILED', plain(step), plain(detail)]);
    for (const line of columns(rows)) out(line);
    return steps.length > 0 && steps.every(({ ok }) => ok) ? EXIT.done : EXIT.refused;
  };
}

/** @param {Values} _values @param {readonly string[]} args @returns {Run} */
function openWindow(_values, [id]) {
  return async (ask) => {
    const call = (/** @type {string | undefined} */ whole) => ask('POST', '/v1/open', { id: whole });
    granted(await (id === undefined ? call(undefined) : withId(ask, id, ['pages', 'incidents'], call)));
    return EXIT.done;
  };
}

/** @returns {never} */
function later() {
  throw new Exit(EXIT.refused, 'Export and import are not in this version.');
}
