import { join } from 'node:path';
import { Menu, nativeImage, Notification, Tray } from 'electron';
import type { TrayView } from '#shared/domain/alerting/tray-view.ts';
import type { TrayHostState } from '#shared/health.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/settings.ts';
import type { Notifier } from '../alerting/notifier.ts';
import { connectToBus } from '../platform/dbus/connection.ts';
import { createSessionBus } from '../platform/dbus/session-bus.ts';
import { createElectronNotifier } from '../platform/electron-notifier.ts';
import { createLinuxNotifier } from '../platform/linux-notifier.ts';
import { createTray } from '../platform/tray.ts';
import { clockTime } from '../platform/tray/clock-time.ts';
import { alwaysShown, followTrayHost } from '../platform/tray/tray-host.ts';
import type { TrayAction } from '../platform/tray/tray-model.ts';

export interface DesktopPorts {
  /** The folder `resources`. */
  readonly resources: string;
  readonly words: Translator;
  readonly language: () => Language;
  readonly onTrayAction: (action: TrayAction) => void;
  readonly onTrayHost: (state: TrayHostState) => void;
}

/** What the app puts on the desktop beside its window. */
export interface Desktop {
  readonly notifier: Notifier;
  /** Whether a hidden window could be brought back from the tray. */
  hasTray(): boolean;
  showTray(view: TrayView): void;
  stop(): void;
}

const connectAfterMs = 500;

/** The desktop's edges: D-Bus on Linux, Electron's own elsewhere. */
export function createDesktop(ports: DesktopPorts): Desktop {
  const isLinux = process.platform === 'linux';
  const bus = createSessionBus(() => connectToBus());
  const host = isLinux ? followTrayHost(bus) : alwaysShown;
  const tray = createTray({
    create: (image) => new Tray(image),
    imageOf: (path) => nativeImage.createFromPath(path),
    menuOf: (template) => Menu.buildFromTemplate(template),
    iconDir: join(ports.resources, 'icons', 'tray'),
    platform: process.platform,
    host,
    onAction: ports.onTrayAction,
  });
  host.onChange(ports.onTrayHost);
  // Off the way of the first window: loading the library and connecting takes some 80 ms. A notification does not wait for it.
  if (isLinux) setTimeout(() => void bus.connection(), connectAfterMs).unref();
  const notifier = isLinux
    ? createLinuxNotifier(bus, { icon: join(ports.resources, 'icons', 'app.png') })
    : createElectronNotifier({
        create: (options) => new Notification(options),
        remove: process.platform === 'darwin' ? (identifier) => Notification.remove(identifier) : undefined,
        startedAt: Date.now(),
      });
  return {
    notifier,
    hasTray: () => host.state() === 'shown',
    showTray: (view) => tray.show(view, { translator: ports.words, time: clockTime(ports.language()) }),
    stop() {
      host.stop();
      notifier.stop();
      tray.remove();
      bus.stop();
    },
  };
}
