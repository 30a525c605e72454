import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the keyboard where the work is: an item that is ticked, or whose window ends, goes to another list while it has
 * the focus. The focus goes with it, or, where it went is folded, to the item that came after.
 */
export function useKeptFocus(container: RefObject<HTMLElement | null>): void {
  const held = useRef<{ readonly element: HTMLElement; readonly following: readonly string[] }>(undefined);
  useEffect(() => {
    const element = container.current;
    const remember = (event: FocusEvent): void => {
      const { target } = event;
      const item = target instanceof HTMLElement ? target.dataset['item'] : undefined;
      if (!(target instanceof HTMLElement) || item === undefined || element === null) {
        held.current = undefined;
        return;
      }
      const order = itemsIn(element).map((each) => each.dataset['item'] ?? '');
      const place = order.indexOf(item);
      const following = [...order.slice(place), ...order.slice(0, place).toReversed()];
      held.current = { element: target, following };
    };
    const forget = ({ target }: Event): void => {
      if (!(target instanceof Node) || element?.contains(target) !== true) held.current = undefined;
    };
    element?.addEventListener('focusin', remember);
    document.addEventListener('focusin', forget);
    document.addEventListener('pointerdown', forget);
    return () => {
      element?.removeEventListener('focusin', remember);
      document.removeEventListener('focusin', forget);
      document.removeEventListener('pointerdown', forget);
    };
  }, [container]);
  // After every drawing: only then is it known what has gone.
  useLayoutEffect(() => {
    const { current } = held;
    const lost = current !== undefined && !current.element.isConnected;
    if (!lost || container.current === null || document.activeElement !== document.body) return;
    const items = itemsIn(container.current);
    const next = current.following
      .map((item) => items.find((each) => each.dataset['item'] === item))
      .find((each) => each !== undefined);
    held.current = undefined;
    next?.focus();
  });
}

function itemsIn(container: HTMLElement): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('[data-item]')];
}
