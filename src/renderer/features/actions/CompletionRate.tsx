import { useTranslation } from 'react-i18next';
import type { Completion } from '#shared/domain/action/completion.ts';
import { useLanguage } from '../../ui/language.ts';

/** The completion rate beside its goal (process document 7.1). */
export function CompletionRate({ completion }: { readonly completion: Completion }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { total, completed, ofDrills, share, goal, met } = completion;
  const leftOut = ofDrills !== undefined && (
    <span className="muted">{t('actions.completionDrills', { count: ofDrills })}</span>
  );
  if (share === undefined)
    return (
      <p className="action-rate muted">
        {t('actions.completionNone')} {leftOut}
      </p>
    );
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share);
  return (
    <p className="action-rate">
      <strong>{t('actions.completion', { share: percent })}</strong>
      <span className="muted">{t('actions.completionCount', { completed, total })}</span>
      {leftOut}
      {goal !== undefined && <span className="muted">{t('actions.goal', { goal })}</span>}
      {met !== undefined && (
        <span className="tag" data-met={met}>
          {t(met ? 'actions.met' : 'actions.missed')}
        </span>
      )}
    </p>
  );
}
