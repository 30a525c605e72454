import { useEffect, useRef } from 'react';
import { type Key, KEY_LIST, type KeyEntry } from './key-list.ts';
import { isMac } from './platform.ts';

/**
 * The window's keys. Single letters never act in text fields, with a modifier, or under an open dialog or menu,
 * and can be switched off; keys with `Mod` act in text fields too. The last to register a key has it.
 */
type Handler = () => void;
const handlers = new Map<Key, Handler[]>();
let enabled = true;

export function setSingleKeys(on: boolean): void {
  enabled = on;
}

export function singleKeysAct(): boolean {
  return enabled;
}

/** @param key one of the list's; an empty one does nothing */
export function useKey(key: Key | '', handler: Handler, active = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!active || key === '') return undefined;
    const own: Handler = () => latest.current();
    handlers.set(key, [...(handlers.get(key) ?? []), own]);
    return () => {
      handlers.set(
        key,
        (handlers.get(key) ?? []).filter((each) => each !== own),
      );
    };
  }, [key, active]);
}

/** Does what the key would do now. No-op where it does nothing. */
export function pressKey(key: Key): void {
  handlers.get(key)?.at(-1)?.();
}

/** The entries of the list that would do something now. */
export function keysAtWork(): readonly KeyEntry[] {
  return KEY_LIST.filter(({ keys }) => keys.some((key) => (handlers.get(key) ?? []).length > 0));
}

/** The window's one listener. @returns the unsubscribe */
export function listenForKeys(target: Document): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.isComposing || event.repeat || event.defaultPrevented) return;
    const key = keyOf(event);
    if (key === undefined) return;
    if (!key.startsWith('Mod+') && (isTyping(typedInto(event)) || (!enabled && key.length === 1))) return;
    const handler = handlers.get(key)?.at(-1);
    if (handler === undefined || target.querySelector('[data-blocks-keys]') !== null) return;
    event.preventDefault();
    handler();
  };
  target.addEventListener('keydown', listen);
  return () => target.removeEventListener('keydown', listen);
}

/** Whether this is the key (one of the list's) that was pressed. */
export function isKey(event: KeyFacts, key: Key): boolean {
  return keyOf(event) === key;
}

type KeyFacts = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;
const known = new Set<string>(KEY_LIST.flatMap(({ keys }) => keys));

function keyOf(event: KeyFacts): Key | undefined {
  const { ctrlKey, metaKey, altKey } = event;
  const [mod, other] = isMac() ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (altKey || other) return undefined;
  const name = mod ? `Mod+${letterOf(event)}` : letterOf(event);
  return isKnown(name) ? name : undefined;
}

function isKnown(name: string): name is Key {
  return known.has(name);
}

/** With Korean input on, the A key says `ㅁ` or `Process`: then the place on the keyboard counts. */
function letterOf({ key, code }: KeyFacts): string {
  const isLatin = key.length === 1 && key.charCodeAt(0) < 0x80;
  if (isLatin) return key.toLowerCase();
  const isLetter = key.length === 1 || key === 'Process';
  return isLetter && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
}

/** What has the focus, also inside a shadow root, from which only the host shows. */
function typedInto(event: KeyboardEvent): EventTarget | null {
  return event.composedPath()[0] ?? event.target;
}

const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'range']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type);
  return target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT';
}
