import { setImmediate } from 'node:timers/promises';
import { Message, Variant } from 'dbus-next';
import { expect, onTestFinished, test } from 'vitest';
import type { BusReply } from '../../../../src/main/platform/dbus/connection.ts';
import { followTrayHost, type TrayHost } from '../../../../src/main/platform/tray/tray-host.ts';
import { connectBus } from '../../../support/bus.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { scriptedBus } from './scripted-bus.ts';
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

/** A tray host on a bus that answers when the test says so. */
function scripted() {
  const asked: ((reply: BusReply) => void)[] = [];
  const bus = scriptedBus(({ member }) => {
    const { promise, resolve } = Promise.withResolvers<BusReply>();
    if (member === 'Get') asked.push(resolve);
    return promise;
  });
  const host = followTrayHost(bus.session);
  onTestFinished(host.stop);
  const states: string[] = [];
  host.onChange((state) => states.push(state));
  let trays = 0;
  host.onTray(() => {
    trays += 1;
  });
  return {
    host,
    states,
    trays: () => trays,
    asked: () => asked.length,
    /** The n-th question whether there is a host. */
    answer: async (index: number, isThere: boolean): Promise<void> => {
      asked[index]?.({ kind: 'answer', body: [{ value: isThere }] });
      await setImmediate();
    },
    owner: (name: string): void => bus.owner(watcher, name),
    says: (sender: string, member: string): void => bus.signal({ sender, interface: watcher, member }),
    lose: bus.lose,
  };
}

test('what a watcher of before answers late says nothing of the one of now', async () => {
  const { owner, answer, states } = scripted();
  owner(':1');
  owner(':2');
  await answer(0, false);
  expect(states).toEqual([]);
  await answer(1, true);
  expect(states).toEqual(['shown']);
  owner(':3');
  owner('');
  await answer(2, true);
  expect(states).toEqual(['shown', 'no-host']);
});

test('only the watcher itself is believed', async () => {
  const { owner, answer, says, states, asked } = scripted();
  owner(':1');
  await answer(0, false);
  says(':9', 'StatusNotifierHostRegistered');
  says(':9', 'StatusNotifierHostUnregistered');
  expect(states).toEqual(['no-host']);
  expect(asked()).toBe(1);
  says(':1', 'StatusNotifierHostRegistered');
  expect(states).toEqual(['no-host', 'shown']);
  says(':1', 'StatusNotifierHostUnregistered');
  expect(asked()).toBe(2);
});

test('a watcher is told of once, and again after the bus was lost', () => {
  const { owner, lose, host, trays, states } = scripted();
  owner(':1');
  owner(':1');
  expect(trays()).toBe(1);
  expect(host.hasTray()).toBe(true);
  lose();
  expect(host.hasTray()).toBe(false);
  expect(states).toEqual(['no-host']);
  owner(':1');
  expect(trays()).toBe(2);
});
