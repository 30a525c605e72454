import type { App, Session, WebContents } from 'electron';
import { appUrl, isAppUrl } from './app-url.ts';

/** No page of ours asks for a permission or a device; Electron grants most of them unless told otherwise. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
}

/**
 * Keeps every page, also one made by mistake, where it is: no navigation, no new windows, no embedded pages. Links go through
 * `openExternalLink`. Only the app's own page may be loaded again.
 */
export function confineContents(app: App, devServer: string | undefined): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, devServer));
}

function confine(contents: WebContents, devServer: string | undefined): void {
  const mayGoTo = (url: string): boolean =>
    devServer === undefined ? withoutFragment(url) === appUrl : isAppUrl(url, devServer);
  contents.on('will-navigate', (event) => {
    if (!mayGoTo(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !mayGoTo(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? '';
}
