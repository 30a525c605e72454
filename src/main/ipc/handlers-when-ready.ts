import { requestNames } from '#shared/ipc/channels.ts';
import type { Handlers } from './handle.ts';

/** Handlers that can be registered before the app is put together: a request that comes early waits. */
export function handlersWhenReady(ready: Promise<Handlers>): Handlers {
  const waiting = requestNames.map((name) => [
    name,
    async (input: never) => {
      const handlers = await ready;
      return handlers[name](input);
    },
  ]);
  // One of each name, each passing on to the handler of the same name.
  return Object.fromEntries(waiting) as Handlers;
}
