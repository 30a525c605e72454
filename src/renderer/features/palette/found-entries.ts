import type { TFunction } from 'i18next';
import { snippetOf } from '#shared/domain/search/snippet.ts';
import { select } from '../../bridge/view.ts';
import type { Found } from '../../db/search.ts';
import { markedTitle } from '../../ui/marked-title.ts';
import type { PaletteEntry } from './entry.ts';

/** What was found in the log, as lines of the palette: each opens its incident. */
export function foundEntries(
  t: TFunction,
  found: readonly Found[],
  query: string,
  time: (at: number) => string,
): PaletteEntry[] {
  return found.map(({ where, record, entry, at }): PaletteEntry => {
    const { id, severity, closedAt } = record;
    const title = markedTitle(t, record);
    const act = (): void => select({ kind: 'incident', incidentId: id });
    if (where === 'incident' || entry === undefined) {
      const state =
        closedAt === undefined ? t('palette.openIncident') : t('palette.closedAt', { time: time(closedAt) });
      return { id: `incident:${id}`, group: 'incident', label: title, detail: state, severity, act };
    }
    const { before, match, after } = snippetOf(entry.text, query);
    return {
      id: `${where}:${entry.eventId}`,
      group: where === 'note' ? 'note' : 'copied',
      label: `${before}${match}${after}`,
      detail: `${title} · ${time(at)}`,
      severity,
      act,
    };
  });
}
