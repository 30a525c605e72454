import * as v from 'valibot';
import { requestChannel, requestNames } from '#shared/ipc/channels.ts';
import {
  type Answer,
  type CheckedInputOf,
  contract,
  type OutputOf,
  type RequestName,
} from '#shared/ipc/contract.ts';
import { CodedError } from './coded-error.ts';
import { distrust, type IpcSender } from './trusted-sender.ts';

/** One for each request of the contract. A handler may throw; a `CodedError` says which failure it is. */
export type Handlers = {
  readonly [Name in RequestName]: (input: CheckedInputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

/** Of Electron's `ipcMain`, what is used. */
export interface IpcPort<Event extends IpcSender> {
  handle(channel: string, listener: (event: Event, input: unknown) => Promise<unknown>): void;
  removeHandler(channel: string): void;
}

export interface HandleOptions<Sender> {
  readonly isOurs: (contents: Sender) => boolean;
  readonly devServer: string | undefined;
  /** A request that was turned down, or a handler that failed in a way it did not foresee. */
  readonly onTrouble: (name: RequestName, detail: string, error?: unknown) => void;
}

/** Answers every request of the contract. @returns how to stop */
export function handleRequests<Event extends IpcSender>(
  ipc: IpcPort<Event>,
  handlers: Handlers,
  options: HandleOptions<Event['sender']>,
): () => void {
  for (const name of requestNames) {
    ipc.handle(requestChannel(name), async (event, input): Promise<Answer<unknown>> => {
      const reason = distrust(event, options);
      if (reason !== undefined) {
        options.onTrouble(name, `refused: ${reason}`);
        return { ok: false, code: 'failed', detail: 'refused' };
      }
      return answer(name, handlers[name], input, options.onTrouble);
    });
  }
  return () => {
    for (const name of requestNames) ipc.removeHandler(requestChannel(name));
  };
}

async function answer<Name extends RequestName>(
  name: Name,
  handler: Handlers[Name],
  input: unknown,
  onTrouble: HandleOptions<never>['onTrouble'],
): Promise<Answer<unknown>> {
  const checked = v.safeParse(contract.request[name].input, input);
  if (!checked.success) {
    const told = (say: (issue: v.BaseIssue<unknown>) => string): string =>
      checked.issues.map((issue) => `${v.getDotPath(issue) ?? 'input'}: ${say(issue)}`).join('; ');
    // A message quotes what came, which may be a person's note: it goes back to the window, and into no log.
    onTrouble(name, `bad input: ${told(({ expected, type }) => `expected ${expected ?? type}`)}`);
    return { ok: false, code: 'bad-input', detail: told(({ message }) => message) };
  }
  try {
    // Handler and schema are of the same name; that a union of names cannot follow.
    const run = handler as (value: unknown) => unknown;
    return { ok: true, value: await run(checked.output) };
  } catch (error) {
    if (error instanceof CodedError) return { ok: false, code: error.code, detail: error.message };
    const detail = error instanceof Error ? error.message : String(error);
    onTrouble(name, detail, error);
    return { ok: false, code: 'failed', detail };
  }
}
