import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished, vi } from 'vitest';
import type { Command } from '#shared/domain/command/command.ts';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import type { Instant, PageId } from '#shared/domain/ids.ts';
import type { PageInput } from '#shared/domain/page/page-input.ts';
import { LogStore } from '../../../../src/main/log/log-store.ts';
import { playbookHash } from '../../../../src/main/log/playbook-hash.ts';
import type { WholePlaybook } from '#shared/domain/playbook/shelf.ts';
import type { Written } from '../../../../src/main/log/protocol.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { inputOf } from '../../shared/domain/page/pages.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const EN = builtInPlaybook('en');
const KO = builtInPlaybook('ko');
export const CURRENT: WholePlaybook = {
  ref: { id: EN.id, version: EN.version, editions: { en: playbookHash(EN), ko: playbookHash(KO) } },
  editions: { en: EN, ko: KO },
};

/** The path of a log in a folder of its own, gone after the test. */
export function logPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tplus-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'tplus.db');
}

/** A log opened for one test; closed after it, whether or not the test closes it too. */
export function openStore(path: string, now: Instant = T0): LogStore {
  const store = new LogStore(path, now);
  store.usePlaybooks({ playbooks: [CURRENT], defaultId: EN.id });
  onTestFinished(() => {
    try {
      store.close();
    } catch {
      // The test closed it.
    }
  });
  return store;
}

/** The connections opened while `work` ran: what a store keeps to itself. */
export function connectionsOf(work: () => void): DatabaseSync[] {
  const spy = vi.spyOn(DatabaseSync.prototype, 'exec');
  work();
  const connections = [...new Set(spy.mock.contexts as DatabaseSync[])];
  spy.mockRestore();
  return connections;
}

/** Takes one page in and gives its id. */
export function takeIn(store: LogStore, input: Partial<PageInput> = {}, now: Instant = T0): PageId {
  const [accepted] = store.intake([{ input: inputOf(input) }], { now, author: 'Ada' }).accepted;
  if (accepted === undefined) throw new Error('not accepted');
  return accepted.pageId;
}

/** Runs a command that must not be refused. */
export function command(
  store: LogStore,
  given: Command,
  now: Instant = T0,
): Written & { incidentId?: string } {
  const answer = store.command(given, { now, author: 'Ada' });
  if (!answer.ok) throw new Error(answer.refusal);
  return answer;
}

export function eventsOf(store: LogStore): TplusEvent[] {
  return store.reader.eventsAfter(0, 1_000_000).map(({ event }) => event);
}
