import * as v from 'valibot';
import { unwrap } from './bus.ts';

/** The interface, and the bus name, of the desktop's notification service. */
export const notificationsName = 'org.freedesktop.Notifications';
export const notificationsPath = '/org/freedesktop/Notifications';

/** One `Notify` call as it went over the bus. */
export interface NotifyCall {
  /** The caller's unique bus name: two runs of the app differ here. */
  readonly sender: string;
  readonly appName: string;
  /** 0 for a new notification. */
  readonly replacesId: number;
  readonly icon: string;
  readonly summary: string;
  readonly body: string;
  readonly actions: readonly { readonly key: string; readonly label: string }[];
  readonly hints: Readonly<Record<string, unknown>>;
  readonly urgency: 'low' | 'normal' | 'critical';
  /** Milliseconds; -1 leaves it to the service, 0 is never. */
  readonly expireTimeout: number;
  /** Epoch milliseconds at which the call was seen. */
  readonly calledAt: number;
  /** The id the service answered with; absent while it has not, and for ever if it never does. */
  readonly id?: number;
  readonly answeredAt?: number;
  /** The error name, if the service refused. */
  readonly refusedWith?: string;
}

const notifyBody = v.strictTuple([
  v.string(),
  v.number(),
  v.string(),
  v.string(),
  v.string(),
  v.array(v.string()),
  v.record(v.string(), v.unknown()),
  v.number(),
]);

function pairs(flat: readonly string[]): { key: string; label: string }[] {
  return flat.flatMap((key, index) => (index % 2 === 0 ? [{ key, label: flat[index + 1] ?? '' }] : []));
}

function urgencyOf(hints: Readonly<Record<string, unknown>>): NotifyCall['urgency'] {
  const level = hints['urgency'];
  return level === 0 ? 'low' : level === 2 ? 'critical' : 'normal';
}

/** Reads the body of a `Notify` call (`susssasa{sv}i`); throws on any other shape. */
export function parseNotifyCall(sender: string, body: readonly unknown[], calledAt: number): NotifyCall {
  const [appName, replacesId, icon, summary, text, actions, hints, expireTimeout] = v.parse(
    notifyBody,
    unwrap(body),
  );
  return {
    sender,
    appName,
    replacesId,
    icon,
    summary,
    body: text,
    actions: pairs(actions),
    hints,
    urgency: urgencyOf(hints),
    expireTimeout,
    calledAt,
  };
}
