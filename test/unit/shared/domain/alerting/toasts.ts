import type { Delivery, Ledger } from '#shared/domain/alerting/ledger.ts';
import type { Toast } from '#shared/domain/alerting/toast.ts';
import { asPageId } from '#shared/domain/ids.ts';
import { T0 } from '../event/events.ts';

export function toastOf(tag: string, ring: string, overrides: Partial<Toast> = {}): Toast {
  return {
    tag,
    ring,
    urgency: 'critical',
    content: {
      kind: 'page',
      title: 'Disk full',
      severity: 'SEV-1',
      service: '',
      summary: '',
      stage: 'new',
      repeat: 0,
      unsaved: false,
      test: false,
    },
    actions: ['acknowledge', 'open'],
    target: { kind: 'page', pageId: asPageId(tag) },
    ...overrides,
  };
}

export function deliveryOf(tag: string, ring: string, overrides: Partial<Delivery> = {}): Delivery {
  return { tag, ring, at: T0, outcome: 'shown', toastId: 7, ...overrides };
}

export function ledgerOf(...deliveries: readonly Delivery[]): Ledger {
  return new Map(deliveries.map((delivery) => [delivery.tag, delivery]));
}

/** The ledger after a plan was carried out at `now` and everything was shown. */
export function delivered(
  ledger: Ledger,
  show: readonly Toast[],
  close: readonly string[],
  now: number,
): Ledger {
  const next = new Map(ledger);
  for (const tag of close) next.delete(tag);
  for (const { tag, ring } of show) next.set(tag, deliveryOf(tag, ring, { at: now }));
  return next;
}
