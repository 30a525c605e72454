/** Far deeper than any sender nests, far shallower than any stack. */
const DEEPEST = 64;

/**
 * Replaces what is nested too deeply, in place. A text of 50,000 brackets is small and parses, but what
 * recurses over it later (JSON.stringify in some cases, structuredClone always) runs out of stack.
 */
export function withoutDepth(value: unknown): unknown {
  const waiting: { readonly container: unknown; readonly depth: number }[] = [{ container: value, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { container, depth } = next;
    if (typeof container !== 'object' || container === null) continue;
    for (const [key, child] of Object.entries(container)) {
      if (typeof child !== 'object' || child === null) continue;
      if (depth < DEEPEST) waiting.push({ container: child, depth: depth + 1 });
      else replace(container, key);
    }
  }
  return value;
}

/** By definition, not assignment: the key may be `__proto__`. */
function replace(container: object, key: string): void {
  Object.defineProperty(container, key, {
    value: '[nested too deeply]',
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
