import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Notice } from '../../../../src/main/alerting/notifier.ts';
import type { BusReply, BusRequest } from '../../../../src/main/platform/dbus/connection.ts';
import { createLinuxNotifier } from '../../../../src/main/platform/linux-notifier.ts';
import { scriptedBus } from './scripted-bus.ts';

/** What the notifier makes of a daemon that is replaced, closes by itself, says little, or is imitated. */

const NAME = 'org.freedesktop.Notifications';
const notice: Notice = { summary: 'Disk', body: '<b>', urgency: 'normal', actions: [] };

type Script = Readonly<Record<string, (request: BusRequest) => BusReply | Promise<BusReply>>>;
const body = (...values: readonly unknown[]): BusReply => ({ kind: 'answer', body: values });
const refusal: BusReply = { kind: 'error', name: 'org.example.Error', detail: 'no' };

/** A daemon `:1` that reads markup, counts its notifications, and does otherwise what the script says. */
function setUp(script: Script = {}) {
  let count = 0;
  const usual: Script = {
    GetId: () => body('bus-1'),
    GetNameOwner: () => body(':1'),
    GetCapabilities: () => body(['actions', 'body-markup']),
    Notify: ({ body: [, replaces] = [] }) => {
      if (typeof replaces === 'number' && replaces > 0) return body(replaces);
      count += 1;
      return body(count);
    },
  };
  const bus = scriptedBus(
    (request) => (script[request.member] ?? usual[request.member])?.(request) ?? body(),
  );
  const notifier = createLinuxNotifier(bus.session, { icon: '/icon.png' });
  onTestFinished(notifier.stop);
  const heard: unknown[] = [];
  notifier.onAction((id, action) => heard.push([action, id]));
  notifier.onClosed((id) => heard.push(['closed', id]));
  notifier.onAvailable(() => heard.push('available'));
  const asked = (member: string) => bus.requests.filter((request) => request.member === member);
  return {
    ...bus,
    notifier,
    heard,
    asked,
    /** The arguments of every notification, oldest first. */
    shown: () => asked('Notify').map((request) => request.body ?? []),
    /** A signal of the notifications' interface; it is told in a later turn. */
    says: async (sender: string, member: string, ...values: readonly unknown[]): Promise<void> => {
      bus.signal({ sender, interface: NAME, member, body: values });
      await setImmediate();
    },
    changesTo: async (next: string): Promise<void> => {
      bus.owner(NAME, next);
      await setImmediate();
    },
  };
}

describe('the daemon', () => {
  it('is the only one that is believed', async () => {
    const { notifier, says, heard } = setUp();
    await notifier.show(notice);
    await says(':9', 'ActionInvoked', 1, 'acknowledge');
    await says(':9', 'NotificationClosed', 1, 2);
    expect(heard).toEqual([]);
    await says(':1', 'ActionInvoked', 1, 'acknowledge');
    await says(':1', 'NotificationClosed', 1, 2);
    expect(heard).toEqual([
      ['acknowledge', 1],
      ['closed', 1],
    ]);
  });

  it('that has closed one is not asked to replace it, nor heard of it again', async () => {
    const { notifier, says, heard, shown } = setUp();
    await notifier.show(notice);
    await notifier.show({ ...notice, replaces: 1 });
    await says(':1', 'NotificationClosed', 1, 2);
    await says(':1', 'ActionInvoked', 1, 'open');
    await says(':1', 'NotificationClosed', 1, 2);
    await notifier.show({ ...notice, replaces: 1 });
    expect(shown().map(([, replaces]) => replaces)).toEqual([0, 1, 0]);
    expect(heard).toEqual([['closed', 1]]);
  });

  it('that gives no number has shown nothing that could be taken down', async () => {
    for (const odd of [body(), body('1'), body(null)]) {
      const { notifier } = setUp({ Notify: () => odd });
      expect(await notifier.show(notice)).toEqual({
        outcome: 'refused',
        detail: 'the notification daemon gave no id',
      });
    }
  });

  it('is started to show something, and never to close something', async () => {
    const { notifier, asked } = setUp();
    await notifier.show(notice);
    notifier.close(1);
    notifier.closeStale(7, 'bus-1 :1');
    await setImmediate();
    expect(asked('CloseNotification').map((request) => [request.body, request.noAutoStart])).toEqual([
      [[1], true],
      [[7], true],
    ]);
    expect(asked('Notify').map((request) => request.noAutoStart ?? false)).toEqual([false]);
  });

  it('is named by its bus too, and not by the bus of before', async () => {
    const ids = ['bus-1', undefined];
    const { notifier, lose, reconnect } = setUp({
      GetId: () => {
        const id = ids.shift();
        return id === undefined ? Promise.withResolvers<BusReply>().promise : body(id);
      },
    });
    expect(await notifier.show(notice)).toMatchObject({ daemon: 'bus-1 :1' });
    const silent = setUp({ GetId: () => refusal });
    expect(await silent.notifier.show(notice)).not.toHaveProperty('daemon');
    lose();
    expect(await notifier.show(notice)).not.toHaveProperty('daemon');
    // The new one has not said yet which it is; its daemon may well have the same name.
    reconnect();
    await setImmediate();
    expect(await notifier.show(notice)).not.toHaveProperty('daemon');
  });
});

describe('what it can do', () => {
  const texts = (shown: readonly (readonly unknown[])[]): unknown[] => shown.map(([, , , , text]) => text);

  it('is asked once of each daemon', async () => {
    const { notifier, asked, changesTo, shown } = setUp();
    await notifier.show(notice);
    await notifier.show(notice);
    await changesTo(':1');
    await notifier.show(notice);
    expect(asked('GetCapabilities')).toHaveLength(1);
    await changesTo(':2');
    await notifier.show(notice);
    expect(asked('GetCapabilities')).toHaveLength(2);
    expect(texts(shown())).toEqual(['&lt;b&gt;', '&lt;b&gt;', '&lt;b&gt;', '&lt;b&gt;']);
  });

  it('is asked again where it did not say, and the text is escaped until it does', async () => {
    let isSilent = true;
    const { notifier, shown, asked } = setUp({
      GetCapabilities: () => (isSilent ? refusal : body(['actions'])),
    });
    await notifier.show(notice);
    isSilent = false;
    await notifier.show(notice);
    await notifier.show(notice);
    expect(texts(shown())).toEqual(['&lt;b&gt;', '<b>', '<b>']);
    expect(asked('GetCapabilities')).toHaveLength(2);
  });
});

describe('a daemon that comes', () => {
  it('is no news where it was there from the start', async () => {
    const { heard, changesTo } = setUp();
    await setImmediate();
    await changesTo(':1');
    expect(heard).toEqual([]);
  });

  it('is news where there was none, where it takes another’s place, and where the bus was lost', async () => {
    const { heard, changesTo, lose, reconnect, notifier } = setUp({ GetNameOwner: () => refusal });
    await setImmediate();
    expect(heard).toEqual([]);
    await changesTo(':1');
    expect(heard.splice(0)).toEqual(['available']);
    await notifier.show(notice);
    await changesTo(':2');
    expect(heard.splice(0)).toEqual([['closed', 1], 'available']);
    lose();
    reconnect();
    await changesTo(':2');
    expect(heard.splice(0)).toEqual(['available']);
  });
});

describe('a notification', () => {
  it('stays until it is dealt with only where it is critical', async () => {
    const { notifier, shown } = setUp();
    for (const urgency of ['low', 'normal', 'critical'] as const) await notifier.show({ ...notice, urgency });
    expect(shown().map((args) => args.at(-1))).toEqual([-1, -1, 0]);
  });

  it('is cut to what a daemon lays out, and is text that D-Bus takes', async () => {
    const { notifier, shown } = setUp();
    await notifier.show({
      ...notice,
      summary: `a\0b${'x'.repeat(247)}\u{1f525}`,
      body: `${'y'.repeat(1999)}\u{1f525}`,
    });
    const [[, , , summary, text] = []] = shown();
    expect(summary).toBe(`ab${'x'.repeat(247)}\ufffd`);
    expect(text).toBe(`${'y'.repeat(1999)}\ufffd`);
  });

  it('has a default action only where a click opens something', async () => {
    const { notifier, shown } = setUp();
    await notifier.show(notice);
    const open = { id: 'open', label: 'Open' } as const;
    await notifier.show({ ...notice, actions: [{ id: 'acknowledge', label: 'Ack' }, open] });
    expect(shown().map(([, , , , , actions]) => actions)).toEqual([
      [],
      ['default', 'Open', 'acknowledge', 'Ack', 'open', 'Open'],
    ]);
  });
});
