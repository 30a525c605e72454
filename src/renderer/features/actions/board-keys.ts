import { ACTION_STATUSES, type ActionStatus } from '#shared/domain/action/terms.ts';

/** The status one column to the left or right; undefined at the edge. */
export function neighbourStatus(status: ActionStatus, step: 1 | -1): ActionStatus | undefined {
  return ACTION_STATUSES[ACTION_STATUSES.indexOf(status) + step];
}

/** Cards by column, as they stand. */
export type Columns = readonly (readonly string[])[];

/** The card that an arrow key leads to; undefined where there is none in that direction. */
export function neighbourCard(columns: Columns, id: string, key: string): string | undefined {
  const at = columns.findIndex((cards) => cards.includes(id));
  const row = columns[at]?.indexOf(id) ?? -1;
  switch (key) {
    case 'ArrowUp':
      return columns[at]?.[row - 1];
    case 'ArrowDown':
      return columns[at]?.[row + 1];
    case 'ArrowLeft':
      return inColumn(columns.slice(0, at).toReversed(), row);
    case 'ArrowRight':
      return inColumn(columns.slice(at + 1), row);
    default:
      return undefined;
  }
}

/** At the same height of the next column that has any, or at its end. */
function inColumn(columns: Columns, row: number): string | undefined {
  const cards = columns.find((each) => each.length > 0);
  return cards?.[Math.min(row, cards.length - 1)];
}
