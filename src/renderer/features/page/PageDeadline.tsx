import { useTranslation } from 'react-i18next';
import { acknowledgeDeadline } from '#shared/domain/alerting/page-toasts.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Countdown } from '../../ui/Countdown.tsx';

interface PageDeadlineProps {
  readonly page: Page;
  readonly playbook: Playbook | undefined;
}

/** A page nobody has taken has one deadline only: to be acknowledged. */
export function PageDeadline({ page, playbook }: PageDeadlineProps) {
  const { t } = useTranslation();
  const deadline = playbook === undefined ? undefined : acknowledgeDeadline(page, playbook);
  if (deadline === undefined) return null;
  return (
    <div className="deadline">
      <span className="deadline-label">{t('page.acknowledgeBy')}</span>
      <span className="deadline-figures" role="timer" aria-label={t('page.acknowledgeBy')}>
        <Countdown dueAt={deadline.dueAt} lateAt={deadline.lateAt} />
      </span>
    </div>
  );
}
