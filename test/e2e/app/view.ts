import type { ElectronApplication } from '@playwright/test';
import type { StatusPage, StatusReport } from '#shared/status.ts';
import type { TestSwitches } from '../../../src/main/app/test-switches.ts';
import type { LaunchedApp } from '../../support/app.ts';
import { connectBus } from '../../support/bus.ts';
import type { Desktop } from '../../support/desktop.ts';
import type { Dunst } from '../../support/dunst.ts';
import { expect } from '../../support/fixtures.ts';
import type { NotificationWatch } from '../../support/notification-watch.ts';
import type { NotifyCall } from '../../support/notify-call.ts';
import type { ReceiverClient } from '../../support/receiver.ts';
import { waitFor } from '../../support/wait-for.ts';

/** The app as its public interface shows it. */

/** A start without a window: what alarms depend on, and quicker. */
export const hidden = { args: ['--hidden'] } as const;

export async function statusOf(run: ReceiverClient): Promise<StatusReport> {
  const { status, body } = await run.get('/v1/status');
  expect(status).toBe(200);
  return body as StatusReport;
}

/** Waits until the status report is as wanted, and returns it. */
export async function untilStatus(
  run: ReceiverClient,
  what: string,
  holds: (status: StatusReport) => boolean,
  timeoutMs?: number,
): Promise<StatusReport> {
  return waitFor(
    what,
    async () => {
      const status = await statusOf(run);
      if (!holds(status)) throw new Error(JSON.stringify(status));
      return status;
    },
    timeoutMs,
  );
}

export function reasonsOf({ alerting }: StatusReport): string[] {
  return alerting.degraded.map(({ reason }) => reason);
}

/** Raises a page of its own. @returns its id */
export async function raise(run: ReceiverClient, page: Readonly<Record<string, unknown>>): Promise<string> {
  const { status, body } = await run.post('/v1/pages', page);
  expect(body).toMatchObject({ duplicate: false });
  expect(status).toBe(201);
  return (body as { id: string }).id;
}

/** Every page that the log holds, oldest first, as `GET /v1/pages` lists them. */
export async function keptPages(run: ReceiverClient): Promise<StatusPage[]> {
  const pages: StatusPage[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const query = after === '' ? '' : `?after=${encodeURIComponent(after)}`;
    const { status, body } = await run.get(`/v1/pages${query}`);
    expect(status).toBe(200);
    const chunk = body as { pages: StatusPage[]; next: string | null };
    pages.push(...chunk.pages);
    after = chunk.next;
  }
  return pages;
}

/** The page of a status report. */
export function pageIn({ pages }: StatusReport, id: string): StatusPage {
  const found = pages.find((page) => page.id === id);
  if (found === undefined) throw new Error(`No page ${id} in ${JSON.stringify(pages)}`);
  return found;
}

async function turnClock(app: ElectronApplication, how: 'hold' | 'set', to: number): Promise<void> {
  await app.evaluate(
    (_, { turn, at }) => {
      const switches: TestSwitches | undefined = globalThis.tplusTest;
      if (switches === undefined) throw new Error('The app was not started for a test');
      switches.clock[turn](at);
    },
    { turn: how, at: to },
  );
}

/** Stops the app's clock at so many ms after a time: how long the test takes from here on changes nothing. */
export async function moveClock(app: ElectronApplication, from: string, byMs: number): Promise<void> {
  await turnClock(app, 'hold', Date.parse(from) + byMs);
}

/** Stops the app's clock now, at a full second, so that figures come out even. @returns that time */
export async function stopClock(app: ElectronApplication): Promise<string> {
  const now = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
  await moveClock(app, now, 0);
  return now;
}

/** Lets the app's clock run again, from a time. */
export async function runClock(app: ElectronApplication, from: string): Promise<void> {
  await turnClock(app, 'set', Date.parse(from));
}

/**
 * Waits until what the notification service has answered the app by now is in its ledger on disk. The bus delivers in
 * order: what was on its way to the app before a ping, it has read when it answers the ping; and the log works in order.
 */
export async function untilNoted(
  run: ReceiverClient,
  desktop: Pick<Desktop, 'busAddress'>,
  { calls }: Pick<NotificationWatch, 'calls'>,
): Promise<void> {
  await waitFor('the answers', () => calls().every(({ answeredAt }) => answeredAt !== undefined));
  const destination = calls().at(-1)?.sender ?? '';
  const peer = 'org.freedesktop.DBus.Peer';
  const bus = await connectBus(desktop);
  // That it refuses the call is an answer, too.
  await bus.call({ destination, path: '/', interface: peer, member: 'Ping' }).catch((error: unknown) => {
    if (!String(error).includes('Unknown')) throw error;
  });
  bus.disconnect();
  await keptPages(run);
}

/** Waits until just these, by their summaries, are open at the notification service. */
export async function untilOpen(
  { open }: { readonly open: () => readonly NotifyCall[] },
  ...wanted: readonly string[]
): Promise<void> {
  await expect
    .poll(() =>
      open()
        .map(({ summary }) => summary)
        .toSorted(),
    )
    .toEqual(wanted.toSorted());
}

/** Waits until the real daemon has so many notifications on the screen. */
export async function untilDisplayed(dunst: Pick<Dunst, 'displayed'>, wanted: number): Promise<void> {
  await waitFor(`${wanted} on the screen`, async () => {
    const displayed = await dunst.displayed();
    if (displayed !== wanted) throw new Error(`${displayed} displayed`);
    return true;
  });
}

/** How many windows a person can see. */
export function visibleWindows(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length,
  );
}

/** Records where main sends its window from now on; call before there is one. */
export async function recordDestinations(run: LaunchedApp): Promise<() => Promise<unknown[]>> {
  const { app } = run;
  // While main still starts, what is evaluated in it was seen to be lost to a garbage collection.
  await run.receiver();
  await app.evaluate((electron) => {
    const sent: unknown[] = [];
    Object.assign(globalThis, { sentDestinations: sent });
    electron.app.on('web-contents-created', (_event, contents) => {
      const send = contents.send.bind(contents);
      contents.send = (channel: string, ...args: unknown[]) => {
        if (channel === 'tplus:push:window.go') sent.push(args[0]);
        send(channel, ...args);
      };
    });
  });
  return () =>
    app.evaluate(() => (globalThis as unknown as { sentDestinations: unknown[] }).sentDestinations);
}

export const minuteMs = 60_000;
