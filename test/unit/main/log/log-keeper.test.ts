import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Delivery } from '#shared/domain/alerting/ledger.ts';
import { asStoreId } from '#shared/domain/ids.ts';
import { HealthBoard } from '../../../../src/main/app/health-board.ts';
import type { Log } from '../../../../src/main/log/log-client.ts';
import { LogError } from '../../../../src/main/log/log-error.ts';
import { LogKeeper } from '../../../../src/main/log/log-keeper.ts';
import type { LogNotice, LogOperation, OpenState } from '../../../../src/main/log/protocol.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { pageOf } from '../../shared/domain/page/pages.ts';

const STATE: OpenState = { pages: [pageOf('a')], incidents: [], drills: [], actions: [], sources: [] };
const DELIVERIES: readonly Delivery[] = [{ tag: 'a', ring: '1', at: T0, outcome: 'shown' }];

/** A keeper of a log that fails as the test says. */
function startKeeper() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const fails = new Set<LogOperation>();
  const stalls = new Set<LogOperation>();
  let goOn: () => void = () => undefined;
  const asked: LogOperation[] = [];
  const answers: Partial<Record<LogOperation, unknown>> = {
    open: { storeId: asStoreId('store-1'), created: false },
    state: STATE,
    deliveries: DELIVERIES,
    read: { storeId: asStoreId('store-1'), events: [], lastSeq: 0 },
  };
  let notify: (notice: LogNotice) => void = () => undefined;
  const log = {
    async run(name: LogOperation) {
      asked.push(name);
      if (stalls.has(name)) {
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
      }
      if (fails.has(name)) throw new LogError('log-unavailable', `${name} failed`);
      return answers[name] ?? null;
    },
    onNotice(listener: (notice: LogNotice) => void) {
      notify = listener;
      return () => undefined;
    },
  } as Log;
  const health = new HealthBoard(() => undefined);
  const loads: { pages: number; deliveries: number | undefined }[] = [];
  const calls = { refill: 0, changed: 0, ticks: 0, reports: [] as string[] };
  const keeper = new LogKeeper({
    log,
    path: 'tplus.db',
    tellPlaybooks: () => log.run('use-playbooks', { playbooks: [], defaultId: '' }),
    clock: { now: () => T0 },
    health,
    refill: () => {
      calls.refill += 1;
    },
    changed: () => {
      calls.changed += 1;
    },
    report: (what) => calls.reports.push(what),
    load: async (state, deliveries) => {
      loads.push({ pages: state.pages.length, deliveries: deliveries?.length });
    },
    tick: async () => {
      calls.ticks += 1;
    },
  });
  onTestFinished(async () => {
    await keeper.stop();
    vi.useRealTimers();
  });
  const reasons = (): string[] => health.health.degraded.map(({ reason }) => reason);
  const round = (): Promise<unknown> => vi.advanceTimersByTimeAsync(5000);
  return {
    keeper,
    fails,
    stalls,
    goOn: () => goOn(),
    asked,
    answers,
    loads,
    calls,
    reasons,
    round,
    notify: (notice: LogNotice) => notify(notice),
  };
}

describe('opening', () => {
  it('loads what the log holds, with the deliveries of the run before', async () => {
    const { keeper, loads, calls, reasons } = startKeeper();
    await keeper.start();
    expect(loads).toEqual([{ pages: 1, deliveries: 1 }]);
    expect(keeper.storeId).toBe('store-1');
    expect([calls.refill, calls.changed]).toEqual([0, 1]);
    expect(reasons()).toEqual([]);
  });

  it('of a log made just now asks the windows for what they hold', async () => {
    const { keeper, answers, calls } = startKeeper();
    answers.open = { storeId: asStoreId('store-2'), created: true };
    await keeper.start();
    expect(calls.refill).toBe(1);
  });

  it.each(['open', 'state', 'deliveries'] as const)('is tried again where "%s" fails', async (name) => {
    const { keeper, fails, loads, reasons, round } = startKeeper();
    fails.add(name);
    await keeper.start();
    expect(reasons()).toEqual(['log-unavailable']);
    expect(loads).toEqual([]);
    await round();
    expect(loads).toEqual([]);
    fails.clear();
    await round();
    expect(loads).toEqual([{ pages: 1, deliveries: 1 }]);
    expect(reasons()).toEqual([]);
  });
});

describe('looking after it', () => {
  it('checks the file every five seconds, and saves what waits', async () => {
    const { keeper, asked, calls, round } = startKeeper();
    await keeper.start();
    await round();
    await round();
    expect(asked.filter((name) => name === 'check')).toHaveLength(2);
    expect(calls.ticks).toBe(2);
  });

  it('owes no looks for the time that a disk stalls', async () => {
    const { keeper, asked, stalls, goOn, round } = startKeeper();
    const checks = (): number => asked.filter((name) => name === 'check').length;
    await keeper.start();
    stalls.add('check');
    for (let times = 0; times < 5; times += 1) await round();
    expect(checks()).toBe(1);
    stalls.clear();
    goOn();
    await vi.advanceTimersByTimeAsync(0);
    expect(checks()).toBe(1);
    await round();
    expect(checks()).toBe(2);
  });

  it('says so when the file cannot be brought back, and opens it once it can', async () => {
    const { keeper, fails, reasons, round, loads } = startKeeper();
    await keeper.start();
    fails.add('check').add('open');
    await round();
    expect(reasons()).toEqual(['log-unavailable']);
    await round();
    expect(reasons()).toEqual(['log-unavailable']);
    fails.clear();
    await round();
    expect(reasons()).toEqual([]);
    expect(loads).toEqual([
      { pages: 1, deliveries: 1 },
      { pages: 1, deliveries: undefined },
    ]);
  });

  it('ends with stopping', async () => {
    const { keeper, asked, round } = startKeeper();
    await keeper.start();
    await keeper.stop();
    const before = asked.length;
    await round();
    expect(asked.slice(before)).toEqual([]);
    expect(asked).toContain('close');
  });
});

describe('a notice', () => {
  it.each([
    ['rebuilt', 'log-rebuilt'],
    ['quarantined', 'log-quarantined'],
  ] as const)('of a log %s is shown, and the log read anew', async (kind, reason) => {
    const { keeper, notify, reasons, loads, calls, round } = startKeeper();
    await keeper.start();
    notify({ kind, detail: 'tplus.db' });
    await round();
    expect(reasons()).toEqual([reason]);
    expect(loads).toHaveLength(2);
    expect(calls.refill).toBe(0);
  });

  it('of another log asks the windows for what they hold', async () => {
    const { keeper, notify, answers, calls, round } = startKeeper();
    await keeper.start();
    answers.read = { storeId: asStoreId('store-9'), events: [], lastSeq: 0 };
    notify({ kind: 'rebuilt', detail: 'tplus.db' });
    await round();
    expect(keeper.storeId).toBe('store-9');
    expect(calls.refill).toBe(1);
  });
});
