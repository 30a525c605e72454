import { useEffect, useRef } from 'react';

/**
 * Single-letter keys. They never act in text fields, with a modifier, or under an open dialog or menu, and can
 * be switched off. The last to register a key has it.
 */
type Handler = () => void;
const handlers = new Map<string, Handler[]>();
let enabled = true;

export function setSingleKeys(on: boolean): void {
  enabled = on;
}

export function singleKeysAct(): boolean {
  return enabled;
}

export function useKey(key: string, handler: Handler, active = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!active) return undefined;
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

/** The window's one listener. @returns the unsubscribe */
export function listenForKeys(target: Document): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (
      (!enabled && event.key.length === 1) ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing ||
      event.repeat
    )
      return;
    if (
      event.defaultPrevented ||
      isTyping(event.target) ||
      target.querySelector('[data-blocks-keys]') !== null
    )
      return;
    const handler = handlers.get(event.key.length === 1 ? event.key.toLowerCase() : event.key)?.at(-1);
    if (handler === undefined) return;
    event.preventDefault();
    handler();
  };
  target.addEventListener('keydown', listen);
  return () => target.removeEventListener('keydown', listen);
}

const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'range']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type);
  return target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT';
}
