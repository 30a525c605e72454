import { pushChannel } from '#shared/ipc/channels.ts';
import type { MessageOf, PushName } from '#shared/ipc/contract.ts';

/** Of Electron's `WebContents`, what is used. */
export interface PushTarget {
  isDestroyed(): boolean;
  send(channel: string, message: unknown): void;
}

/** Tells one window. A window that has just gone is not an error: it asks for everything when it comes back. */
export function sendPush<Name extends PushName>(
  target: PushTarget,
  name: Name,
  message: MessageOf<Name>,
): void {
  if (target.isDestroyed()) return;
  try {
    target.send(pushChannel(name), message);
  } catch {
    // Its frame went between the two lines.
  }
}
