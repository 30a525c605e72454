import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { test as base } from '../../support/fixtures.ts';

/** Somewhere outside of the app that notes who comes by; to be used as a server or as a proxy. */
interface Outside {
  readonly url: string;
  readonly visits: readonly string[];
}

export const test = base.extend<{ outside: Outside }>({
  outside: async ({}, provide) => {
    const visits: string[] = [];
    const server: Server = createServer(({ method, url }, response) => {
      visits.push(`${method} ${url}`);
      response
        .writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' })
        .end('outside');
    });
    // A proxy is asked for https by CONNECT.
    server.on('connect', ({ url }, socket) => {
      visits.push(`CONNECT ${url}`);
      socket.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    await provide({ url: `http://127.0.0.1:${address.port}`, visits });
    server.closeAllConnections();
    server.close();
  },
});
