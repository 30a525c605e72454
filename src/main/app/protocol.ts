import { readFile } from 'node:fs/promises';
import type { Protocol, ProtocolRequest, ProtocolResponse, Session } from 'electron';
import type { Language } from '#shared/settings.ts';
import { appFile } from './app-file.ts';
import { appScheme } from './app-url.ts';
import { appHeaders } from './content-policy.ts';
import { spokenPage } from './spoken-page.ts';

/** Before the app is ready: file:// can carry no content security policy, so the window is served from a scheme of its own. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the files below `root` (the built renderer), and only those; the page itself in the language in force.
 * By Electron's older call: the newer one reads all of Node's `fetch` while the window waits for its page (docs/decisions/0012).
 * @returns settles when a page has been asked for, and all that it asks for at once
 */
export function serveApp(
  session: Pick<Session, 'protocol'>,
  root: string,
  language: () => Language,
): Promise<void> {
  const { promise: firstServed, resolve: served } = Promise.withResolvers<void>();
  let waiting = 0;
  let hasScript = false;
  session.protocol.registerBufferProtocol(appScheme, (request, answer) => {
    waiting += 1;
    const settle = async (): Promise<void> => {
      answer(await answerTo(request, root, language));
      waiting -= 1;
      hasScript ||= request.url.endsWith('.js');
      // Not before what was answered is on its way.
      if (hasScript && waiting === 0) setImmediate(served);
    };
    void settle();
  });
  return firstServed;
}

async function answerTo(
  { method, url }: ProtocolRequest,
  root: string,
  language: () => Language,
): Promise<ProtocolResponse> {
  if (method !== 'GET') return empty(405);
  const file = appFile(url, root);
  if (file === undefined) return empty(404);
  try {
    const content = await readFile(file.path);
    const data = file.type.startsWith('text/html')
      ? Buffer.from(spokenPage(content.toString('utf8'), language()))
      : content;
    return { data, headers: { ...appHeaders, 'Content-Type': file.type } };
  } catch {
    return empty(404);
  }
}

function empty(statusCode: number): ProtocolResponse {
  return { statusCode, data: Buffer.alloc(0), headers: { ...appHeaders } };
}
