import { useTranslation } from 'react-i18next';
import type { Page } from '#shared/domain/page/page.ts';
import { hasWords } from '#shared/domain/page/warning.ts';

/** What was odd about a page; in the sender's English where this version has no words for it. */
export function PageWarnings({ warnings }: Pick<Page, 'warnings'>) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <section>
      <h2>{t('page.warnings')}</h2>
      <p className="secondary">{t('page.warningsHint')}</p>
      <ul className="page-warnings">
        {warnings.map((warning, index) => (
          <li key={`${warning.path}-${index}`}>
            {warning.path !== '' && <code>{warning.path}</code>}{' '}
            {hasWords(warning) ? t(`page.warning.${warning.code}`, warning.params ?? {}) : warning.detail}
          </li>
        ))}
      </ul>
    </section>
  );
}
