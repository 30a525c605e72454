import { setImmediate } from 'node:timers/promises';
import { onTestFinished, vi } from 'vitest';
import type { AlertingInput } from '#shared/domain/alerting/decide.ts';
import type { Delivery } from '#shared/domain/alerting/ledger.ts';
import type { Toast } from '#shared/domain/alerting/toast.ts';
import type { PageId } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { AlertingLoop } from '../../../../src/main/alerting/alerting-loop.ts';
import { DeliveryLedger } from '../../../../src/main/alerting/delivery-ledger.ts';
import type {
  Notice,
  NoticeAction,
  NoticeAnswer,
  NoticeOutcome,
  Notifier,
} from '../../../../src/main/alerting/notifier.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { pageOf } from '../../shared/domain/page/pages.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const EN = builtInPlaybook('en');

/** A page that rings every minute, and one that has an hour. */
export const A = pageOf('a', { severity: 'SEV-1' });
export const B = pageOf('b', { severity: 'SEV-3' });
/** Of the notification of `A`. */
export const TAG = 'page:a';

interface Showing {
  readonly notice: Notice;
  readonly settle: (outcome: NoticeOutcome) => void;
}

/** A daemon that shows at once, or answers when the test says so. */
class FakeNotifier implements Notifier {
  /** Every notice ever asked for, oldest first. */
  readonly asked: Showing[] = [];
  readonly closed: number[] = [];
  /** What is on the screen now. */
  readonly screen = new Map<number, Notice>();
  answers: 'at once' | 'when told' = 'at once';
  /** Of the one that shows now. */
  daemon: string | undefined = 'daemon 1';
  #nextId = 1;
  readonly #actions = new Set<(toastId: number, action: NoticeAction) => void>();
  readonly #closes = new Set<(toastId: number) => void>();
  readonly #available = new Set<() => void>();

  show(notice: Notice): Promise<NoticeOutcome> {
    return new Promise((resolve) => {
      this.asked.push({ notice, settle: resolve });
      if (this.answers === 'at once') resolve(this.put(notice));
    });
  }

  /** Puts a notice on the screen, as the daemon would. */
  put(notice: Notice): NoticeAnswer {
    const toastId = notice.replaces ?? this.#nextId++;
    this.screen.set(toastId, notice);
    return { outcome: 'shown', toastId, ...(this.daemon === undefined ? {} : { daemon: this.daemon }) };
  }

  /** The n-th notice asked for, from 0. */
  at(index: number): Showing {
    const found = this.asked.at(index);
    if (found === undefined) throw new Error(`no notice ${index}`);
    return found;
  }

  close(toastId: number): void {
    this.closed.push(toastId);
    if (this.screen.delete(toastId)) for (const tell of this.#closes) tell(toastId);
  }

  closeStale(toastId: number, daemon: string): void {
    if (daemon === this.daemon) this.close(toastId);
  }

  act(toastId: number, action: NoticeAction): void {
    for (const tell of this.#actions) tell(toastId, action);
  }

  /** The daemon dies with all it shows, and another comes up. */
  restart(): void {
    const gone = [...this.screen.keys()];
    this.screen.clear();
    for (const toastId of gone) for (const tell of this.#closes) tell(toastId);
    for (const tell of this.#available) tell();
  }

  onAction(listener: (toastId: number, action: NoticeAction) => void): () => void {
    this.#actions.add(listener);
    return () => this.#actions.delete(listener);
  }
  onClosed(listener: (toastId: number) => void): () => void {
    this.#closes.add(listener);
    return () => this.#closes.delete(listener);
  }
  onAvailable(listener: () => void): () => void {
    this.#available.add(listener);
    return () => this.#available.delete(listener);
  }
  stop(): void {
    this.#actions.clear();
  }
}

/** The deliveries as a disk would hold them. */
export class FakeLedgerStore {
  readonly rows = new Map<string, Delivery>();
  save(put: readonly Delivery[], drop: readonly string[]): void {
    for (const tag of drop) this.rows.delete(tag);
    for (const delivery of put) this.rows.set(delivery.tag, delivery);
  }
}

/** A loop over pages that the test sets, under a clock that the test drives. */
export function startLoop(store = new FakeLedgerStore()) {
  // Immediates stay real: a faked one that a faked timer sets comes a millisecond late.
  vi.useFakeTimers({ now: T0, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const notifier = new FakeNotifier();
  const ledger = new DeliveryLedger(store);
  const world: {
    pages: readonly Page[];
    unsaved: readonly Page[];
    incidents: AlertingInput['incidents'];
    actions: AlertingInput['actions'];
  } = {
    pages: [],
    unsaved: [],
    incidents: [],
    actions: [],
  };
  const acted: [NoticeAction, Toast][] = [];
  const delivered: string[] = [];
  const rechecks: { pageId: PageId; settle: () => void }[] = [];
  const decisions: number[] = [];
  const loop = new AlertingLoop({
    clock: { now: () => Date.now() },
    notifier,
    ledger,
    input: () => ({ ...world, arrivals: [], playbook: EN, playbookFor: () => EN, degraded: false }),
    notice: (toast) => ({
      summary: `${toast.tag} ${toast.ring}`,
      body: '',
      urgency: toast.urgency,
      actions: [],
    }),
    decided: () => decisions.push(Date.now()),
    recheck: (pageId) => new Promise((resolve) => rechecks.push({ pageId, settle: resolve })),
    act: (action, toast) => acted.push([action, toast]),
    delivered: (outcome) => delivered.push(outcome),
  });
  onTestFinished(() => {
    loop.stop();
    vi.useRealTimers();
  });
  /** Time goes by, and what the last timer set going is done. */
  const pass = async (ms: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(ms);
    await setImmediate();
  };
  /** Looks now, and lets what comes of it happen. */
  const look = async (): Promise<void> => {
    loop.look();
    await pass(0);
  };
  return { loop, notifier, ledger, store, world, acted, delivered, rechecks, decisions, look, pass };
}
