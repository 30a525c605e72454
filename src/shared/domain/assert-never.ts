/** Closes an exhaustive switch: a new variant that is not handled fails the type check. */
export function assertNever(value: never): never {
  throw new Error(`unhandled variant: ${JSON.stringify(value)}`);
}
