const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const LIST = 0x5b;
const OBJECT = 0x7b;

/**
 * Whether a JSON text may have more values than `most`, told from its commas and opening brackets (a list or an object
 * counts twice), in one pass and without parsing it: JSON.parse holds up everything else for seconds over some millions
 * of values, however they are nested. It answers for any bytes.
 */
export function hasMoreValues(bytes: Uint8Array, most: number): boolean {
  // Each takes a byte.
  if (bytes.length <= most) return false;
  let values = 1;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === COMMA || byte === LIST || byte === OBJECT) {
      values += 1;
      if (values > most) return true;
    }
  }
  return false;
}
