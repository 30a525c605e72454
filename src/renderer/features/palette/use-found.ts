import { useEffect, useState } from 'react';
import { type Found, prepareSearch, searchIncidents } from '../../db/search.ts';

export interface FoundState {
  readonly query: string;
  readonly found: readonly Found[];
}

const LIMIT = 20;
/** One letter is in everything. */
const SHORTEST = 2;
const NOTHING: FoundState = { query: '', found: [] };

/** What the log says about a query, as it is typed. The last answer stands until the next one is there. */
export function useFound(query: string): FoundState & { readonly searching: boolean } {
  const [state, setState] = useState<FoundState>(NOTHING);
  // While the first letters are typed.
  useEffect(() => void prepareSearch().catch(() => undefined), []);
  const wanted = query.trim().length < SHORTEST ? '' : query.trim();
  useEffect(() => {
    let current = true;
    const show = (found: readonly Found[]): void => {
      if (current) setState({ query: wanted, found });
    };
    // A store that fails is told by the window's banner; here it only has no answer.
    if (wanted !== '') searchIncidents(wanted, LIMIT).then(show, () => show([]));
    return () => {
      current = false;
    };
  }, [wanted]);
  if (wanted === '') return { ...NOTHING, searching: false };
  return { ...state, searching: state.query !== wanted };
}
