import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../bridge/CopyButton.tsx';
import type { ReadHandovers } from '../../db/handovers.ts';
import { fullTime } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.ts';

interface PastHandoversProps {
  readonly past: ReadHandovers;
  readonly timeZone: string;
}

const SHOWN = 20;

/** What was handed over before, to read again. */
export function PastHandovers({ past, timeZone }: PastHandoversProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (past.state === 'failed') {
    return (
      <p className="muted" role="status">
        {t('handover.pastFailed')}
      </p>
    );
  }
  if (past.state !== 'read' || past.handovers.length === 0) return null;
  return (
    <section aria-label={t('handover.past')} className="handover-past">
      <h3>{t('handover.past')}</h3>
      <ul>
        {past.handovers.slice(0, SHOWN).map(({ id, author, until, text, redacted }) => (
          <li key={id}>
            <details>
              <summary>
                {fullTime(until, timeZone, language)} · {author}
              </summary>
              {redacted ? (
                <p className="muted">{t('timeline.redacted')}</p>
              ) : (
                <>
                  <pre className="code">{text}</pre>
                  <CopyButton
                    label={t('action.copy')}
                    about={fullTime(until, timeZone, language)}
                    text={text}
                  />
                </>
              )}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
