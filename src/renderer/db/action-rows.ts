import type { Table } from 'dexie';
import type { IncidentActions } from '#shared/domain/action/listed.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';

/** Writes the action items of some incidents, in the transaction that changed them; most have none. */
export async function writeActionRows(
  db: { readonly actions: Table<IncidentActions, string> },
  incidents: ReadonlyMap<string, { readonly entity: Incident | undefined }>,
): Promise<void> {
  const rows: IncidentActions[] = [];
  const gone: string[] = [];
  for (const [id, { entity }] of incidents) {
    if (entity === undefined || entity.actions.length === 0) gone.push(id);
    else rows.push(actionsOf(entity));
  }
  await db.actions.bulkDelete(await heldOf(db.actions, gone));
  await db.actions.bulkPut(rows);
}

/** Deleting what is not there costs as much as deleting what is; of a long past, nearly none has any. */
async function heldOf(table: Table<IncidentActions, string>, ids: readonly string[]): Promise<string[]> {
  const sorted = ids.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const held = new Set(await table.where(':id').between(first, last, true, true).primaryKeys());
  return ids.filter((id) => held.has(id));
}

export function actionsOf(incident: Incident): IncidentActions {
  const { id, title, severity, detectedAt, playbook, test, drill, actions } = incident;
  const marks = drill === undefined ? { test } : { test, drill };
  return { id, title, severity, detectedAt, playbook, ...marks, actions };
}
