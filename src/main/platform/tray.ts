import { join } from 'node:path';
import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { TrayState, TrayView } from '#shared/domain/alerting/tray-view.ts';
import type { TrayHost } from './tray/tray-host.ts';
import {
  type TrayAction,
  type TrayMenuItem,
  type TrayModel,
  trayModel,
  type TrayWords,
} from './tray/tray-model.ts';

export interface TrayPorts {
  readonly create: (image: NativeImage) => Tray;
  readonly imageOf: (path: string) => NativeImage;
  readonly menuOf: (template: MenuItemConstructorOptions[]) => Menu;
  /** The folder with `quiet.png`, `firing.png`, … and their `@2x`. */
  readonly iconDir: string;
  readonly platform: NodeJS.Platform;
  readonly host: Pick<TrayHost, 'hasTray' | 'onTray'>;
  readonly onAction: (action: TrayAction) => void;
}

/** The icon in the desktop's tray. */
export interface AppTray {
  show(view: TrayView, words: TrayWords): void;
  /** Takes the icon away. */
  remove(): void;
}

/**
 * The icon appears at the first `show` that finds a tray, and then stays for good: measured on Linux, an icon made before
 * there is a tray is never seen, and one made after another was destroyed does not answer. Once made, it finds a tray that
 * restarts by itself. What has not changed is not sent again: a menu that is open would close.
 */
export function createTray(ports: TrayPorts): AppTray {
  const images = new Map<TrayState, NativeImage>();
  let tray: Tray | undefined;
  let wanted: TrayModel | undefined;
  let shown: TrayModel | undefined;

  const image = (state: TrayState): NativeImage => {
    const known = images.get(state);
    if (known !== undefined) return known;
    const isMac = ports.platform === 'darwin';
    const made = ports.imageOf(join(ports.iconDir, `${state}${isMac ? 'Template' : ''}.png`));
    images.set(state, made);
    return made;
  };
  const create = (model: TrayModel): Tray => {
    const made = ports.create(image(model.icon));
    // On macOS a click opens the menu.
    if (ports.platform !== 'darwin') made.on('click', () => ports.onAction({ do: 'open' }));
    return made;
  };
  const apply = (target: Tray, model: TrayModel, before: TrayModel | undefined): void => {
    if (model.icon !== before?.icon) target.setImage(image(model.icon));
    if (model.tooltip !== before?.tooltip) target.setToolTip(model.tooltip);
    if (model.title !== before?.title && ports.platform === 'darwin') target.setTitle(model.title);
    if (!isSame(model.menu, before?.menu))
      target.setContextMenu(ports.menuOf(template(model.menu, ports.onAction)));
  };
  const bringUp = (): void => {
    if (wanted === undefined || (tray === undefined && !ports.host.hasTray())) return;
    tray ??= create(wanted);
    apply(tray, wanted, shown);
    shown = wanted;
  };
  const offTray = ports.host.onTray(bringUp);
  return {
    show: (view, words) => {
      wanted = trayModel(view, words);
      bringUp();
    },
    remove: () => {
      offTray();
      tray?.destroy();
      tray = undefined;
      wanted = undefined;
    },
  };
}

function isSame(one: readonly TrayMenuItem[], other: readonly TrayMenuItem[] | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function template(
  items: readonly TrayMenuItem[],
  onAction: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  return items.map((item): MenuItemConstructorOptions => {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'words':
        return { label: literal(item.label), enabled: false };
      case 'action':
        return { label: literal(item.label), click: () => onAction(item.action) };
      case 'submenu':
        return { label: literal(item.label), submenu: template(item.items, onAction) };
      default:
        return assertNever(item);
    }
  });
}

/** An ampersand marks an access key in a menu; titles of pages come from outside and mean theirs. */
function literal(label: string): string {
  return label.replaceAll('&', '&&');
}
