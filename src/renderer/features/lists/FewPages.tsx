import { useRef } from 'react';
import { type FocusedLines, useLineKeys } from './line-focus.ts';
import { type LineOptions, PageLine } from './PageLine.tsx';

/** Every page, drawn whole. */
export function FewPages({ entries, focus, onFocus, ...options }: FocusedLines & LineOptions) {
  const list = useRef<HTMLUListElement>(null);
  const keys = useLineKeys(list, { entries, focus, onFocus });
  return (
    <ul ref={list} {...keys}>
      {entries.map((each) => (
        <li key={each.page.id} className="entry-choice" data-page={each.page.id}>
          <PageLine of={each} {...options} />
        </li>
      ))}
    </ul>
  );
}
