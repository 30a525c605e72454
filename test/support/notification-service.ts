import { Message } from 'dbus-next';
import { connectBus, errorReply } from './bus.ts';
import type { Desktop } from './desktop.ts';
import { type NotifyCall, notificationsName, notificationsPath, parseNotifyCall } from './notify-call.ts';
import { pick, waitFor } from './wait-for.ts';

/** How the stand-in treats calls: it answers, never replies, or replies with an error. */
export type ServiceMode = 'answer' | 'hang' | 'refuse';

/**
 * A stand-in for a desktop's notification service, for what a real one cannot be made to do on demand: press a
 * button other than the default one, hang, refuse.
 */
export interface NotificationService {
  /** Every `Notify` received, in any mode, oldest first. Those answered carry their id. */
  readonly calls: () => readonly NotifyCall[];
  /** What it would be showing: answered and neither closed, dismissed nor replaced. */
  readonly open: () => readonly NotifyCall[];
  /** Waits for a call that `matches`, answered or not. */
  readonly called: (
    description: string,
    matches: (call: NotifyCall) => boolean,
    timeoutMs?: number,
  ) => Promise<NotifyCall>;
  readonly setMode: (mode: ServiceMode) => void;
  /** A press on the button `key`. Closes the notification too, as the specification says, unless it is `resident`. */
  readonly invokeAction: (id: number, key: string) => void;
  /** Closed by its own: `reason` 1 expired, 2 dismissed by a person (the default). */
  readonly dismiss: (id: number, reason?: number) => void;
  readonly stop: () => void;
}

const information = ['stand-in for tests', 'tplus', '1', '1.2'];
const stockCapabilities = ['actions', 'body', 'body-markup', 'persistence'];
const closedByCall = 3;

/** Claims the notification service on a desktop; rejects if another one has it. */
export async function startNotificationService(
  desktop: Pick<Desktop, 'busAddress'>,
  options: { mode?: ServiceMode; capabilities?: readonly string[] } = {},
): Promise<NotificationService> {
  const { bus, own, disconnect } = await connectBus(desktop);
  const calls: NotifyCall[] = [];
  const open = new Map<number, NotifyCall>();
  let mode = options.mode ?? 'answer';
  let lastId = 0;

  const emit = (member: string, signature: string, body: unknown[]): void =>
    bus.send(Message.newSignal(notificationsPath, notificationsName, member, signature, body));
  const close = (id: number, reason: number): void => {
    if (open.delete(id)) emit('NotificationClosed', 'uu', [id, reason]);
  };
  const record = (message: Message): NotifyCall => {
    const call = parseNotifyCall(message.sender, message.body, Date.now());
    calls.push(call);
    return call;
  };
  const show = (call: NotifyCall): number => {
    const id = call.replacesId === 0 ? ++lastId : call.replacesId;
    const shown = { ...call, id, answeredAt: Date.now() };
    calls[calls.indexOf(call)] = shown;
    open.set(id, shown);
    return id;
  };
  const answer = (message: Message): Message => {
    switch (message.member) {
      case 'Notify':
        return Message.newMethodReturn(message, 'u', [show(record(message))]);
      case 'CloseNotification':
        close(Number(message.body[0]), closedByCall);
        return Message.newMethodReturn(message);
      case 'GetCapabilities':
        return Message.newMethodReturn(message, 'as', [[...(options.capabilities ?? stockCapabilities)]]);
      case 'GetServerInformation':
        return Message.newMethodReturn(message, 'ssss', [...information]);
      default:
        return errorReply(message, 'org.freedesktop.DBus.Error.UnknownMethod', message.member);
    }
  };
  bus.addMethodHandler((message: Message) => {
    if (message.interface !== notificationsName) return false;
    if (mode === 'answer') {
      bus.send(answer(message));
      return true;
    }
    if (message.member === 'Notify') record(message);
    if (mode === 'refuse') {
      bus.send(errorReply(message, 'org.freedesktop.DBus.Error.Failed', 'Refused, as this test wants it'));
    }
    return true;
  });
  await own(notificationsName);

  return {
    calls: () => calls,
    open: () => [...open.values()],
    called: (description, matches, timeoutMs) => waitFor(description, () => pick(calls, matches), timeoutMs),
    setMode: (next) => {
      mode = next;
    },
    invokeAction: (id, key) => {
      const target = open.get(id);
      if (target === undefined) throw new Error(`No open notification ${id}`);
      if (!target.actions.some((each) => each.key === key)) {
        throw new Error(`Notification ${id} has no button ${key}; it has ${JSON.stringify(target.actions)}`);
      }
      emit('ActionInvoked', 'us', [id, key]);
      if (target.hints['resident'] !== true) close(id, 2);
    },
    dismiss: (id, reason = 2) => close(id, reason),
    stop: disconnect,
  };
}
