const KEPT_BYTES = 64 * 1024;

/** What came, for somebody to look at: at most 64 KiB of UTF-8, cut between code points. */
export function capOriginal(original: Buffer | string): string {
  const bytes = typeof original === 'string' ? Buffer.from(original) : original;
  let end = Math.min(bytes.length, KEPT_BYTES);
  // Bytes 10xxxxxx continue a code point.
  while (end > 0 && end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.toString('utf8', 0, end);
}
