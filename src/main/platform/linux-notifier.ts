import type { Notice, NoticeAction, NoticeAnswer, Notifier } from '../alerting/notifier.ts';
import type { BusConnection, BusReply } from './dbus/connection.ts';
import type { SessionBus } from './dbus/session-bus.ts';
import { createListeners } from './listeners.ts';
import { daemonCall, followDaemon } from './notifications/notification-daemon.ts';
import { notifyArguments, notifySignature } from './notifications/notify-arguments.ts';
import { noticeTimeoutMs, withinTime } from './notifications/within.ts';

/** Errors of the bus itself: there is nobody to show anything, as against somebody who would not. */
const absent =
  /^org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NameHasNoOwner|NoReply|Disconnected|TimedOut|Spawn\..+)$/;

/**
 * Notifications over D-Bus. Not libnotify: it calls synchronously, and a daemon that was promised but never came
 * blocked the whole main process for 125 s. It also gives buttons, and the daemon's own word that a notification was taken.
 */
export function createLinuxNotifier(
  bus: SessionBus,
  options: { readonly icon: string; readonly timeoutMs?: number },
): Notifier {
  // Signals are broadcast: those about other programs' notifications arrive here too.
  const showing = new Set<number>();
  const actions = createListeners<[toastId: number, action: NoticeAction]>();
  const closes = createListeners<[toastId: number]>();
  const availabilities = createListeners<[]>();

  const daemon = followDaemon(bus, {
    onGone: () => {
      const gone = [...showing];
      showing.clear();
      for (const id of gone) closes.tell(id);
    },
    onAvailable: () => availabilities.tell(),
    onSignal: (member, [id, what]) => {
      if (typeof id !== 'number' || !showing.has(id)) return;
      if (member === 'NotificationClosed') {
        showing.delete(id);
        closes.tell(id);
      }
      if (member === 'ActionInvoked') actions.tell(id, what === 'acknowledge' ? 'acknowledge' : 'open');
    },
  });

  const notify = async (connection: BusConnection, notice: Notice): Promise<NoticeAnswer> => {
    const markup = await daemon.readsMarkup(connection);
    // An id of a daemon that has gone may by now be another program's notification.
    const replaces = notice.replaces !== undefined && showing.has(notice.replaces) ? notice.replaces : 0;
    const args = notifyArguments(notice, { icon: options.icon, markup, replaces });
    const hints = Object.fromEntries(
      Object.entries(args.hints).map(([key, hint]) => [key, connection.variant(hint.signature, hint.value)]),
    );
    const answer = answerOf(
      await connection.call(
        daemonCall('Notify', notifySignature, [
          args.appName,
          args.replacesId,
          args.icon,
          args.summary,
          args.body,
          args.actions,
          hints,
          args.expireTimeoutMs,
        ]),
      ),
    );
    if (answer.outcome !== 'shown') return answer;
    showing.add(answer.toastId);
    const shownBy = daemon.identity();
    return shownBy === undefined ? answer : { ...answer, daemon: shownBy };
  };
  const close = (connection: BusConnection | undefined, toastId: number): void =>
    connection?.send({ ...daemonCall('CloseNotification', 'u', [toastId]), noAutoStart: true });
  const deliver = async (notice: Notice): Promise<NoticeAnswer> => {
    const connection = await bus.connection();
    if (connection === undefined) return { outcome: 'no-daemon', detail: 'no session bus' };
    return notify(connection, notice);
  };

  return {
    show: (notice) => withinTime(deliver(notice), options.timeoutMs ?? noticeTimeoutMs),
    close: (toastId) => {
      void bus.connection().then((connection) => close(connection, toastId));
    },
    closeStale: (toastId, shownBy) => {
      void bus.connection().then(async (connection) => {
        if ((await daemon.identify()) === shownBy) close(connection, toastId);
      });
    },
    onAction: actions.add,
    onClosed: closes.add,
    onAvailable: availabilities.add,
    stop: () => daemon.stop(),
  };
}

function answerOf(reply: BusReply): NoticeAnswer {
  if (reply.kind === 'lost') return { outcome: 'no-daemon', detail: reply.detail };
  if (reply.kind === 'error') {
    return {
      outcome: absent.test(reply.name) ? 'no-daemon' : 'refused',
      detail: `${reply.name}: ${reply.detail}`,
    };
  }
  const [id] = reply.body;
  return typeof id === 'number'
    ? { outcome: 'shown', toastId: id }
    : { outcome: 'refused', detail: 'the notification daemon gave no id' };
}
