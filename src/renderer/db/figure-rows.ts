import type { Incident } from '#shared/domain/incident/incident.ts';
import { figuresOf } from '#shared/domain/metrics/incident-figures.ts';
import { pickEdition } from '#shared/domain/playbook/edition.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { TplusDatabase } from './database.ts';
import { editionsOf } from './live.ts';

/** The playbook an incident is judged by: its editions differ in their words only. */
export function rulesOf(
  incident: Pick<Incident, 'playbook'>,
  playbooks: ReadonlyMap<string, Playbook>,
): Playbook | undefined {
  return pickEdition(editionsOf(incident, playbooks), 'en');
}

/** By database: what a hash stands for never changes, and reading it for every event would cost more than folding. */
const known = new WeakMap<TplusDatabase, Map<string, Playbook>>();

/** Writes the figures of some incidents, in the transaction that changed them; their playbooks are written before. */
export async function writeFigureRows(
  db: TplusDatabase,
  incidents: ReadonlyMap<string, { readonly entity: Incident | undefined }>,
): Promise<void> {
  const gone: string[] = [];
  const changed: Incident[] = [];
  for (const [id, { entity }] of incidents) {
    if (entity === undefined) gone.push(id);
    else changed.push(entity);
  }
  const playbooks = await playbooksOf(db, changed);
  await db.figures.bulkDelete(gone);
  await db.figures.bulkPut(changed.map((incident) => figuresOf(incident, rulesOf(incident, playbooks))));
}

async function playbooksOf(
  db: TplusDatabase,
  incidents: readonly Incident[],
): Promise<ReadonlyMap<string, Playbook>> {
  const held = known.get(db) ?? new Map<string, Playbook>();
  known.set(db, held);
  const wanted = new Set(incidents.flatMap(({ playbook }) => Object.values(playbook.editions)));
  const missing = [...wanted].filter((hash) => !held.has(hash));
  if (missing.length > 0) {
    for (const row of await db.playbooks.bulkGet(missing))
      if (row !== undefined) held.set(row.hash, row.playbook);
  }
  return held;
}
