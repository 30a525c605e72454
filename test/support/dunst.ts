import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Variant } from 'dbus-next';
import * as v from 'valibot';
import { connectBus } from './bus.ts';
import type { Desktop } from './desktop.ts';
import { notificationsName, notificationsPath } from './notify-call.ts';
import { run, startOwned } from './processes.ts';
import { waitFor } from './wait-for.ts';

const historyEntry = v.object({
  id: v.number(),
  appname: v.string(),
  summary: v.string(),
  body: v.string(),
  /** Microseconds since the machine started, when it was shown. */
  timestamp: v.pipe(v.bigint(), v.transform(Number)),
});

/** A notification that dunst has closed, as its history has it; of its urgency and buttons dunst tells nothing. */
export type HistoryEntry = v.InferOutput<typeof historyEntry>;

/** The real notification daemon of a desktop. */
export interface Dunst {
  /** How many it holds as shown, those that have slid off the lower edge of the screen included. */
  readonly displayed: () => Promise<number>;
  /** How many it holds back: none, unless it is paused. */
  readonly waiting: () => Promise<number>;
  /** Closed ones only, newest first: dunst lists nowhere what it shows. For that, `watchNotifications`. */
  readonly history: () => Promise<HistoryEntry[]>;
  /**
   * What a click on the notification at `position` does (0 is the topmost, which is the oldest): the action named
   * `default`, or the only one. It stays on the screen, as dunst leaves it to the app.
   */
  readonly clickDefault: (position?: number) => Promise<void>;
  /** A real press of the left mouse button on the topmost: its action, and then it is closed. */
  readonly clickWithMouse: () => Promise<void>;
  /** Closes all, with reason 2, as a person who dismisses them. */
  readonly closeAll: () => Promise<void>;
  /** Do not disturb: while paused, dunst answers as ever but shows nothing. */
  readonly setPaused: (paused: boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Nothing expires, groups, hides or is forgotten by itself, so that a count means what the app sent. */
const configuration = `[global]
  follow = none
  origin = top-right
  width = 400
  offset = 20x20
  font = Sans 11
  markup = full
  format = "<b>%s</b>\\n%b"
  notification_limit = 0
  stack_duplicates = false
  sort = false
  indicate_hidden = true
  idle_threshold = 0
  sticky_history = yes
  history_length = 0
  mouse_left_click = do_action, close_current
[urgency_low]
  timeout = 0
[urgency_normal]
  timeout = 0
[urgency_critical]
  timeout = 0
`;

const control = 'org.dunstproject.cmd0';

/**
 * Starts dunst on a desktop. Driven over the bus, as `dunstctl` does it: one call instead of a shell and its children,
 * and no need of busctl.
 */
export async function startDunst(desktop: Pick<Desktop, 'busAddress' | 'env'>): Promise<Dunst> {
  const dir = await mkdtemp(join(tmpdir(), 'tplus-dunst-'));
  const file = join(dir, 'dunstrc');
  await writeFile(file, configuration);
  const daemon = startOwned('dunst', ['-conf', file], desktop.env);
  const connection = await connectBus(desktop);
  const ask = (member: string, signature = '', body: readonly unknown[] = [], on = control) =>
    connection.call({
      destination: notificationsName,
      path: notificationsPath,
      interface: on,
      member,
      signature,
      body,
    });
  const length = async (property: string): Promise<number> => {
    const [value] = await ask('Get', 'ss', [control, property], 'org.freedesktop.DBus.Properties');
    return v.parse(v.number(), value);
  };
  const stop = async (): Promise<void> => {
    connection.disconnect();
    await daemon.stop();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await waitFor('dunst to own the notification service', async () => {
      daemon.assertRunning();
      return (await ask('Ping')) && true;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    displayed: () => length('displayedLength'),
    waiting: () => length('waitingLength'),
    history: async () => v.parse(v.array(historyEntry), (await ask('NotificationListHistory'))[0]),
    clickDefault: async (position = 0) => void (await ask('NotificationAction', 'u', [position])),
    clickWithMouse: async () => {
      const point = ['mousemove', '--window', '%1', '60', '15', 'click', '1'];
      const search = ['search', '--onlyvisible', '--class', 'Dunst', ...point];
      // dunst holds it as shown before X has its window on the screen; where none is found, nothing was clicked on.
      await waitFor('a notification to click on', async () => {
        const { code, stderr } = await run('xdotool', search, desktop);
        if (code !== 0) throw new Error(stderr);
        return true;
      });
    },
    closeAll: async () => void (await ask('NotificationCloseAll')),
    setPaused: async (paused) =>
      void (await ask(
        'Set',
        'ssv',
        [control, 'paused', new Variant('b', paused)],
        'org.freedesktop.DBus.Properties',
      )),
    stop,
  };
}
