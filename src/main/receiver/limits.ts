import { MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';

/** What the receiver bears, and for how long. Bytes and milliseconds. Tests pass smaller ones. */
export interface Limits {
  /** Largest body of the receiver's own calls (public interface, "Errors"). */
  readonly bodyBytes: number;
  /** Largest body of a vendor's hook. */
  readonly hookBytes: number;
  /** Values in a body: what parsing takes depends on them, not on the bytes. No body of `bodyBytes` can have more. */
  readonly bodyValues: number;
  /** From the first byte of a connection to the end of its headers. */
  readonly headersMs: number;
  /** From the headers to the end of the body. */
  readonly bodyMs: number;
  /** How long a handler may take before the sender is told to come again. */
  readonly answerMs: number;
  /** How long a body that nobody wants is read on, so that its sender gets to the answer. */
  readonly lingerMs: number;
  readonly lingerBytes: number;
  /** Authorised requests under way at once. */
  readonly underWay: number;
  readonly connections: number;
  /** How many wrong tokens in `wrongTokenWindowMs` before wrong ones are answered with 429. */
  readonly wrongTokens: number;
  readonly wrongTokenWindowMs: number;
  /** What `stop` waits for requests under way. */
  readonly stopMs: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: MEBIBYTE,
  hookBytes: 16 * MEBIBYTE,
  bodyValues: MEBIBYTE,
  headersMs: 10 * SECOND_MS,
  bodyMs: 10 * SECOND_MS,
  answerMs: 20 * SECOND_MS,
  lingerMs: 2 * SECOND_MS,
  lingerBytes: 64 * MEBIBYTE,
  underWay: 256,
  connections: 1024,
  wrongTokens: 10,
  wrongTokenWindowMs: MINUTE_MS,
  stopMs: 2 * SECOND_MS,
};

/** A size as people read it: `1 MiB`. */
export function sizeText(bytes: number): string {
  return bytes % MEBIBYTE === 0 ? `${bytes / MEBIBYTE} MiB` : `${bytes} bytes`;
}
