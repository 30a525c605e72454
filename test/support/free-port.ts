import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that the kernel hands to outgoing connections: one of those could take it before its use. */
const lowest = 20_000;
/** Each worker has ports of its own: what is free until its app starts, or starts again, no other worker may take. */
const lanes = 8;
const count = 1_500;

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

/** A free port of the loopback interface: one of this worker's, by chance, so that runs beside this one do not meet on it. */
export async function quietPort(): Promise<number> {
  const lane = Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % lanes;
  for (;;) {
    const port = lowest + lane * count + Math.floor(Math.random() * count);
    if (await isFree(port)) return port;
  }
}
