/** Longer addresses are no links, and some browsers cut them. */
const longestUrl = 2000;

export type CheckedUrl =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: 'too-long' | 'not-a-url' | 'not-https' | 'credentials' };

/**
 * The one gate for addresses that leave the app. Pages carry links from outside, and the system's opener runs whatever a
 * scheme is registered for (past holes: a .desktop file, custom schemes): https only, spelled out by the parser.
 */
export function checkExternalUrl(text: string): CheckedUrl {
  if (text.length > longestUrl) return { ok: false, reason: 'too-long' };
  // The parser drops tabs and line breaks silently; what is opened must be what was read.
  if (/[\p{Cc}\s]/u.test(text) || !URL.canParse(text)) return { ok: false, reason: 'not-a-url' };
  const url = new URL(text);
  if (url.protocol !== 'https:') return { ok: false, reason: 'not-https' };
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'credentials' };
  return url.href.length > longestUrl ? { ok: false, reason: 'too-long' } : { ok: true, url: url.href };
}

/** @returns whether it was opened */
export async function openExternalLink(
  text: string,
  shell: { openExternal(url: string): Promise<void> },
): Promise<boolean> {
  const checked = checkExternalUrl(text);
  if (!checked.ok) return false;
  try {
    await shell.openExternal(checked.url);
    return true;
  } catch {
    return false;
  }
}
