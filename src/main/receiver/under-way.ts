import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * How many requests have been taken in and not answered yet. A response that waits behind another of its
 * connection gets no `close` of its own when the connection breaks, so the connection's counts as well;
 * otherwise senders that pipeline and hang up would fill the count for good.
 */
export class UnderWay {
  #count = 0;
  readonly #open = new WeakMap<Socket, Set<ServerResponse>>();

  get count(): number {
    return this.#count;
  }

  add({ socket }: IncomingMessage, response: ServerResponse): void {
    const open = this.#openOn(socket);
    open.add(response);
    this.#count += 1;
    response.once('close', () => {
      if (open.delete(response)) this.#count -= 1;
    });
  }

  #openOn(socket: Socket): Set<ServerResponse> {
    const known = this.#open.get(socket);
    if (known !== undefined) return known;
    const open = new Set<ServerResponse>();
    this.#open.set(socket, open);
    socket.once('close', () => {
      this.#count -= open.size;
      open.clear();
    });
    return open;
  }
}
