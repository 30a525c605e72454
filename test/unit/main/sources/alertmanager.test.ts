import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { LIMITS, type ReadingContext } from '#shared/domain/page/page-input.ts';
import { readAlertmanager } from '../../../../src/main/sources/alertmanager.ts';

const context: ReadingContext = {
  now: Date.parse('2026-11-23T06:00:00Z'),
  unknownSeverity: 'SEV-2',
  hash: (text) => createHash('sha256').update(text).digest('hex'),
};

/** As Alertmanager 0.25.0 sent it. */
const ALERT = {
  status: 'firing',
  labels: {
    alertname: 'HighLatency',
    instance: 'web-1:9100',
    job: 'web',
    service: 'checkout',
    severity: 'critical',
  },
  annotations: {
    summary: 'Checkout is slow',
    description: 'p99 is 4 s',
    runbook_url: 'https://runbooks.example/latency',
    dashboard: 'https://grafana.example/d/1',
  },
  startsAt: '2026-11-23T14:58:00.123456789+09:00',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.example:9090/graph?g0.expr=up',
  fingerprint: '2a5d2b9c1f0e4d3c',
};
const GROUP = {
  receiver: 'tplus',
  status: 'firing',
  alerts: [ALERT],
  groupLabels: { alertname: 'HighLatency' },
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'http://alertmanager.example:9093',
  version: '4',
  groupKey: '{}:{alertname="HighLatency"}',
  truncatedAlerts: 0,
};

function read(group: unknown) {
  const result = readAlertmanager(group, context);
  if (!result.ok) throw new Error(result.detail);
  return result.alerts.map(({ page }) => page);
}
function readOne(change: object, group: object = {}) {
  const [page] = read({ ...GROUP, ...group, alerts: [{ ...ALERT, ...change }] });
  if (page === undefined) throw new Error('no page');
  return page;
}

test('an alert in order is a page in order', () => {
  expect(read(GROUP)).toEqual([
    {
      source: 'alertmanager',
      key: '2a5d2b9c1f0e4d3c',
      sourceStartedAt: '2026-11-23T05:58:00.123Z',
      action: 'firing',
      title: 'Checkout is slow',
      severity: 'SEV-1',
      severityReason: 'sender',
      severityWord: 'critical',
      summary: 'p99 is 4 s',
      service: 'checkout',
      startedAt: Date.parse('2026-11-23T05:58:00.123Z'),
      links: [
        { label: 'Runbook', url: 'https://runbooks.example/latency' },
        { label: 'Dashboard', url: 'https://grafana.example/d/1' },
        { label: 'Source', url: 'http://prometheus.example:9090/graph?g0.expr=up' },
        { label: 'Alertmanager', url: 'http://alertmanager.example:9093/' },
      ],
      labels: ALERT.labels,
      warnings: [],
      test: false,
    },
  ]);
});

test.each([
  ['title of the annotations', { annotations: { title: 'T', message: 'M' } }, {}, 'T', 'M'],
  ['alertname and instance', { annotations: {} }, {}, 'HighLatency (web-1:9100)', ''],
  ['alertname alone', { annotations: null, labels: { alertname: 'A' } }, {}, 'A', ''],
  [
    'annotations of the group',
    { annotations: {} },
    { commonAnnotations: { summary: 'S', description: 'D' } },
    'S',
    'D',
  ],
  ['labels of the group', { annotations: {}, labels: {} }, { commonLabels: { alertname: 'C' } }, 'C', ''],
  [
    'a description keeps its lines',
    { annotations: { summary: 'a\nb', description: 'a\nb' } },
    {},
    'a b',
    'a\nb',
  ],
  [
    'an instance without a name is none',
    { annotations: {}, labels: { instance: 'i' } },
    { commonAnnotations: { title: 'T' } },
    'T',
    '',
  ],
  ['blank ones are passed over', { annotations: { summary: ' \n', title: 'T' } }, {}, 'T', ''],
])('title and summary: %s', (_name, change, group, title, summary) => {
  const page = readOne(change, group);
  expect([page.title, page.summary, page.warnings]).toEqual([title, summary, []]);
});

test('an alert with nothing to call it by is named by its fingerprint', () => {
  const page = readOne({ annotations: {}, labels: {} });
  expect(page.title).toBe('Alert 2a5d2b9c1f0e4d3c');
  expect(page.warnings).toMatchObject([
    { path: '/alerts/0', detail: 'has neither a summary nor an alertname' },
  ]);
});

test('names however long leave room for the instance, and make a title that fits', () => {
  const long = (letter: string): string => letter.repeat(500);
  const { title } = readOne({ annotations: {}, labels: { alertname: long('a'), instance: long('i') } });
  expect(title).toMatch(/^a+… \(i+…\)$/);
  expect(title.length).toBeLessThanOrEqual(300);
  expect(readOne({ annotations: {}, labels: {}, fingerprint: long('f') }).title.length).toBeLessThanOrEqual(
    300,
  );
});

test('named by a fingerprint as long as a key may be, it has a title that fits and is whole', () => {
  // The end of the title falls between the two halves of the last character.
  const fingerprint = `${'f'.repeat(LIMITS.title - 'Alert '.length - 2)}\u{1f525}${'f'.repeat(5)}`;
  const { key, title } = readOne({ annotations: {}, labels: {}, fingerprint });
  expect(key).toBe(fingerprint);
  expect(title.length).toBeLessThanOrEqual(LIMITS.title);
  expect(title.isWellFormed()).toBe(true);
  expect(title).toMatch(/^Alert f+…$/);
});

test.each([
  ['/alerts/0/labels/service', { labels: { ...ALERT.labels, service: 7 } }, {}],
  ['/commonLabels/service', { labels: {} }, { commonLabels: { service: 7 } }],
  ['/alerts/0/annotations/summary', { annotations: { summary: 7, title: 'T' } }, {}],
  ['/commonAnnotations/description', {}, { commonAnnotations: { description: 7 } }],
  ['/alerts/0/labels/severity', { labels: { severity: 'sideways' } }, {}],
  ['/commonLabels/severity', { labels: {} }, { commonLabels: { severity: 'sideways' } }],
  ['/alerts/0/status', { status: 'suppressed' }, {}],
  ['/alerts/0/fingerprint', { fingerprint: undefined, labels: null }, {}],
])('what is odd is named by where it stands: %s', (path, change, group) => {
  const annotations = { summary: 'S' };
  const { title, warnings } = readOne({ annotations, ...change }, group);
  expect(['S', 'T']).toContain(title);
  expect(warnings.map((warning) => warning.path)).toContain(path);
});

test.each([
  [{ runbook: 'https://r.example/' }, ['Runbook']],
  [{ runbook: 'https://r.example/', runbook_url: 'https://r.example/' }, ['Runbook']],
  [{ dashboard: 'https://d.example/', dashboard_url: 'https://d.example/', runbook: '' }, ['Dashboard']],
])('links of %j are %j', (annotations, labels) => {
  const page = readOne(
    { annotations: { summary: 'S', ...annotations }, generatorURL: null },
    { externalURL: '' },
  );
  expect(page.links.map(({ label }) => label)).toEqual(labels);
  expect(page.warnings).toEqual([]);
});

test.each([
  [{ severity: 'warning' }, {}, 'SEV-3', 'sender', 0],
  [{ priority: 'P1' }, {}, 'SEV-1', 'sender', 0],
  [{ severity: '', priority: 'P3' }, {}, 'SEV-3', 'sender', 0],
  [{ severity: 'warning', priority: 'P1' }, {}, 'SEV-3', 'sender', 0],
  [{ severity: null }, { severity: 'critical' }, 'SEV-1', 'sender', 1],
  [{}, { severity: 'info' }, 'SEV-4', 'sender', 0],
  [{}, {}, 'SEV-2', 'not-given', 0],
  [{ severity: 'sideways' }, {}, 'SEV-2', 'unknown-word', 1],
  [{ severity: 'constructor' }, {}, 'SEV-2', 'unknown-word', 1],
])('severity of %j in a group of %j is %s (%s)', (labels, commonLabels, severity, reason, warnings) => {
  const page = readOne({ labels }, { commonLabels });
  expect([page.severity, page.severityReason, page.warnings.length]).toEqual([severity, reason, warnings]);
});

test('the service is that of the labels, else the job', () => {
  expect(readOne({ labels: { job: 'web' } }).service).toBe('web');
  expect(readOne({ labels: {} }).service).toBe('');
});

test.each([
  ['resolved', 'firing', 'resolved', 0],
  ['firing', 'resolved', 'firing', 0],
  [undefined, 'resolved', 'resolved', 1],
  [undefined, 'firing', 'firing', 1],
  [null, 'resolved', 'resolved', 1],
  ['suppressed', 'resolved', 'firing', 1],
])('status %s in a %s group is %s', (status, ofGroup, action, warnings) => {
  const page = readOne({ status }, { status: ofGroup });
  expect([page.action, page.warnings.length]).toEqual([action, warnings]);
});

test("Go's zero time is no start: it would make every firing of an alert the same", () => {
  const page = readOne({ startsAt: '0001-01-01T00:00:00Z' });
  expect(page).not.toHaveProperty('sourceStartedAt');
  expect(page.startedAt).toBe(context.now);
  expect(page.warnings).toMatchObject([
    { path: '/alerts/0/startsAt', detail: 'is over a year old; the arrival time is used' },
  ]);
});

test('a start that is old and real stays in the identity', () => {
  const page = readOne({ startsAt: '2024-01-01T00:00:00Z' });
  expect([page.sourceStartedAt, page.startedAt]).toEqual(['2024-01-01T00:00:00.000Z', context.now]);
});

test('without a fingerprint the labels are the key, in any order', () => {
  const labels = { b: '2', a: '1' };
  const key = readOne({ fingerprint: undefined, labels }).key;
  expect(key).toMatch(/^~[0-9a-f]{32}$/);
  expect(readOne({ fingerprint: ' ', labels: { a: '1', b: '2' } }).key).toBe(key);
  expect(readOne({ fingerprint: 7, labels: { a: '1' } }).key).not.toBe(key);
});

test('without labels either, alerts that read differently have different keys', () => {
  const bare = { fingerprint: undefined, labels: {} };
  const keys = ['one', 'two'].map((summary) => readOne({ ...bare, annotations: { summary } }).key);
  expect(new Set(keys).size).toBe(2);
});

test('what is no link is left out and said', () => {
  const page = readOne(
    {
      annotations: { summary: 'S', runbook_url: 'javascript:alert(1)', dashboard_url: 7 },
      generatorURL: '/graph',
    },
    { externalURL: 'file:///etc/passwd' },
  );
  expect(page.links).toEqual([]);
  expect(page.warnings.map(({ path }) => path)).toEqual([
    '/alerts/0/annotations/runbook_url',
    '/alerts/0/annotations/dashboard_url',
    '/alerts/0/generatorURL',
    '/externalURL',
  ]);
});

test('alerts that were left out, and another version, are said on each page', () => {
  const pages = read({ ...GROUP, version: '5', truncatedAlerts: 3, alerts: [ALERT, ALERT] });
  const warnings = [
    { path: '/version', detail: 'is not "4"; read as if it were' },
    { path: '/truncatedAlerts', detail: 'Alertmanager left out 3 more alerts of this group' },
  ];
  expect(pages.map((page) => page.warnings)).toMatchObject([warnings, warnings]);
});

test.each([0, -1, '3', null, undefined])('%j alerts left out are none', (truncatedAlerts) => {
  expect(readOne({}, { truncatedAlerts }).warnings).toEqual([]);
});

test('one alert left out is said, too', () => {
  expect(readOne({}, { truncatedAlerts: 1 }).warnings).toMatchObject([{ path: '/truncatedAlerts' }]);
});

test.each([null, 'text', 7, [], true])('an alert that is %j becomes a page all the same', (alert) => {
  const [page, again] = read({ ...GROUP, status: 'resolved', alerts: [alert, alert] });
  expect(page).toMatchObject({
    source: 'alertmanager',
    test: false,
    title: 'Unreadable alert from Alertmanager',
    action: 'firing',
    severity: 'SEV-2',
    severityReason: 'not-given',
    summary: JSON.stringify(alert),
    warnings: [{ path: '/alerts/0', detail: 'is not an object' }],
  });
  expect(page?.key).toMatch(/^~[0-9a-f]{32}$/);
  expect(again?.key).toBe(page?.key);
});

test('hostile text is made visible', () => {
  const labels = { alertname: 'x', '\u202eevil': 'a\u0000b', constructor: 'c', n: 5 };
  const page = readOne({ annotations: { summary: 'a\u202eb\n\u001b[2Jc' }, labels });
  expect(page.title).toBe('a[U+202E]b ␛[2Jc');
  expect(page.labels).toEqual({ alertname: 'x', '[U+202E]evil': 'a␀b', constructor: 'c' });
  expect(page.warnings).toMatchObject([
    { path: '/alerts/0/labels/n', detail: 'is not a string and was left out' },
  ]);
});

test('names of the prototype are not read as fields', () => {
  const alert = JSON.parse(
    '{"fingerprint":"f","status":"firing","annotations":{"__proto__":{"summary":"S"}},"labels":{"__proto__":"p"}}',
  ) as object;
  const [page] = read({ ...GROUP, alerts: [alert] });
  expect(page?.title).toBe('Alert f');
  expect(Object.getOwnPropertyNames(page?.labels)).toEqual(['__proto__']);
});

test('a group beyond all measure is cut, and one page says so', () => {
  const pages = read({ ...GROUP, alerts: Array.from({ length: 10_003 }, () => ALERT) });
  expect(pages).toHaveLength(10_001);
  expect(pages.at(-1)).toMatchObject({
    title: '3 more alerts from Alertmanager were not read',
    summary: 'The group is too large. Look at Alertmanager itself.',
  });
  // A stand-in of each kind, and one for each group.
  const [unreadable] = read({ ...GROUP, alerts: ['{}:{alertname="HighLatency"}'] });
  const keys = [pages.at(-1)?.key, unreadable?.key];
  expect(new Set(keys).size).toBe(2);
});

test.each([
  [null, ''],
  [[], ''],
  ['text', ''],
  [{}, '/alerts'],
  [{ alerts: null }, '/alerts'],
  [{ alerts: { length: 1 } }, '/alerts'],
])('%j is refused', (value, path) => {
  const detail = path === '' ? 'A webhook of Alertmanager is a JSON object.' : 'alerts is not a list.';
  expect(readAlertmanager(value, context)).toEqual({ ok: false, path, detail });
});
