import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { blanksOf } from '#shared/domain/playbook-import/choices.ts';
import type { PersonFinding } from '#shared/domain/playbook-import/report.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { BlankInput } from './BlankInput.tsx';
import { takeFinding } from './import-store.ts';

interface DrawingProps {
  readonly finding: PersonFinding;
  readonly isTaken: boolean;
  readonly answers: Readonly<Record<string, string>>;
  readonly base: Playbook;
  readonly zeroBased: boolean;
}

/** A drawing, a diagram or code as it stands in the document, and beside it the part of the playbook to fill in from it. */
export function Drawing({ finding, isTaken, answers, base, zeroBased }: DrawingProps) {
  const { t } = useTranslation();
  const blanks = useMemo(() => blanksOf(finding, base, { zeroBased }), [finding, base, zeroBased]);
  const what = t(`importing.field.${finding.field}`);
  const hasBlanks = blanks.length > 0;
  return (
    <div className="import-finding" data-outcome="for-a-person" data-off={isTaken ? undefined : ''}>
      <div className="import-finding-head">
        {hasBlanks ? (
          <label>
            <input
              type="checkbox"
              className="checkbox"
              checked={isTaken}
              aria-label={t('importing.takeOf', { what, line: finding.line })}
              onChange={(event) => takeFinding(finding.id, event.target.checked)}
            />
            <strong>{what}</strong>
          </label>
        ) : (
          <strong>{what}</strong>
        )}
        <span className="import-sure" data-confidence="low">
          {t(hasBlanks ? 'importing.forYou' : 'importing.leftOut')}
        </span>
        <span className="import-why">{t(hasBlanks ? 'importing.suggested' : 'importing.noField')}</span>
      </div>
      {isTaken && (
        <div className="import-drawing" data-alone={hasBlanks ? undefined : ''}>
          <pre
            className="code"
            tabIndex={0}
            role="region"
            aria-label={`${t('importing.asDrawn')}, ${t('importing.atLine', { line: finding.line })}`}
          >
            {finding.text}
          </pre>
          {hasBlanks && (
            <div className="import-blanks" data-field={finding.field} role="group" aria-label={what}>
              {blanks.map((blank) => (
                <BlankInput key={blank.name} blank={blank} answer={answers[blank.name]} base={base} />
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
