import { create } from 'zustand';
import type { ActionFilter, SortKey } from '#shared/domain/action/listed.ts';

export interface ActionsView {
  readonly shape: 'board' | 'table';
  readonly filter: ActionFilter;
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
  /** Ids of items picked in the table. */
  readonly selected: ReadonlySet<string>;
}

/** How the action items are looked at: as they were left, when somebody comes back. */
export const useActionsView = create<ActionsView>(() => ({
  shape: 'board',
  filter: {},
  sort: { key: 'dueOn', descending: false },
  selected: new Set(),
}));

export function setFilter(change: ActionFilter): void {
  useActionsView.setState({ filter: change });
}

/** The same column again turns the order round. */
export function sortBy(key: SortKey): void {
  useActionsView.setState(({ sort }) => ({
    sort: { key, descending: sort.key === key && !sort.descending },
  }));
}

export function setSelected(ids: readonly string[], on: boolean): void {
  useActionsView.setState(({ selected }) => {
    const next = new Set(selected);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    return { selected: next };
  });
}
