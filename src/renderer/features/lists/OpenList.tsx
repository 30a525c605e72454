import { useTranslation } from 'react-i18next';
import { select, useView } from '../../bridge/view.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { useLive } from '../../db/live.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../../ui/ticker.ts';
import { listModel } from './entries.ts';
import { Ended } from './Ended.tsx';
import { EntryDeadline, EntryRow } from './EntryRow.tsx';
import { PageList } from './PageList.tsx';
import { SourcesLine } from './SourcesLine.tsx';
import './lists.css';

/** The left list: incidents being handled, then pages nobody has taken, most urgent first. */
export function OpenList() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { pages, incidents, playbooks } = useLive();
  const selection = useView((view) => view.selection);
  const now = useNow();
  const current = useCurrentPlaybook();
  const model = listModel(pages, incidents, playbooks, current, { now, language });
  return (
    <nav className="open-list" aria-label={t('list.label')}>
      <div className="open-list-scroll">
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
        <PageList entries={model.pages} playbook={current} />
        <Ended />
      </div>
      <SourcesLine />
    </nav>
  );
}
