import type { PayloadOf } from '#shared/domain/event/payloads.ts';
import type { PageId } from '#shared/domain/ids.ts';
import type { FakeLog } from './fake-log.ts';

/** A page comes in, as intake would log it. */
export function receivePage(
  log: FakeLog,
  page: Partial<PayloadOf<'page.received'>> & { occurredAt?: number } = {},
): PageId {
  const { occurredAt, ...payload } = page;
  const pageId = log.mintPageId();
  log.append({
    type: 'page.received',
    pageId,
    ...(occurredAt === undefined ? {} : { occurredAt }),
    payload: {
      source: 'alertmanager',
      key: `key-${pageId}`,
      title: 'Checkout is down',
      severity: 'SEV-1',
      severityReason: 'sender',
      summary: '',
      service: 'checkout',
      startedAt: occurredAt ?? 0,
      links: [],
      labels: {},
      warnings: [],
      test: false,
      ...payload,
    },
  });
  return pageId;
}
