import { APP_AUTHOR } from '#shared/domain/event/app-author.ts';
import { randomUUID } from 'node:crypto';
import type { Delivery } from '#shared/domain/alerting/ledger.ts';
import type { Command } from '#shared/domain/command/command.ts';
import { planCommand } from '#shared/domain/command/plan-command.ts';
import type { NewEvent, Plan, Refusal } from '#shared/domain/command/plan.ts';
import { readEvent, type StoredEvent, type TplusEvent } from '#shared/domain/event/event.ts';
import {
  asOriginId,
  asPageId,
  type IncidentId,
  type Instant,
  type OriginId,
  type PageId,
} from '#shared/domain/ids.ts';
import type { PlaybookShelf } from '#shared/domain/playbook/shelf.ts';
import { decideIntake } from '#shared/domain/page/intake.ts';
import { intakeEvents } from '#shared/domain/page/intake-events.ts';
import type { IncomingPage, AcceptedPage } from '../paging/paging.ts';
import { type Changes, EventWriter } from './event-writer.ts';
import { saveDeliveries } from './delivery-rows.ts';
import { IdMint } from './id-mint.ts';
import { fileIdentity, type OpenedLog, openLog, rewriteVanishedLog } from './open-log.ts';
import { isDamage, LogError } from './log-error.ts';
import { LogReader } from './log-reader.ts';
import { emptyWriteAheadLog, inTransaction } from './in-transaction.ts';
import { planContext, unloggedPlaybooks } from './plan-context.ts';
import type { Acting, HeardSource, LogNotice, Written } from './protocol.ts';
import { saveSources } from './source-rows.ts';

/**
 * The durable log: the one writer of `tplus.db`. Every call is one transaction, on disk when it
 * returns. Synchronous and single-threaded, so deciding and writing cannot be torn apart; it lives on
 * the worker thread. All methods throw what SQLite throws; nothing is half written then.
 */
export class LogStore {
  readonly #path: string;
  #opened: OpenedLog;
  #identity: string | undefined;
  #damaged = false;
  #writer: EventWriter;
  readonly #ids = new IdMint();
  #origin: OriginId = asOriginId('');
  #shelf: PlaybookShelf | undefined;
  readonly notices: LogNotice[] = [];
  reader: LogReader;

  constructor(path: string, now: Instant) {
    this.#path = path;
    this.#opened = openLog(path, new Date(now));
    this.reader = new LogReader(this.#opened.database);
    this.#writer = new EventWriter(this.#opened.database);
    this.#identity = fileIdentity(path);
    this.#settleIdentity();
    this.#takeOverSalvaged(now);
  }

  get created(): boolean {
    return this.#opened.created;
  }

  usePlaybooks(shelf: PlaybookShelf): void {
    this.#shelf = shelf;
  }

  /** Saves pages as one group: all of them, or none. */
  intake(pages: readonly IncomingPage[], acting: Acting): Written & { accepted: AcceptedPage[] } {
    this.check(acting.now);
    const accepted: AcceptedPage[] = [];
    const written = this.#transact((changes) =>
      pages.flatMap((incoming) => {
        const { input } = incoming;
        const known = this.reader.pagesOfKey(input.source, input.key, input.sourceStartedAt);
        const decision = decideIntake(input, known);
        const planned = intakeEvents(input, decision, () => asPageId(this.#ids.mint(acting.now)));
        const events = this.#appendAll(planned.events, { ...acting, author: APP_AUTHOR }, changes);
        const taking = this.#take(planned.pageId, incoming.takenAt, acting, changes);
        if (planned.created && incoming.original !== undefined && input.warnings.length > 0) {
          this.#writer.keepOriginal(planned.pageId, incoming.original);
        }
        const status = this.reader.page(planned.pageId)?.status ?? 'firing';
        accepted.push({
          pageId: planned.pageId,
          status,
          duplicate: decision.kind === 'duplicate',
          created: planned.created,
          warnings: input.warnings,
        });
        return [...events, ...taking];
      }),
    );
    return { ...written, accepted };
  }

  /** Plans and writes a command in one go, so that nothing comes between the look and the write. */
  command(
    command: Command,
    acting: Acting,
  ): (Written & { ok: true; incidentId?: IncidentId }) | { ok: false; refusal: Refusal } {
    this.check(acting.now);
    const plan = this.#plan(command, acting);
    if (!plan.ok) return plan;
    const written = this.#transact((changes) => this.#appendAll(plan.events, acting, changes));
    return {
      ...written,
      ok: true,
      ...(plan.incidentId === undefined ? {} : { incidentId: plan.incidentId }),
    };
  }

  /** Takes in events of another replica; what is known already or cannot be read is left out. */
  offer(offered: readonly unknown[], now: Instant): Written & { added: number } {
    this.check(now);
    const events = offered.flatMap((value) => readEvent(value) ?? []);
    const written = this.#transact((changes) => {
      for (const event of events) this.#ids.learn(event.id, now);
      return events.flatMap((event) => this.#writer.write(event, changes) ?? []);
    });
    return { ...written, added: written.events.length };
  }

  saveDeliveries(put: readonly Delivery[], drop: readonly string[]): void {
    saveDeliveries(this.#opened.database, put, drop);
  }

  saveSources(sources: readonly HeardSource[]): void {
    saveSources(this.#opened.database, sources);
  }

  /** A file deleted under the open log still takes writes that nobody will ever see: notice and bring it back. */
  check(now: Instant): void {
    if (this.#damaged) this.#replaceDamaged(now);
    if (fileIdentity(this.#path) === this.#identity) return;
    try {
      const database = rewriteVanishedLog(this.#opened.database, this.#path, new Date(now));
      this.#reopen({ database, created: false });
    } catch (error) {
      // Anything else (no room, no folder) may pass, and the old handle still holds it all.
      if (!isDamage(error)) throw error;
      // The old handle could not be read either: begin anew, and let the windows refill it.
      this.#reopen(openLog(this.#path, new Date(now)));
    }
    this.#settleIdentity();
    this.notices.push({ kind: 'rebuilt', detail: this.#path });
  }

  close(): void {
    this.#opened.database.close();
  }

  /** Told of every failure, of reading too: a file that is damaged while it is open is set aside at the next `check`. */
  failed(error: unknown): void {
    if (isDamage(error)) this.#damaged = true;
  }

  #replaceDamaged(now: Instant): void {
    this.#damaged = false;
    this.#opened.database.close();
    this.#reopen(openLog(this.#path, new Date(now)));
    this.#settleIdentity();
    this.#takeOverSalvaged(now);
  }

  #reopen(opened: OpenedLog): void {
    this.#opened = opened;
    this.reader = new LogReader(opened.database);
    this.#writer = new EventWriter(opened.database);
    this.#identity = fileIdentity(this.#path);
    if (this.#identity === undefined) throw new LogError('log-unavailable', `${this.#path} cannot be made`);
  }

  /** Reads, or makes, what identifies this log and this installation, and the clock's mark. */
  #settleIdentity(): void {
    if (this.reader.meta('storeId') === undefined) this.#setMeta('storeId', randomUUID());
    const origin = this.reader.meta('origin') ?? (this.#origin === '' ? randomUUID() : this.#origin);
    this.#setMeta('origin', origin);
    this.#origin = asOriginId(origin);
    const mark = this.reader.meta('mark');
    if (mark !== undefined) this.#ids.resume(mark);
  }

  #takeOverSalvaged(now: Instant): void {
    const { quarantine } = this.#opened;
    if (quarantine === undefined) return;
    const { added } = this.offer(quarantine.events, now);
    this.notices.push({
      kind: 'quarantined',
      detail: `${quarantine.file} (${quarantine.problem}; ${added} events kept)`,
    });
  }

  #plan(command: Command, { now }: Acting): Plan {
    const mint = () => this.#ids.mint(now);
    return planCommand(command, planContext(this.reader, this.#shelf, now, mint));
  }

  /** A page that a person took before it could be saved; with no playbook there is no taking, and it rings. */
  #take(pageId: PageId, at: Instant | undefined, acting: Acting, changes: Changes): StoredEvent[] {
    if (at === undefined || this.#shelf === undefined) return [];
    const plan = this.#plan({ type: 'acknowledge', pageIds: [pageId] }, acting);
    if (!plan.ok) return [];
    return this.#appendAll(
      plan.events.map((event) => ({ ...event, occurredAt: at })),
      acting,
      changes,
    );
  }

  #appendAll(events: readonly NewEvent[], acting: Acting, changes: Changes): StoredEvent[] {
    return events.flatMap((event) => this.#append(event, acting, changes));
  }

  #append(given: NewEvent, acting: Acting, changes: Changes) {
    const missing = unloggedPlaybooks(given, this.#shelf, this.reader);
    const logged = this.#appendAll(missing, { ...acting, author: APP_AUTHOR }, changes);
    const event = {
      ...given,
      id: this.#ids.mint(acting.now),
      v: 1,
      author: acting.author,
      origin: this.#origin,
      occurredAt: given.occurredAt ?? acting.now,
      recordedAt: acting.now,
    } as TplusEvent;
    return [...logged, ...[this.#writer.write(event, changes)].flatMap((stored) => stored ?? [])];
  }

  #setMeta(key: string, value: string): void {
    this.#opened.database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
  }

  #transact(work: (changes: Changes) => Written['events'] | undefined[]): Written {
    const changes: Changes = { pages: new Map(), incidents: new Map(), drills: new Set(), blanked: false };
    const events = inTransaction(this.#opened.database, () => {
      const stored = work(changes).flatMap((event) => event ?? []);
      this.#setMeta('mark', this.#ids.mark);
      return stored;
    });
    if (changes.blanked) emptyWriteAheadLog(this.#opened.database);
    return {
      storeId: this.reader.storeId(),
      events,
      pages: [...changes.pages].map(([id, page]) => [id, page ?? null] as const),
      incidents: [...changes.incidents].map(([id, incident]) => [id, incident ?? null] as const),
      drills: [...changes.drills].flatMap((id) => this.reader.drill(id) ?? []),
    };
  }
}
