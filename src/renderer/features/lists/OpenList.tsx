import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { select, useView } from '../../bridge/view.ts';
import { usePlaybookFor } from '../../db/current-playbook.ts';
import { useLive } from '../../db/live.ts';
import { useLateEdge } from '../../db/open-entries.ts';
import { deferred } from '../../ui/deferred.tsx';
import { useLanguage } from '../../ui/language.ts';
import { clockNow } from '../../ui/ticker.ts';
import { listModel } from './entries.ts';
import { Ended } from './Ended.tsx';
import { EntryDeadline, EntryRow } from './EntryRow.tsx';
import { ListSearch, SEARCH_FIELD } from './ListSearch.tsx';
import { PageList } from './PageList.tsx';
import { SourcesLine } from './SourcesLine.tsx';
import './lists.css';

/** The first screen does without it. */
const { Part: SearchResults } = deferred(async () => (await import('./SearchResults.tsx')).SearchResults);

/** The left list: incidents being handled, then pages nobody has taken, most urgent first. */
export function OpenList() {
  const { t } = useTranslation();
  const language = useLanguage();
  const pages = useLive((live) => live.pages);
  const incidents = useLive((live) => live.incidents);
  const playbooks = useLive((live) => live.playbooks);
  const selection = useView((view) => view.selection);
  const edge = useLateEdge();
  const playbookFor = usePlaybookFor();
  const [query, setQuery] = useState('');
  // The query whose first result is wanted: Enter is often pressed before there is an answer.
  const [entered, setEntered] = useState<string>();
  const model = useMemo(
    () =>
      listModel(pages, incidents, playbooks, playbookFor, { now: Math.max(edge ?? 0, clockNow()), language }),
    [pages, incidents, playbooks, playbookFor, edge, language],
  );
  return (
    <nav className="open-list" aria-label={t('list.label')}>
      <ListSearch query={query} onQuery={setQuery} onEnter={() => setEntered(query)} />
      {query.trim() !== '' && (
        <SearchResults
          query={query}
          isEntered={entered === query}
          onOpened={() => setEntered(undefined)}
          onLeave={() => document.getElementById(SEARCH_FIELD)?.focus()}
        />
      )}
      <div className="open-list-scroll" hidden={query.trim() !== ''}>
        <section aria-labelledby="list-handled">
          <h2 className="list-heading" id="list-handled">
            {t('list.handled')} <span className="figures">{model.incidents.length}</span>
          </h2>
          {model.incidents.length === 0 && <p className="list-none">{t('list.noneHandled')}</p>}
          <ul>
            {model.incidents.map(({ entry, incident }) => (
              <li key={incident.id}>
                <EntryRow
                  severity={incident.severity}
                  title={incident.title}
                  since={incident.detectedAt}
                  test={incident.test}
                  drill={incident.drill}
                  selected={selection?.kind === 'incident' && selection.incidentId === incident.id}
                  onSelect={() => select({ kind: 'incident', incidentId: incident.id })}
                >
                  <EntryDeadline entry={entry} />
                </EntryRow>
              </li>
            ))}
          </ul>
        </section>
        <PageList entries={model.pages} playbookFor={playbookFor} />
        <Ended />
      </div>
      <SourcesLine />
    </nav>
  );
}
