import type { TrayHostState } from '#shared/health.ts';
import { followOwner } from '../dbus/bus-name.ts';
import type { BusConnection } from '../dbus/connection.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import { createListeners } from '../listeners.ts';

const watcherName = 'org.kde.StatusNotifierWatcher';
const watcherPath = '/StatusNotifierWatcher';

/** Whether the desktop has somewhere to show a tray icon. Stock GNOME has not, without an extension. */
export interface TrayHost {
  state(): TrayHostState;
  onChange(listener: (state: TrayHostState) => void): () => void;
  /** Something takes icons, though perhaps nothing shows them. */
  hasTray(): boolean;
  /** It came up. */
  onTray(listener: () => void): () => void;
  stop(): void;
}

/** macOS and Windows always have one. */
export const alwaysShown: TrayHost = {
  state: () => 'shown',
  onChange: () => () => undefined,
  hasTray: () => true,
  onTray: () => () => undefined,
  stop: () => undefined,
};

/** Follows the StatusNotifierWatcher and its hosts on the session bus. */
export function followTrayHost(bus: SessionBus): TrayHost {
  const changes = createListeners<[state: TrayHostState]>();
  const trays = createListeners<[]>();
  let state: TrayHostState = 'unknown';
  let owner = '';

  const change = (next: TrayHostState): void => {
    if (next === state) return;
    state = next;
    changes.tell(next);
  };
  const askHost = async (connection: BusConnection): Promise<void> => {
    const asked = owner;
    const reply = await connection.call({
      destination: watcherName,
      path: watcherPath,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [watcherName, 'IsStatusNotifierHostRegistered'],
      noAutoStart: true,
    });
    if (asked !== owner) return;
    // A watcher that does not say has an icon registered with it all the same.
    change(reply.kind === 'answer' && isFalse(reply.body[0]) ? 'no-host' : 'shown');
  };
  const offConnected = bus.onConnected((connection) => {
    connection.onSignal(({ interface: from, sender, member }) => {
      if (from !== watcherName || sender !== owner) return;
      if (member === 'StatusNotifierHostRegistered') change('shown');
      if (member === 'StatusNotifierHostUnregistered') void askHost(connection);
    });
    void followOwner(connection, watcherName, (next) => {
      const isNew = next !== '' && next !== owner;
      owner = next;
      if (next === '') change('no-host');
      else void askHost(connection);
      if (isNew) trays.tell();
    });
  });
  const offLost = bus.onLost(() => {
    owner = '';
    change('no-host');
  });
  return {
    state: () => state,
    onChange: changes.add,
    hasTray: () => owner !== '',
    onTray: trays.add,
    stop: () => {
      offConnected();
      offLost();
    },
  };
}

function isFalse(variant: unknown): boolean {
  return typeof variant === 'object' && variant !== null && 'value' in variant && variant.value === false;
}
