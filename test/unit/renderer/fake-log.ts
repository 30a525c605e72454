import { planCommand } from '#shared/domain/command/plan-command.ts';
import type { Command } from '#shared/domain/command/command.ts';
import type { NewEvent, PlanContext, PlannedPlaybook } from '#shared/domain/command/plan.ts';
import { isKnown, type StoredEvent, type TplusEvent } from '#shared/domain/event/event.ts';
import { foldIncidentEvents, foldPageEvents } from '#shared/domain/event/fold.ts';
import { type IdMark, idFromMark, nextMark, ZERO_MARK } from '#shared/domain/event/id-clock.ts';
import type { PlaybookRef } from '#shared/domain/event/payloads.ts';
import { redact } from '#shared/domain/event/redact.ts';
import {
  asIncidentId,
  asOriginId,
  asPageId,
  asStoreId,
  type EventId,
  type Instant,
  type StoreId,
} from '#shared/domain/ids.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import {
  anyEdition,
  playbookById,
  playbookForService,
  type PlaybookShelf,
  type WholePlaybook,
} from '#shared/domain/playbook/shelf.ts';
import type { CommandAnswer } from '#shared/ipc/contract.ts';
import { practiceContext } from '../shared/domain/drill/practice-context.ts';

export type Editions = Readonly<Record<PlaybookLanguage, Playbook>>;

/** Main's log in memory, by main's own rules: commands are planned by the shared code. */
export class FakeLog {
  storeId: StoreId;
  author = 'haseong';
  readonly ref: PlaybookRef;
  shelf: PlaybookShelf;
  readonly #editions: Editions;
  readonly #now: () => Instant;
  #stored: StoredEvent[] = [];
  #mark: IdMark = ZERO_MARK;
  #minted = 0;
  readonly #listeners = new Set<(events: readonly StoredEvent[]) => void>();

  constructor(editions: Editions, now: () => Instant, storeId = 'store-1') {
    this.#editions = editions;
    this.#now = now;
    this.storeId = asStoreId(storeId);
    this.ref = {
      id: editions.en.id,
      version: editions.en.version,
      editions: { en: 'hash-en', ko: 'hash-ko' },
    };
    this.shelf = { playbooks: [{ ref: this.ref, editions }], defaultId: this.ref.id };
    for (const language of ['en', 'ko'] as const) {
      this.append({
        type: 'playbook.logged',
        payload: { hash: `hash-${language}`, content: editions[language] },
      });
    }
  }

  get stored(): readonly StoredEvent[] {
    return this.#stored;
  }
  get events(): readonly TplusEvent[] {
    return this.#stored.map(({ event }) => event);
  }

  /** The file was put back from a backup: same log, fewer events. */
  restore(events: readonly TplusEvent[]): void {
    this.#stored = events.map((event, index) => ({ seq: index + 1, event }));
  }

  onAppended(listener: (events: readonly StoredEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  append(...events: readonly NewEvent[]): TplusEvent[] {
    const made = events.map((event) => this.#make(event));
    this.store(made);
    return made;
  }

  /** As from another replica: what is held already is left out. */
  store(events: readonly TplusEvent[]): number {
    const held = new Set(this.#stored.map(({ event }) => event.id));
    const fresh = events
      .filter(({ id }) => !held.has(id))
      .map((event, index) => ({ seq: this.#stored.length + index + 1, event }));
    this.#stored.push(...fresh);
    for (const { event } of fresh) {
      if (!isKnown(event) || event.type !== 'event.redacted') continue;
      const { target } = event.payload;
      this.#stored = this.#stored.map((each) =>
        each.event.id === target ? { ...each, event: redact(each.event) } : each,
      );
    }
    for (const listener of this.#listeners) listener(fresh);
    return fresh.length;
  }

  run(command: Command): CommandAnswer {
    const plan = planCommand(command, this.#context());
    if (!plan.ok) return plan;
    const events = this.append(...plan.events);
    return { ok: true, events, ...(plan.incidentId === undefined ? {} : { incidentId: plan.incidentId }) };
  }

  mintPageId(): ReturnType<typeof asPageId> {
    this.#minted += 1;
    return asPageId(`page-${this.#minted}`);
  }

  #make(event: NewEvent): TplusEvent {
    const now = this.#now();
    this.#mark = nextMark(this.#mark, now);
    const random = crypto.getRandomValues(new Uint8Array(8));
    const isApp = event.type === 'page.received' || event.type === 'playbook.logged';
    return {
      ...event,
      id: idFromMark(this.#mark, random),
      v: 1,
      author: isApp ? 'tplus' : this.author,
      origin: asOriginId('origin-1'),
      occurredAt: event.occurredAt ?? now,
      recordedAt: now,
    };
  }

  #context(): PlanContext {
    const events = this.events;
    const byEntity = (key: 'pageId' | 'incidentId', id: string): TplusEvent[] =>
      events.filter((event) => event[key] === id);
    const incidentIds = new Set(events.flatMap(({ incidentId }) => incidentId ?? []));
    return {
      now: this.#now(),
      page: (id) => foldPageEvents(byEntity('pageId', id)),
      incident: (id) => foldIncidentEvents(byEntity('incidentId', id)),
      event: (id) => events.find((event) => event.id === (id as EventId)),
      incidentEvents: (id) => byEntity('incidentId', id),
      playbookOf: () => this.#editions.en,
      current: { ref: this.ref, playbook: this.#editions.en },
      playbookFor: (service) => planned(playbookForService(this.shelf, service)),
      playbookById: (id) => planned(playbookById(this.shelf, id)),
      takenChannels: () =>
        new Set(
          [...incidentIds].flatMap((id) => foldIncidentEvents(byEntity('incidentId', id))?.channel ?? []),
        ),
      practice: practiceContext(
        () => events,
        (id, language) => playbookById(this.shelf, id)?.editions[language],
        () => `${++this.#minted}`,
      ),
      mintIncidentId: () => {
        this.#minted += 1;
        return asIncidentId(`incident-${this.#minted}`);
      },
    };
  }
}

function planned(whole: WholePlaybook | undefined): PlannedPlaybook | undefined {
  const playbook = whole && anyEdition(whole);
  return whole === undefined || playbook === undefined ? undefined : { ref: whole.ref, playbook };
}
