import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/domain/metrics/dashboard.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useLanguage } from '../../../ui/language.ts';
import { FigureLink } from '../FigureLink.tsx';
import { leftOutWords, shareWords, spanWords } from '../words.ts';

interface CadencePanelProps {
  readonly board: Dashboard;
  readonly playbook: Playbook;
}

/** Of the status updates that were due, how many came in time. */
export function CadencePanel({ board, playbook }: CadencePanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { due, kept, ids, missed, leftOut } = board.cadence;
  const title = t('history.cadence');
  return (
    <section className="chart" aria-label={title}>
      <header className="chart-head">
        <h2>{title}</h2>
      </header>
      {due === 0 ? (
        <p className="muted">{t('history.cadenceNone')}</p>
      ) : (
        <>
          <p className="cadence-share">{shareWords(kept / due, language)}</p>
          <p>
            <FigureLink picked={{ figure: (word) => word('history.cadence'), ids, leftOut }}>
              {t('history.cadenceShare', { kept, due })}
            </FigureLink>
          </p>
          <p>
            <FigureLink
              picked={{
                figure: (word) => word('history.cadenceMissed', { count: missed.length }),
                ids: missed,
                leftOut: [],
              }}
            >
              {t('history.cadenceMissed', { count: missed.length })}
            </FigureLink>
          </p>
        </>
      )}
      <p className="chart-note">
        {t('history.cadenceRule', { every: spanWords(t, playbook.updates.every) })}
        {leftOut.length > 0 && ` ${t('history.leftOut', { what: leftOutWords(t, leftOut) })}.`}
      </p>
    </section>
  );
}
