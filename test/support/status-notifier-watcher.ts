import { Message, MessageType, Variant } from 'dbus-next';
import { busCall, connectBus } from './bus.ts';
import type { Desktop } from './desktop.ts';
import { openTrayItem, type TrayItem } from './tray-item.ts';
import { pick, waitFor } from './wait-for.ts';

const watcherName = 'org.kde.StatusNotifierWatcher';
const watcherPath = '/StatusNotifierWatcher';
const defaultItemPath = '/StatusNotifierItem';

interface Registration {
  /** The unique name of the process's connection: a restarted app has another. */
  readonly owner: string;
  readonly path: string;
  readonly pid: number;
}

/**
 * A stand-in for a desktop's tray: it owns the watcher's name, so that apps register their icons, and is the host that
 * reads them. Without it an app under test has no tray at all.
 */
export interface StatusNotifierWatcher {
  /** Waits for a living icon; of `pid` where several apps run, else the newest. */
  readonly item: (options?: { pid?: number; timeoutMs?: number }) => Promise<TrayItem>;
  /** How many icons are in the tray now. */
  readonly count: () => number;
  readonly stop: () => void;
}

/** The argument is the item's path, or the bus name of an item at the default path, by who wrote the app. */
function locate(argument: string, sender: string): { name: string; path: string } {
  return argument.startsWith('/')
    ? { name: sender, path: argument }
    : { name: argument, path: defaultItemPath };
}

/** Claims the tray of a desktop. Start it before the app: some look for a tray only once. */
export async function startStatusNotifierWatcher(
  desktop: Pick<Desktop, 'busAddress'>,
): Promise<StatusNotifierWatcher> {
  const connection = await connectBus(desktop);
  const { bus, call, own, disconnect } = connection;
  const registered = new Map<string, Registration>();

  const signal = (member: string, signature = '', body: unknown[] = []): void =>
    bus.send(Message.newSignal(watcherPath, watcherName, member, signature, body));
  const properties = (): Record<string, Variant> => ({
    IsStatusNotifierHostRegistered: new Variant('b', true),
    ProtocolVersion: new Variant('i', 0),
    RegisteredStatusNotifierItems: new Variant('as', [...registered.keys()]),
  });
  const register = async (argument: string, sender: string): Promise<void> => {
    const { name, path } = locate(argument, sender);
    const owner = name.startsWith(':') ? name : String((await call(busCall('GetNameOwner', 's', [name])))[0]);
    const [pid] = await call(busCall('GetConnectionUnixProcessID', 's', [owner]));
    const key = `${name}${path}`;
    // Deleted first: a Map keeps the old place, and the newest registration is to be the last.
    registered.delete(key);
    registered.set(key, { owner, path, pid: Number(pid) });
    signal('StatusNotifierItemRegistered', 's', [key]);
  };
  const forget = (owner: string): void => {
    for (const [key, item] of registered) {
      if (item.owner !== owner) continue;
      registered.delete(key);
      signal('StatusNotifierItemUnregistered', 's', [key]);
    }
  };
  const answer = (message: Message): Message | undefined => {
    const [first, second] = message.body.map(String);
    switch (`${message.interface}.${message.member}`) {
      case `${watcherName}.RegisterStatusNotifierItem`:
        // An item whose process has gone before the look-up is nobody's loss.
        register(first ?? '', message.sender).catch(() => {});
        return Message.newMethodReturn(message);
      case `${watcherName}.RegisterStatusNotifierHost`:
        return Message.newMethodReturn(message);
      case 'org.freedesktop.DBus.Properties.Get': {
        const value = properties()[second ?? ''];
        return value && Message.newMethodReturn(message, 'v', [value]);
      }
      case 'org.freedesktop.DBus.Properties.GetAll':
        return Message.newMethodReturn(message, 'a{sv}', [properties()]);
      default:
        return undefined;
    }
  };
  bus.addMethodHandler((message: Message) => {
    const reply = message.path === watcherPath ? answer(message) : undefined;
    if (reply) bus.send(reply);
    return reply !== undefined;
  });
  bus.on('message', ({ type, member, body }: Message) => {
    if (type !== MessageType.SIGNAL || member !== 'NameOwnerChanged') return;
    const [name, , newOwner] = body.map(String);
    if (name?.startsWith(':') && newOwner === '') forget(name);
  });
  await call(
    busCall('AddMatch', 's', [`type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'`]),
  );
  await own(watcherName);
  signal('StatusNotifierHostRegistered');

  return {
    count: () => registered.size,
    item: ({ pid, timeoutMs } = {}) =>
      waitFor(
        pid === undefined ? 'a tray icon' : `the tray icon of process ${pid}`,
        async () => {
          const found = pick(
            [...registered.values()].toReversed(),
            (each) => pid === undefined || each.pid === pid,
          );
          // Asked of the bus, which knows of a killed app before its goodbye has arrived here.
          const [alive] = await call(busCall('NameHasOwner', 's', [found.owner]));
          return alive === true ? openTrayItem(connection, found) : undefined;
        },
        timeoutMs,
      ),
    stop: disconnect,
  };
}
