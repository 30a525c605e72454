import { ROLLBACK } from '../playbook/checklists.ts';
import type { Playbook } from '../playbook/schema.ts';
import { type Incident, tickKey } from './incident.ts';

/** What ended an incident, as far as its record says. */
export interface WhatFixed {
  /** What was filled into the message of its resolution by hand: the cause and the resolution, by the playbook's labels. */
  readonly said: readonly { readonly label: string; readonly text: string }[];
  /** A step of the rollback was carried out. */
  readonly rolledBack: boolean;
}

/** What fixed an incident: the words of its resolution (process document 4.2) and whether it was rolled back (5.2). Pure. */
export function whatFixed(
  { copied, ticks }: Pick<Incident, 'copied' | 'ticks'>,
  { templates, rollback }: Pick<Playbook, 'templates' | 'rollback'>,
): WhatFixed {
  const resolution = templates.find(({ id, kind }) => kind === 'resolution' && copied[id] !== undefined);
  const filled = resolution === undefined ? {} : (copied[resolution.id]?.fields ?? {});
  const said = (resolution?.fields ?? []).flatMap(({ id, label, type, source }) => {
    const value = filled[id];
    const isWords = source === undefined && (type === 'text' || type === 'multiline' || type === 'list');
    const text = typeof value === 'string' ? value : (value ?? []).join(', ');
    return isWords && text.trim() !== '' ? [{ label, text }] : [];
  });
  const rolledBack = rollback?.steps.some(({ id }) => ticks[tickKey(ROLLBACK, id)] !== undefined) ?? false;
  return { said, rolledBack };
}
