import type { Command } from '#shared/domain/command/command.ts';
import { APP_AUTHOR } from '#shared/domain/event/app-author.ts';
import type { IncidentId, PageId } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { asPageId } from '#shared/domain/ids.ts';
import type { CommandAnswer } from '#shared/ipc/contract.ts';
import { LogError } from '../log/log-error.ts';
import type { Log } from '../log/log-client.ts';
import type { Written } from '../log/protocol.ts';
import type { Clock } from '../platform/ports.ts';
import type { LiveState } from './live-state.ts';
import { type AcceptedPage, type IncomingPage, PageNotSaved } from './paging.ts';

/** A disk that stalls must not keep a page from ringing: after this it rings as one that is not saved. */
const SLOW_SAVE_MS = 2000;
const SLOW = new LogError('log-unavailable', `the log has not answered for ${SLOW_SAVE_MS} ms`);

export interface DeskPorts {
  readonly log: Log;
  readonly clock: Clock;
  readonly live: LiveState;
  readonly author: () => string;
  /** Something was written, or rings unsaved. */
  readonly changed: (written: Written | undefined) => void;
  readonly saveFailed: (error: LogError) => void;
  readonly saveWorked: () => void;
  readonly mintUnsavedId: () => string;
}

/** Where pages come in and are answered: log first, then main's projection, then everybody else. */
export class PageDesk {
  readonly #ports: DeskPorts;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  /** @throws {PageNotSaved} the pages ring all the same */
  async accept(pages: readonly IncomingPage[]): Promise<readonly AcceptedPage[]> {
    const { log, clock, live, author } = this.#ports;
    const waiting = this.#endedUnsaved(pages);
    const slow = setTimeout(() => this.#ringUnsaved(pages, SLOW), SLOW_SAVE_MS);
    try {
      const group = [...waiting, ...pages].map((each) => live.withTaking(each));
      const answer = await log.run('intake', { pages: group, now: clock.now(), author: author() });
      this.#ports.saveWorked();
      const taken = this.#takenMeanwhile(group, answer.accepted);
      for (const { input } of group) if (input.action === 'firing') live.dropUnsaved(input);
      live.apply(answer);
      // Told of only then: what a person has taken must not ring once more.
      const taking = taken.length === 0 ? undefined : await this.#takeSaved(taken);
      this.#ports.changed(answer);
      if (taking?.ok === true) this.#took(taking);
      return answer.accepted.slice(waiting.length);
    } catch (error) {
      const failure = error instanceof LogError ? error : new LogError('log-unavailable', String(error));
      this.#ringUnsaved(pages, failure);
      throw new PageNotSaved(failure.code, failure.message);
    } finally {
      clearTimeout(slow);
    }
  }

  /** Offers the log again what it could not take; a sender that never asks twice loses nothing by it. */
  async saveUnsaved(): Promise<void> {
    const waiting = this.#ports.live.unsavedIncoming();
    if (waiting.length === 0) return;
    // Still not possible: it goes on ringing, and the next round tries again.
    await this.accept(waiting).catch(() => undefined);
  }

  /**
   * A person takes a page. One that is not saved yet is silent from here on, and is taken in the log with its saving.
   * @throws {LogError} nothing was written
   */
  async acknowledge(pageId: PageId): Promise<CommandAnswer> {
    const { live, clock, changed } = this.#ports;
    if (!live.takeUnsaved(pageId, clock.now())) {
      return this.command({ type: 'acknowledge', pageIds: [pageId] });
    }
    changed(undefined);
    return { ok: true, events: [] };
  }

  /** @throws {LogError} nothing was written */
  command(command: Command): Promise<CommandAnswer> {
    return this.#run(command, this.#ports.author());
  }

  /** What the app does by itself. @throws {LogError} nothing was written */
  byItself(command: Command): Promise<CommandAnswer> {
    return this.#run(command, APP_AUTHOR);
  }

  async #run(command: Command, author: string): Promise<CommandAnswer> {
    const { log, clock } = this.#ports;
    const answer = await log.run('command', { command, now: clock.now(), author });
    if (!answer.ok) return answer;
    this.#took(answer);
    const events = answer.events.map(({ event }) => event);
    return { ok: true, events, ...withIncident(answer.incidentId) };
  }

  /** Events that a window kept and the log lacks. @throws {LogError} */
  async offer(events: readonly unknown[]): Promise<{ added: number }> {
    const answer = await this.#ports.log.run('offer', { events, now: this.#ports.clock.now() });
    if (answer.added > 0) this.#took(answer);
    return { added: answer.added };
  }

  /** Those that somebody took, as pages not saved, while the log was at work on them. */
  #takenMeanwhile(group: readonly IncomingPage[], accepted: readonly AcceptedPage[]): PageId[] {
    return accepted.flatMap(({ pageId }, index) => {
      const [incoming] = group.slice(index, index + 1);
      const isNews = incoming !== undefined && incoming.takenAt === undefined;
      return isNews && this.#ports.live.withTaking(incoming).takenAt !== undefined ? [pageId] : [];
    });
  }

  /** Where this fails the page rings: nobody has it in the log. */
  #takeSaved(pageIds: PageId[]) {
    const { log, clock, author } = this.#ports;
    const command: Command = { type: 'acknowledge', pageIds };
    return log.run('command', { command, now: clock.now(), author: author() }).catch(() => undefined);
  }

  /** What is over should have been known first: else it would be saved later, and ring on. */
  #endedUnsaved(pages: readonly IncomingPage[]): IncomingPage[] {
    const ends = pages.filter(({ input }) => input.action === 'resolved');
    return this.#ports.live
      .unsavedIncoming()
      .filter((held) =>
        ends.some(({ input }) => input.source === held.input.source && input.key === held.input.key),
      );
  }

  #ringUnsaved(pages: readonly IncomingPage[], failure: LogError): void {
    const { live, saveFailed, changed } = this.#ports;
    for (const incoming of pages) {
      if (incoming.input.action === 'firing') live.keepUnsaved(this.#unsavedPage(incoming.input), incoming);
    }
    saveFailed(failure);
    changed(undefined);
  }

  #took(written: Written): void {
    this.#ports.live.apply(written);
    this.#ports.changed(written);
  }

  #unsavedPage(input: IncomingPage['input']): Page {
    const now = this.#ports.clock.now();
    const { action: _action, ...rest } = input;
    const id: PageId = asPageId(this.#ports.mintUnsavedId());
    return { ...rest, id, receivedAt: now, alarmFrom: now, status: 'firing' };
  }
}

function withIncident(incidentId: IncidentId | undefined): { incidentId?: IncidentId } {
  return incidentId === undefined ? {} : { incidentId };
}
