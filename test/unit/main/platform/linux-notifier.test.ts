import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Notice, Notifier } from '../../../../src/main/alerting/notifier.ts';
import { type BusConnection, connectToBus } from '../../../../src/main/platform/dbus/connection.ts';
import { createSessionBus } from '../../../../src/main/platform/dbus/session-bus.ts';
import { createLinuxNotifier } from '../../../../src/main/platform/linux-notifier.ts';
import { startNotificationService } from '../../../support/notification-service.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { startSlowDaemon } from './slow-daemon.ts';
import { startTestBus, type TestBus } from './test-bus.ts';

const notice: Notice = {
  summary: 'SEV-1 <b>db</b> & cache',
  body: '<i>p99</i> & rising',
  urgency: 'critical',
  actions: [
    { id: 'acknowledge', label: 'Acknowledge' },
    { id: 'open', label: 'Open' },
  ],
};

/** Another program on the same bus, or an earlier run of this one. */
function anotherNotifier(bus: TestBus): Notifier {
  const session = createSessionBus(() => connectToBus(bus.busAddress));
  onTestFinished(session.stop);
  return notifierOn({ session });
}

/** Patient, where the time-out is not what is tested: the machine may be slow. */
function notifierOn(bus: Pick<TestBus, 'session'>, timeoutMs = 30_000): Notifier {
  const notifier = createLinuxNotifier(bus.session, { icon: '/icon.png', timeoutMs });
  onTestFinished(notifier.stop);
  return notifier;
}

async function timed<T>(work: Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const start = performance.now();
  const result = await work;
  return { result, ms: performance.now() - start };
}

test('shows a notification as the specification has it', async () => {
  const bus = await startTestBus();
  const service = await startNotificationService(bus);
  onTestFinished(service.stop);

  expect(await notifierOn(bus).show(notice)).toMatchObject({ outcome: 'shown', toastId: 1 });

  const [call] = service.calls();
  expect(call).toMatchObject({
    appName: 'Tplus',
    replacesId: 0,
    icon: '/icon.png',
    summary: 'SEV-1 <b>db</b> & cache',
    body: '&lt;i&gt;p99&lt;/i&gt; &amp; rising',
    urgency: 'critical',
    expireTimeout: 0,
    hints: { urgency: 2, 'desktop-entry': 'tplus' },
  });
  expect(call?.actions).toEqual([
    { key: 'default', label: 'Open' },
    { key: 'acknowledge', label: 'Acknowledge' },
    { key: 'open', label: 'Open' },
  ]);
});

test('sends the body as it is to a daemon that reads no markup, and lets the daemon end what is not critical', async () => {
  const bus = await startTestBus();
  const service = await startNotificationService(bus, { capabilities: ['actions', 'body'] });
  onTestFinished(service.stop);
  await notifierOn(bus).show({ ...notice, urgency: 'normal', summary: 'a\0b\ud800' });
  expect(service.calls()[0]).toMatchObject({
    summary: 'ab\ufffd',
    body: '<i>p99</i> & rising',
    urgency: 'normal',
    expireTimeout: -1,
  });
});

test('replaces what it is showing, and nobody else’s', async () => {
  const bus = await startTestBus();
  const service = await startNotificationService(bus);
  onTestFinished(service.stop);
  const notifier = notifierOn(bus);
  await notifier.show(notice);
  expect(await notifier.show({ ...notice, replaces: 1 })).toMatchObject({ outcome: 'shown', toastId: 1 });
  expect(await notifier.show({ ...notice, replaces: 77 })).toMatchObject({ outcome: 'shown', toastId: 2 });
  expect(service.calls().map(({ replacesId }) => replacesId)).toEqual([0, 1, 0]);
});

test('tells of a click, of a button and of the closing, for its own notifications only', async () => {
  const bus = await startTestBus();
  const service = await startNotificationService(bus);
  onTestFinished(service.stop);
  const told: unknown[] = [];
  const notifier = notifierOn(bus);
  notifier.onAction((id, action) => told.push([id, action]));
  notifier.onClosed((id) => told.push([id, 'closed']));
  const other = anotherNotifier(bus);

  await other.show(notice);
  await notifier.show(notice);
  await notifier.show(notice);
  await notifier.show(notice);
  service.invokeAction(1, 'open');
  service.invokeAction(2, 'default');
  service.invokeAction(3, 'acknowledge');
  service.dismiss(4);
  await waitFor('the last closing', () => told.length >= 5);
  expect(told).toEqual([
    [2, 'open'],
    [2, 'closed'],
    [3, 'acknowledge'],
    [3, 'closed'],
    [4, 'closed'],
  ]);
});

/** What a notification of a former run is known by. */
async function shownEarlier(bus: TestBus): Promise<{ toastId: number; daemon: string }> {
  const answer = await anotherNotifier(bus).show(notice);
  if (answer.outcome !== 'shown' || answer.daemon === undefined) throw new Error(JSON.stringify(answer));
  return { toastId: answer.toastId, daemon: answer.daemon };
}

test('closes its own, and one of a former run', async () => {
  const bus = await startTestBus();
  const service = await startNotificationService(bus);
  onTestFinished(service.stop);
  const { toastId, daemon } = await shownEarlier(bus);
  // As at start-up: closing is the first thing ever asked of the bus.
  const notifier = notifierOn(bus);
  notifier.closeStale(toastId, daemon);
  await waitFor('the stale one to be closed', () => service.open().length === 0);
  const own = await notifier.show(notice);
  if (own.outcome !== 'shown') throw new Error(own.detail);
  expect(own.daemon).toBe(daemon);
  notifier.close(own.toastId);
  expect(await waitFor('its own to be closed', () => service.open().length === 0)).toBe(true);
});

/** A session on a bus that does not say which one it is. */
function onNamelessBus({ session }: TestBus): Pick<TestBus, 'session'> {
  const silent = (connection: BusConnection): BusConnection => ({
    send: (request) => connection.send(request),
    onSignal: (listener) => connection.onSignal(listener),
    variant: (signature, value) => connection.variant(signature, value),
    closed: connection.closed,
    close: () => connection.close(),
    call: (request) =>
      request.member === 'GetId'
        ? Promise.resolve({ kind: 'error', name: 'org.example.Error', detail: 'no id' })
        : connection.call(request),
  });
  return {
    session: {
      ...session,
      connection: async () => {
        const connection = await session.connection();
        return connection === undefined ? undefined : silent(connection);
      },
      onConnected: (listener) => session.onConnected((connection) => listener(silent(connection))),
    },
  };
}

test('where it cannot tell one daemon from another, says so by no name, and closes nothing of a former run', async () => {
  const bus = await startTestBus();
  const service = await startNotificationService(bus);
  onTestFinished(service.stop);
  const { toastId, daemon } = await shownEarlier(bus);
  const notifier = notifierOn(onNamelessBus(bus));
  notifier.closeStale(toastId, daemon);
  const own = await notifier.show(notice);
  expect(own).toMatchObject({ outcome: 'shown' });
  expect(own).not.toHaveProperty('daemon');
  expect(service.open()).toHaveLength(2);
});

test.each(['its daemon was replaced', 'the machine was started anew'])(
  'leaves a number of a former run alone when %s: it is another program’s',
  async (what) => {
    const bus = await startTestBus();
    const first = await startNotificationService(bus);
    const { toastId, daemon } = await shownEarlier(bus);
    first.stop();
    if (what === 'the machine was started anew') await bus.restart();
    const second = await startNotificationService(bus);
    onTestFinished(second.stop);
    const others = await anotherNotifier(bus).show(notice);
    expect(others).toMatchObject({ outcome: 'shown', toastId });

    const notifier = notifierOn(bus);
    notifier.closeStale(toastId, daemon);
    // Over the same connection, so it comes after the closing.
    const own = await notifier.show(notice);
    expect(own).toMatchObject({ outcome: 'shown' });
    expect(second.open()).toHaveLength(2);
  },
);

test('a refusal carries the reason', async () => {
  const bus = await startTestBus();
  const service = await startNotificationService(bus, { mode: 'refuse' });
  onTestFinished(service.stop);
  expect(await notifierOn(bus).show(notice)).toEqual({
    outcome: 'refused',
    detail: 'org.freedesktop.DBus.Error.Failed: Refused, as this test wants it',
  });
});

test('a daemon that hangs costs the time-out, and is sent the notification all the same', async () => {
  const bus = await startTestBus();
  const service = await startNotificationService(bus, { mode: 'hang' });
  onTestFinished(service.stop);
  const { result, ms } = await timed(notifierOn(bus, 2000).show(notice));
  expect(result.outcome).toBe('timed-out');
  expect(ms).toBeGreaterThan(1900);
  const call = await service.called('the notification', () => true);
  expect(call.body).toBe('&lt;i&gt;p99&lt;/i&gt; &amp; rising');
});

test('a promised daemon that never comes costs the time-out', async () => {
  const bus = await startTestBus(['org.freedesktop.Notifications']);
  const result = await notifierOn(bus, 700).show(notice);
  expect(result.outcome).toBe('timed-out');
});

test('no daemon and no bus are said without waiting for the time-out', async () => {
  const bus = await startTestBus();
  const notifier = notifierOn(bus);
  await bus.session.connection();
  const absent = await notifier.show(notice);
  expect(absent).toMatchObject({ outcome: 'no-daemon' });

  const nowhere = createSessionBus(() => connectToBus('unix:path=/nonexistent/bus'));
  onTestFinished(nowhere.stop);
  const none = await notifierOn({ session: nowhere }).show(notice);
  expect(none).toMatchObject({ outcome: 'no-daemon' });
});

test('a bus that accepts and says nothing costs no more than the time-out', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tplus-mute-'));
  const server = createServer(() => {}).listen(join(dir, 'bus'));
  onTestFinished(async () => {
    server.close();
    await rm(dir, { recursive: true });
  });
  const session = createSessionBus(() => connectToBus(`unix:path=${join(dir, 'bus')}`));
  onTestFinished(session.stop);
  const result = await notifierOn({ session }, 500).show(notice);
  expect(result.outcome).toBe('timed-out');
});

test('a late answer is told, and its buttons work', async () => {
  const bus = await startTestBus();
  const daemon = await startSlowDaemon(bus.busAddress);
  const notifier = notifierOn(bus, 100);
  const pressed: unknown[] = [];
  notifier.onAction((id, action) => pressed.push([id, action]));
  const outcome = await notifier.show(notice);
  if (outcome.outcome !== 'timed-out') throw new Error(`it was ${outcome.outcome}`);
  await waitFor('the call', () => daemon.waiting() === 1);
  daemon.answer({ pressing: 'acknowledge' });
  expect(await outcome.late).toMatchObject({ outcome: 'shown', toastId: 1 });
  await waitFor('the press', () => pressed.length > 0);
  expect(pressed).toEqual([[1, 'acknowledge']]);
});

test('a press that comes in one packet with the answer is told after it', async () => {
  const bus = await startTestBus();
  const daemon = await startSlowDaemon(bus.busAddress);
  const notifier = notifierOn(bus);
  const order: string[] = [];
  notifier.onAction(() => order.push('pressed'));
  const shown = notifier.show(notice).then(() => order.push('shown'));
  await waitFor('the call', () => daemon.waiting() === 1);
  daemon.answer({ pressing: 'default' });
  await shown;
  await waitFor('the press', () => order.length === 2);
  expect(order).toEqual(['shown', 'pressed']);
});

test('a daemon that dies takes its notifications along; the next one is told of as available', async () => {
  const bus = await startTestBus();
  const first = await startNotificationService(bus);
  const notifier = notifierOn(bus);
  const told: unknown[] = [];
  notifier.onClosed((id) => told.push(['closed', id]));
  notifier.onAvailable(() => told.push('available'));
  await notifier.show(notice);
  first.stop();
  await waitFor('the loss', () => told.length === 1);
  expect(await notifier.show(notice)).toMatchObject({ outcome: 'no-daemon' });

  const second = await startNotificationService(bus, { capabilities: ['actions'] });
  onTestFinished(second.stop);
  await waitFor('the new daemon', () => told.length === 2);
  expect(told).toEqual([['closed', 1], 'available']);
  // The id means nothing to the new one, and it reads no markup.
  await notifier.show({ ...notice, replaces: 1 });
  expect(second.calls()[0]).toMatchObject({ replacesId: 0, body: notice.body });
});

test('the daemon’s end during a call is no daemon', async () => {
  const bus = await startTestBus();
  const daemon = await startSlowDaemon(bus.busAddress);
  const shown = notifierOn(bus).show(notice);
  await waitFor('the call', () => daemon.waiting() === 1);
  daemon.stop();
  expect(await shown).toMatchObject({ outcome: 'no-daemon' });
});

test('a bus that breaks is looked for again, and its daemon is news', async () => {
  const bus = await startTestBus();
  const service = await startNotificationService(bus);
  onTestFinished(service.stop);
  const notifier = notifierOn(bus);
  let available = 0;
  notifier.onAvailable(() => {
    available += 1;
  });
  const closed: number[] = [];
  notifier.onClosed((id) => closed.push(id));
  await notifier.show(notice);
  expect(available).toBe(0);
  await bus.stop();
  await waitFor('the loss', () => closed.length === 1);
  expect(await notifier.show(notice)).toMatchObject({ outcome: 'no-daemon' });

  await bus.restart();
  const next = await startNotificationService(bus);
  onTestFinished(next.stop);
  await waitFor('the daemon on the new bus', () => available === 1);
  expect(await notifier.show(notice)).toMatchObject({ outcome: 'shown', toastId: 1 });
});

test('without an address in the environment, the bus of the runtime folder is used', async () => {
  const bus = await startTestBus();
  const service = await startNotificationService(bus);
  onTestFinished(service.stop);
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', undefined);
  vi.stubEnv('DISPLAY', undefined);
  vi.stubEnv('XDG_RUNTIME_DIR', dirname(bus.busAddress.slice('unix:path='.length)));
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const session = createSessionBus(() => connectToBus());
  onTestFinished(session.stop);
  expect(await notifierOn({ session }).show(notice)).toMatchObject({ outcome: 'shown' });

  vi.stubEnv('XDG_RUNTIME_DIR', undefined);
  const nothing = createSessionBus(() => connectToBus());
  onTestFinished(nothing.stop);
  expect(await notifierOn({ session: nothing }).show(notice)).toMatchObject({ outcome: 'no-daemon' });
});
