import { diffArrays } from 'diff';

/** Whole lines, one after the other, that stand in both texts or in one of them only. */
export interface Stretch {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly lines: readonly string[];
}
export interface Difference {
  readonly stretches: readonly Stretch[];
  /** More differs than is told apart line by line: all between the first and the last change stands as replaced. */
  readonly isCoarse: boolean;
}

/** Lines removed and added that are told apart one by one. The work rises with the square of their number. */
export const MOST_EDITS = 1000;

/** What became of a text, line by line. The work is bounded, however long and different the texts are. Pure. */
export function differenceOf(before: string, after: string): Difference {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const removed = old.slice(head, old.length - tail);
  const added = fresh.slice(head, fresh.length - tail);
  const told = stretchesOf(removed, added);
  const stretches: Stretch[] = [
    { kind: 'kept', lines: old.slice(0, head) },
    ...(told ?? whole(removed, added)),
    { kind: 'kept', lines: old.slice(old.length - tail) },
  ];
  return { stretches: stretches.filter(({ lines }) => lines.length > 0), isCoarse: told === undefined };
}

/** Undefined: too much differs. */
function stretchesOf(removed: string[], added: string[]): Stretch[] | undefined {
  if (removed.length === 0 || added.length === 0) return whole(removed, added);
  return diffArrays(removed, added, { maxEditLength: MOST_EDITS })?.map((change) => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'kept',
    lines: change.value,
  }));
}

function whole(removed: readonly string[], added: readonly string[]): Stretch[] {
  return [
    { kind: 'removed', lines: removed },
    { kind: 'added', lines: added },
  ];
}
