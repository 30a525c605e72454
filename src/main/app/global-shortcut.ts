import type { GlobalShortcutState } from '#shared/ipc/contract.ts';
import type { Report } from './app-log.ts';

/** Of Electron's `globalShortcut`, what is used. */
export interface ShortcutPort {
  /** @returns false when the system did not give it @throws when the keys make no sense to it */
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
}
export interface GlobalShortcut {
  /** Takes these keys instead of those before; an empty text takes none. */
  use(accelerator: string): void;
  state(): GlobalShortcutState;
  stop(): void;
}

/**
 * The keys that bring the window up while another app has the keyboard.
 *
 * On X11 the key is grabbed from the server, and refused when another app has it. On Wayland no app may grab keys: Electron
 * asks the desktop's GlobalShortcuts portal, which may ask the person, and which some desktops lack; then it is refused, or
 * registered and never told. Nothing depends on it, so a refusal is shown at the setting and is no problem of health.
 */
export function createGlobalShortcut(
  port: ShortcutPort,
  { pressed, report }: { readonly pressed: () => void; readonly report: Report },
): GlobalShortcut {
  let held: string | undefined;
  let state: GlobalShortcutState = 'off';

  const release = (): void => {
    if (held !== undefined) port.unregister(held);
    held = undefined;
    state = 'off';
  };
  const register = (accelerator: string): boolean => {
    try {
      return port.register(accelerator, pressed);
    } catch (error) {
      report('the global shortcut', error);
      return false;
    }
  };
  return {
    use: (accelerator) => {
      release();
      if (accelerator === '') return;
      const isOurs = register(accelerator);
      state = isOurs ? 'on' : 'refused';
      held = isOurs ? accelerator : undefined;
    },
    state: () => state,
    stop: release,
  };
}
