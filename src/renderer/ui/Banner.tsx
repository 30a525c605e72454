import { Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface BannerProps {
  readonly tone: 'info' | 'problem';
  readonly title: string;
  readonly children?: ReactNode;
  /** The next step. */
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}

/** Something about the app itself, over everything it concerns. The shape says how bad, not a colour. */
export function Banner({ tone, title, children, action, onDismiss }: BannerProps) {
  const { t } = useTranslation();
  const Icon = tone === 'problem' ? TriangleAlert : Info;
  return (
    <div className="banner" role={tone === 'problem' ? 'alert' : 'status'}>
      <Icon className="icon" aria-hidden="true" />
      <div className="banner-text">
        <strong>{title}</strong>
        {children}
      </div>
      {action}
      {onDismiss !== undefined && (
        <button type="button" className="icon-button" aria-label={t('action.dismiss')} onClick={onDismiss}>
          <X className="icon-small" aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
