import { useTranslation } from 'react-i18next';

/** Says that something is of a drill; nothing for what is real. */
export function DrillTag({ drill }: { readonly drill: string | undefined }) {
  const { t } = useTranslation();
  return drill === undefined ? null : <span className="tag tag-drill">{t('drill.mark')}</span>;
}
