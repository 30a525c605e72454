import { describe, expect, it } from 'vitest';
import { createGlobalShortcut, type ShortcutPort } from '../../../../src/main/app/global-shortcut.ts';

/** A system that gives every shortcut but those it was told to refuse or not to understand. */
class FakeSystem implements ShortcutPort {
  readonly held = new Map<string, () => void>();
  readonly refused = new Set<string>();
  readonly senseless = new Set<string>();

  register(accelerator: string, pressed: () => void): boolean {
    if (this.senseless.has(accelerator)) throw new TypeError('conversion failure');
    if (this.refused.has(accelerator)) return false;
    this.held.set(accelerator, pressed);
    return true;
  }
  unregister(accelerator: string): void {
    this.held.delete(accelerator);
  }
}

function make() {
  const system = new FakeSystem();
  const reported: unknown[] = [];
  let opened = 0;
  const shortcut = createGlobalShortcut(system, {
    pressed: () => (opened += 1),
    report: (what) => reported.push(what),
  });
  return { system, shortcut, reported, opened: () => opened };
}

describe('the global shortcut', () => {
  it('does what it is for when pressed', () => {
    const { system, shortcut, opened } = make();
    expect(shortcut.state()).toBe('off');
    shortcut.use('Alt+T');
    expect(shortcut.state()).toBe('on');
    system.held.get('Alt+T')?.();
    expect(opened()).toBe(1);
  });

  it('gives back the keys it had for others, for none, and at the end', () => {
    const { system, shortcut } = make();
    shortcut.use('Alt+T');
    shortcut.use('Alt+U');
    expect([...system.held.keys()]).toEqual(['Alt+U']);
    shortcut.use('');
    expect(system.held.size).toBe(0);
    expect(shortcut.state()).toBe('off');
    shortcut.use('Alt+T');
    shortcut.stop();
    expect(system.held.size).toBe(0);
  });

  it('says when the system refuses, and takes the next', () => {
    const { system, shortcut, reported } = make();
    system.refused.add('Alt+T');
    shortcut.use('Alt+T');
    expect(shortcut.state()).toBe('refused');
    shortcut.use('Alt+U');
    expect(shortcut.state()).toBe('on');
    expect(reported).toEqual([]);
  });

  it('survives keys that the system does not understand', () => {
    const { system, shortcut, reported } = make();
    system.senseless.add('Alt+T');
    shortcut.use('Alt+T');
    expect(shortcut.state()).toBe('refused');
    expect(reported).toEqual(['the global shortcut']);
  });
});
