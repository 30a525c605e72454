import { toCsv } from '../csv.ts';
import { markdownTable } from '../message/markdown-table.ts';
import type { ListedAction } from './listed.ts';
import type { ActionPriority, ActionStatus } from './terms.ts';

/** What an export is worded by; the columns are those of the record (process document 6.3), after the table of 6.2. */
export interface ExportWords {
  readonly columns: Readonly<
    Record<
      'number' | 'description' | 'owner' | 'dueOn' | 'status' | 'priority' | 'category' | 'incident',
      string
    >
  >;
  readonly status: Readonly<Record<ActionStatus, string>>;
  readonly priority: Readonly<Record<ActionPriority, string>>;
  readonly category: (listed: ListedAction) => string;
  /** The title of an incident that was a drill, marked as such. */
  readonly drill: (title: string) => string;
}

/** A table in Markdown. */
export function actionsAsMarkdown(listed: readonly ListedAction[], words: ExportWords): string {
  return markdownTable(rowsOf(listed, words).map((row) => row.map(String)));
}

/** CSV (RFC 4180), a row each under the names of the columns. */
export function actionsAsCsv(listed: readonly ListedAction[], words: ExportWords): string {
  return toCsv(rowsOf(listed, words));
}

function rowsOf(
  listed: readonly ListedAction[],
  { columns, status, priority, category, drill }: ExportWords,
): (string | number)[][] {
  const { number, description, owner, dueOn, incident } = columns;
  return [
    [number, description, owner, dueOn, columns.status, columns.priority, columns.category, incident],
    ...listed.map((each) => [
      each.action.number,
      each.action.description,
      each.action.owner,
      each.action.dueOn,
      status[each.action.status],
      priority[each.action.priority],
      category(each),
      each.incident.drill === undefined ? each.incident.title : drill(each.incident.title),
    ]),
  ];
}
