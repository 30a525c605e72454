import type { Instant } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';

/** A page as `GET /v1/pages`, acknowledge and resolve answer it. Times are ISO 8601, null where there is none. */
export function pageJson(page: Page): Readonly<Record<string, unknown>> {
  return {
    id: page.id,
    source: page.source,
    key: page.key,
    title: page.title,
    severity: page.severity,
    status: page.status,
    summary: page.summary,
    service: page.service,
    startedAt: isoOrNull(page.startedAt),
    receivedAt: isoOrNull(page.receivedAt),
    acknowledgedAt: isoOrNull(page.acknowledgedAt),
    resolvedAt: isoOrNull(page.resolvedAt),
    incidentId: page.incidentId ?? null,
    links: page.links,
    labels: page.labels,
    warnings: page.warnings,
    test: page.test,
  };
}

function isoOrNull(at: Instant | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
