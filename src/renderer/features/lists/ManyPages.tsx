import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { PageId } from '#shared/domain/ids.ts';
import { useView } from '../../bridge/view.ts';
import { type FocusedLines, useLineKeys } from './line-focus.ts';
import { type LineOptions, PageLine } from './PageLine.tsx';

/** The height of a line whose title fits into one, in px: what is not yet drawn is taken to be so high. */
const LINE = 58;
/** Lines beyond either edge: Tab finds the next one drawn. */
const BEYOND = 8;

/**
 * A storm: only the lines in sight are drawn, and tick. Those with the focus and the selection are drawn wherever
 * they are, so that neither is lost out of sight.
 */
export function ManyPages({ entries, focus, onFocus, ...options }: FocusedLines & LineOptions) {
  const list = useRef<HTMLUListElement>(null);
  const above = useHeightAbove(list);
  const selectedId = useView(({ selection }) => (selection?.kind === 'page' ? selection.pageId : undefined));
  const places = useMemo(() => new Map(entries.map(({ page }, index) => [page.id, index])), [entries]);
  const focusAt = placeOf(places, focus?.pageId);
  const selectedAt = placeOf(places, selectedId);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this component.
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => list.current?.closest('.open-list-scroll') ?? null,
    getItemKey: useCallback((index: number) => entries[index]?.page.id ?? index, [entries]),
    estimateSize: () => LINE,
    overscan: BEYOND,
    scrollMargin: above,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...focusAt, ...selectedAt])].toSorted((a, b) => a - b),
  });
  const keys = useLineKeys(list, { entries, focus, onFocus, onGo: (index) => virtual.scrollToIndex(index) });
  const showSelected = useEffectEvent(() => {
    for (const index of selectedAt) virtual.scrollToIndex(index);
  });
  useEffect(() => showSelected(), [selectedId]);
  return (
    <ul ref={list} className="many-pages" style={{ height: virtual.getTotalSize() }} {...keys}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const each = entries[index];
        return each === undefined ? null : (
          <li
            key={each.page.id}
            ref={virtual.measureElement}
            className="entry-choice"
            data-index={index}
            data-page={each.page.id}
            aria-setsize={entries.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - above}px)` }}
          >
            <PageLine of={each} {...options} />
          </li>
        );
      })}
    </ul>
  );
}

/** @returns none or one */
function placeOf(places: ReadonlyMap<PageId, number>, id: PageId | undefined): readonly number[] {
  const place = id === undefined ? undefined : places.get(id);
  return place === undefined ? [] : [place];
}

/** What is scrolled together with the list and lies above it, in px. */
function useHeightAbove(list: RefObject<HTMLElement | null>): number {
  const subscribe = useCallback(
    (changed: () => void) => {
      const observer = new ResizeObserver(changed);
      for (const part of list.current?.closest('.open-list-scroll')?.children ?? []) observer.observe(part);
      return () => observer.disconnect();
    },
    [list],
  );
  return useSyncExternalStore(subscribe, () => list.current?.offsetTop ?? 0);
}
