import { extname, join, normalize, sep } from 'node:path';
import { appHost, appScheme } from './app-url.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

/**
 * Which file an address of the app's own scheme means. @returns undefined for another host, a kind of file the window never
 * asks for, and anything that would leave `root`
 */
export function appFile(
  url: string,
  root: string,
): { readonly path: string; readonly type: string } | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== `${appScheme}:` || host !== appHost) return undefined;
  const name = decoded(pathname);
  if (name === undefined || name.includes('\0')) return undefined;
  const path = normalize(join(root, name));
  const type = types[extname(path)];
  return type !== undefined && path.startsWith(normalize(root) + sep) ? { path, type } : undefined;
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
