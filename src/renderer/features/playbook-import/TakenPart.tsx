import { useTranslation } from 'react-i18next';
import type { TakenFinding } from '#shared/domain/playbook-import/report.ts';
import { linesOf } from './content-lines.ts';
import { takeFinding } from './import-store.ts';

/** A block that is taken as a part of the playbook: as which, how surely, why, and with which values. */
export function TakenPart({
  finding,
  isTaken,
}: {
  readonly finding: TakenFinding;
  readonly isTaken: boolean;
}) {
  const { t } = useTranslation();
  const { id, line, confidence, why, content } = finding;
  const kind = t(`importing.kind.${content.kind}`);
  const what = 'part' in content ? `${kind}: ${t(`importing.listOf.${content.part}`)}` : kind;
  return (
    <div className="import-finding" data-outcome="taken" data-off={isTaken ? undefined : ''}>
      <div className="import-finding-head">
        <label>
          <input
            type="checkbox"
            className="checkbox"
            checked={isTaken}
            aria-label={t('importing.takeOf', { what, line })}
            onChange={(event) => takeFinding(id, event.target.checked)}
          />
          <strong>{what}</strong>
        </label>
        <span className="import-sure" data-confidence={confidence}>
          {isTaken ? t(`importing.confidence.${confidence}`) : t('importing.leftOutByYou')}
        </span>
        <span className="import-why">
          {t('importing.because', { reasons: why.map((reason) => t(`importing.why.${reason}`)).join(', ') })}
        </span>
      </div>
      {isTaken && (
        <dl className="import-values">
          {linesOf(content).map(({ label, text }, index) => (
            <div key={`${index}-${label}`}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {isTaken && content.kind === 'metrics' && content.others.length > 0 && (
        <p className="import-why">{t('importing.metricsLeftOut', { names: content.others.join(', ') })}</p>
      )}
    </div>
  );
}
