import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useView } from '../../bridge/view.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useKey } from '../../ui/keys.ts';

interface ListSearchProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** The first of what is found is wanted, now or once the answer is there. */
  readonly onEnter: () => void;
}

export const SEARCH_FIELD = 'list-search';
/** What was found, for the keys that lead from the field into it. */
export const RESULTS = 'list-search-results';

/** Finds what is open and what is over. From the field the arrow goes on to what was found, Enter to the first of it. */
export function ListSearch({ query, onQuery, onEnter }: ListSearchProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useKey('/', () => {
    // In a narrow window the list is not there yet.
    flushSync(() => useView.setState({ listOpen: true }));
    input.current?.focus();
    input.current?.select();
  });
  const first = (): HTMLElement | null => document.querySelector(`#${RESULTS} .entry`);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && query !== '') onQuery('');
    else if (event.key === 'Escape') input.current?.blur();
    else if (event.key === 'ArrowDown') first()?.focus();
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="list-search" role="search">
      <Search className="icon-small" aria-hidden="true" />
      <input
        ref={input}
        id={SEARCH_FIELD}
        type="text"
        role="searchbox"
        className="input"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('listSearch.label')}
        aria-keyshortcuts="/"
        placeholder={t('listSearch.placeholder')}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query === '' ? (
        <KeyHint name="/" />
      ) : (
        <IconButton
          icon={X}
          label={t('listSearch.clear')}
          onClick={() => {
            onQuery('');
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
