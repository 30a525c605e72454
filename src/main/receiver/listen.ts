import { once } from 'node:events';
import type { Server } from 'node:http';

const HOST = '127.0.0.1';
const NEXT_PORTS = 50;

/**
 * Listens on the loopback interface: on the preferred port, else on the next free one, else on any.
 * @param preferred 0 for any
 * @returns the port
 * @throws when the loopback interface itself cannot be listened on
 */
export async function listenOnLoopback(server: Server, preferred: number): Promise<number> {
  const next = Array.from({ length: NEXT_PORTS }, (_, offset) => preferred + offset);
  const wanted = preferred === 0 ? [] : next.filter((port) => port <= 65_535);
  for (const port of wanted) {
    if (await tryPort(server, port)) return port;
  }
  server.listen({ host: HOST, port: 0 });
  await once(server, 'listening');
  return portOf(server);
}

async function tryPort(server: Server, port: number): Promise<boolean> {
  server.listen({ host: HOST, port });
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** Windows answers EACCES for the port ranges it keeps for itself. */
function isTaken(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  );
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port');
  return address.port;
}
