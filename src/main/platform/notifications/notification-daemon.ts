import { busId, followOwner } from '../dbus/bus-name.ts';
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
  /** Which one it is, as far as that is known by now: a bus never gives a unique name twice, and no two buses have one id. */
  identity(): string | undefined;
  /** The same, asked for where it is not known yet. */
  identify(): Promise<string | undefined>;
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
  let onBus: string | undefined;
  let found: Promise<unknown> = Promise.resolve();

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
    const followed = followOwner(connection, notificationsName, changeOwner);
    const asked = busId(connection).then((id) => {
      onBus = id;
    });
    found = Promise.all([followed, asked]);
  });
  const offLost = bus.onLost(() => {
    changeOwner('');
    owner = undefined;
    onBus = undefined;
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
  const identity = (): string | undefined =>
    onBus === undefined || owner === undefined || owner === '' ? undefined : `${onBus} ${owner}`;
  return {
    readsMarkup: (connection) => (markup ??= askMarkup(connection)),
    identity,
    identify: () => found.then(identity),
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
