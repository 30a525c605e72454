import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { PlaybookPostMortem } from '#shared/domain/playbook/schema-after.ts';

/** What every part of the document is about. */
export interface PartProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly postMortem: PlaybookPostMortem;
}
