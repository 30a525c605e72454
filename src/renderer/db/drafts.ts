import { create } from 'zustand';
import type { FieldValue } from '#shared/domain/event/payloads.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { TplusDatabase } from './database.ts';
import { refoldingOf } from './refold-closed.ts';

export type DraftValues = Readonly<Record<string, FieldValue>>;
/** Template id to what was typed into its fields. */
export type IncidentDrafts = Readonly<Record<string, DraftValues>>;

/** The template of a post-mortem's text, which is written when its incident is long over: it is kept until it is saved. */
export const POST_MORTEM_DRAFT = '_post-mortem';

interface Drafts {
  readonly byIncident: Readonly<Record<string, IncidentDrafts>>;
  /** What was typed is only in memory: it will not outlive the window. */
  readonly unsaved: boolean;
}
export const useDrafts = create<Drafts>(() => ({ byIncident: {}, unsaved: false }));

/** Where the notes of a hand-over are kept, which belong to no incident. */
export const HANDOVER_DRAFT = '_handover';

let database: TplusDatabase | undefined;
const read = new Set<string>();
/** Fields that were typed into or given back, by their keys: what is read after that is older. */
const touched = new Set<string>();

/** Where drafts are kept from now on; undefined: in memory only. */
export function keepDraftsIn(next: TplusDatabase | undefined): void {
  database = next;
  read.clear();
  touched.clear();
  useDrafts.setState({ unsaved: next === undefined });
}

/** Reads what was typed for an incident before; what has been typed meanwhile stands. */
export async function loadDrafts(incidentId: string): Promise<void> {
  if (database === undefined || read.has(incidentId)) return;
  read.add(incidentId);
  try {
    const rows = await database.drafts.where('incidentId').equals(incidentId).toArray();
    useDrafts.setState(({ byIncident }) => {
      const typed = byIncident[incidentId] ?? {};
      const merged = rows.map(
        ({ template, values }) =>
          [template, { ...untouched(incidentId, template, values), ...typed[template] }] as const,
      );
      return { byIncident: { ...byIncident, [incidentId]: { ...typed, ...Object.fromEntries(merged) } } };
    });
  } catch {
    useDrafts.setState({ unsaved: true });
  }
}

/** Keeps one field as typed; `undefined` gives the field back to the incident's own value. */
export function saveDraft(
  incidentId: string,
  template: string,
  field: string,
  value: FieldValue | undefined,
): void {
  const { byIncident } = useDrafts.getState();
  const { [field]: _previous, ...others } = byIncident[incidentId]?.[template] ?? {};
  const values: DraftValues = value === undefined ? others : { ...others, [field]: value };
  useDrafts.setState({
    byIncident: { ...byIncident, [incidentId]: { ...byIncident[incidentId], [template]: values } },
  });
  touched.add(keyOf(incidentId, template, field));
  if (database === undefined) return;
  writeDraft(database, incidentId, template).then(
    () => useDrafts.setState({ unsaved: false }),
    () => useDrafts.setState({ unsaved: true }),
  );
}

function keyOf(incidentId: string, template: string, field: string): string {
  return JSON.stringify([incidentId, template, field]);
}

function untouched(incidentId: string, template: string, values: DraftValues): DraftValues {
  const before = Object.entries(values).filter(([field]) => !touched.has(keyOf(incidentId, template, field)));
  return Object.fromEntries(before);
}

/** Fields that are kept and have not been read yet stay. */
function writeDraft({ drafts }: TplusDatabase, incidentId: string, template: string): Promise<void> {
  return drafts.db.transaction('rw', drafts, async () => {
    const kept = await drafts.get([incidentId, template]);
    const typed = useDrafts.getState().byIncident[incidentId]?.[template];
    const values = { ...untouched(incidentId, template, kept?.values ?? {}), ...typed };
    await drafts.put({ incidentId, template, values });
  });
}

/**
 * Lets go of the messages typed for incidents that were closed before `oldest`, or that the log does not have. Nothing is
 * let go of while closed incidents are folded anew: one that is not there may yet come.
 */
export async function forgetEndedDrafts(oldest: Instant): Promise<void> {
  const from = database;
  if (from === undefined || (await refoldingOf(from)) !== undefined) return;
  const drafted = (await from.drafts.orderBy('incidentId').uniqueKeys()).map(String);
  const rows = await from.incidents.bulkGet(drafted);
  const ended = drafted.filter((id, index) => {
    if (id === HANDOVER_DRAFT) return false;
    const closedAt = rows[index]?.closedAt;
    return closedAt === undefined || (closedAt > 0 && closedAt < oldest);
  });
  if (ended.length === 0) return;
  await from.drafts
    .where('incidentId')
    .anyOf(ended)
    .and(({ template }) => template !== POST_MORTEM_DRAFT)
    .delete();
  const { byIncident } = useDrafts.getState();
  const kept = Object.entries(byIncident).flatMap(([id, drafts]): [string, IncidentDrafts][] => {
    if (!ended.includes(id)) return [[id, drafts]];
    const { [POST_MORTEM_DRAFT]: written } = drafts;
    return written === undefined ? [] : [[id, { [POST_MORTEM_DRAFT]: written }]];
  });
  useDrafts.setState({ byIncident: Object.fromEntries(kept) });
}
