import { type AlertingDecision, type AlertingInput, decideAlerting } from '#shared/domain/alerting/decide.ts';
import { type Delivery, type DeliveryOutcome, isDoneWith } from '#shared/domain/alerting/ledger.ts';
import type { Toast } from '#shared/domain/alerting/toast.ts';
import type { PageId } from '#shared/domain/ids.ts';
import type { Clock } from '../platform/ports.ts';
import type { DeliveryLedger } from './delivery-ledger.ts';
import type { Notice, NoticeAction, NoticeAnswer, NoticeOutcome, Notifier } from './notifier.ts';

/** `setTimeout` fires at once above 2^31-1 ms; and a clock that is wrong is looked at again in an hour. */
const LONGEST_TIMER_MS = 60 * 60 * 1000;

export interface AlertingPorts {
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly ledger: DeliveryLedger;
  /** All that alerting depends on but the time and the ledger. */
  readonly input: () => Omit<AlertingInput, 'now' | 'ledger'>;
  readonly notice: (toast: Toast) => Notice;
  readonly decided: (decision: AlertingDecision) => void;
  /** Settles when the log has answered, whatever it said. */
  readonly recheck: (pageId: PageId) => Promise<void>;
  readonly act: (action: NoticeAction, toast: Toast) => void;
  readonly delivered: (outcome: DeliveryOutcome, detail: string) => void;
}

/**
 * Makes the world look like the decision, and arms one timer for the next one. Whatever happens (a
 * page, an answer, a wake-up, a jump of the clock) only asks it to look again.
 */
export class AlertingLoop {
  readonly #ports: AlertingPorts;
  readonly #shown = new Map<string, Toast>();
  /** The latest try to show each tag: two tries may be for the same ring. */
  readonly #attempts = new Map<string, Delivery>();
  readonly #rechecking = new Set<PageId>();
  readonly #stopListening: (() => void)[];
  #timer: NodeJS.Timeout | undefined;
  #scheduled: NodeJS.Immediate | undefined;
  #last: AlertingDecision | undefined;
  #stopped = false;

  constructor(ports: AlertingPorts) {
    this.#ports = ports;
    const { notifier } = ports;
    this.#stopListening = [
      notifier.onAction((toastId, action) => this.#acted(toastId, action)),
      notifier.onClosed((toastId) => this.#dismissed(toastId)),
      notifier.onAvailable(() => this.#raiseAnew()),
    ];
  }

  get last(): AlertingDecision | undefined {
    return this.#last;
  }

  /** The decision on things as they are: what waits to be looked at is looked at first. */
  current(): AlertingDecision | undefined {
    if (this.#scheduled !== undefined) {
      clearImmediate(this.#scheduled);
      this.#scheduled = undefined;
      this.#decide();
    }
    return this.#last;
  }

  /** Looks again soon: many changes in one turn of the loop make one look. */
  look(): void {
    if (this.#stopped || this.#scheduled !== undefined) return;
    this.#scheduled = setImmediate(() => {
      this.#scheduled = undefined;
      this.#decide();
    });
  }

  /** Toasts of a run that is over speak to nobody: they are taken down, and raised anew by the next look. */
  closeStale(deliveries: readonly Delivery[]): void {
    const { ledger, notifier } = this.#ports;
    for (const delivery of deliveries) {
      const { tag, toastId, daemon } = delivery;
      const stale = toastId !== undefined && ledger.byToastId(toastId) === undefined;
      if (stale && daemon !== undefined) notifier.closeStale(toastId, daemon);
      if (ledger.entries().has(tag)) continue;
      if (isDoneWith(delivery)) ledger.put(delivery);
      else ledger.drop(tag);
    }
  }

  /** Takes down what is showing: its buttons would speak to nobody. The next start raises it anew. */
  stop(): void {
    this.#stopped = true;
    for (const { toastId } of this.#ports.ledger.entries().values()) {
      if (toastId !== undefined) this.#ports.notifier.close(toastId);
    }
    clearTimeout(this.#timer);
    clearImmediate(this.#scheduled);
    for (const stop of this.#stopListening) stop();
  }

  #decide(): void {
    const { clock, ledger } = this.#ports;
    const now = clock.now();
    const decision = decideAlerting({ ...this.#ports.input(), now, ledger: ledger.entries() });
    this.#last = decision;
    for (const tag of decision.delivery.close) this.#close(tag);
    for (const toast of decision.delivery.show) void this.#show(toast);
    for (const pageId of decision.recheck) this.#askRecheck(pageId);
    this.#forgetOver(decision);
    this.#arm(decision.lookAgainAt === undefined ? LONGEST_TIMER_MS : decision.lookAgainAt - now);
    this.#ports.decided(decision);
  }

  async #show(toast: Toast): Promise<void> {
    const { ledger, notifier, clock } = this.#ports;
    const { toastId: previous, daemon } = ledger.entries().get(toast.tag) ?? {};
    const { tag, ring } = toast;
    const unsaved = toast.content.kind === 'page' && toast.content.unsaved ? { unsaved: true } : {};
    const pending: Delivery = {
      tag,
      ring,
      at: clock.now(),
      outcome: 'pending',
      ...unsaved,
      ...placeOf(previous, daemon),
    };
    ledger.put(pending);
    this.#attempts.set(tag, pending);
    this.#shown.set(tag, toast);
    const notice = this.#ports.notice(toast);
    const outcome = await notifier.show(previous === undefined ? notice : { ...notice, replaces: previous });
    this.#settle(pending, outcome);
  }

  #settle(pending: Delivery, outcome: NoticeOutcome): void {
    const { ledger } = this.#ports;
    const detail = outcome.outcome === 'shown' ? '' : outcome.detail;
    this.#ports.delivered(outcome.outcome, detail);
    if (outcome.outcome === 'timed-out') void outcome.late.then((answer) => this.#cameLate(pending, answer));
    const shown = outcome.outcome === 'shown' ? outcome : undefined;
    const shownId = shown?.toastId;
    if (this.#isLatest(pending)) {
      const { toastId, daemon } = shown ?? ledger.entries().get(pending.tag) ?? {};
      const { toastId: _id, daemon: _daemon, ...rest } = pending;
      ledger.put({ ...rest, outcome: outcome.outcome, detail, ...placeOf(toastId, daemon) });
      if (outcome.outcome !== 'shown') this.look();
    } else if (shownId !== undefined && ledger.entries().get(pending.tag)?.toastId !== shownId) {
      // It was taken back, or overtaken, while the daemon was still answering.
      this.#ports.notifier.close(shownId);
    }
  }

  /**
   * A daemon that hung answers after all: its toast counts, and so does why it shows none, unless another try has taken its
   * place.
   */
  #cameLate(pending: Delivery, answer: NoticeAnswer): void {
    if (answer.outcome === 'shown' || this.#isLatest(pending)) this.#settle(pending, answer);
  }

  #isLatest(pending: Delivery): boolean {
    const { tag } = pending;
    return !this.#stopped && this.#attempts.get(tag) === pending && this.#ports.ledger.entries().has(tag);
  }

  #close(tag: string): void {
    const { ledger, notifier } = this.#ports;
    const toastId = ledger.entries().get(tag)?.toastId;
    if (toastId === undefined) ledger.drop(tag);
    else {
      ledger.dropOnceClosed(tag, toastId);
      notifier.close(toastId);
    }
    this.#shown.delete(tag);
    this.#attempts.delete(tag);
  }

  /** What nobody wants shown and is not on screen needs no entry. */
  #forgetOver({ toasts }: AlertingDecision): void {
    const wanted = new Set(toasts.map(({ tag }) => tag));
    for (const [tag, { toastId }] of this.#ports.ledger.entries()) {
      if (!wanted.has(tag) && toastId === undefined) this.#close(tag);
    }
  }

  #askRecheck(pageId: PageId): void {
    if (this.#rechecking.has(pageId)) return;
    this.#rechecking.add(pageId);
    void this.#ports.recheck(pageId).finally(() => this.#rechecking.delete(pageId));
  }

  #acted(toastId: number, action: NoticeAction): void {
    const delivery = this.#ports.ledger.byToastId(toastId);
    const toast = delivery === undefined ? undefined : this.#shown.get(delivery.tag);
    if (toast === undefined) return;
    // Some daemons leave a toast up after its button was pressed; the next ring raises it again.
    this.#ports.notifier.close(toastId);
    this.#dismissed(toastId);
    this.#ports.act(action, toast);
  }

  #dismissed(toastId: number): void {
    this.#ports.ledger.closed(toastId);
    const delivery = this.#ports.ledger.byToastId(toastId);
    if (delivery === undefined) return;
    const { toastId: _gone, daemon: _daemon, ...rest } = delivery;
    this.#ports.ledger.put({ ...rest, outcome: 'dismissed' });
  }

  /** A new daemon shows nothing of the old one's: whatever should be showing is raised there again. */
  #raiseAnew(): void {
    for (const delivery of this.#ports.ledger.entries().values()) {
      if (delivery.outcome !== 'pending' && !isDoneWith(delivery)) this.#ports.ledger.drop(delivery.tag);
    }
    this.look();
  }

  #arm(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), Math.min(Math.max(delay, 1), LONGEST_TIMER_MS));
  }
}

/** Where a notification is, as far as that is known. */
function placeOf(
  toastId: number | undefined,
  daemon: string | undefined,
): Pick<Delivery, 'toastId' | 'daemon'> {
  return { ...(toastId === undefined ? {} : { toastId }), ...(daemon === undefined ? {} : { daemon }) };
}
