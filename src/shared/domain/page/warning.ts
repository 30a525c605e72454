import type { PageWarning } from '../event/payloads.ts';

/**
 * What can be odd about a page, in English, as senders are told it (public interface, "Fail open"). The window
 * says the same by its code, in its own language: the English catalogue takes these texts as they are.
 */
export const WARNING_TEXTS = {
  'not-text': 'is not a string and was left out',
  shortened: 'was shortened from {{from}} to {{to}} characters',
  'unknown-severity': 'is not a known severity; taken as {{severity}}',
  'start-unreadable': 'is not an ISO 8601 date and time; the arrival time is used',
  'start-too-old': 'is over a year old; the arrival time is used',
  'start-ahead': 'is more than 5 minutes ahead; the arrival time is used',
  'fault-unreadable': 'is not an ISO 8601 date and time; it was left out',
  'fault-too-old': 'is over a year old; it was left out',
  'fault-ahead': 'is more than 5 minutes ahead; it was left out',
  'unusable-key': 'is not a usable string; the title and service are used',
  'unknown-status': 'is neither firing nor resolved; taken as {{action}}',
  'not-a-list': 'is not a list and was left out',
  'too-many-links': 'has over {{limit}} links; the rest were left out',
  'bad-link': 'is not a link to an http or https address',
  'not-a-map': 'is not a map and was left out',
  'too-many-labels': 'has over {{limit}} labels; the rest were left out',
  'no-fingerprint': 'is missing; the labels are used',
  'no-name': 'has neither a summary nor an alertname',
  'other-version': 'is not "4"; read as if it were',
  'group-cut': 'Alertmanager left out {{number}} more alerts of this group',
  'not-an-object': 'is not an object',
  'drill-late': 'came {{minutes}} minutes after its time in the drill: Tplus was not running',
} as const;
type WarningCode = keyof typeof WARNING_TEXTS;
type WarningParams = NonNullable<PageWarning['params']>;

/** One thing that was odd about a page. @param path where it stands in what was sent (JSON Pointer) */
export function warningOf(path: string, code: WarningCode, params: WarningParams = {}): PageWarning {
  const detail = WARNING_TEXTS[code].replaceAll(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => `${params[name] ?? ''}`,
  );
  return { path, detail, code, ...(Object.keys(params).length === 0 ? {} : { params }) };
}

/** Whether this version has words of its own for a warning: older ones have no code, newer ones may have others. */
export function hasWords<Warning extends PageWarning>(
  warning: Warning,
): warning is Warning & { readonly code: WarningCode } {
  return warning.code !== undefined && Object.hasOwn(WARNING_TEXTS, warning.code);
}

/** Collects what was odd about a page while it is read. */
export class Warnings {
  readonly list: PageWarning[] = [];
  add(path: string, code: WarningCode, params?: WarningParams): void {
    this.list.push(warningOf(path, code, params));
  }
}
