// @ts-check
import { columns, localTime, plain } from './text.mjs';

/**
 * `GET /v1/status`, as far as it is shown. The app may be another version: nothing is taken for granted but lists.
 *
 * @typedef {{ id?: unknown, title?: unknown, severity?: unknown, status?: unknown, drill?: unknown }} Named
 * @typedef {Named & { receivedAt?: unknown }} PageRow
 * @typedef {{ id?: unknown, dueAt?: unknown, state?: unknown }} Milestone
 * @typedef {Named & { phase?: unknown, milestones?: readonly Milestone[] }} IncidentRow
 * @typedef {Named & { startedAt?: unknown, delivered?: unknown, steps?: unknown }} DrillRow
 * @typedef {Named & { state?: unknown, lastHeardAt?: unknown, detail?: unknown }} SourceRow
 * @typedef {{ reason?: unknown, detail?: unknown }} Degraded
 * @typedef {{ native?: unknown, tray?: unknown, sound?: unknown, unacknowledged?: unknown, nextAlarmAt?: unknown,
 *   degraded?: readonly Degraded[] }} Alerting
 * @typedef {{ version?: unknown, pages?: readonly PageRow[], incidents?: readonly IncidentRow[],
 *   sources?: readonly SourceRow[], drills?: readonly DrillRow[], alerting?: Alerting }} Status
 */

/** @typedef {(line: string, row: Named) => string} Paint */

/**
 * `tplus status` for people. The answer is the app's own; its texts are not, and are made harmless.
 *
 * @param {Status} status
 * @param {boolean} coloured
 */
export function statusText(
  { version, pages = [], incidents = [], sources = [], drills = [], alerting = {} },
  coloured,
) {
  const paint = coloured ? bySeverity : (/** @type {string} */ line) => line;
  return [
    `Tplus ${plain(version)}`,
    ...section('Pages', ['ID', 'SEVERITY', 'STATUS', 'RECEIVED', 'TITLE'], pages, pageRow, paint),
    ...section('Incidents', ['ID', 'SEVERITY', 'PHASE', 'NEXT', 'TITLE'], incidents, incidentRow, paint),
    ...(drills.length === 0
      ? []
      : section('Drills running', ['ID', 'STARTED', 'STEPS', 'TITLE'], drills, drillRow, unpainted)),
    ...section('Sources', ['ID', 'STATE', 'LAST HEARD', 'DETAIL'], sources, sourceRow, unpainted),
    '',
    'Alerting',
    ...alertingLines(alerting).map((line) => `  ${line}`),
  ].join('\n');
}

/**
 * @template {Named} Row
 * @param {string} title @param {string[]} head @param {readonly Row[]} items
 * @param {(item: Row) => string[]} row @param {Paint} paint
 */
function section(title, head, items, row, paint) {
  if (items.length === 0) return ['', title, '  none'];
  const [heading = '', ...lines] = columns([head, ...items.map(row)]);
  return ['', title, `  ${heading}`, ...lines.map((line, index) => `  ${paint(line, items[index] ?? {})}`)];
}

/** @param {PageRow} page */
function pageRow({ id, severity, status, receivedAt, title, drill }) {
  return [plain(id), plain(severity), plain(status), localTime(receivedAt), named(title, drill)];
}

/** @param {IncidentRow} incident */
function incidentRow({ id, severity, phase, milestones = [], title, drill }) {
  const next = milestones.find(({ state }) => state !== 'met' && state !== 'skipped');
  const shown = next === undefined ? '-' : `${plain(next.id)} ${localTime(next.dueAt)} ${plain(next.state)}`;
  return [plain(id), plain(severity), plain(phase), shown, named(title, drill)];
}

/** @param {unknown} title @param {unknown} drill its id where it is of one */
function named(title, drill) {
  return typeof drill === 'string' ? `[DRILL] ${plain(title)}` : plain(title);
}

/** @param {DrillRow} drill */
function drillRow({ id, startedAt, delivered, steps, title }) {
  return [plain(id), localTime(startedAt), `${plain(delivered)} of ${plain(steps)}`, plain(title)];
}

/** @param {SourceRow} source */
function sourceRow({ id, state, lastHeardAt, detail }) {
  return [plain(id), plain(state), localTime(lastHeardAt), plain(detail)];
}

/** @param {Alerting} alerting */
function alertingLines({ native, tray, sound, unacknowledged, nextAlarmAt, degraded = [] }) {
  return [
    ...columns([
      ['unacknowledged', plain(unacknowledged)],
      ['next alarm', localTime(nextAlarmAt)],
      ['notifications', plain(native)],
      ['tray', plain(tray)],
      ['sound', plain(sound)],
    ]),
    ...degraded.map(({ reason, detail }) =>
      detail === '' ? `DEGRADED: ${plain(reason)}` : `DEGRADED: ${plain(reason)} (${plain(detail)})`,
    ),
  ];
}

/** @type {Paint} */
const unpainted = (line) => line;

/** @type {Paint} */
function bySeverity(line, { severity, status }) {
  if (status === 'resolved') return `\u001b[2m${line}\u001b[0m`;
  const colour = { 'SEV-1': '1;31', 'SEV-2': '33' }[/** @type {string} */ (severity)];
  return colour === undefined ? line : `\u001b[${colour}m${line}\u001b[0m`;
}
