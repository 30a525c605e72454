import { join } from 'node:path';
import type { StatusReport } from '#shared/status.ts';
import { type CliResult, tplus } from '../support/cli.ts';
import { expect, test } from '../support/fixtures.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  hidden,
  pageIn,
  raise,
  recordDestinations,
  statusOf,
  untilDisplayed,
  visibleWindows,
} from './app/view.ts';

test('a page is raised, seen, acknowledged and resolved', async ({ spawn, userDataDir }) => {
  const run = await spawn(hidden);
  await run.receiver();
  const cli = (...args: string[]): Promise<CliResult> => tplus(args, { userDataDir });
  const raised = await cli(
    'page',
    '--title',
    'Chat is down',
    '--severity',
    'critical',
    '--service',
    'chat',
    '--link',
    'https://example.com/runbook',
  );
  expect(raised).toMatchObject({ code: 0, stderr: '' });
  const id = raised.stdout.trim();
  expect(pageIn(await statusOf(run), id)).toMatchObject({
    title: 'Chat is down',
    severity: 'SEV-1',
    source: 'api',
  });

  const status = await cli('status');
  expect(status).toMatchObject({ code: 0, stderr: '' });
  expect(status.stdout).toContain(id);
  expect(status.stdout).toContain('Chat is down');
  // What the desktop makes of the page may come to be known in between the two.
  await expect(async () => {
    const asJson = JSON.parse((await cli('status', '--json')).stdout) as StatusReport;
    expect(asJson).toEqual(await statusOf(run));
  }).toPass({ timeout: 60_000 });

  expect(await cli('ack', id)).toMatchObject({ code: 0, stdout: 'acknowledged  SEV-1  Chat is down\n' });
  // An id may be shortened.
  expect(await cli('resolve', id.slice(-8))).toMatchObject({
    code: 0,
    stdout: 'resolved  SEV-1  Chat is down\n',
  });
  expect(pageIn(await statusOf(run), id).status).toBe('resolved');
});

test('a page known already, and one with something odd, are told on stderr', async ({
  spawn,
  userDataDir,
}) => {
  const run = await spawn(hidden);
  await run.receiver();
  const first = await tplus(['page', '--title', 'down', '--key', 'k'], { userDataDir });
  const again = await tplus(['page', '--title', 'down', '--key', 'k', '--severity', 'purple'], {
    userDataDir,
  });
  expect(again.code).toBe(0);
  expect(again.stdout).toBe(first.stdout);
  expect(again.stderr).toContain('known already');
  expect(again.stderr).toContain('/severity');
});

test('self-test reports each step of the real path', async ({ spawn, userDataDir, dunst, notifications }) => {
  const run = await spawn(hidden);
  await run.receiver();
  await waitFor('the tray', async () => (await statusOf(run)).alerting.tray === 'shown');
  const { code, stdout, stderr } = await tplus(['self-test'], { userDataDir });
  const lines = stdout.trim().split('\n');
  expect(lines.map((line) => line.split(/\s+/).slice(0, 2).join(' '))).toEqual([
    'ok received',
    'ok saved',
    'ok decided',
    'ok notification',
    'ok tray',
  ]);
  expect([code, stderr]).toEqual([0, '']);
  const call = await notifications.answered('the notification', () => true);
  expect(call.summary).toMatch(/^TEST · SEV-2 /);
  await untilDisplayed(dunst, 0);
  expect((await statusOf(run)).alerting.unacknowledged).toBe(0);
});

test('self-test fails by the step that fails', async ({ spawn, userDataDir }) => {
  const run = await spawn(hidden);
  await run.receiver();
  const { code, stdout } = await tplus(['self-test'], { userDataDir });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^FAILED +notification/m);
  expect(stdout).toMatch(/^ok +saved/m);
});

test('open brings the window up, on a page if one is named', async ({ launch, userDataDir }) => {
  const run = await launch(hidden);
  const destinations = await recordDestinations(run);
  const pageId = await raise(run, { title: 'down' });
  expect(await tplus(['open', pageId], { userDataDir })).toMatchObject({ code: 0, stderr: '' });
  await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
  await expect.poll(destinations).toEqual([{ place: 'page', pageId }]);
  expect((await tplus(['open'], { userDataDir })).code).toBe(0);
  await expect.poll(destinations).toEqual([{ place: 'page', pageId }, { place: 'pages' }]);
});

test('what the app refuses is 1, with the reason', async ({ spawn, userDataDir }) => {
  const run = await spawn(hidden);
  await run.receiver();
  for (const args of [
    ['ack', 'nothing'],
    ['resolve', 'nothing'],
    ['open', 'nothing'],
  ]) {
    const { code, stdout, stderr } = await tplus(args, { userDataDir });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('Not found');
  }
});

test('wrong usage is 2, running or not', async ({ userDataDir }) => {
  for (const args of [
    [],
    ['frobnicate'],
    ['page'],
    ['page', '--title', ' '],
    ['ack'],
    ['ack', 'a', 'b'],
    ['ack', 'a', '--for', '25h'],
    ['status', '--nope'],
  ]) {
    const { code, stdout, stderr } = await tplus(args, { userDataDir });
    expect([args, code, stdout]).toEqual([args, 2, '']);
    expect(stderr).not.toBe('');
  }
});

test('no app is 3, also where one died', async ({ spawn, userDataDir }) => {
  const before = await tplus(['status'], { userDataDir });
  expect(before).toMatchObject({ code: 3, stdout: '' });
  expect(before.stderr).toContain('not running');
  const run = await spawn(hidden);
  await run.receiver();
  await run.kill();
  for (const args of [['status'], ['page', '--title', 'down'], ['self-test'], ['open']]) {
    expect((await tplus(args, { userDataDir })).code).toBe(3);
  }
});

test('--help and --version need no app', async ({ userDataDir }) => {
  const help = await tplus(['--help'], { userDataDir });
  expect(help.code).toBe(0);
  for (const command of ['page', 'status', 'ack', 'resolve', 'self-test', 'open'])
    expect(help.stdout).toContain(`tplus ${command}`);
  expect(await tplus(['ack', '--help'], { userDataDir })).toMatchObject({ code: 0 });
  const version = await tplus(['--version'], { userDataDir });
  expect([version.code, version.stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
});

test('a hostile title does nothing to the terminal', async ({ spawn, userDataDir }) => {
  const run = await spawn(hidden);
  await raise(run, { title: 'a\u001b[2Jb\u202ec\u009b31m', severity: 'SEV-3' });
  for (const args of [['status'], ['status', '--json']]) {
    const { code, stdout } = await tplus(args, { userDataDir });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/[\u001b\u009b\u202e]/);
  }
});

test('without --user-data-dir it finds the profile that the app finds', async ({
  spawn,
  userDataDir,
  desktop,
}) => {
  const env = { XDG_CONFIG_HOME: userDataDir };
  const profile = join(userDataDir, 'tplus');
  const run = await spawn({ ...hidden, userDataDir: profile, findsProfile: true, env });
  const id = await raise(run, { title: 'down' });
  const { code, stdout } = await tplus(['status'], { env: { ...env, HOME: desktop.env['HOME'] ?? '' } });
  expect(code).toBe(0);
  expect(stdout).toContain(id);
});
