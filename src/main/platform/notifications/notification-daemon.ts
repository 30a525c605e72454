import { followOwner } from '../dbus/bus-name.ts';
import type { BusConnection, BusReply, BusRequest } from '../dbus/connection.ts';
import type { SessionBus } from '../dbus/session-bus.ts';

const notificationsName = 'org.freedesktop.Notifications';

/** A call to the notification daemon. */
export function daemonCall(member: string, signature: string, body: readonly unknown[]): BusRequest {
  return {
    destination: notificationsName,
    path: '/org/freedesktop/Notifications',
    interface: notificationsName,
    member,
    signature,
    body,
  };
}

/** The desktop's notification daemon as seen from here: it may be absent, be replaced, or come up late. */
export interface NotificationDaemon {
  /** Whether it reads markup in bodies; asked once of each daemon. */
  readsMarkup(connection: BusConnection): Promise<boolean>;
  stop(): void;
}
export interface DaemonEvents {
  /** It, and whatever it was showing, is gone. */
  readonly onGone: () => void;
  /** It is there after it was not. */
  readonly onAvailable: () => void;
  readonly onSignal: (member: string, body: readonly unknown[]) => void;
}

/** A daemon silent for this long about what it can do is sent escaped text: at worst ugly, never misread. */
const capabilitiesTimeoutMs = 400;

/**
 * Follows the daemon over every connection. Events are told in a later turn of the event loop: replies settle promises,
 * and a signal read in the same breath would otherwise overtake the reply it belongs to.
 */
export function followDaemon(bus: SessionBus, events: DaemonEvents): NotificationDaemon {
  let owner: string | undefined;
  let missed = false;
  let markup: Promise<boolean> | undefined;

  const changeOwner = (next: string): void => {
    const before = owner;
    owner = next;
    if (before === next) return;
    markup = undefined;
    const isNews = next !== '' && (missed || before !== undefined);
    missed = next === '';
    setImmediate(() => {
      if (before !== undefined && before !== '') events.onGone();
      if (isNews) events.onAvailable();
    });
  };
  const offConnected = bus.onConnected((connection) => {
    connection.onSignal(({ sender, interface: from, member, body }) => {
      // Of the daemon only: any program on the bus could send a signal of this name.
      if (from === notificationsName && sender === owner) setImmediate(() => events.onSignal(member, body));
    });
    void followOwner(connection, notificationsName, changeOwner);
  });
  const offLost = bus.onLost(() => {
    changeOwner('');
    owner = undefined;
    missed = true;
  });

  const askMarkup = async (connection: BusConnection): Promise<boolean> => {
    const reply = await answerWithin(
      connection.call(daemonCall('GetCapabilities', '', [])),
      capabilitiesTimeoutMs,
    );
    if (reply?.kind !== 'answer') {
      markup = undefined;
      return true;
    }
    const [capabilities] = reply.body;
    return Array.isArray(capabilities) && capabilities.includes('body-markup');
  };
  return {
    readsMarkup: (connection) => (markup ??= askMarkup(connection)),
    stop: () => {
      offConnected();
      offLost();
    },
  };
}

async function answerWithin(reply: Promise<BusReply>, timeoutMs: number): Promise<BusReply | undefined> {
  const { promise: expired, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), timeoutMs);
  const first = await Promise.race([reply, expired]);
  clearTimeout(timer);
  return first;
}
