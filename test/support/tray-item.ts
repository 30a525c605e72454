import { createHash } from 'node:crypto';
import { Variant } from 'dbus-next';
import * as v from 'valibot';
import type { BusConnection } from './bus.ts';

/** A tray icon's picture as sent. `data` is ARGB, 4 bytes a pixel, rows from the top; equal pictures hash equal. */
export interface IconPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
  readonly hash: string;
}

/** One entry of a tray menu, with the protocol's defaults filled in. */
export interface MenuEntry {
  readonly id: number;
  /** Without the underscores that mark access keys. */
  readonly label: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly type: 'standard' | 'separator';
  /** Only for check marks and radio buttons. */
  readonly checked?: boolean;
  readonly children: readonly MenuEntry[];
}

/** A tray icon of a running app, read afresh at every call. */
export interface TrayItem {
  readonly pid: number;
  readonly owner: string;
  /** The hover text; title and description joined by a line break where both are set. */
  readonly tooltip: () => Promise<string>;
  readonly title: () => Promise<string>;
  readonly status: () => Promise<'Passive' | 'Active' | 'NeedsAttention'>;
  /** The largest picture offered. */
  readonly iconPixels: () => Promise<IconPixels>;
  /** The top-level entries, submenus within. */
  readonly menu: () => Promise<readonly MenuEntry[]>;
  /** Clicks the entry with this label, at any depth; throws if it is missing, hidden or disabled. */
  readonly clickMenu: (label: string | RegExp) => Promise<void>;
  /** A primary click on the icon. */
  readonly activate: () => Promise<void>;
}

const itemInterface = 'org.kde.StatusNotifierItem';
const menuInterface = 'com.canonical.dbusmenu';
const pixmaps = v.array(v.strictTuple([v.number(), v.number(), v.instance(Buffer)]));
const tooltipValue = v.strictTuple([v.string(), v.unknown(), v.string(), v.string()]);
const entryProperties = v.object({
  label: v.optional(v.string(), ''),
  enabled: v.optional(v.boolean(), true),
  visible: v.optional(v.boolean(), true),
  type: v.optional(v.picklist(['standard', 'separator']), 'standard'),
  'toggle-type': v.optional(v.string(), ''),
  'toggle-state': v.optional(v.number(), -1),
});
const layoutNode = v.strictTuple([v.number(), v.record(v.string(), v.unknown()), v.array(v.unknown())]);

function parseEntry(node: unknown): MenuEntry {
  const [id, raw, children] = v.parse(layoutNode, node);
  const {
    label,
    enabled,
    visible,
    type,
    'toggle-type': toggle,
    'toggle-state': state,
  } = v.parse(entryProperties, raw);
  return {
    id,
    // "_File" shows an underlined F; "__" is how a real underscore is written.
    label: label.replace(/_(.)/g, '$1'),
    enabled,
    visible,
    type,
    ...(toggle === '' ? {} : { checked: state === 1 }),
    children: children.map(parseEntry),
  };
}

function flatten(entries: readonly MenuEntry[]): MenuEntry[] {
  return entries.flatMap((each) => [each, ...flatten(each.children)]);
}

/** Reads a registered item with raw messages: neither it nor its menu can be introspected. */
export function openTrayItem(
  { call }: Pick<BusConnection, 'call'>,
  { owner, path, pid }: { readonly owner: string; readonly path: string; readonly pid: number },
): TrayItem {
  const property = async (name: string): Promise<unknown> => {
    const request = { destination: owner, path, interface: 'org.freedesktop.DBus.Properties', member: 'Get' };
    return (await call({ ...request, signature: 'ss', body: [itemInterface, name] }))[0];
  };
  const onMenu = async (member: string, signature: string, body: readonly unknown[]): Promise<unknown[]> => {
    const menuPath = v.parse(v.string(), await property('Menu'));
    return call({ destination: owner, path: menuPath, interface: menuInterface, member, signature, body });
  };
  const menu = async (): Promise<readonly MenuEntry[]> => {
    const [, root] = await onMenu('GetLayout', 'iias', [0, -1, []]);
    return parseEntry(root).children;
  };
  return {
    pid,
    owner,
    menu,
    tooltip: async () => {
      const [, , title, description] = v.parse(tooltipValue, await property('ToolTip'));
      return [title, description].filter(Boolean).join('\n');
    },
    title: async () => v.parse(v.string(), await property('Title')),
    status: async () =>
      v.parse(v.picklist(['Passive', 'Active', 'NeedsAttention']), await property('Status')),
    iconPixels: async () => {
      const all = v.parse(pixmaps, await property('IconPixmap'));
      const [largest] = all.toSorted(([one], [other]) => other - one);
      if (largest === undefined) throw new Error('The tray icon has no picture');
      const [width, height, data] = largest;
      return { width, height, data, hash: createHash('sha256').update(data).digest('hex') };
    },
    clickMenu: async (label) => {
      const entries = flatten(await menu());
      const hit = entries.find((each) =>
        typeof label === 'string' ? each.label === label : label.test(each.label),
      );
      if (!hit?.enabled || !hit.visible) {
        const state = hit === undefined ? 'is not in the menu' : 'cannot be clicked';
        throw new Error(`${label} ${state}: ${JSON.stringify(entries)}`);
      }
      await onMenu('Event', 'isvu', [hit.id, 'clicked', new Variant('s', ''), Math.floor(Date.now() / 1000)]);
    },
    activate: async () => {
      await call({
        destination: owner,
        path,
        interface: itemInterface,
        member: 'Activate',
        signature: 'ii',
        body: [0, 0],
      });
    },
  };
}
