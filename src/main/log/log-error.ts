/** Why the log could not do what was asked. */
export type LogErrorCode = 'disk-full' | 'log-unavailable';

/** A failure of the log as it crosses the worker's boundary. Nothing of the failed call was written. */
export class LogError extends Error {
  constructor(
    readonly code: LogErrorCode,
    detail: string,
  ) {
    super(detail);
    this.name = 'LogError';
  }
}

// SQLite's primary result codes (sqlite.org/rescode.html).
const SQLITE_FULL = 13;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

export function asLogError(error: unknown): LogError {
  if (error instanceof LogError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  const noSpace = resultCode(error) === SQLITE_FULL || detail.includes('ENOSPC');
  return new LogError(noSpace ? 'disk-full' : 'log-unavailable', detail);
}

/** The file itself is damaged, as opposed to a disk or a lock in the way. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

function resultCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
