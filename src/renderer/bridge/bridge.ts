import {
  type Answer,
  type Bridge,
  contract,
  type InputOf,
  type OutputOf,
  type RequestName,
} from '#shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload: the only way to main. */
    readonly tplus: Bridge;
  }
}

/** The bridge with every way to fail turned into a value, so that no screen dies of a lost main process. */
export function safeBridge(raw: Bridge): Bridge {
  const names = Object.keys(contract.request) as RequestName[];
  const request = Object.fromEntries(names.map((name) => [name, (input: never) => ask(raw, name, input)]));
  return { request: request as Bridge['request'], on: raw.on };
}

async function ask<Name extends RequestName>(
  raw: Bridge,
  name: Name,
  input: InputOf<Name>,
): Promise<Answer<OutputOf<Name>>> {
  try {
    return await raw.request[name](input);
  } catch (error) {
    return { ok: false, code: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
