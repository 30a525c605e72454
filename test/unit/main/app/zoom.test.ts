import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { followZoomKeys, zoomAfter } from '../../../../src/main/app/zoom.ts';

const press = (key: string, overrides: object = {}) =>
  ({ type: 'keyDown', key, control: true, meta: false, alt: false, ...overrides }) as const;

describe('the size of the contents', () => {
  it.each([
    ['=', 1, 1.1],
    ['+', 1.75, 2],
    ['+', 3, 3],
    ['-', 2, 1.75],
    ['_', 0.5, 0.5],
    ['0', 2, 1],
    // As Chromium gives it back.
    ['+', 1.0999999, 1.25],
    ['-', 1.1000001, 1],
  ])('%s at %d leads to %d', (key, from, to) => {
    expect(zoomAfter(press(key), from, false)).toBe(to);
  });

  it.each([
    ['no modifier', press('+', { control: false })],
    ['with Alt', press('+', { alt: true })],
    ['another key', press('k')],
    ['let go', press('+', { type: 'keyUp' })],
    ['the other modifier', press('+', { control: false, meta: true })],
  ])('stays as it is: %s', (_what, input) => {
    expect(zoomAfter(input, 1, false)).toBeUndefined();
  });

  it('is set with Cmd on a Mac', () => {
    expect(zoomAfter(press('+', { control: false, meta: true }), 1, true)).toBe(1.1);
    expect(zoomAfter(press('+'), 1, true)).toBeUndefined();
  });

  it('follows the keys, which then do nothing else', () => {
    const setZoomFactor = vi.fn<(factor: number) => void>();
    const contents = Object.assign(new EventEmitter(), { getZoomFactor: () => 1, setZoomFactor });
    followZoomKeys(contents as unknown as WebContents);
    const preventDefault = vi.fn<() => void>();
    contents.emit('before-input-event', { preventDefault }, press('k'));
    expect(preventDefault).not.toHaveBeenCalled();
    const own = { control: process.platform !== 'darwin', meta: process.platform === 'darwin' };
    contents.emit('before-input-event', { preventDefault }, press('+', own));
    expect(setZoomFactor).toHaveBeenCalledWith(1.1);
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});
