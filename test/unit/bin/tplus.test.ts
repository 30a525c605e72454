import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../../support/repository.ts';
import { type Running, startRunning, temporaryDir, TOKEN } from '../main/receiver/running.ts';

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The real command in a process of its own, on the Node that runs the tests. */
function cli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Result> {
  const program = join(repositoryRoot, 'bin/tplus.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: { PATH: process.env.PATH ?? '', TZ: 'UTC', ELECTRON_RUN_AS_NODE: '1', ...env },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}
const withApp = ({ userDataDir }: Running, ...args: readonly string[]) =>
  cli([...args, '--user-data-dir', userDataDir]);

test('page raises a page with all it is given, and prints its id only', async () => {
  const running = await startRunning();
  const what = ['--title', 'Checkout fails', '--severity', 'P1', '--summary', 'S', '--service', 'checkout'];
  const more = ['--key', 'k', '--link', 'https://a.example/', '--link=https://b.example/'];
  const result = await withApp(running, 'page', ...what, ...more, '--started-at', '2026-11-23T05:30:00Z');
  expect(result).toEqual({ code: 0, out: `${running.paging.pages[0]?.id}\n`, err: '' });
  expect(running.paging.pages[0]).toMatchObject({
    source: 'api',
    key: 'k',
    title: 'Checkout fails',
    severity: 'SEV-1',
    summary: 'S',
    service: 'checkout',
    startedAt: Date.parse('2026-11-23T05:30:00Z'),
    links: [
      { label: 'a.example', url: 'https://a.example/' },
      { label: 'b.example', url: 'https://b.example/' },
    ],
    warnings: [],
  });
});

test('page tells warnings and duplicates on stderr', async () => {
  const running = await startRunning();
  const args = ['page', '--title', 'T', '--severity', 'odd'];
  const first = await withApp(running, ...args);
  expect(first.err).toBe('tplus: Warning: /severity is not a known severity; taken as SEV-2\n');
  const second = await withApp(running, ...args);
  expect([second.code, second.out]).toEqual([0, first.out]);
  expect(second.err).toContain('known already');
});

test('a title is hostile on the way in and on the way out', async () => {
  const running = await startRunning();
  const page = { id: '\u001b[2J\u009b1m', title: 'a\u001b]0;x\u0007\u202eb\r\nc' };
  running.paging.statusExtra = { pages: [{ ...(await anyPage(running)), ...page }] };
  const text = await withApp(running, 'status');
  expect(text.code).toBe(0);
  expect(text.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(text.out).toContain('a\ufffd]0;x\ufffd\ufffdb\ufffd\ufffdc');
  const json = await withApp(running, 'status', '--json');
  expect(json.out).not.toMatch(/[\u007f-\u009f\u202e]/);
  expect(JSON.parse(json.out)).toEqual(await running.paging.status());
});

async function anyPage(running: Running) {
  await running.ask('POST', '/v1/pages', { title: 'Checkout fails', severity: 'SEV-1' });
  const [page] = (await running.paging.status()).pages;
  if (page === undefined) throw new Error('no page');
  return page;
}

test('status is a table, without colour where nobody looks', async () => {
  const running = await startRunning();
  const { id } = await anyPage(running);
  const at = '2026-11-23T06:00:00.000Z';
  running.paging.statusExtra = {
    incidents: [
      {
        id: 'i-1',
        title: 'Incident',
        severity: 'SEV-1',
        phase: 'declared',
        detectedAt: at,
        milestones: [
          { id: 'acknowledge', dueAt: at, metAt: at, state: 'met' },
          { id: 'declare', dueAt: at, metAt: null, state: 'late' },
        ],
        updateDueAt: null,
        drill: 'd-1',
      },
    ],
    drills: [{ id: 'd-1', scenario: 'cdn', title: 'CDN', startedAt: at, steps: 8, delivered: 3 }],
    sources: [{ id: 'api', kind: 'api', state: 'heard', lastHeardAt: at, detail: 'receiver' }],
  };
  const { code, out } = await withApp(running, 'status');
  expect(code).toBe(0);
  expect(out).toMatch(/^Tplus 9\.9\.9\n/);
  expect(out).toContain(`  ${id}  SEV-1     firing  2026-11-23 06:00  Checkout fails\n`);
  expect(out).toContain('declare 2026-11-23 06:00 late');
  expect(out).toContain('[DRILL] Incident\n');
  expect(out).toMatch(/Drills running\n.*\n  d-1 +2026-11-23 06:00  3 of 8 +CDN\n/);
  expect(out).toContain('unacknowledged  1');
  expect(out).not.toContain('\u001b');
});

test('status tells what is degraded, with its detail where it has one', async () => {
  const running = await startRunning();
  running.paging.statusExtra = {
    alerting: {
      native: 'shown',
      tray: 'no-host',
      sound: 'off',
      unacknowledged: 0,
      nextAlarmAt: null,
      degraded: [
        { reason: 'no-tray-host', detail: '' },
        { reason: 'receiver-port-taken', detail: '47100 is taken' },
      ],
    },
  };
  const { out } = await withApp(running, 'status');
  expect(out).toContain('  DEGRADED: no-tray-host\n');
  expect(out).toContain('  DEGRADED: receiver-port-taken (47100 is taken)\n');
});

test('ack and resolve take an id, or an end or a beginning that fits one page', async () => {
  const running = await startRunning();
  const { id } = await anyPage(running);
  expect(await withApp(running, 'ack', id, '--for', '15m')).toEqual({
    code: 0,
    out: 'acknowledged  SEV-1  Checkout fails\n',
    err: '',
  });
  await withApp(running, 'ack', id.slice(0, 8).toUpperCase());
  expect(running.paging.rechecks).toEqual([900_000, undefined]);
  await running.ask('POST', '/v1/pages', { title: 'Other' });
  const both = await withApp(running, 'ack', id.slice(0, 8));
  expect([both.code, both.out]).toEqual([1, '']);
  expect(both.err).toContain('fits several');
  const end = await withApp(running, 'resolve', id.slice(-6));
  expect([end.code, end.out]).toEqual([0, 'resolved  SEV-1  Checkout fails\n']);
});

test.each(['nobody', '0199', '../status', '%2e%2e'])('ack of %s is refused with the reason', async (id) => {
  const running = await startRunning();
  await anyPage(running);
  const result = await withApp(running, 'ack', id);
  expect(result).toEqual({
    code: 1,
    out: '',
    err: 'tplus: Refused by Tplus: Not found: There is no page with that id.\n',
  });
});

test('self-test prints a line for each step and fails with the first that failed', async () => {
  const running = await startRunning();
  const good = await withApp(running, 'self-test');
  expect(good).toEqual({ code: 0, out: 'ok  received  in 3 ms\n', err: '' });
  running.paging.steps = [
    { step: 'received', ok: true, detail: 'in 3 ms' },
    { step: 'notification', ok: false, detail: 'no\u001b daemon' },
  ];
  const bad = await withApp(running, 'self-test');
  expect(bad).toEqual({
    code: 1,
    out: 'ok      received      in 3 ms\nFAILED  notification  no\ufffd daemon\n',
    err: '',
  });
});

test('open asks for the window, on a page where one is named', async () => {
  const running = await startRunning();
  const { id } = await anyPage(running);
  expect((await withApp(running, 'open')).code).toBe(0);
  expect((await withApp(running, 'open', id.slice(-8))).code).toBe(0);
  expect((await withApp(running, 'open', 'nothing')).code).toBe(1);
  expect(running.paging.opened).toEqual([undefined, id.slice(-8), id, 'nothing']);
});

test('a refusal of the app is 1 with its reason', async () => {
  const running = await startRunning();
  running.paging.before = () => {
    throw new Error('inside');
  };
  const result = await withApp(running, 'page', '--title', 'T');
  expect([result.code, result.out]).toEqual([1, '']);
  expect(result.err).toContain('Something went wrong in Tplus');
});

test.each([
  [[]],
  [['nonsense']],
  [['constructor']],
  [['status', '--nonsense']],
  [['status', 'extra']],
  [['page']],
  [['page', '--title', ' ']],
  [['page', '--title']],
  [['page', 'T']],
  [['ack']],
  [['ack', '']],
  [['ack', 'a', 'b']],
  [['ack', 'a', '--for', 'soon']],
  [['ack', 'a', '--for', '0m']],
  [['ack', 'a', '--for', '25h']],
  [['resolve']],
  [['status', '--user-data-dir']],
  [['status', '--user-data-dir=']],
])('%j is wrong usage', async (args) => {
  const result = await cli(args);
  expect([result.code, result.out]).toEqual([2, '']);
  expect(result.err).toMatch(/^tplus: .*\n(tplus: .*\n)*tplus: Try "tplus .*--help"\.\n$/);
});

test('help and version need no app', async () => {
  const help = await cli(['--help']);
  expect([help.code, help.err]).toEqual([0, '']);
  expect(help.out).toContain('tplus ack ID [--for 15m]');
  const one = await cli(['ack', '--help']);
  expect([one.code, one.err]).toEqual([0, '']);
  expect(one.out).toContain('--for TIME');
  expect((await cli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('without the app it is 3, in one sentence that says how to start it', async () => {
  const dir = await temporaryDir();
  const file = join(dir, 'receiver.json');
  const status = () => cli(['--user-data-dir', dir, 'status']);
  const said = { code: 3, out: '', err: expect.stringMatching(/^tplus: .*npm start.*\n$/) as string };
  expect(await status()).toEqual(said);
  await writeFile(file, 'nonsense');
  expect(await status()).toEqual(said);
  const address = { url: 'http://127.0.0.1:9', token: TOKEN, pid: process.pid };
  await writeFile(file, JSON.stringify(address));
  expect(await status()).toEqual(said);
  await writeFile(file, JSON.stringify({ ...address, url: 'http://evil.example' }));
  expect(await status()).toEqual(said);
});

test('the token of an app that died is not shown to whoever has its port now', async () => {
  const running = await startRunning();
  const dir = await temporaryDir();
  const child = spawn(process.execPath, ['-e', '0'], { env: { ELECTRON_RUN_AS_NODE: '1' } });
  await new Promise((resolve) => child.on('close', resolve));
  const address = { url: running.receiver.url, token: TOKEN, pid: child.pid };
  await writeFile(join(dir, 'receiver.json'), JSON.stringify(address));
  const result = await cli(['page', '--title', 'T', '--user-data-dir', dir]);
  expect([result.code, running.paging.heardFrom]).toEqual([3, []]);
});

test.runIf(process.platform === 'linux')('the profile is where Electron keeps it', async () => {
  const running = await startRunning();
  const home = await temporaryDir();
  const address = { url: running.receiver.url, token: TOKEN, pid: process.pid };
  await mkdir(join(home, '.config/tplus'), { recursive: true });
  await writeFile(join(home, '.config/tplus/receiver.json'), JSON.stringify(address));
  expect((await cli(['status'], { HOME: home })).code).toBe(0);
  expect((await cli(['status'], { HOME: '/nonexistent', XDG_CONFIG_HOME: join(home, '.config') })).code).toBe(
    0,
  );
  expect((await cli(['status'], { HOME: home, XDG_CONFIG_HOME: join(home, 'other') })).code).toBe(3);
});

test('export and import say that they are not there yet', async () => {
  for (const command of ['export', 'import']) {
    const result = await cli([command, 'file']);
    expect([result.code, result.out]).toEqual([1, '']);
    expect(result.err).toContain('not in this version');
  }
});

test('import-playbook prints what becomes of each part of a document', async () => {
  const running = await startRunning();
  const file = join(running.userDataDir, 'ours.md');
  await writeFile(
    file,
    '\uFEFF# Ours\r\n\r\n| S | R |\r\n|---|---|\r\n| P1 | 5m |\r\n| P2 | 1h |\r\n\r\n## Map\r\n\r\nwords',
  );
  const { code, out, err } = await withApp(running, 'import-playbook', file);
  expect([code, err]).toEqual([0, '']);
  expect(out.split('\n')).toEqual([
    'ours.md: 1 taken, 0 for you to fill in, 1 left out',
    'LINE  SURE  AS               SECTION',
    '3     high  severities       Ours',
    '10    -     left out: prose  Map',
    '',
    'Nothing is saved yet: look it over and save it in the window.',
    '',
  ]);
});

test('import-playbook tells why a document is refused, and which file is not there', async () => {
  const running = await startRunning();
  const file = join(running.userDataDir, 'empty.md');
  await writeFile(file, '');
  const empty = await withApp(running, 'import-playbook', file);
  expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('The document is empty.')]);
  const gone = await withApp(running, 'import-playbook', join(running.userDataDir, 'gone.md'));
  expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('could not be read')]);
  expect((await withApp(running, 'import-playbook')).code).toBe(2);
});
