import type { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';

/** A method call. Raw, because tray hosts and notification daemons give no introspection to build proxies from. */
export interface BusRequest {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
  /** Do not start the program that would answer. */
  readonly noAutoStart?: boolean;
}
export type BusReply =
  | { readonly kind: 'answer'; readonly body: readonly unknown[] }
  | { readonly kind: 'error'; readonly name: string; readonly detail: string }
  | { readonly kind: 'lost'; readonly detail: string };

export interface BusSignal {
  readonly sender: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly body: readonly unknown[];
}

/** One connection to the session bus. Nothing here throws or rejects; a call may stay open for as long as the peer likes. */
export interface BusConnection {
  call(request: BusRequest): Promise<BusReply>;
  /** Sends and forgets. */
  send(request: BusRequest): void;
  onSignal(listener: (signal: BusSignal) => void): () => void;
  variant(signature: string, value: unknown): unknown;
  /** Settles with the reason once the connection is gone. */
  readonly closed: Promise<string>;
  close(): void;
}

/** A socket that accepts and then says nothing must not count as a bus. */
const greetingTimeoutMs = 2000;

/**
 * What the library keeps to itself: `MessageBus` never says that its connection has ended, so the end is heard on the
 * connection below it.
 */
interface Inside {
  readonly _connection: EventEmitter & { readonly stream?: Duplex };
}

/**
 * Connects to the session bus: `busAddress`, else `DBUS_SESSION_BUS_ADDRESS`, else `$XDG_RUNTIME_DIR/bus`. The library is
 * loaded at the first call, so that start-up does not pay for it. @throws when there is no bus
 */
export async function connectToBus(busAddress?: string): Promise<BusConnection> {
  const { Message, MessageFlag, MessageType, Variant, sessionBus } = await import('@jellybrick/dbus-next');
  const bus = sessionBus(busAddress === undefined ? {} : { busAddress });
  const { _connection: inside } = bus as unknown as Inside;
  const events = bus as unknown as EventEmitter;

  const { promise: closed, resolve: end } = Promise.withResolvers<string>();
  // An `error` without a listener would take the process down, so this one stays for good.
  events.on('error', (error: unknown) => end(error instanceof Error ? error.message : String(error)));
  inside.on('end', () => end('the session bus closed the connection'));
  const close = (): void => {
    end('closed');
    inside.stream?.destroy();
  };
  void closed.then(close);

  const timer = setTimeout(() => end('the session bus does not answer'), greetingTimeoutMs);
  const greeted = new Promise<void>((resolve) => {
    events.once('connect', () => resolve());
  });
  const failure = await Promise.race([greeted, closed]);
  clearTimeout(timer);
  if (typeof failure === 'string') throw new Error(failure);

  const lost = closed.then((detail): BusReply => ({ kind: 'lost', detail }));
  const message = ({ body, noAutoStart, ...rest }: BusRequest, flags: number) =>
    new Message({
      ...rest,
      body: [...(body ?? [])],
      flags: flags | (noAutoStart ? MessageFlag.NO_AUTO_START : 0),
    });

  return {
    closed,
    close,
    variant: (signature, value) => new Variant(signature, value),
    call: (request) => {
      const answered = bus.call(message(request, 0)).then(
        (reply): BusReply => ({ kind: 'answer', body: reply?.body ?? [] }),
        (error: unknown): BusReply => ({ kind: 'error', ...describe(error) }),
      );
      return Promise.race([answered, lost]);
    },
    send: (request) => {
      try {
        bus.send(message(request, MessageFlag.NO_REPLY_EXPECTED));
      } catch (error) {
        end(describe(error).detail);
      }
    },
    onSignal: (listener) => {
      const hear = (heard: BusSignal & { readonly type: number }): void => {
        if (heard.type === MessageType.SIGNAL) listener(heard);
      };
      events.on('message', hear);
      return () => events.off('message', hear);
    },
  };
}

function describe(error: unknown): { readonly name: string; readonly detail: string } {
  if (!(error instanceof Error)) return { name: 'unknown', detail: String(error) };
  const name = 'type' in error && typeof error.type === 'string' ? error.type : error.name;
  return { name, detail: error.message === '' ? name : error.message };
}
