import type { Session } from 'electron';
import { isAppUrl } from './app-url.ts';

/** Addresses the window asked for and did not get, oldest first. */
export interface NetworkGate {
  readonly blocked: () => readonly string[];
}

const keptBlocked = 200;

/** Whether the window's session may load an address. */
export function mayRequest(url: string, devServer: string | undefined): boolean {
  if (isAppUrl(url, devServer)) return true;
  if (url.startsWith('blob:')) return isAppUrl(url.slice('blob:'.length), devServer);
  if (devServer === undefined || !URL.canParse(url)) return false;
  // The development server's own socket, and the developer tools.
  const { protocol, host } = new URL(url);
  return protocol === 'devtools:' || (protocol.startsWith('ws') && host === new URL(devServer).host);
}

/** A second wall behind the content security policy: whatever a page, or Chromium by itself, asks of the network is cancelled. */
export function closeNetwork(session: Session, devServer: string | undefined): NetworkGate {
  const blocked: string[] = [];
  // Measured: past the handler below, and with the checker off, Chromium fetched its dictionary from a public server.
  session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest((details, decide) => {
    const cancel = !mayRequest(details.url, devServer);
    if (cancel) {
      blocked.push(details.url.slice(0, 500));
      if (blocked.length > keptBlocked) blocked.shift();
    }
    decide({ cancel });
  });
  return { blocked: () => [...blocked] };
}
