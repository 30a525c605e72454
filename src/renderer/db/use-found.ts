import { useEffect, useState } from 'react';
import { type Found, onSearchRead, prepareSearch, searchIncidents } from './search.ts';

export interface FoundState {
  readonly query: string;
  readonly found: readonly Found[];
  /** Not all has been looked through yet: more may come. */
  readonly reading: boolean;
  /** There is no answer yet to what was typed last. */
  readonly searching: boolean;
}

const LIMIT = 20;
/** One letter is in everything. */
const SHORTEST = 2;
const NOTHING: FoundState = { query: '', found: [], reading: false, searching: false };

/** What the log says about a query, as it is typed. The last answer stands until the next one is there. */
export function useFound(query: string): FoundState {
  const [state, setState] = useState<FoundState>(NOTHING);
  // While the first letters are typed.
  useEffect(() => void prepareSearch().catch(() => undefined), []);
  const wanted = query.trim().length < SHORTEST ? '' : query.trim();
  useEffect(() => (wanted === '' ? undefined : follow(wanted, setState)), [wanted]);
  if (wanted === '') return NOTHING;
  // Of what is still being read, nothing found is no answer.
  const none = state.reading && state.found.length === 0;
  return { ...state, searching: state.query !== wanted || none };
}

/** Asks, and asks again whenever more has been read, one question at a time. @returns stops asking */
function follow(query: string, answered: (state: FoundState) => void): () => void {
  let current = true;
  let isAsking = false;
  let isStale = false;
  const ask = async (): Promise<void> => {
    if (isAsking) {
      isStale = true;
      return;
    }
    isAsking = true;
    isStale = false;
    // A store that fails is told by the window's banner; here it only has no answer.
    const answer = await searchIncidents(query, LIMIT).catch(() => ({ found: [], isWhole: true }));
    isAsking = false;
    if (!current) return;
    answered({ query, found: answer.found, reading: !answer.isWhole, searching: false });
    if (answer.isWhole) unsubscribe();
    else if (isStale) void ask();
  };
  const unsubscribe = onSearchRead(() => void ask());
  void ask();
  return () => {
    current = false;
    unsubscribe();
  };
}
