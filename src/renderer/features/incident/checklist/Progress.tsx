import { useTranslation } from 'react-i18next';

/** `3/10`, said as "3 of 10". */
export function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const { t } = useTranslation();
  return (
    <span className="secondary">
      <span className="figures" aria-hidden="true">
        {done}/{total}
      </span>
      <span className="visually-hidden">{t('checklist.progress', { done, total })}</span>
    </span>
  );
}
