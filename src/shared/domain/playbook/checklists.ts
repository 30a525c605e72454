import type { Playbook } from './schema.ts';

/** The checklist that every incident has (process document 9.1). */
export const QUICK_REFERENCE = 'quick-reference';
/** The rollback's criteria and steps (5.2), one list in the log: their ids differ. */
export const ROLLBACK = 'rollback';

/** The checklist of a role's responsibilities (3.2). */
export const roleChecklist = (role: string): string => `role:${role}`;
/** The checklist of a procedure, all its phases (5.1, 5.3). */
export const procedureChecklist = (procedure: string): string => `procedure:${procedure}`;

/** What can be ticked in a checklist of the log; empty when the playbook has no such list. */
export function itemsOf(
  playbook: Playbook,
  checklist: string,
): readonly { readonly id: string; readonly text: string }[] {
  if (checklist === QUICK_REFERENCE) return playbook.quickReference.items;
  if (checklist === ROLLBACK) {
    return [...(playbook.rollback?.criteria ?? []), ...(playbook.rollback?.steps ?? [])];
  }
  const role = playbook.roles?.find(({ id }) => roleChecklist(id) === checklist);
  if (role !== undefined) return role.duties.flatMap(({ items }) => items);
  const procedure = playbook.procedures?.find(({ id }) => procedureChecklist(id) === checklist);
  return procedure?.phases.flatMap(({ items }) => items) ?? [];
}

/** Everything that can be ticked, in whatever checklist. */
export function allItemsOf({
  quickReference,
  rollback,
  roles = [],
  procedures = [],
}: Playbook): readonly { readonly id: string; readonly text: string }[] {
  return [
    ...quickReference.items,
    ...(rollback?.criteria ?? []),
    ...(rollback?.steps ?? []),
    ...roles.flatMap(({ duties }) => duties.flatMap(({ items }) => items)),
    ...procedures.flatMap(({ phases }) => phases.flatMap(({ items }) => items)),
  ];
}
