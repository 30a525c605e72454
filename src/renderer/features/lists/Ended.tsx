import { ChevronRight } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { select, useView } from '../../bridge/view.ts';
import { useLive } from '../../db/live.ts';
import { type EndedEntry, endedEntries } from './entries.ts';
import { EntryRow } from './EntryRow.tsx';

const SHOWN = 50;

/** What ended within a day: to look at again, or to reopen. */
export function Ended() {
  const { t } = useTranslation();
  const { pages, incidents } = useLive();
  const selection = useView((view) => view.selection);
  const entries = useMemo(() => endedEntries(pages, incidents), [pages, incidents]);
  if (entries.length === 0) return null;
  return (
    <details className="ended">
      <summary className="list-heading">
        <ChevronRight className="icon-small" aria-hidden="true" />
        {t('list.ended')} <span className="figures">{entries.length}</span>
      </summary>
      <ul>
        {entries.slice(0, SHOWN).map((entry) => {
          const subject = entry.kind === 'page' ? entry.page : entry.incident;
          return (
            <li key={subject.id}>
              <EntryRow
                severity={subject.severity}
                title={subject.title}
                test={subject.test}
                drill={subject.drill}
                selected={
                  entry.kind === 'page'
                    ? selection?.kind === 'page' && selection.pageId === entry.page.id
                    : selection?.kind === 'incident' && selection.incidentId === entry.incident.id
                }
                onSelect={() =>
                  entry.kind === 'page'
                    ? select({ kind: 'page', pageId: entry.page.id })
                    : select({ kind: 'incident', incidentId: entry.incident.id })
                }
              >
                <span>{endedText(t, entry)}</span>
              </EntryRow>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function endedText(t: TFunction, entry: EndedEntry): string {
  if (entry.kind === 'page') return t('list.resolved');
  const { merged, drillEnded } = entry.incident;
  if (drillEnded !== undefined) return t(`drill.event.endedHere.${drillEnded.how}`);
  return merged === undefined ? t('list.closed') : t('several.mergedInto', { title: merged.title });
}
