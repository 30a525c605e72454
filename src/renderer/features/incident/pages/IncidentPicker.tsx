import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { Elapsed } from '../../../ui/Countdown.tsx';
import { Field } from '../../../ui/Field.tsx';
import { DrillTag } from '../../../ui/DrillTag.tsx';
import { SeverityBadge } from '../../../ui/SeverityBadge.tsx';

interface IncidentPickerProps {
  readonly candidates: readonly Incident[];
  /** Those of them that match what was typed. */
  readonly shown: readonly Incident[];
  readonly typed: string;
  readonly picked: Incident | undefined;
  readonly onType: (typed: string) => void;
  readonly onPick: (incident: Incident) => void;
}

/** One of the open incidents, most urgent first, found by typing. */
export function IncidentPicker({ candidates, shown, typed, picked, onType, onPick }: IncidentPickerProps) {
  const { t } = useTranslation();
  const name = useId();
  if (candidates.length === 0) return <p className="muted">{t('several.none')}</p>;
  return (
    <>
      <Field label={t('several.find')}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            autoComplete="off"
            value={typed}
            onChange={(event) => onType(event.target.value)}
          />
        )}
      </Field>
      <div className="candidates" role="radiogroup" aria-label={t('several.candidates')}>
        {shown.length === 0 && <p className="muted">{t('several.noneFound')}</p>}
        {shown.map((incident) => (
          <label key={incident.id} className="candidate">
            <input
              type="radio"
              className="radio"
              name={name}
              aria-label={incident.title}
              checked={picked?.id === incident.id}
              onChange={() => onPick(incident)}
            />
            <SeverityBadge severity={incident.severity} />
            <span className="candidate-title">{incident.title}</span>
            <span className="candidate-about">
              <Elapsed since={incident.detectedAt} until={incident.resolvedAt} />
              {incident.service !== '' && <span>{incident.service}</span>}
              <DrillTag drill={incident.drill} />
              {incident.test && <span className="tag">{t('incident.test')}</span>}
            </span>
          </label>
        ))}
      </div>
    </>
  );
}
