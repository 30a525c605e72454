import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Delivery } from '#shared/domain/alerting/ledger.ts';
import { DeliveryLedger } from '../../../../src/main/alerting/delivery-ledger.ts';
import { deliveryOf } from '../../shared/domain/alerting/toasts.ts';
import { FakeLedgerStore } from './loops.ts';

function made(): { ledger: DeliveryLedger; rows: () => string[] } {
  const store = new FakeLedgerStore();
  return { ledger: new DeliveryLedger(store), rows: () => [...store.rows.keys()] };
}

describe('the ledger', () => {
  it('keeps the last delivery of each tag, here and on disk', () => {
    const { ledger, rows } = made();
    ledger.put(deliveryOf('a', '1'));
    ledger.put(deliveryOf('a', '2'));
    ledger.put(deliveryOf('b', '1', { toastId: 8 }));
    expect(ledger.entries().get('a')?.ring).toBe('2');
    expect(ledger.byToastId(8)?.tag).toBe('b');
    expect(ledger.byToastId(9)).toBeUndefined();
    expect(rows()).toEqual(['a', 'b']);
  });

  it('forgets, also what only the disk still holds', () => {
    const store = new FakeLedgerStore();
    store.save([deliveryOf('old', '1')], []);
    new DeliveryLedger(store).drop('old');
    expect(store.rows.size).toBe(0);
  });

  it('keeps on disk what is being closed, until it is', () => {
    const { ledger, rows } = made();
    ledger.put(deliveryOf('a', '1'));
    ledger.dropOnceClosed('a', 7);
    expect(ledger.entries().size).toBe(0);
    expect(rows()).toEqual(['a']);
    ledger.closed(8);
    expect(rows()).toEqual(['a']);
    ledger.closed(7);
    expect(rows()).toEqual([]);
  });

  it('does not forget what was shown anew meanwhile', () => {
    const { ledger, rows } = made();
    ledger.put(deliveryOf('a', '1'));
    ledger.dropOnceClosed('a', 7);
    ledger.put(deliveryOf('a', '2', { toastId: 9 }));
    ledger.closed(7);
    expect(rows()).toEqual(['a']);
  });
});

describe('waiting for what becomes of a notification', () => {
  const pending: Delivery = { tag: 'a', ring: '1', at: 0, outcome: 'pending' };
  function waiting() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    return made();
  }

  it('ends when it has', async () => {
    const { ledger } = waiting();
    const settled = ledger.settled('a', 1000);
    ledger.put(pending);
    ledger.put(deliveryOf('b', '1'));
    ledger.put(deliveryOf('a', '1'));
    expect(await settled).toMatchObject({ tag: 'a', outcome: 'shown' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends at once where it had already', async () => {
    const { ledger } = waiting();
    ledger.put(deliveryOf('a', '1', { outcome: 'refused' }));
    expect(await ledger.settled('a', 1000)).toMatchObject({ outcome: 'refused' });
  });

  it('ends in time where nothing comes', async () => {
    const { ledger } = waiting();
    ledger.put(pending);
    const settled = ledger.settled('a', 1000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await settled).toBeUndefined();
  });
});
