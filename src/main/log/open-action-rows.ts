import type { DatabaseSync } from 'node:sqlite';
import type { OpenAction } from '#shared/domain/action/open-actions.ts';

/** Keeps the rows of an incident's action items that are not completed, inside the caller's transaction. */
export function openActionRows(
  database: DatabaseSync,
): (incidentId: string, actions: readonly OpenAction[]) => void {
  const remove = database.prepare('DELETE FROM open_actions WHERE incident_id = ?');
  const insert = database.prepare(
    'INSERT OR REPLACE INTO open_actions (id, incident_id, state) VALUES (?, ?, ?)',
  );
  return (incidentId, actions) => {
    remove.run(incidentId);
    for (const action of actions) insert.run(action.id, incidentId, JSON.stringify(action));
  };
}
