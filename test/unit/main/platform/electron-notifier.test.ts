import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import type { Notice } from '../../../../src/main/alerting/notifier.ts';
import { createElectronNotifier } from '../../../../src/main/platform/electron-notifier.ts';

const notice: Notice = {
  summary: 'SEV-1 db',
  body: 'p99 <b>',
  urgency: 'critical',
  actions: [
    { id: 'acknowledge', label: 'Acknowledge' },
    { id: 'open', label: 'Open' },
  ],
};

class FakeNotification extends EventEmitter {
  readonly options: NotificationConstructorOptions;
  readonly show = vi.fn<() => void>();
  readonly close = vi.fn<() => void>();

  constructor(options: NotificationConstructorOptions) {
    super();
    this.options = options;
  }
}

function setUp() {
  const made: FakeNotification[] = [];
  const remove = vi.fn<(identifier: string) => void>();
  const notifier = createElectronNotifier({
    create: (options) => {
      const notification = new FakeNotification(options);
      made.push(notification);
      return notification;
    },
    remove,
    startedAt: 1_700_000_000_000,
    timeoutMs: 50,
  });
  return { notifier, made, remove };
}

test('is shown when the system says so; ids of a former run are not given out again', async () => {
  const { notifier, made } = setUp();
  const shown = notifier.show(notice);
  made[0]?.emit('show');
  expect(await shown).toEqual({ outcome: 'shown', toastId: 1_700_000_001, daemon: 'system' });
  expect(made[0]?.options).toMatchObject({
    id: 'tplus-1700000001',
    title: 'SEV-1 db',
    body: 'p99 <b>',
    urgency: 'critical',
    timeoutType: 'never',
    actions: [
      { type: 'button', text: 'Acknowledge' },
      { type: 'button', text: 'Open' },
    ],
  });
});

test('a refusal carries the reason; silence times out, and its late word is told', async () => {
  const { notifier, made } = setUp();
  const refused = notifier.show(notice);
  made[0]?.emit('failed', {}, 'not signed');
  expect(await refused).toEqual({ outcome: 'refused', detail: 'not signed' });

  const silent = await notifier.show(notice);
  if (silent.outcome !== 'timed-out') throw new Error(`it was ${silent.outcome}`);
  made[1]?.emit('show');
  expect(await silent.late).toEqual({ outcome: 'shown', toastId: 1_700_000_002, daemon: 'system' });
});

test('one that cannot even be made is refused', async () => {
  const notifier = createElectronNotifier({
    create: () => {
      throw new Error('no notifications here');
    },
    startedAt: 0,
  });
  expect(await notifier.show(notice)).toEqual({ outcome: 'refused', detail: 'no notifications here' });
});

test('tells of clicks, buttons and closing', async () => {
  const { notifier, made } = setUp();
  const told: unknown[] = [];
  notifier.onAction((id, action) => told.push([id, action]));
  notifier.onClosed((id) => told.push([id, 'closed']));
  void notifier.show(notice);
  const id = 1_700_000_001;
  made[0]?.emit('click');
  made[0]?.emit('action', { actionIndex: 0 }, 0);
  made[0]?.emit('action', {}, 1);
  made[0]?.emit('close');
  made[0]?.emit('close');
  expect(told).toEqual([
    [id, 'open'],
    [id, 'acknowledge'],
    [id, 'open'],
    [id, 'closed'],
  ]);
});

test('replacing closes the one before; one of a former run is removed by its name', () => {
  const { notifier, made, remove } = setUp();
  void notifier.show(notice);
  void notifier.show({ ...notice, replaces: 1_700_000_001 });
  expect(made[0]?.close).toHaveBeenCalledTimes(1);
  notifier.close(1_600_000_000);
  expect(remove).toHaveBeenCalledWith('tplus-1600000000');
});
