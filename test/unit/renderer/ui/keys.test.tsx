// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Key, KEY_LIST, keyName } from '../../../../src/renderer/ui/key-list.ts';
import {
  keysAtWork,
  listenForKeys,
  pressKey,
  setSingleKeys,
  useKey,
} from '../../../../src/renderer/ui/keys.ts';

let done: string[] = [];
let stop = (): void => {};

function Acts({ name, keys }: { readonly name: string; readonly keys: readonly Key[] }) {
  const [first = '', second = ''] = keys;
  useKey(first, () => done.push(`${name} ${first}`));
  useKey(second, () => done.push(`${name} ${second}`));
  return <input aria-label={name} />;
}

function press(key: string, held: KeyboardEventInit = {}, target: Element = document.body): boolean {
  return target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
  );
}

beforeEach(() => {
  done = [];
  stop = listenForKeys(document);
  setSingleKeys(true);
});
afterEach(() => {
  stop();
  cleanup();
  vi.unstubAllGlobals();
});

describe('a key', () => {
  it('acts by the last who registered it, until that one is gone', () => {
    render(<Acts name="below" keys={['a']} />);
    const above = render(<Acts name="above" keys={['a']} />);
    press('a');
    above.unmount();
    press('A');
    expect(done).toEqual(['above a', 'below a']);
  });

  it('is text in a field, and nothing with a modifier, repeated, under a dialog, or switched off', () => {
    render(<Acts name="field" keys={['a']} />);
    const field = document.querySelector('input') ?? document.body;
    press('a', {}, field);
    press('a', { ctrlKey: true });
    press('a', { altKey: true });
    press('a', { metaKey: true });
    press('a', { repeat: true });
    press('a', { isComposing: true });
    setSingleKeys(false);
    press('a');
    setSingleKeys(true);
    document.body.dataset['blocksKeys'] = '';
    press('a');
    delete document.body.dataset['blocksKeys'];
    expect(done).toEqual([]);
    press('a');
    expect(done).toEqual(['field a']);
  });

  it('with Ctrl acts in a field too, and when single letters are switched off', () => {
    render(<Acts name="field" keys={['Mod+k']} />);
    setSingleKeys(false);
    expect(press('k', { ctrlKey: true }, document.querySelector('input') ?? document.body)).toBe(false);
    expect(done).toEqual(['field Mod+k']);
    press('k', { metaKey: true });
    press('k', { ctrlKey: true, altKey: true });
    expect(done).toHaveLength(1);
  });

  it('is Cmd on a Mac', () => {
    vi.stubGlobal('navigator', { platform: 'MacIntel' });
    render(<Acts name="mac" keys={['Mod+k']} />);
    press('k', { ctrlKey: true });
    expect(done).toEqual([]);
    press('k', { metaKey: true });
    expect(done).toEqual(['mac Mod+k']);
    expect(keyName('Mod+k')).toBe('⌘K');
  });

  it.each(['ㅁ', 'Process'])('that says %s, with Korean input on, goes by its place', (key) => {
    render(<Acts name="korean" keys={['a']} />);
    press(key, { code: 'KeyA' });
    expect(done).toEqual(['korean a']);
  });

  it('can be pressed by its name', () => {
    render(<Acts name="one" keys={['n', 'c']} />);
    pressKey('n');
    pressKey('d');
    expect(done).toEqual(['one n']);
    expect(keysAtWork().map(({ id }) => id)).toEqual(['copy', 'note']);
  });
});

it('no key of the list stands for two things in one place', () => {
  const keys = KEY_LIST.flatMap((entry) => entry.keys.map(String));
  expect(new Set(keys).size).toBe(keys.length);
});
