import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SAID_AFTER_MS = 400;
const SLOW_AFTER_MS = 5000;

/** Blank at first: a start that is quick should not flash words. */
export function Starting() {
  const { t, i18n } = useTranslation();
  const [stage, setStage] = useState<'blank' | 'said' | 'slow'>('blank');
  useEffect(() => {
    const said = setTimeout(() => setStage('said'), SAID_AFTER_MS);
    const slow = setTimeout(() => setStage('slow'), SLOW_AFTER_MS);
    return () => {
      clearTimeout(said);
      clearTimeout(slow);
    };
  }, []);
  const hasWords = i18n.hasResourceBundle(i18n.language, 'ui');
  return (
    <main className="empty muted" role="status">
      {stage === 'said' && hasWords && t('start.connecting')}
      {stage === 'slow' && hasWords && t('start.slow')}
    </main>
  );
}
