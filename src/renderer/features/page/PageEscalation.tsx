import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/domain/ids.ts';
import { levelsOf, type NextLevel, nextLevel, stageOf } from '#shared/domain/incident/escalation.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { CopyButton } from '../../bridge/CopyButton.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { useNowWhen } from '../../ui/ticker.ts';

interface PageEscalationProps {
  readonly page: Page;
  readonly playbook: Playbook | undefined;
}

/** Whom to call if nobody takes the page, and when (process document 3.3). Recorded once there is an incident. */
export function PageEscalation({ page, playbook }: PageEscalationProps) {
  const { t } = useTranslation();
  const nextAt = (now: Instant): NextLevel | undefined => {
    if (playbook === undefined) return undefined;
    const { severity, startedAt: detectedAt } = page;
    return nextLevel(levelsOf({ severity, detectedAt, met: {}, flags: {}, escalated: {} }, playbook, now));
  };
  const next = nextAt(useNowWhen((now) => stageOf([nextAt(now)])));
  if (playbook === undefined || next === undefined) return null;
  const { title, contact: contactId } = next.level;
  const contact = playbook.contacts.find(({ id }) => id !== undefined && id === contactId);
  const reached = contact === undefined ? '' : `${contact.who} (${contact.how})`;
  return (
    <section aria-label={t('escalation.label')}>
      <h2>{t('escalation.page')}</h2>
      <div className="page-escalation">
        <strong>{title}</strong>
        <span>{reached}</span>
        <span className="muted">{next.why.join(', ')}</span>
        {next.dueAt === undefined ? <strong>{t('time.now')}</strong> : <Countdown dueAt={next.dueAt} />}
        {reached !== '' && <CopyButton label={t('escalation.copyContact')} text={`${title}: ${reached}`} />}
      </div>
    </section>
  );
}
