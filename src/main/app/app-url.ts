export const appScheme = 'app';
export const appHost = 'tplus';
export const appUrl = `${appScheme}://${appHost}/index.html`;

/** Whether an address is the app's own page: `app://tplus/…`, or the development server where there is one. */
export function isAppUrl(url: string, devServer: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, origin } = new URL(url);
  if (protocol === `${appScheme}:` && host === appHost) return true;
  return devServer !== undefined && URL.canParse(devServer) && origin === new URL(devServer).origin;
}
