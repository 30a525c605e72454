import { SECOND_MS } from '#shared/domain/duration.ts';
import type { Command } from '#shared/domain/command/command.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import { dueSteps, isOver, type DrillSubjects } from '#shared/domain/drill/due-steps.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Clock } from '../platform/ports.ts';

/** A step that the log could not take is offered again after this. */
const RETRY_MS = 30 * SECOND_MS;
/** `setTimeout` fires at once above 2^31-1 ms; and a clock that is wrong is looked at again in an hour. */
const LONGEST_TIMER_MS = 60 * 60 * 1000;

export interface DrillPorts {
  readonly clock: Clock;
  /** Drills that have not ended, as the log last said. */
  readonly drills: () => readonly Drill[];
  readonly subjects: () => DrillSubjects;
  /** Settles when the log has answered. Rejects when it could not be written. */
  readonly run: (command: Command) => Promise<{ readonly ok: boolean }>;
  readonly report: (what: string, error: unknown) => void;
}

/**
 * Makes running drills go on. It keeps nothing that matters: what is due follows from the log and the clock, and the log
 * refuses a step that it has, so a kill, a restart, sleep or a jump of the clock repeats nothing and loses nothing.
 */
export class DrillRunner {
  readonly #ports: DrillPorts;
  #timer: NodeJS.Timeout | undefined;
  #working = false;
  #again = false;
  #stopped = false;

  constructor(ports: DrillPorts) {
    this.#ports = ports;
  }

  /** The time, the log or the drills are not what they were. */
  look(): void {
    if (this.#working) {
      this.#again = true;
      return;
    }
    if (this.#stopped) return;
    this.#working = true;
    void this.#work().finally(() => {
      this.#working = false;
      if (this.#again) this.look();
    });
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** One step at a time, each looked for anew: a drill may have been aborted while the last one was written. */
  async #work(): Promise<void> {
    clearTimeout(this.#timer);
    for (;;) {
      this.#again = false;
      const command = this.#next();
      if (command === undefined || this.#stopped) break;
      try {
        const { ok } = await this.#ports.run(command);
        // The log knows more than what was looked at: it is told of soon.
        if (!ok) return this.#arm(SECOND_MS);
      } catch (error) {
        this.#ports.report('going on with a drill', error);
        return this.#arm(RETRY_MS);
      }
    }
    const now = this.#ports.clock.now();
    const next = this.#ports.drills().flatMap((drill) => dueSteps(drill, now).lookAgainAt ?? []);
    if (next.length > 0) this.#arm(Math.min(...next) - now);
  }

  #next(): Command | undefined {
    const now: Instant = this.#ports.clock.now();
    for (const drill of this.#ports.drills()) {
      const [due] = dueSteps(drill, now).due;
      if (due !== undefined) return { type: 'deliver-drill-step', ...due };
      if (isOver(drill, this.#ports.subjects())) return { type: 'end-drill', drill: drill.id };
    }
    return undefined;
  }

  #arm(delay: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => this.look(), Math.min(Math.max(delay, 1), LONGEST_TIMER_MS));
  }
}
