import { FileX } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { countOutcomes } from '#shared/domain/playbook-import/report.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StandingDeadlines } from './BlankInput.tsx';
import type { ReadState } from './import-store.ts';
import { MissingParts } from './MissingParts.tsx';
import { PlaybookFields } from './PlaybookFields.tsx';
import { Problems } from './Problems.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SectionReview } from './SectionReview.tsx';
import { baseOf, useDraft } from './use-draft.ts';

/** What was read, for a person to look over: section by section, then saved or not. */
export function Review({ state }: { readonly state: ReadState }) {
  const { t } = useTranslation();
  const base = baseOf(state);
  return base === undefined ? (
    <EmptyState
      isPlace
      icon={FileX}
      title={t('importing.failed', { name: state.name })}
      text={t('importing.safe')}
    />
  ) : (
    <Report state={state} base={base} />
  );
}

function Report({ state, base }: { readonly state: ReadState; readonly base: Playbook }) {
  const { t } = useTranslation();
  // Typing goes on while the draft is written anew.
  const behind = useDeferredValue(state);
  const draft = useDraft(behind, base);
  const { name, report, encoding } = state;
  const counts = countOutcomes(report);
  return (
    <div className="import">
      <div className="import-scroll" tabIndex={0} role="region" aria-label={t('importing.title')}>
        <div className="import-body">
          <header>
            <h1>{t('importing.title')}</h1>
            <p className="muted">
              {name}: {t('importing.summary', counts)}
            </p>
            {encoding !== undefined && encoding !== 'utf-8' && (
              <p>{t('importing.readAs', { encoding: t(`importing.encoding.${encoding}`) })}</p>
            )}
          </header>
          <PlaybookFields choices={state.choices} problems={draft.problems} />
          <section aria-labelledby="import-sections">
            <h2 id="import-sections">{t('importing.sections')}</h2>
            <StandingDeadlines value={draft.deadlines}>
              <ol className="import-sections">
                {report.sections.map((section) => (
                  <SectionReview
                    key={section.id}
                    section={section}
                    choices={state.choices}
                    base={base}
                    zeroBased={report.zeroBased}
                  />
                ))}
              </ol>
            </StandingDeadlines>
          </section>
          <MissingParts missing={draft.missing} />
          <Problems draft={draft} />
          <section>
            <details>
              <summary>{t('importing.preview')}</summary>
              <pre className="code">{draft.yaml}</pre>
            </details>
          </section>
        </div>
      </div>
      <SaveBar draft={draft} choices={state.choices} isBehind={behind !== state} isKept={state.isKept} />
    </div>
  );
}
