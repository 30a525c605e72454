/** Ids of entries used last, newest first: a convenience of this window, so it is kept by the browser alone. */
const KEY = 'tplus.palette.recents.v1';
const KEPT = 12;

export function readRecents(storage: Storage = localStorage): readonly string[] {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(id: string, storage: Storage = localStorage): void {
  const ids = [id, ...readRecents(storage).filter((each) => each !== id)].slice(0, KEPT);
  try {
    storage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // A full or closed store costs the order only.
  }
}
