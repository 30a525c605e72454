import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import { expect, type Mock, test, vi } from 'vitest';
import type { TrayView } from '#shared/domain/alerting/tray-view.ts';
import { asPageId } from '#shared/domain/ids.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { createTray } from '../../../../src/main/platform/tray.ts';
import type { TrayAction } from '../../../../src/main/platform/tray/tray-model.ts';

const words = { translator: createTranslator('en', catalogues), time: () => '02:26' };
const quiet: TrayView = { state: 'quiet', count: 0, entries: [], degraded: false };
const firing: TrayView = {
  state: 'firing',
  count: 1,
  entries: [{ kind: 'page', pageId: asPageId('p'), title: 'R&D down', severity: 'SEV-2', late: false }],
  degraded: false,
};

type Template = readonly MenuItemConstructorOptions[];
const methods = ['on', 'setImage', 'setToolTip', 'setTitle', 'setContextMenu', 'destroy'] as const;
type FakeTray = Record<(typeof methods)[number], Mock<(...args: unknown[]) => void>>;

function fakeTray(): FakeTray {
  return Object.fromEntries(methods.map((name) => [name, vi.fn<(...args: unknown[]) => void>()])) as FakeTray;
}

function setUp(platform: NodeJS.Platform = 'linux') {
  const made: FakeTray[] = [];
  const onAction = vi.fn<(action: TrayAction) => void>();
  const images: string[] = [];
  const host = { has: true, appear: () => undefined as void };
  const tray = createTray({
    create: () => {
      const parts = fakeTray();
      made.push(parts);
      return parts as unknown as Tray;
    },
    imageOf: (path) => {
      images.push(path);
      return path as unknown as NativeImage;
    },
    menuOf: (template) => template as unknown as Menu,
    iconDir: '/icons',
    platform,
    host: {
      hasTray: () => host.has,
      onTray: (listener) => {
        host.appear = listener;
        return () => undefined;
      },
    },
    onAction,
  });
  return { tray, made, onAction, images, host };
}

test('sends only what has changed', () => {
  const { tray, made, images } = setUp();
  tray.show(quiet, words);
  tray.show({ ...quiet }, words);
  const [icon] = made;
  expect(made).toHaveLength(1);
  expect(icon?.setToolTip).toHaveBeenCalledTimes(1);
  expect(icon?.setContextMenu).toHaveBeenCalledTimes(1);
  tray.show(firing, words);
  expect(icon?.setContextMenu).toHaveBeenCalledTimes(2);
  expect(images).toEqual(['/icons/quiet.png', '/icons/firing.png']);
  expect(icon?.setImage.mock.calls.flat()).toEqual(['/icons/quiet.png', '/icons/firing.png']);
  // A second alarm of the same kind leaves the icon as it is.
  tray.show({ ...firing, count: 2 }, words);
  expect(icon?.setImage).toHaveBeenCalledTimes(2);
  // What was shown before is not read again.
  tray.show(quiet, words);
  expect(icon?.setImage).toHaveBeenLastCalledWith('/icons/quiet.png');
  expect(images).toHaveLength(2);
  // Only macOS has room for a count beside the icon.
  expect(icon?.setTitle).not.toHaveBeenCalled();
});

test('the icon waits for a tray, and is made only once', () => {
  const { tray, made, host } = setUp();
  host.has = false;
  tray.show(quiet, words);
  tray.show(firing, words);
  expect(made).toHaveLength(0);
  host.has = true;
  host.appear();
  expect(made).toHaveLength(1);
  expect(made[0]?.setToolTip).toHaveBeenCalledWith('Tplus: 1 open\nSEV-2 R&D down');
  host.has = false;
  tray.show(quiet, words);
  host.appear();
  expect(made).toHaveLength(1);
  expect(made[0]?.setToolTip).toHaveBeenLastCalledWith('Tplus: nothing open');
  tray.remove();
  expect(made[0]?.destroy).toHaveBeenCalledTimes(1);
  // Taken away for good.
  host.has = true;
  host.appear();
  expect(made).toHaveLength(1);
});

test('a menu entry does what it says; an ampersand is one', () => {
  const { tray, made, onAction } = setUp();
  tray.show(firing, words);
  const menu = made[0]?.setContextMenu.mock.calls[0]?.[0] as Template | undefined;
  expect(menu?.[0]?.label).toBe('SEV-2 R&&D down');
  const actions = menu?.[0]?.submenu as Template | undefined;
  const press = actions?.[0]?.click as (() => void) | undefined;
  press?.();
  expect(onAction).toHaveBeenCalledWith({ do: 'acknowledge', pageId: 'p' });
});

test('macOS has template pictures and a count beside them, and a click opens the menu', () => {
  const { tray, made, images } = setUp('darwin');
  tray.show(firing, words);
  expect(images[0]).toBe('/icons/firingTemplate.png');
  expect(made[0]?.setTitle).toHaveBeenCalledWith('1');
  expect(made[0]?.on).not.toHaveBeenCalled();
});
