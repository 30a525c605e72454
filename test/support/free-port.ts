import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that the kernel hands to outgoing connections: one of those could take it before its use. */
const lowest = 20_000;
const count = 12_000;

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/** A free port of the loopback interface, by chance, so that workers and runs beside this one do not meet on it. */
export async function quietPort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * count);
    if (await isFree(port)) return port;
  }
}
