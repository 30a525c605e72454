import type { Command } from '#shared/domain/command/command.ts';
import { planCommand } from '#shared/domain/command/plan-command.ts';
import type { NewEvent, Plan, PlanContext, PlannedPlaybook, Refusal } from '#shared/domain/command/plan.ts';
import type { KnownEvent } from '#shared/domain/event/event.ts';
import { byId, foldIncidentEvents, foldPageEvents } from '#shared/domain/event/fold.ts';
import type { PayloadOf } from '#shared/domain/event/payloads.ts';
import { asIncidentId, asPageId, type IncidentId, type Instant, type PageId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { practiceContext } from '../drill/practice-context.ts';
import {
  anyEdition,
  playbookById,
  playbookForService,
  type PlaybookShelf,
  type WholePlaybook,
} from '#shared/domain/playbook/shelf.ts';
import { Minter, RECEIVED, T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const EN = builtInPlaybook('en');

/** A log on paper: plans commands and keeps what they become, folding everything anew at each look. */
export class PaperLog {
  readonly events: KnownEvent[] = [];
  now: Instant = T0;
  playbook: Playbook | undefined = EN;
  shelf: PlaybookShelf = { playbooks: [whole(EN)], defaultId: EN.id };
  readonly #minter = new Minter();
  #minted = 0;
  #incidents = 0;

  /** A page that came in. */
  page(id: string, payload: Partial<PayloadOf<'page.received'>> = {}): PageId {
    const pageId = asPageId(id);
    this.#append({ type: 'page.received', pageId, payload: { ...RECEIVED, ...payload } });
    return pageId;
  }

  append(event: NewEvent): KnownEvent {
    return this.#append(event);
  }

  run(command: Command): Plan {
    const plan = planCommand(command, this.#context());
    if (plan.ok) for (const event of plan.events) this.#append(event);
    return plan;
  }

  /** Runs what must not be refused. */
  do(command: Command): readonly NewEvent[] {
    const plan = this.run(command);
    if (!plan.ok) throw new Error(plan.refusal);
    return plan.events;
  }

  refusal(command: Command): Refusal | undefined {
    const before = this.events.length;
    const plan = this.run(command);
    if (!plan.ok && this.events.length !== before) throw new Error('refused, and written all the same');
    return plan.ok ? undefined : plan.refusal;
  }

  pageNow(id: string): Page | undefined {
    return foldPageEvents(this.events.filter(({ pageId }) => pageId === id));
  }

  incidentNow(id: string): Incident | undefined {
    return foldIncidentEvents(this.events.filter(({ incidentId }) => incidentId === id));
  }

  /** The latest event of a type. */
  last(type: KnownEvent['type']): KnownEvent {
    const found = this.events.findLast((event) => event.type === type);
    if (found === undefined) throw new Error(`no ${type}`);
    return found;
  }

  /** An incident of one SEV-1 page, taken. */
  incident(payload: Partial<PayloadOf<'page.received'>> = {}): IncidentId {
    const page = this.page(`page-of-${this.#incidents}`, { severity: 'SEV-1', ...payload });
    const plan = this.run({ type: 'acknowledge', pageIds: [page] });
    if (!plan.ok || plan.incidentId === undefined) throw new Error('not taken');
    return plan.incidentId;
  }

  #append(event: NewEvent): KnownEvent {
    const { type, payload, occurredAt, ...ids } = event;
    const made = this.#minter.event(type, payload, {
      ...ids,
      at: this.now,
      ...(occurredAt === undefined ? {} : { occurredAt }),
    });
    this.events.push(made);
    return made;
  }

  #context(): PlanContext {
    return {
      now: this.now,
      page: (id) => this.pageNow(id),
      incident: (id) => this.incidentNow(id),
      event: (id) => this.events.find((event) => event.id === id),
      incidentEvents: (id) => this.events.filter(({ incidentId }) => incidentId === id).toSorted(byId),
      playbookOf: ({ playbook: { id } }) =>
        id === EN.id ? this.playbook : planned(playbookById(this.shelf, id))?.playbook,
      current: { ref: whole(EN).ref, playbook: EN },
      playbookFor: (service) => planned(playbookForService(this.shelf, service)),
      playbookById: (id) => planned(playbookById(this.shelf, id)),
      takenChannels: () =>
        new Set(
          this.events.flatMap(({ incidentId }) =>
            incidentId === undefined ? [] : (this.incidentNow(incidentId)?.channel ?? []),
          ),
        ),
      practice: practiceContext(
        () => this.events,
        (id) => (id === EN.id ? this.playbook : planned(playbookById(this.shelf, id))?.playbook),
        () => `made-${++this.#minted}`,
      ),
      mintIncidentId: () => {
        this.#incidents += 1;
        return asIncidentId(`incident-${this.#incidents}`);
      },
    };
  }
}

/** A playbook of one edition, logged by a hash that says which it is. */
export function whole(playbook: Playbook): WholePlaybook {
  const { id, version, language } = playbook;
  return {
    ref: { id, version, editions: { [language]: `hash-${id}-${language}` } },
    editions: { [language]: playbook },
  };
}

function planned(found: WholePlaybook | undefined): PlannedPlaybook | undefined {
  const playbook = found && anyEdition(found);
  return found === undefined || playbook === undefined ? undefined : { ref: found.ref, playbook };
}
