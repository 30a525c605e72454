import { type Message, MessageType } from 'dbus-next';
import * as v from 'valibot';
import { busCall, connectBus } from './bus.ts';
import type { Desktop } from './desktop.ts';
import { type NotifyCall, notificationsName, parseNotifyCall } from './notify-call.ts';
import { pick, waitFor } from './wait-for.ts';

/** `reason` as the specification numbers it: 1 expired, 2 dismissed by the user, 3 closed by a call, 4 undefined. */
export interface ClosedNotification {
  readonly id: number;
  readonly reason: number;
  readonly at: number;
}

/** Everything said to and by the notification service of a desktop, whoever that service is. */
export interface NotificationWatch {
  /** Every `Notify`, oldest first; an entry is replaced by a fuller one when its answer is seen. */
  readonly calls: () => readonly NotifyCall[];
  /** What the service holds open now: answered, not closed since, and replaced ones only in their newest form. */
  readonly open: () => readonly NotifyCall[];
  closeRequests(): readonly { readonly id: number; readonly sender: string; readonly at: number }[];
  readonly closed: () => readonly ClosedNotification[];
  invoked(): readonly { readonly id: number; readonly key: string; readonly at: number }[];
  /** Waits for an answered call that `matches`. */
  readonly answered: (
    description: string,
    matches: (call: NotifyCall) => boolean,
    timeoutMs?: number,
  ) => Promise<NotifyCall>;
  readonly stop: () => void;
}

// Narrow on purpose: a message that carries a file descriptor would throw inside dbus-next's parser.
const rules = [
  `type='method_call',interface='${notificationsName}'`,
  `type='signal',interface='${notificationsName}'`,
  `type='method_return',sender='${notificationsName}'`,
  `type='error'`,
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${notificationsName}'`,
];

/**
 * Listens in as a bus monitor. Neither dunst's history (closed ones only) nor its counters tell what an app sent, nor
 * with what answer; the bus does, for a real service and a stand-in alike.
 */
export async function watchNotifications(desktop: Pick<Desktop, 'busAddress'>): Promise<NotificationWatch> {
  const { bus, call, disconnect } = await connectBus(desktop);
  const calls: NotifyCall[] = [];
  const unanswered = new Map<string, number>();
  const open = new Map<number, number>();
  const closeRequests: { id: number; sender: string; at: number }[] = [];
  const closed: ClosedNotification[] = [];
  const invoked: { id: number; key: string; at: number }[] = [];

  const onCall = ({ member, sender, serial, body }: Message): void => {
    if (member === 'Notify') {
      unanswered.set(`${sender} ${serial}`, calls.length);
      calls.push(parseNotifyCall(sender, body, Date.now()));
    } else if (member === 'CloseNotification') {
      closeRequests.push({ id: v.parse(v.number(), body[0]), sender, at: Date.now() });
    }
  };
  const onAnswer = ({ type, destination, replySerial, errorName, body }: Message): void => {
    const key = `${destination} ${replySerial}`;
    const index = unanswered.get(key);
    const asked = index === undefined ? undefined : calls[index];
    if (index === undefined || asked === undefined) return;
    unanswered.delete(key);
    if (type === MessageType.ERROR) {
      calls[index] = { ...asked, answeredAt: Date.now(), refusedWith: errorName };
      return;
    }
    const id = v.parse(v.number(), body[0]);
    calls[index] = { ...asked, answeredAt: Date.now(), id };
    open.set(id, index);
  };
  const onSignal = ({ member, body }: Message): void => {
    if (member === 'NotificationClosed') {
      const [id, reason] = v.parse(v.tuple([v.number(), v.number()]), body);
      closed.push({ id, reason, at: Date.now() });
      open.delete(id);
    } else if (member === 'ActionInvoked') {
      const [id, key] = v.parse(v.tuple([v.number(), v.string()]), body);
      invoked.push({ id, key, at: Date.now() });
    } else if (member === 'NameOwnerChanged') {
      // Another service, or none: what the former one showed is gone.
      open.clear();
    }
  };

  // dbus-next would answer calls that it merely overhears, and a monitor that speaks is thrown off the bus.
  bus.addMethodHandler(() => true);
  bus.on('message', (message: Message) => {
    if (message.type === MessageType.METHOD_CALL) onCall(message);
    else if (message.type === MessageType.SIGNAL) onSignal(message);
    else onAnswer(message);
  });
  await call({
    ...busCall('BecomeMonitor', 'asu', [rules, 0]),
    interface: 'org.freedesktop.DBus.Monitoring',
  });

  return {
    calls: () => calls,
    open: () => [...open.values()].flatMap((index) => calls[index] ?? []),
    closeRequests: () => closeRequests,
    closed: () => closed,
    invoked: () => invoked,
    answered: (description, matches, timeoutMs) =>
      waitFor(description, () => pick(calls, (each) => each.id !== undefined && matches(each)), timeoutMs),
    stop: disconnect,
  };
}
