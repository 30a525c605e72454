import type { PageWarning } from '#shared/domain/event/payloads.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { StatusPage } from '#shared/status.ts';

/** A page as `tplus status --json` has it. */
export function statusPageJson(page: Page): StatusPage {
  return {
    id: page.id,
    source: page.source,
    key: page.key,
    title: page.title,
    severity: page.severity,
    status: page.status,
    startedAt: iso(page.startedAt),
    receivedAt: iso(page.receivedAt),
    acknowledgedAt: isoOrNull(page.acknowledgedAt),
    resolvedAt: isoOrNull(page.resolvedAt),
    incidentId: page.incidentId ?? null,
    drill: page.drill ?? null,
  };
}

/** A page as `GET /v1/pages`, acknowledge and resolve answer it: that of the status, and what else it says. */
export function pageJson(page: Page): StatusPage & Readonly<Record<string, unknown>> {
  return {
    ...statusPageJson(page),
    summary: page.summary,
    service: page.service,
    links: page.links,
    labels: page.labels,
    warnings: warningsJson(page.warnings),
    test: page.test,
  };
}

/** What was odd about a page, as senders are told. */
export function warningsJson(
  warnings: readonly PageWarning[],
): readonly Pick<PageWarning, 'path' | 'detail'>[] {
  return warnings.map(({ path, detail }) => ({ path, detail }));
}

/** ISO 8601. */
export function iso(at: Instant): string {
  return new Date(at).toISOString();
}

/** ISO 8601, or null where there is none. */
export function isoOrNull(at: Instant | undefined): string | null {
  return at === undefined ? null : iso(at);
}
