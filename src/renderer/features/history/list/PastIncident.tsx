import { useTranslation } from 'react-i18next';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import { select } from '../../../bridge/view.ts';
import { SeverityBadge } from '../../../ui/SeverityBadge.tsx';
import { useHistory } from '../history-state.ts';
import { dateWords, spanWords, stateWords } from '../words.ts';

interface PastIncidentProps {
  readonly figures: IncidentFigures;
  readonly timeZone: string;
}

/** One line: when, how bad, what, where, and how it ended. It opens the incident. */
export function PastIncident({ figures, timeZone }: PastIncidentProps) {
  const { t } = useTranslation();
  const sample = useHistory((view) => view.sample);
  const { id, severity, title, service, detectedAt, resolvedAt, notCounted, reopened } = figures;
  const open = (): void => {
    if (sample) useHistory.setState({ opened: id });
    else select({ kind: 'incident', incidentId: id });
  };
  return (
    <button type="button" className="past" onClick={open}>
      <span className="past-date figures">{dateWords(detectedAt, timeZone)}</span>
      <SeverityBadge severity={severity} />
      <span className="past-title" title={title}>
        {title}
      </span>
      <span className="past-tags">
        {sample && <span className="tag">{t('history.sample.tag')}</span>}
        {notCounted !== undefined && (
          <span className="tag">{t(`history.list.notCounted.${notCounted}`)}</span>
        )}
        {reopened > 0 && <span className="tag">{t('history.list.reopened')}</span>}
      </span>
      <span className="past-service">{service}</span>
      <span className="past-span">
        {resolvedAt !== undefined &&
          t('history.list.resolvedIn', { time: spanWords(t, resolvedAt - detectedAt) })}
      </span>
      <span className="past-state">{stateWords(t, figures)}</span>
    </button>
  );
}
