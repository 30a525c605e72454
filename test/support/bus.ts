import { Message, type MessageBus, sessionBus, Variant } from 'dbus-next';

/** Where a message goes: raw, because tray items and their menus give no introspection to build proxies from. */
export interface MethodCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** A connection to a desktop's private bus. */
export interface BusConnection {
  readonly bus: MessageBus;
  /** Calls and returns the reply's body with variants unwrapped. Rejects on an error reply, or after `timeoutMs`. */
  readonly call: (call: MethodCall, timeoutMs?: number) => Promise<unknown[]>;
  /** Claims a name, and refuses to queue behind another owner: a test with two owners proves nothing. */
  readonly own: (name: string) => Promise<void>;
  readonly disconnect: () => void;
}

/** Variants replaced by their values, all the way down; byte arrays stay `Buffer`s. */
export function unwrap(value: unknown): unknown {
  if (value instanceof Variant) return unwrap(value.value);
  if (Buffer.isBuffer(value)) return value;
  if (Array.isArray(value)) return value.map(unwrap);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unwrap(each)]));
  }
  return value;
}

function within<T>(promise: Promise<T>, timeoutMs: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No answer to ${what} within ${timeoutMs} ms`)),
      timeoutMs,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const nameFlagDoNotQueue = 4;
const primaryOwner = 1;

/** Connects to the bus of a desktop. */
export async function connectBus(desktop: { readonly busAddress: string }): Promise<BusConnection> {
  const bus = sessionBus({ busAddress: desktop.busAddress });
  await within(
    new Promise<void>((resolve, reject) => {
      bus.once('connect', resolve);
      bus.once('error', reject);
    }),
    20_000,
    'the greeting of the bus',
  );
  // Without a listener, the reset that a stopped bus causes would take the test process down.
  bus.on('error', () => {});
  const call: BusConnection['call'] = async (request, timeoutMs = 20_000) => {
    const message = new Message({ ...request, body: [...(request.body ?? [])] });
    const reply = await within(bus.call(message), timeoutMs, `${request.interface}.${request.member}`);
    return (reply?.body ?? []).map(unwrap);
  };
  return {
    bus,
    call,
    own: async (name) => {
      const answer = await bus.requestName(name, nameFlagDoNotQueue);
      if (answer !== primaryOwner) throw new Error(`${name} is already owned on this desktop`);
    },
    disconnect: () => {
      // What is in its buffer it still handles, and would throw when it answers on the closed stream.
      bus.send = () => {};
      bus.disconnect();
    },
  };
}

/** A call to the bus itself. */
export function busCall(member: string, signature: string, body: readonly unknown[]): MethodCall {
  const name = 'org.freedesktop.DBus';
  return { destination: name, path: '/org/freedesktop/DBus', interface: name, member, signature, body };
}

/** An error reply. dbus-next declares the first parameter of `newError` as a string, but reads it as the call. */
export function errorReply(to: Message, errorName: string, text: string): Message {
  return Message.newError(to as unknown as string, errorName, text);
}
