import type { NotificationConstructorOptions } from 'electron';
import type { Notice, NoticeAction, NoticeAnswer, Notifier } from '../alerting/notifier.ts';
import { createListeners } from './listeners.ts';
import { noticeTimeoutMs, withinTime } from './notifications/within.ts';

/** Of Electron's `Notification`, what is used. */
export interface NativeNotification {
  on(event: 'show' | 'click' | 'close', listener: () => void): unknown;
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown;
  on(event: 'action', listener: (event: { readonly actionIndex?: number }, index: number) => void): unknown;
  show(): void;
  close(): void;
}
export interface ElectronNotifierPorts {
  readonly create: (options: NotificationConstructorOptions) => NativeNotification;
  /** Takes away one of a former run, by its identifier; macOS only. */
  readonly remove?: ((identifier: string) => void) | undefined;
  /** Epoch ms. Ids begin with it, so that a former run's are not given out again. */
  readonly startedAt: number;
  readonly timeoutMs?: number;
}

const secondMs = 1000;
/** There is one, for as long as the system runs. */
const daemon = 'system';

/** Notifications on macOS and Windows, by Electron. On Linux it blocks: see `linux-notifier.ts`. */
export function createElectronNotifier(ports: ElectronNotifierPorts): Notifier {
  // Referenced for as long as they are on the screen: one that is collected takes its clicks with it.
  const showing = new Map<number, NativeNotification>();
  const actions = createListeners<[toastId: number, action: NoticeAction]>();
  const closes = createListeners<[toastId: number]>();
  let lastId = Math.floor(ports.startedAt / secondMs);

  const raise = (notice: Notice): Promise<NoticeAnswer> => {
    const toastId = ++lastId;
    const { promise, resolve } = Promise.withResolvers<NoticeAnswer>();
    const refuse = (detail: string): void => {
      showing.delete(toastId);
      resolve({ outcome: 'refused', detail });
    };
    try {
      const notification = ports.create(optionsOf(notice, toastId));
      showing.set(toastId, notification);
      notification.on('show', () => resolve({ outcome: 'shown', toastId, daemon }));
      notification.on('failed', (_event, error) => refuse(error));
      notification.on('click', () => actions.tell(toastId, 'open'));
      notification.on('action', (event, index) => {
        const action = notice.actions[event.actionIndex ?? index];
        if (action !== undefined) actions.tell(toastId, action.id);
      });
      notification.on('close', () => {
        if (showing.delete(toastId)) closes.tell(toastId);
      });
      notification.show();
    } catch (error) {
      refuse(error instanceof Error ? error.message : String(error));
    }
    return promise;
  };
  const take = (toastId: number): void => {
    const notification = showing.get(toastId);
    if (notification === undefined) ports.remove?.(identifier(toastId));
    else notification.close();
  };

  return {
    show: (notice) => {
      const outcome = withinTime(raise(notice), ports.timeoutMs ?? noticeTimeoutMs);
      if (notice.replaces !== undefined) take(notice.replaces);
      return outcome;
    },
    close: take,
    // Its ids are never given out again.
    closeStale: take,
    onAction: actions.add,
    onClosed: closes.add,
    // The system's own notification centre is always there.
    onAvailable: () => () => undefined,
    stop: () => showing.clear(),
  };
}

function identifier(toastId: number): string {
  return `tplus-${toastId}`;
}

function optionsOf(notice: Notice, toastId: number): NotificationConstructorOptions {
  return {
    id: identifier(toastId),
    title: notice.summary,
    body: notice.body,
    urgency: notice.urgency,
    timeoutType: notice.urgency === 'critical' ? 'never' : 'default',
    actions: notice.actions.map(({ label }) => ({ type: 'button', text: label })),
  };
}
