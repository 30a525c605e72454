import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import type { PageId } from '#shared/domain/ids.ts';
import type { ListModel } from './entries.ts';

/** The page whose line has the focus, or is to get it, and in which of its parts. */
export interface LineFocus {
  readonly pageId: PageId;
  readonly part: 'checkbox' | 'entry';
}

export interface FocusedLines {
  readonly entries: ListModel['pages'];
  readonly focus: LineFocus | undefined;
  readonly onFocus: (focus: LineFocus | undefined) => void;
}

interface LineKeys extends FocusedLines {
  /** A key goes to this entry. */
  readonly onGo?: (index: number) => void;
}

/**
 * The arrow keys, Home and End for the `ul` of the lines, of which each `li` has its page's id as `data-page`. They go by
 * the entries, not by what is drawn: the line that they come to is drawn first, then it gets the focus. A list that is
 * drawn anew gives the focus back to the line that had it.
 */
export function useLineKeys(
  list: RefObject<HTMLUListElement | null>,
  { entries, focus, onFocus, onGo }: LineKeys,
) {
  // After every drawing: the line may come later than the wish.
  useLayoutEffect(() => {
    if (focus !== undefined && list.current !== null) focusLine(list.current, focus);
  });
  return {
    onFocus: ({ target }: FocusEvent): void => onFocus(lineFocusOf(target)),
    onBlur: ({ target }: FocusEvent): void => {
      // Else another window has the focus, and it comes back to where it was.
      if (document.activeElement !== target) onFocus(undefined);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      const line = lineFocusOf(event.target);
      if (line === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const at = entries.findIndex(({ page }) => page.id === line.pageId);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = entries[to];
      if (next === undefined) return;
      onGo?.(to);
      onFocus({ ...line, pageId: next.page.id });
    },
  };
}

function lineFocusOf(target: EventTarget): LineFocus | undefined {
  const item = target instanceof Element ? target.closest<HTMLElement>('[data-page]') : null;
  if (item?.dataset['page'] === undefined) return undefined;
  const part = target instanceof HTMLInputElement ? 'checkbox' : 'entry';
  return { pageId: item.dataset['page'] as PageId, part };
}

/** Only from another line, or when nothing has the focus: it is never taken from elsewhere. */
function focusLine(list: HTMLElement, { pageId, part }: LineFocus): void {
  const { activeElement, body } = document;
  if (activeElement !== null && activeElement !== body && !list.contains(activeElement)) return;
  const item = [...list.querySelectorAll<HTMLElement>('[data-page]')].find(
    ({ dataset }) => dataset['page'] === pageId,
  );
  const control = item?.querySelector<HTMLElement>(`.${part}`) ?? item?.querySelector<HTMLElement>('.entry');
  if (control === undefined || control === null || control === activeElement) return;
  control.focus({ preventScroll: true });
  item?.scrollIntoView({ block: 'nearest' });
}
