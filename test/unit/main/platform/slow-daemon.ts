import { Message } from 'dbus-next';
import { onTestFinished } from 'vitest';
import { connectBus } from '../../../support/bus.ts';
import { notificationsName, notificationsPath } from '../../../support/notify-call.ts';

/** A notification daemon that answers `Notify` when told to, and may act in the same breath as it answers. */
export interface SlowDaemon {
  readonly waiting: () => number;
  /** Answers all that wait; with `pressing`, each is pressed at once, and closed. */
  readonly answer: (options?: { pressing?: string }) => void;
  readonly stop: () => void;
}

export async function startSlowDaemon(busAddress: string): Promise<SlowDaemon> {
  const { bus, own, disconnect } = await connectBus({ busAddress });
  onTestFinished(disconnect);
  const waiting: Message[] = [];
  let lastId = 0;
  bus.addMethodHandler((message: Message) => {
    if (message.interface !== notificationsName) return false;
    if (message.member === 'Notify') waiting.push(message);
    else bus.send(Message.newMethodReturn(message, 'as', [['actions', 'body']]));
    return true;
  });
  await own(notificationsName);
  const signal = (member: string, signature: string, body: unknown[]): void =>
    bus.send(Message.newSignal(notificationsPath, notificationsName, member, signature, body));
  return {
    waiting: () => waiting.length,
    answer: ({ pressing } = {}) => {
      for (const message of waiting.splice(0)) {
        const id = ++lastId;
        bus.send(Message.newMethodReturn(message, 'u', [id]));
        if (pressing === undefined) continue;
        signal('ActionInvoked', 'us', [id, pressing]);
        signal('NotificationClosed', 'uu', [id, 2]);
      }
    },
    stop: disconnect,
  };
}
