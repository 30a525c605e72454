import { Message, Variant } from 'dbus-next';
import { expect, onTestFinished, test } from 'vitest';
import { followTrayHost, type TrayHost } from '../../../../src/main/platform/tray/tray-host.ts';
import { connectBus } from '../../../support/bus.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { startTestBus, type TestBus } from './test-bus.ts';

const watcher = 'org.kde.StatusNotifierWatcher';

async function startWatcher(bus: TestBus, hasHost: boolean) {
  const { bus: connection, own, disconnect } = await connectBus(bus);
  onTestFinished(disconnect);
  let registered = hasHost;
  connection.addMethodHandler((message: Message) => {
    if (message.path !== '/StatusNotifierWatcher') return false;
    connection.send(Message.newMethodReturn(message, 'v', [new Variant('b', registered)]));
    return true;
  });
  await own(watcher);
  return {
    stop: disconnect,
    setHost: (there: boolean): void => {
      registered = there;
      const member = there ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered';
      connection.send(Message.newSignal('/StatusNotifierWatcher', watcher, member));
    },
  };
}

async function followed(bus: TestBus): Promise<{ host: TrayHost; watchers: () => number }> {
  const host = followTrayHost(bus.session);
  onTestFinished(host.stop);
  let count = 0;
  host.onTray(() => {
    count += 1;
  });
  await bus.session.connection();
  return { host, watchers: () => count };
}

test('follows the watcher and its hosts', async () => {
  const bus = await startTestBus();
  const { host, watchers } = await followed(bus);
  const states: string[] = [];
  host.onChange((state) => states.push(state));
  await waitFor('the first state', () => host.state() === 'no-host');

  const first = await startWatcher(bus, false);
  await waitFor('the watcher', () => watchers() === 1);
  first.setHost(true);
  await waitFor('the host', () => host.state() === 'shown');
  first.setHost(false);
  await waitFor('no host', () => host.state() === 'no-host');
  first.setHost(true);
  await waitFor('the host again', () => host.state() === 'shown');
  first.stop();
  await waitFor('no watcher', () => host.state() === 'no-host');

  await startWatcher(bus, true);
  await waitFor('the second watcher', () => watchers() === 2 && host.state() === 'shown');
  expect(host.hasTray()).toBe(true);
  expect(states).toEqual(['no-host', 'shown', 'no-host', 'shown', 'no-host', 'shown']);
});

test('is unknown until asked, and there is none without a bus', async () => {
  const bus = await startTestBus();
  await bus.stop();
  const host = followTrayHost(bus.session);
  expect(host.state()).toBe('unknown');
  await bus.session.connection();
  expect(host.state()).toBe('no-host');
});
