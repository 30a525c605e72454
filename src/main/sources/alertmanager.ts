import type { PageInput, ReadingContext } from '#shared/domain/page/page-input.ts';
import { warningOf } from '#shared/domain/page/warning.ts';
import { type AlertmanagerGroup, readAlert } from './alertmanager-alert.ts';
import { overflowPage, unreadablePage } from './stand-in-page.ts';
import { asFields } from './fields.ts';

/** A page and what it was made of. */
export interface ReadAlert {
  readonly page: PageInput;
  readonly original: unknown;
}
export type ReadAlerts =
  | { readonly ok: true; readonly alerts: readonly ReadAlert[] }
  | { readonly ok: false; readonly path: string; readonly detail: string };

/** Groups beyond this are a mistake, and each alert costs a page: the rest become one page that says so. */
const MOST_ALERTS = 10_000;

/**
 * Reads an Alertmanager webhook, version "4" (run against 0.25.0): each alert is one page. Alertmanager
 * gives the same labels the same fingerprint and a new `startsAt` when they fire again, so identity is
 * fingerprint and `startsAt`. Another version is read as this one, with a warning on its pages.
 */
export function readAlertmanager(value: unknown, context: ReadingContext): ReadAlerts {
  const fields = asFields(value);
  if (fields === undefined)
    return { ok: false, path: '', detail: 'A webhook of Alertmanager is a JSON object.' };
  const { alerts } = fields;
  if (!Array.isArray(alerts)) return { ok: false, path: '/alerts', detail: 'alerts is not a list.' };
  const group: AlertmanagerGroup = {
    status: fields.status,
    commonLabels: asFields(fields.commonLabels) ?? {},
    commonAnnotations: asFields(fields.commonAnnotations) ?? {},
    externalURL: fields.externalURL,
    warnings: groupWarnings(fields),
  };
  const pages = alerts.slice(0, MOST_ALERTS).map((alert: unknown, index): ReadAlert => {
    const alertFields = asFields(alert);
    const page =
      alertFields === undefined
        ? unreadablePage(alert, index, context)
        : readAlert(alertFields, `/alerts/${index}`, group, context);
    return { page, original: alert };
  });
  const left = alerts.length - pages.length;
  const rest = left > 0 ? [{ page: overflowPage(left, fields.groupKey, context), original: null }] : [];
  return { ok: true, alerts: [...pages, ...rest] };
}

function groupWarnings({
  version,
  truncatedAlerts,
}: Readonly<Record<string, unknown>>): PageInput['warnings'] {
  const other = version === '4' ? [] : [warningOf('/version', 'other-version')];
  const truncated = typeof truncatedAlerts === 'number' && truncatedAlerts > 0;
  return truncated
    ? [...other, warningOf('/truncatedAlerts', 'group-cut', { number: truncatedAlerts })]
    : other;
}
