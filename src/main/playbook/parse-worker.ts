import { parentPort } from 'node:worker_threads';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { playbookHash } from '../log/playbook-hash.ts';
import type { ParseReply, ParseRequest, ReadPlaybook } from './parse-protocol.ts';

// Its own thread, and not the log's: a file of a megabyte may take seconds, and pages do not wait for it.
function read({ text, name }: ParseRequest): ReadPlaybook {
  const parsed = parsePlaybook(text, name);
  return parsed.ok ? { ...parsed, hash: playbookHash(parsed.playbook) } : parsed;
}

parentPort?.on('message', (request: ParseRequest) => {
  const reply: ParseReply = { id: request.id, read: read(request) };
  parentPort?.postMessage(reply);
});
