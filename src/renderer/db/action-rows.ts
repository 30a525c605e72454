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
  await db.actions.bulkDelete(gone);
  await db.actions.bulkPut(rows);
}

export function actionsOf(incident: Incident): IncidentActions {
  const { id, title, severity, detectedAt, playbook, test, drill, actions } = incident;
  const marks = drill === undefined ? { test } : { test, drill };
  return { id, title, severity, detectedAt, playbook, ...marks, actions };
}
