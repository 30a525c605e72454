import type {
  BusConnection,
  BusReply,
  BusRequest,
  BusSignal,
} from '../../../../src/main/platform/dbus/connection.ts';
import type { OnConnected, SessionBus } from '../../../../src/main/platform/dbus/session-bus.ts';

/** A session bus without a bus: it answers, signals and breaks as the test says. */
export function scriptedBus(reply: (request: BusRequest) => BusReply | Promise<BusReply>) {
  const requests: BusRequest[] = [];
  const connected = new Set<OnConnected>();
  const lost = new Set<(detail: string) => void>();
  let listeners = new Set<(signal: BusSignal) => void>();
  const connect = (): BusConnection => {
    const own = new Set<(signal: BusSignal) => void>();
    listeners = own;
    return {
      call: async (request) => {
        requests.push(request);
        return reply(request);
      },
      send: (request) => void requests.push(request),
      onSignal: (listener) => {
        own.add(listener);
        return () => own.delete(listener);
      },
      variant: (_signature, value) => value,
      closed: Promise.withResolvers<string>().promise,
      close: () => undefined,
    };
  };
  let connection = connect();
  const session: SessionBus = {
    connection: () => Promise.resolve(connection),
    onConnected: (listener) => {
      connected.add(listener);
      listener(connection);
      return () => connected.delete(listener);
    },
    onLost: (listener) => {
      lost.add(listener);
      return () => lost.delete(listener);
    },
    stop: () => undefined,
  };
  const signal = (of: Partial<BusSignal>): void => {
    const whole = { sender: '', path: '/', interface: '', member: '', body: [], ...of };
    for (const listener of listeners) listener(whole);
  };
  return {
    session,
    /** What was asked of the bus, and of whoever is on it. */
    requests,
    signal,
    /** A name has another owner; '' for nobody. */
    owner: (name: string, next: string): void =>
      signal({ sender: 'org.freedesktop.DBus', member: 'NameOwnerChanged', body: [name, '', next] }),
    lose: (): void => {
      for (const listener of lost) listener('gone');
    },
    /** Comes back. */
    reconnect: (): void => {
      connection = connect();
      for (const listener of connected) listener(connection);
    },
  };
}
