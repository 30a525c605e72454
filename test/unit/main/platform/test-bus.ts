import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { connectToBus } from '../../../../src/main/platform/dbus/connection.ts';
import { createSessionBus, type SessionBus } from '../../../../src/main/platform/dbus/session-bus.ts';
import { startPrivateBus } from '../../../support/private-bus.ts';

/** A session bus of this test's own. */
export interface TestBus {
  readonly busAddress: string;
  /** Ends the daemon; connections break. */
  readonly stop: () => Promise<void>;
  /** Starts it again at the same address. */
  readonly restart: () => Promise<void>;
  /** The app's view of it. */
  readonly session: SessionBus;
}

/** Ended after the test. `sleepers`: names the bus would start by a program that never claims them. */
export async function startTestBus(sleepers: readonly string[] = []): Promise<TestBus> {
  const dir = await mkdtemp(join(tmpdir(), 'tplus-bus-'));
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin' };
  // The socket is in the run's folder, reached through one name.
  const start = async (): Promise<Awaited<ReturnType<typeof startPrivateBus>>> => {
    await rm(join(dir, 'run'), { recursive: true, force: true });
    await mkdir(join(dir, 'run'));
    return startPrivateBus(join(dir, 'run'), env, sleepers);
  };
  let current = await start();
  const busAddress = `unix:path=${join(dir, 'run', 'bus')}`;
  const session = createSessionBus(() => connectToBus(busAddress));
  onTestFinished(async () => {
    session.stop();
    await current.daemon.stop();
    await rm(dir, { recursive: true, force: true });
  });
  return {
    busAddress,
    session,
    stop: () => current.daemon.stop(),
    restart: async () => {
      await current.daemon.stop();
      current = await start();
    },
  };
}
