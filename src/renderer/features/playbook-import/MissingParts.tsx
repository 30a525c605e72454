import { useTranslation } from 'react-i18next';
import type { MissingPart } from '#shared/domain/playbook-import/draft-source.ts';

/** What the document does not give, and what stands there instead. */
export function MissingParts({ missing }: { readonly missing: readonly MissingPart[] }) {
  const { t } = useTranslation();
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="import-missing">
      <h2 id="import-missing">{t('importing.missingTitle')}</h2>
      <p className="muted">{t('importing.missingHint')}</p>
      <ul className="import-missing">
        {missing.map(({ part, stands }) => (
          <li key={part}>
            {t(`importing.part.${part}`)} <span className="muted">{t(`importing.stands.${stands}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
