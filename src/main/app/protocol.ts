import { readFile } from 'node:fs/promises';
import type { Protocol, Session } from 'electron';
import { appFile } from './app-file.ts';
import { appScheme } from './app-url.ts';
import type { Language } from '#shared/settings.ts';
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
 * @returns settles when the first has been asked for and read
 */
export function serveApp(session: Session, root: string, language: () => Language): Promise<void> {
  const { promise: firstServed, resolve: served } = Promise.withResolvers<void>();
  session.protocol.handle(appScheme, async ({ method, url }) => {
    if (method !== 'GET') return new Response(null, { status: 405 });
    const file = appFile(url, root);
    if (file === undefined) return new Response(null, { status: 404 });
    try {
      const content = await readFile(file.path);
      const body = file.type.startsWith('text/html')
        ? spokenPage(content.toString('utf8'), language())
        : new Uint8Array(content);
      return new Response(body, { headers: { ...appHeaders, 'Content-Type': file.type } });
    } catch {
      return new Response(null, { status: 404 });
    } finally {
      served();
    }
  });
  return firstServed;
}
