import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaybookSeverity } from '#shared/domain/playbook/schema.ts';
import type { Severity } from '#shared/domain/severity.ts';
import { Dialog } from './Dialog.tsx';
import { KeyHint } from './KeyHint.tsx';
import { singleKeysAct } from './keys.ts';
import { SeverityBadge } from './SeverityBadge.tsx';

interface SeverityDialogProps {
  readonly severities: readonly PlaybookSeverity[];
  readonly current: Severity;
  /** What choosing does. */
  readonly hint: string;
  readonly onChoose: (severity: Severity) => void;
  readonly onClose: () => void;
}

/** Which severity is it? What tells them apart (process document 1.1 to 1.3), each one key away. */
export function SeverityDialog({ severities, current, hint, onChoose, onClose }: SeverityDialogProps) {
  const { t } = useTranslation();
  // Not the worst one: a stray Enter changes nothing.
  const currentButton = useRef<HTMLButtonElement>(null);
  const choose = (severity: Severity): void => {
    onClose();
    onChoose(severity);
  };
  useDigits((digit) => {
    const chosen = severities[digit - 1];
    if (chosen !== undefined) choose(chosen.id);
  });
  return (
    <Dialog open wide initialFocus={currentButton} title={t('severities.title')} onClose={onClose}>
      <ul className="severity-choices">
        {severities.map((severity, index) => (
          <li key={severity.id} {...(severity.id === current ? { 'data-current': '' } : {})}>
            <button
              type="button"
              className="severity-name"
              aria-describedby={`about-${severity.id}`}
              aria-pressed={severity.id === current}
              {...(severity.id === current ? { ref: currentButton } : {})}
              onClick={() => choose(severity.id)}
            >
              <KeyHint name={`${index + 1}`} />
              <SeverityBadge severity={severity.id} />
              <strong>{severity.name}</strong>
            </button>
            {severity.id === current && <span className="tag">{t('severities.current')}</span>}
            <About severity={severity} />
          </li>
        ))}
      </ul>
      <p className="secondary">{hint}</p>
    </Dialog>
  );
}

function About({ severity }: { readonly severity: PlaybookSeverity }) {
  const { t } = useTranslation();
  const { id, scope, impact, characteristics, examples, responseTarget, resolutionTarget } = severity;
  const facts = [
    [t('severities.scope'), scope],
    [t('severities.impact'), impact],
    [t('severities.signs'), characteristics.join(' · ')],
    [t('severities.examples'), examples.join(' · ')],
    [t('severities.response'), responseTarget],
    [t('severities.resolution'), resolutionTarget],
  ] as const;
  return (
    <dl className="severity-about" id={`about-${id}`}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="secondary">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Digits while the dialog is there, from its first moment: what is typed at once must not tick the list under it. */
function useDigits(onDigit: (digit: number) => void): void {
  const latest = useRef(onDigit);
  useEffect(() => {
    latest.current = onDigit;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (singleKeysAct() && !event.repeat) latest.current(Number(event.key));
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}
