import type { Notice } from '../../alerting/notifier.ts';

const urgencies = { low: 0, normal: 1, critical: 2 } as const;
const neverExpires = 0;
const daemonDecides = -1;
/** Longer text is nobody's to read on a notification, and some daemons lay out all of it. */
const longestSummary = 250;
const longestBody = 2000;

/** The arguments of `org.freedesktop.Notifications.Notify`, in the order of Desktop Notifications Specification 1.2. */
export interface NotifyArguments {
  readonly appName: string;
  readonly replacesId: number;
  readonly icon: string;
  readonly summary: string;
  readonly body: string;
  readonly actions: readonly string[];
  readonly hints: Readonly<Record<string, { readonly signature: string; readonly value: unknown }>>;
  readonly expireTimeoutMs: number;
}
export const notifySignature = 'susssasa{sv}i';

/** @param options.markup whether the daemon reads markup in the body; the summary is plain text in every version */
export function notifyArguments(
  notice: Notice,
  options: { readonly icon: string; readonly markup: boolean; readonly replaces: number },
): NotifyArguments {
  const body = sendable(notice.body, longestBody);
  // `default` is what a click on the notification itself means; it must be there for the click to be told.
  const open = notice.actions.find(({ id }) => id === 'open');
  const actions =
    open === undefined ? notice.actions : [{ id: 'default', label: open.label }, ...notice.actions];
  return {
    appName: 'Tplus',
    replacesId: options.replaces,
    icon: options.icon,
    summary: sendable(notice.summary, longestSummary),
    body: options.markup ? escapeMarkup(body) : body,
    actions: actions.flatMap(({ id, label }) => [id, sendable(label, longestSummary)]),
    hints: {
      urgency: { signature: 'y', value: urgencies[notice.urgency] },
      'desktop-entry': { signature: 's', value: 'tplus' },
    },
    expireTimeoutMs: notice.urgency === 'critical' ? neverExpires : daemonDecides,
  };
}

/** A NUL or half a surrogate pair is no D-Bus string: the bus would cut the connection. */
function sendable(text: string, longest: number): string {
  return text.replaceAll('\0', '').slice(0, longest).toWellFormed();
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
