import { isAppUrl } from '../app/app-url.ts';

/** What is looked at of an `IpcMainInvokeEvent`. */
export interface IpcSender {
  /** The frame is null once it has navigated away or gone. */
  readonly senderFrame: { readonly url: string } | null;
  readonly sender: { readonly mainFrame: unknown };
}

/**
 * Only the main frame of a window of ours, showing our page, may ask: an embedded frame, or a page that somehow got
 * loaded in its place, may not. @returns why not, or undefined
 */
export function distrust<Sender>(
  event: IpcSender & { readonly sender: Sender },
  options: { readonly isOurs: (contents: Sender) => boolean; readonly devServer: string | undefined },
): string | undefined {
  if (!options.isOurs(event.sender)) return 'not a window of ours';
  if (event.senderFrame === null) return 'the frame is gone';
  if (event.senderFrame !== event.sender.mainFrame) return 'not the main frame';
  return isAppUrl(event.senderFrame.url, options.devServer) ? undefined : `page ${event.senderFrame.url}`;
}
