import { withoutQuotes } from '#shared/domain/event/quotes.ts';
import type { FieldValue } from '#shared/domain/event/payloads.ts';
import { removedMark } from '#shared/domain/event/redact.ts';
import type { PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { HANDOVER_DRAFT, loadDrafts, saveDraft, useDrafts } from './drafts.ts';

/** Takes a text that is removed for good out of what is typed and not saved: of its incident, and for the hand-over. */
export async function removeFromDrafts(
  incidentId: string,
  text: string,
  language: PlaybookLanguage,
): Promise<void> {
  const without = (value: string): string => withoutQuotes(value, text, removedMark(language));
  for (const owner of [incidentId, HANDOVER_DRAFT]) {
    await loadDrafts(owner);
    const drafts = Object.entries(useDrafts.getState().byIncident[owner] ?? {});
    for (const [template, values] of drafts) {
      for (const [field, value] of Object.entries(values)) {
        const next: FieldValue = typeof value === 'string' ? without(value) : value.map(without);
        if (String(next) !== String(value)) saveDraft(owner, template, field, next);
      }
    }
  }
}
